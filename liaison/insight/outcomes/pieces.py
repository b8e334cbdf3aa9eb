"""What several sections are made of: cells that name, records by what they have in common."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, Final

from liaison.domain.records import by_name
from liaison.domain.rules.facts import Facts
from liaison.domain.rules.outcomes import Found
from liaison.domain.schema import Choice, fields_of
from liaison.i18n import N_
from liaison.insight.outcomes.classing import WITHHELD
from liaison.insight.outcomes.declaration import Cell, Column, ColumnKind, Figure, Records
from liaison.insight.outcomes.source import Tally
from liaison.language.both import Both, by_language, said

NOT_STATED: Final = N_("Not stated")


def grouped(rows: Iterable[Found], key_of: Callable[[Found], str]) -> dict[str, list[Found]]:
    """Return `rows` by what `key_of` says of each, in the order in which it is first said."""
    found: dict[str, list[Found]] = {}
    for each in rows:
        found.setdefault(key_of(each), []).append(each)
    return found


def records(type_name: str, rows: Iterable[Facts]) -> Records:
    """Return what `rows` are, to be counted and listed."""
    return Records(type_name, frozenset(each.uid for each in rows))


def where(rows: Iterable[Found], key: str, value: Any) -> list[Found]:  # noqa: ANN401 - a value of any kind
    """Return those of `rows` whose field `key` is `value`."""
    return [each for each in rows if each.get(key) == value]


def chosen(tally: Tally, place: int, value: str) -> frozenset[str]:
    """Return the records of a tally that are `value` at `place` of what they are counted by."""
    return frozenset().union(*(uids for key, uids in tally.items() if key[place] == value))


def whole(tally: Tally) -> frozenset[str]:
    """Return all records of a tally."""
    return frozenset().union(*tally.values())


def partner_cell(uid: str | None, names: Mapping[str, Both]) -> Cell:
    """Return the cell that names a partner and opens it."""
    return named("partner", uid, names) if uid in names else Cell(said(NOT_STATED))


def named(type_name: str, uid: str | None, names: Mapping[str, Both]) -> Cell:
    """Return the cell that names a record and opens it; an empty one for none.

    What may not be named is not opened either.
    """
    if not uid or uid not in names:
        return Cell()
    is_named = names[uid] != said(WITHHELD)
    return Cell(names[uid], (type_name, uid) if is_named else None)


def choice(type_name: str, key: str, value: Any) -> Cell:  # noqa: ANN401 - a value of any kind
    """Return the cell of what was chosen in a field, empty where nothing was."""
    return Cell(shown(type_name, key, value))


def shown(type_name: str, key: str, value: Any) -> Both:  # noqa: ANN401 - a value of any kind
    """Return how the value of a field is shown in each language; empty for none."""
    if value is None:
        return Both()
    kind = fields_of(by_name(type_name))[key].kind
    if isinstance(kind, Choice):
        return _chosen(kind.options[value])
    return by_language(lambda lang: kind.show(value, lang))


@cache
def _chosen(label: str) -> Both:
    return said(label)


def wording(known: Facts, key: str) -> Both:
    """Return a text that a record has in both languages; a side that is not written is empty."""
    return Both(known.get(f"{key}_fa") or "", known.get(f"{key}_en") or "")


def numbers(*labels: tuple[str, str], share: float = 0.6) -> list[Column]:
    """Return columns of numbers by key and label."""
    return [Column(key, said(label), ColumnKind.NUMBER, share) for key, label in labels]


def compared(
    key: str, label: str | Both, type_name: str, now: Iterable[Facts], then: Iterable[Facts]
) -> Figure:
    """Return how many there are now and how many there were before."""
    words = label if isinstance(label, Both) else said(label)
    return Figure(key, words, records(type_name, now), records(type_name, then))
