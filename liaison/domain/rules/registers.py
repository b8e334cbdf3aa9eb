"""The registers of judgements and relations, in the form the city's own papers have them.

The forms are those of a study of Tehran's city diplomacy: its Table 2 lists relations, Table 4
advantages, shortcomings and needs, Table 5 opportunities and challenges, Table 6 recommendations
and expected results.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final, Generic, TypeVar

from liaison.domain.rules.facts import Facts
from liaison.domain.rules.relations import KINDS
from liaison.i18n import N_

Judged = TypeVar("Judged", bound=Facts)
Bond = TypeVar("Bond", bound=Facts)

_STAGES: Final = ("concluded", None, "negotiation", "candidate", "suspended", "ended")
_LAST: Final = 1_000_000


@dataclass(frozen=True)
class Register:
    """Judgements that stand side by side: one column for each kind, headed in the plural."""

    name: str
    label: str
    columns: tuple[tuple[str, str], ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of assessment in it, in the order of the columns."""
        return tuple(kind for kind, _heading in self.columns)


STANDING: Final = Register(
    "standing",
    N_("Advantages, shortcomings and needs"),
    (
        ("advantage", N_("Advantages")),
        ("shortcoming", N_("Shortcomings")),
        ("need", N_("Needs")),
    ),
)
OUTLOOK: Final = Register(
    "outlook",
    N_("Opportunities and challenges"),
    (("opportunity", N_("Opportunities")), ("challenge", N_("Challenges"))),
)
ADVICE: Final = Register(
    "advice",
    N_("Recommendations and expected results"),
    (
        ("recommendation", N_("Recommendations")),
        ("expected_result", N_("Expected results")),
    ),
)
REGISTERS: Final = (STANDING, OUTLOOK, ADVICE)


def judgements(register: Register, rows: Iterable[Judged]) -> list[list[Judged]]:
    """Return the judgements of each column by their number, those without one last."""
    found: dict[str, list[Judged]] = {kind: [] for kind in register.kinds}
    for each in rows:
        if each.get("kind") in found:
            found[each.get("kind")].append(each)
    return [sorted(column, key=_number) for column in found.values()]


def side_by_side(
    register: Register, rows: Iterable[Judged]
) -> list[tuple[int, tuple[Judged | None, ...]]]:
    """Return the lines of a register: their number from 1, and a judgement or None by column."""
    columns = judgements(register, rows)
    return list(enumerate(zip_longest(*columns), start=1))


def _number(judgement: Facts) -> int:
    rank: int | None = judgement.get("rank")
    return _LAST if rank is None else rank


@dataclass(frozen=True)
class RelationLine(Generic[Bond]):
    """One line of the table of relations: its relations are of one kind with one country.

    Where the table is told city by city each line has one relation.
    """

    number: int
    country: str | None
    relations: tuple[Bond, ...]


def relation_lines(
    relations: Iterable[tuple[Bond, str | None]], *, by_country: bool
) -> list[RelationLine[Bond]]:
    """Return the table of relations, the strongest kind first, else as they were recorded.

    `relations` are (relation, country of its partner). With `by_country` relations that follow
    each other and agree in country, kind and stage share a line, as Ankara and Istanbul do in the
    source; a country that is not known is shared by nobody.
    """
    ordered = sorted(relations, key=lambda pair: _place(pair[0]))
    lines: list[RelationLine[Bond]] = []
    for relation, country in ordered:
        last = lines[-1] if lines else None
        if by_country and last is not None and _is_same(last, relation, country):
            lines[-1] = RelationLine(last.number, country, (*last.relations, relation))
        else:
            lines.append(RelationLine(len(lines) + 1, country, (relation,)))
    return lines


def _place(relation: Facts) -> tuple[int, int]:
    return KINDS.index(relation.get("kind")), _STAGES.index(relation.get("stage"))


def _is_same(line: RelationLine[Bond], relation: Bond, country: str | None) -> bool:
    return (
        country is not None
        and line.country == country
        and _place(line.relations[0]) == _place(relation)
    )
