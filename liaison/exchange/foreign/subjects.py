"""What a foreign table may be about, and which records its rows then make."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from liaison.domain.records import by_name
from liaison.domain.schema import AnyReference, Field, File, fields_of, label_key
from liaison.exchange.foreign.tables import Target
from liaison.i18n import N_, _, translated

WHOLE_NAME: Final = Target("person", "name")
"""The whole name of a person in one cell; it is taken apart."""
CITY_NAME: Final = Target("partner", "city_name")
"""The name of what is a city by the head of its column; in either language, told by its letters."""
_OWN_WORDS: Final = {
    WHOLE_NAME: N_("Full name"),
    CITY_NAME: N_("Name of a city"),
}


def is_whole_name(target: Target) -> bool:
    """Tell whether a column holds whole names, in whichever language it is said to."""
    return (target.record, target.field) == (WHOLE_NAME.record, WHOLE_NAME.field)


@dataclass(frozen=True)
class Subject:
    """What the rows of a table are about: its label, and the types of records a row makes."""

    label: str
    records: tuple[str, ...]


SUBJECTS: Final[Mapping[str, Subject]] = {
    "contacts": Subject(N_("People with their offices"), ("person", "position", "partner")),
    "partners": Subject(N_("Cities and bodies"), ("partner",)),
    "relations": Subject(N_("Relations with cities"), ("partner", "relation")),
    "visits": Subject(N_("Visits"), ("visit", "partner")),
    "meetings": Subject(N_("Meetings"), ("meeting", "partner")),
    "events": Subject(N_("Events"), ("event",)),
    "holidays": Subject(N_("Official holidays"), ("holiday",)),
}

LINKS: Final[Mapping[tuple[str, str], str]] = {
    ("position", "person"): "person",
    ("position", "partner"): "partner",
    ("relation", "partner"): "partner",
    ("visit", "partner"): "partner",
    ("meeting", "partner"): "partner",
}
"""By which field a record of a row refers to another one of the same row."""


def targets(subject: str) -> Iterator[Target]:
    """Yield everything a column of a table about `subject` may hold."""
    for record in SUBJECTS[subject].records:
        linked = {key for (source, _to), key in LINKS.items() if source == record}
        yield from (own for own in _OWN_WORDS if own.record == record)
        seen = set()
        for key, described in fields_of(by_name(record)).items():
            if isinstance(described.kind, File | AnyReference) or key in linked:
                continue
            shared = label_key(by_name(record), key)
            if described.language and shared not in seen:
                seen.add(shared)
                yield Target(record, shared)
            yield target(record, key, described)


def target(record: str, key: str, described: Field) -> Target:
    """Return the target of one field."""
    lang = described.language
    if lang == "fa":
        return Target(record, label_key(by_name(record), key), "fa")
    if lang == "en":
        return Target(record, label_key(by_name(record), key), "en")
    return Target(record, key)


def is_own(target: Target) -> bool:
    """Tell whether a target is no field of its record, but what fields are made of."""
    return Target(target.record, target.field) in _OWN_WORDS


def key_of(target: Target) -> str:
    """Return the key of the field a target names; one without its language stays so."""
    return f"{target.field}_{target.language}" if target.language else target.field


def label_of(target: Target | None, lang: str) -> str:
    """Return what people of `lang` read of a target: «شهر یا نهاد: نام (فارسی)»."""
    if target is None:
        return translated(N_("Leave out"), lang)
    if is_own(target):
        field = _OWN_WORDS[Target(target.record, target.field)]
    elif target.field == "uid":
        field = N_("Identifier")
    else:
        declared = fields_of(by_name(target.record))
        described = declared.get(key_of(target)) or declared[f"{target.field}_fa"]
        field = described.label
    words = translated(N_("{record}: {field}"), lang).format(
        record=translated(by_name(target.record).singular, lang), field=translated(field, lang)
    )
    tongue = {"fa": N_("Persian"), "en": N_("English")}.get(target.language)
    return f"{words} ({translated(tongue, lang)})" if tongue else words


def subject_label(subject: str) -> str:
    """Return what people read of a subject."""
    return _(SUBJECTS[subject].label)
