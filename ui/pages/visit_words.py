"""How the rows of a visit are worded in its lists."""

from datetime import date
from typing import Any, Final

from liaison.domain.rules.calendar import OfficeCalendar
from liaison.domain.rules.facts import Facts, in_either, in_language
from liaison.domain.rules.overdue import days_late, days_left, is_open
from liaison.domain.schema import Choice, RecordType, fields_of
from liaison.i18n import _, language, ngettext
from liaison.storage.row import Row
from liaison.time import clock, instant, jalali
from ui.figures import figure, left_to_right

TONES: Final = {
    "draft": "grey",
    "planned": "grey",
    "confirmed": "green",
    "held": "green",
    "done": "green",
    "present": "green",
    "under_way": "blue",
    "open": "grey",
    "waiting": "amber",
    "cancelled": "red",
    "prevented": "red",
    "absent": "red",
    "invited": "grey",
}
"""The tone in which a state is shown."""
_SOON: Final = 5


def option(record_type: RecordType, key: str, value: str | None) -> str:
    """Return the label of a choice in the language in use, "" for none."""
    kind = fields_of(record_type)[key].kind
    if not value or not isinstance(kind, Choice):
        return ""
    return _(kind.options.get(value, value))


def due_state(row: Row, today: date, calendar: OfficeCalendar) -> tuple[str, str]:
    """Return how a follow-up or a clause stands, and the tone: late and soon in working days."""
    due_on, name = row.get("due_on"), row.get("state") or "open"
    told, tone = "", ""
    if due_on is not None and is_open(row):
        told, tone = lateness(due_on, today, calendar)
    return (
        (told, tone) if told else (option(row.record_type, "state", name), TONES.get(name, "grey"))
    )


def hours(item: Facts) -> str:
    """Return the hours of a programme item, «۰۹:۳۰–۱۱:۰۰», the earlier one first."""
    moments = [item.get(key) for key in ("starts", "ends")]
    words = [clock.show(moment, language()) for moment in moments if moment]
    return "–".join(words)


def day_lines(day: date | None) -> tuple[str, str]:
    """Return a day in the calendar of the language in use, and in the other one."""
    lang = language()
    if day is None:
        return _("Without a day"), ""
    first = jalali.long_date(day, lang)
    if lang == "fa":
        return first, left_to_right(jalali.short_date(day, "en"))
    return first, jalali.solar_date(day, lang)


def moment_lines(moment: Any) -> tuple[str, str]:  # noqa: ANN401 - an instant, or nothing
    """Return day and hour of a moment on the office's own clock."""
    if moment is None:
        return _("No time yet"), ""
    local = moment.astimezone(instant.zone())
    return jalali.long_date(local.date(), language()), clock.show(local.time(), language())


def both(facts: Facts, key: str) -> tuple[str, str]:
    """Return the words of `key` in the language in use, or else the other, and the second ones."""
    lang = language()
    first = in_either(facts, key)
    second = in_language(facts, key, "en" if lang == "fa" else "fa")
    return first, second if second != first else ""


def lateness(due_on: date, today: date, calendar: OfficeCalendar) -> tuple[str, str]:
    """Return how late or how soon something is due in working days, with the tone of it.

    Both are empty while there is time enough.
    """
    if due_on < today:
        late = days_late(due_on, today, calendar)
        text = ngettext("{days} working day late", "{days} working days late", late)
        return text.format(days=figure(late)), "red"
    if due_on == today:
        return _("Due today"), "amber"
    left = days_left(due_on, today, calendar)
    if left > _SOON:
        return "", ""
    text = ngettext("{days} working day left", "{days} working days left", left)
    return text.format(days=figure(left)), "amber"
