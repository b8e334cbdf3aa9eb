"""Work with one city at a time, and work in networks: the bilateral and the multilateral share."""

from collections.abc import Iterable, Sequence
from typing import Final

from liaison.domain.rules import overdue
from liaison.i18n import N_
from liaison.insight.outcomes.declaration import Cell, Column, Figure, Row, Section, Table, counted
from liaison.insight.outcomes.parties import parties
from liaison.insight.outcomes.pieces import NOT_STATED, numbers, records
from liaison.insight.outcomes.source import WHOSE, Known, Source
from liaison.language.both import Both, said

_NETWORKS: Final = """
    SELECT uid FROM partner WHERE kind IN ('city_network', 'un_body', 'development_bank')
    UNION SELECT partner FROM membership WHERE deleted_at IS NULL AND partner IS NOT NULL"""
_MANY: Final = 3
"""As many sides make a document one of many."""
SIDES: Final = (
    ("bilateral", N_("Bilateral")),
    ("multilateral", N_("Multilateral")),
    ("", NOT_STATED),
)
_SORTS: Final = (
    ("visits", "visit", N_("Visits")),
    ("meetings", "meeting", N_("Meetings held")),
    ("agreements", "agreement", N_("Agreements signed")),
    ("made", "follow_up", N_("Commitments made")),
    ("kept", "follow_up", N_("Commitments kept")),
    ("experiences", "experience", N_("Experiences")),
)
Split = dict[tuple[str, str], list[Known]]
"""Records by sort and side."""


def sides(source: Source) -> Section:
    """Tell how the work of the period splits into work with cities and work in networks."""
    splitter, promised = _Splitter(source), source.follow_ups_compared(WHOSE)
    now = splitter.split(source, promised[0])
    then = splitter.split(source.before, promised[1])
    figures = [
        Figure(
            f"{side}_{key}",
            said(N_("{side}: {what}"), side=said(words), what=said(label)),
            records(type_name, now.get((key, side), ())),
            records(type_name, then.get((key, side), ())),
            records(type_name, _all(now, key)),
            records(type_name, _all(then, key)),
            side,
        )
        for side, words in SIDES[:2]
        for key, type_name, label in _SORTS
    ]
    rows = [
        Row(
            (
                Cell(said(words)),
                *(counted(records(kind, now.get((key, side), ()))) for key, kind, _label in _SORTS),
            )
        )
        for side, words in SIDES
    ]
    columns = [
        Column("side", said(N_("Side")), share=1.6),
        *numbers(*((key, label) for key, _type, label in _SORTS)),
    ]
    note = said(
        N_(
            "Multilateral is what is done with a network or body of which somebody is a member, "
            "at its events, or in a document of three sides and more."
        )
    )
    table = Table("sides", Both(), columns, rows, note)
    return Section("sides", said(N_("Bilateral and multilateral")), figures, [table])


def _all(split: Split, key: str) -> Iterable[Known]:
    return [each for side, _label in SIDES for each in split.get((key, side), ())]


class _Splitter:
    """Tells of each record on which side it stands."""

    def __init__(self, source: Source) -> None:
        self._networks = frozenset(uid for (uid,) in source.rows(_NETWORKS))
        self._bound, self._ours = parties(source), source.ours()

    def split(self, source: Source, promises: Sequence[Known]) -> Split:
        """Return the records of a period by sort and side."""
        found: Split = {}
        kept = [each for each in promises if not overdue.is_open(each)]
        for key, rows, partner in (
            ("visits", source.visits("partner", "event"), "partner"),
            ("meetings", source.meetings(WHOSE, "event"), WHOSE),
            ("made", promises, WHOSE),
            ("kept", kept, WHOSE),
            ("experiences", source.experiences("partner"), "partner"),
        ):
            for each in rows:
                side = self._side([each.get(partner)], many=bool(each.get("event")))
                found.setdefault((key, side), []).append(each)
        for each in source.agreements():
            sides = self._bound.get(each.uid, [])
            others = [uid for uid in sides if uid not in self._ours]
            side = self._side(others, many=len(sides) >= _MANY)
            found.setdefault(("agreements", side), []).append(each)
        return found

    def _side(self, partners: Sequence[str | None], *, many: bool) -> str:
        """Return the side of what is done with `partners`; "" where none is stated."""
        if many or any(each in self._networks for each in partners):
            return "multilateral"
        return "bilateral" if any(partners) else ""
