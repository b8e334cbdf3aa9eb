"""Making one record of two that are about the same: which values stand, and what else it is called.

Of the two, one is kept and the other dropped. What the dropped one was called stays with the kept
one as another name, so that searches and imports go on finding it.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal, TypeAlias

from liaison.domain.rules.classes import highest
from liaison.domain.rules.facts import Facts
from liaison.domain.schema import (
    AnyReference,
    Field,
    RecordType,
    Reference,
    Tags,
    Text,
    fields_of,
)
from liaison.domain.schema.kind import Several
from liaison.i18n import _

Side: TypeAlias = Literal["kept", "dropped", "both"]

ALIASES: Final = "aliases"
"""The field that holds every other name; without it records of a type cannot be joined."""
CLASSIFICATION: Final = "classification"
OURS: Final = "is_ours"
OTHER_NAMES: Final = ("name_local", "abbreviation")
"""What else a record goes by, beside its title."""
_LANGUAGES: Final = ("fa", "en")


def is_joinable(record_type: RecordType) -> bool:
    """Tell whether two records of a type can become one: whether it has a place for other names."""
    return ALIASES in fields_of(record_type)


def takes_both(described: Field) -> bool:
    """Tell whether a field can hold the values of both records at once."""
    return isinstance(described.kind, Text | Several)


def asked(record_type: RecordType) -> Iterator[str]:
    """Give the fields of which a person says whose value stands; other names are all kept."""
    return (key for key in fields_of(record_type) if key != ALIASES)


def differing(record_type: RecordType, kept: Facts, dropped: Facts) -> list[str]:
    """Return the fields in which two records say different things; silence contradicts nobody."""
    return [
        key
        for key in asked(record_type)
        if kept.get(key) is not None
        and dropped.get(key) is not None
        and kept.get(key) != dropped.get(key)
    ]


def proposed(record_type: RecordType, kept: Facts, dropped: Facts) -> dict[str, Side]:
    """Return whose value of each field stands unless somebody says otherwise.

    What only one of them knows stands; where both can, both do; a file is as secret as its most
    secret page; what is ours in one is ours; else the kept record has the word.
    """
    return {key: _proposed(record_type, key, kept, dropped) for key in asked(record_type)}


def _proposed(record_type: RecordType, key: str, kept: Facts, dropped: Facts) -> Side:
    ours, theirs = kept.get(key), dropped.get(key)
    if ours is None and theirs is not None:
        return "dropped"
    if theirs is None or ours == theirs:
        return "kept"
    if key == CLASSIFICATION:
        return "kept" if highest((ours, theirs)) == ours else "dropped"
    if key == OURS:  # the other one says nothing: it is false where nobody looked
        return "kept" if ours else "dropped"
    return "both" if takes_both(fields_of(record_type)[key]) else "kept"


def joined(
    record_type: RecordType, kept: Facts, dropped: Facts, chosen: Mapping[str, Side]
) -> dict[str, Any]:
    """Return the values of the record that stays; a field nobody chose stands as proposed.

    It does not refer to itself where it referred to the other, or the other to it.
    """
    sides = {**proposed(record_type, kept, dropped), **chosen}
    values = {
        key: _value(described, key, kept, dropped, sides[key])
        for key, described in fields_of(record_type).items()
        if key in sides
    }
    themselves = (kept.uid, dropped.uid)
    for key, described in fields_of(record_type).items():
        if _leads_to(described, values.get(key)) in themselves:
            values[key] = None
    values[ALIASES] = _aliases(record_type, kept, dropped, values)
    return values


def _value(described: Field, key: str, kept: Facts, dropped: Facts, side: Side) -> Any:  # noqa: ANN401 - each field has its own type
    ours, theirs = kept.get(key), dropped.get(key)
    if side != "both":
        return ours if side == "kept" else theirs
    if ours is not None and theirs is not None and takes_both(described):
        return _both(described, ours, theirs)
    return theirs if ours is None else ours


def _both(described: Field, ours: Any, theirs: Any) -> Any:  # noqa: ANN401 - as above
    """Return what holds both values, each thing said once."""
    if isinstance(described.kind, Several):
        return tuple(dict.fromkeys((*ours, *theirs)))
    if theirs in ours:
        return ours
    return theirs if ours in theirs else f"{ours}\n\n{theirs}"


def _leads_to(described: Field, value: Any) -> str | None:  # noqa: ANN401 - as above
    """Return the uid a value refers to, None for one that refers to nothing."""
    if value is None:
        return None
    if isinstance(described.kind, AnyReference):
        return str(value[1])
    return str(value) if isinstance(described.kind, Reference) else None


def _aliases(
    record_type: RecordType, kept: Facts, dropped: Facts, values: Mapping[str, Any]
) -> tuple[str, ...] | None:
    """Return every name of either record by which the joined one is not called already."""
    standing = set(called(record_type, values))
    found = [
        *(kept.get(ALIASES) or ()),
        *called(record_type, kept),
        *called(record_type, dropped),
        *(dropped.get(ALIASES) or ()),
    ]
    # As the field writes them: a name that holds a semicolon becomes two.
    return Tags().from_json([each for each in dict.fromkeys(found) if each not in standing])


def called(record_type: RecordType, values: Facts | Mapping[str, Any]) -> Iterator[str]:
    """Give the names of a record in every language, its abbreviation too."""
    for lang in _LANGUAGES:
        words = [values.get(f"{each}_{lang}") for each in record_type.title_fields]
        name = record_type.title_joint.join(each for each in words if each)
        if name:
            yield name
    for key in OTHER_NAMES:
        if key in fields_of(record_type) and values.get(key):
            yield str(values.get(key))


def label(kept: str, dropped: str) -> str:
    """Return what the change is called, by the titles of both records."""
    return _("“{dropped}” joined with “{kept}”").format(kept=kept, dropped=dropped)
