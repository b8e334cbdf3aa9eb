"""What one key, or one typed line, does to follow-ups."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final, cast

from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.follow_up_note import FollowUpNote
from liaison.domain.rules.finishing import with_state
from liaison.domain.schema import Choice, fields_of
from liaison.i18n import N_, _, language, ngettext
from liaison.language.listing import enumerated
from ui.figures import figure
from ui.pages.follow_ups_reading import Owed

if TYPE_CHECKING:
    from liaison.storage.change import Change


def options_of(key: str) -> Mapping[str, str]:
    """Return the options of a choice among the fields of a follow-up, with their labels."""
    return cast("Choice", fields_of(FollowUp)[key].kind).options


WEEK: Final = timedelta(days=7)
STEPS: Final[Mapping[str, str]] = {
    "done": N_("Done"),
    "under_way": N_("In progress"),
    "waiting": N_("Waiting for reply"),
    "open": N_("Open again"),
    # Translators: in Persian یک هفته بعد
    "week": N_("One week later"),
    "priority": N_("Priority"),
    "note": N_("Note"),
}
KEYS: Final[Mapping[str, str]] = {
    "D": "done",
    "U": "under_way",
    "W": "waiting",
    "O": "open",
    "L": "week",
    "P": "priority",
    "N": "note",
}
"""The key caps that do a step, by the Latin letter on them."""


@dataclass(frozen=True)
class Edit:
    """New values for some follow-ups, by uid, under the name that undo calls them by."""

    label: str
    values: Mapping[str, Mapping[str, Any]]

    def write(self, change: "Change") -> None:
        """Write the values inside `change`."""
        for uid, values in self.values.items():
            change.update(FollowUp, uid, values)


def state_edit(owed: Sequence[Owed], state: str, today: date) -> Edit:
    """Return the edit that gives `owed` the state `state`."""
    values = {each.uid: with_state(each.row, state, today) for each in owed}
    label = STEPS["open"] if state == "open" else options_of("state")[state]
    return Edit(_named(_(label), owed), values)


def priority_edit(owed: Sequence[Owed], priority: str) -> Edit:
    """Return the edit that gives `owed` the priority `priority`."""
    shown = fields_of(FollowUp)["priority"].kind.show(priority)
    label = _("Priority {priority}").format(priority=shown)
    return Edit(_named(label, owed), {each.uid: {"priority": priority} for each in owed})


def due_edit(owed: Sequence[Owed], days: Mapping[str, date]) -> Edit:
    """Return the edit that gives `owed` new days to be done by."""
    return Edit(
        _named(_("New due day"), owed), {each.uid: {"due_on": days[each.uid]} for each in owed}
    )


def bulk_edit(owed: Sequence[Owed], values: Mapping[str, Any], today: date) -> Edit:
    """Return the edit that gives `owed` the same values; a state brings what goes with it."""
    state = values.get("state")
    made = {
        each.uid: {**(with_state(each.row, state, today) if state else {}), **values}
        for each in owed
    }
    fields = fields_of(FollowUp)
    changed = enumerated([_(fields[key].label) for key in values], language())
    return Edit(_named(_("Change of {fields}").format(fields=changed), owed), made)


def week_later(owed: Owed, today: date) -> date:
    """Return the day a week after the day `owed` is due, or after `today` where that is past."""
    return max(owed.due_on or today, today) + WEEK


def note_values(uid: str, text: str, today: date) -> dict[str, Any]:
    """Return the values of a note on the follow-up `uid`."""
    return {"follow_up": uid, "day": today, "text": text}


def add_note(change: "Change", owed: Sequence[Owed], text: str, today: date) -> None:
    """Write a note on each of `owed` inside `change`."""
    for each in owed:
        change.add(FollowUpNote, note_values(each.uid, text, today))


def delete_all(change: "Change", owed: Sequence[Owed]) -> None:
    """Put each of `owed` into the bin inside `change`."""
    for each in owed:
        change.delete(FollowUp, each.uid)


def _named(step: str, owed: Sequence[Owed]) -> str:
    if len(owed) == 1:
        return _("{step}: {title}").format(step=step, title=owed[0].title)
    count = ngettext("{count} follow-up", "{count} follow-ups", len(owed))
    return _("{step}: {title}").format(step=step, title=count.format(count=figure(len(owed))))
