"""Work with one city at a time, and work in networks: the bilateral and the multilateral share."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from liaison.i18n import N_
from liaison.insight.outcomes.declaration import (
    Cell,
    Column,
    Figure,
    Records,
    Row,
    Section,
    Table,
    counted,
)
from liaison.insight.outcomes.expressions import NETWORKS, STANDING
from liaison.insight.outcomes.expressions import SIDE as ON_SIDE
from liaison.insight.outcomes.parties import parties
from liaison.insight.outcomes.pieces import NOT_STATED, numbers
from liaison.insight.outcomes.source import Source
from liaison.language.both import Both, said

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
Split = Mapping[tuple[str, str], frozenset[str]]
"""The uids of records by sort and side."""


def sides(source: Source) -> Section:
    """Tell how the work of the period splits into work with cities and work in networks."""
    splitter = _Splitter(source)
    now, then = splitter.split(source), splitter.split(source.before)
    figures = [
        Figure(
            f"{side}_{key}",
            said(N_("{side}: {what}"), side=said(words), what=said(label)),
            Records(type_name, now[key, side]),
            Records(type_name, then[key, side]),
            Records(type_name, _all(now, key)),
            Records(type_name, _all(then, key)),
            side,
        )
        for side, words in SIDES[:2]
        for key, type_name, label in _SORTS
    ]
    rows = [
        Row(
            (
                Cell(said(words)),
                *(counted(Records(kind, now[key, side])) for key, kind, _label in _SORTS),
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


def _all(split: Split, key: str) -> frozenset[str]:
    return frozenset().union(*(split[key, side] for side, _label in SIDES))


class _Splitter:
    """Tells of the records of a period on which side they stand."""

    def __init__(self, source: Source) -> None:
        self._networks = frozenset(uid for (uid,) in source.rows(NETWORKS))
        self._ours = source.ours()

    def split(self, source: Source) -> Split:
        """Return the records of a period by sort and side."""
        found: defaultdict[tuple[str, str], frozenset[str]] = defaultdict(frozenset)
        for key, type_name, _label in _SORTS:
            if key in {"visits", "meetings", "experiences"}:
                for (side,), uids in source.tally(type_name, (ON_SIDE,)).items():
                    found[key, side] = uids
        for (side, standing), uids in source.tally("follow_up", (ON_SIDE, STANDING)).items():
            found["made", side] |= uids
            if standing == "kept":
                found["kept", side] = uids
        signed = [each.uid for each in source.agreements()]
        bound = parties(source, signed)
        for uid in signed:
            found["agreements", self._side(bound.get(uid, ()))] |= {uid}
        return found

    def _side(self, bound: Sequence[str]) -> str:
        """Return the side of a document that binds some; "" where it is none but our own."""
        others = [uid for uid in bound if uid not in self._ours]
        if len(bound) >= _MANY or any(each in self._networks for each in others):
            return "multilateral"
        return "bilateral" if others else ""
