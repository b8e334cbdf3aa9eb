"""How changes are told to people."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from liaison.domain.records import by_name
from liaison.domain.schema import RecordType, fields_of, label_key
from liaison.i18n import N_, _, language
from liaison.storage.record_past import PastChange
from liaison.time import clock, instant, jalali
from ui.figures import isolated

_TONGUES: Final = {"fa": N_("Persian"), "en": N_("English")}
_DEEDS: Final[Mapping[str, str]] = {
    "add": N_("Added"),
    "update": N_("Changed"),
    "delete": N_("Went into the bin"),
    "restore": N_("Brought back from the bin"),
    "remove": N_("Removed for good"),
}
_UNADDED: Final = N_("Taken away again")
_READDED: Final = N_("Added again")
_BRIEFLY: Final = 300


def label_of(change: PastChange) -> str:
    """Return what a change is called, and whether it was, or is, a step back or forth."""
    if change.kind == "undo":
        return _("Undone: {change}").format(change=change.label)
    if change.kind == "redo":
        return _("Done again: {change}").format(change=change.label)
    if change.taken_back:
        return _("{change} (undone later)").format(change=change.label)
    return change.label


def deed(action: str, kind: str) -> str:
    """Say what was done to a record by a change of a kind."""
    if action == "remove" and kind != "purge":
        return _(_UNADDED)
    if action == "add" and kind != "change":
        return _(_READDED)
    return _(_DEEDS.get(action, _DEEDS["update"]))


def field_name(record_type: RecordType, key: str) -> str:
    """Return the label of a field, with its language where the same label stands for two."""
    described = fields_of(record_type)[key]
    name = _(described.label)
    shared = label_key(record_type, key)
    twins = sum(label_key(record_type, each) == shared for each in fields_of(record_type))
    if twins < len(_TONGUES):
        return name
    return _("{field} ({language})").format(
        field=name, language=_(_TONGUES.get(described.language, ""))
    )


def moment(at: datetime) -> str:
    """Return day and time on the office's clock, the day in both calendars."""
    lang = language()
    local = at.astimezone(instant.zone())
    day = local.date()
    other = jalali.gregorian_date if lang == "fa" else jalali.solar_date
    return _("{day} ({other}), {time}").format(
        day=isolated(jalali.short_date(day, lang)),
        other=isolated(other(day, lang)),
        time=isolated(clock.show(local.time(), lang)),
    )


def by_whom(author: str, at: datetime) -> str:
    """Return who did something, and when."""
    if not author:
        return moment(at)
    # The name may be of the other script, so the line has to be told its direction.
    mark = "\u200f" if language() == "fa" else "\u200e"
    return mark + _("{person} · {moment}").format(person=isolated(author), moment=moment(at))


def kind_of(type_name: str) -> str:
    """Return the name of a type of record."""
    return _(by_name(type_name).singular)


def counted(parts: Mapping[str, int], numbers: Sequence[str]) -> str:
    """Return how many records of which types: "2 × Participant, 1 × Statement"."""
    return _(", ").join(
        _("{count} × {type}").format(count=number, type=kind_of(name))
        for name, number in zip(parts, numbers, strict=True)
    )


def brief(text: str) -> str:
    """Return the beginning of a value, on one line."""
    return " ".join(text[:_BRIEFLY].split())
