"""The objectives of the road map: what was done for each in the period, and how far it has come."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from liaison.i18n import N_
from liaison.insight.outcomes.declaration import (
    Cell,
    Column,
    ColumnKind,
    Figure,
    Records,
    Row,
    Section,
    Table,
    counted,
)
from liaison.insight.outcomes.expressions import STANDING
from liaison.insight.outcomes.pieces import choice, numbers, records
from liaison.insight.outcomes.source import Known, Source, Tally
from liaison.language.both import Both, said

_KEY: Final = "objective"
_EVENTS: Final = """event.objective IS NOT NULL
    AND coalesce(json_extract(event."when", '$.from'), json_extract(event."when", '$.until'))
        BETWEEN :since AND :until"""
_PROPOSALS: Final = """proposal.objective IS NOT NULL
    AND proposal.forum IN (SELECT uid FROM event WHERE deleted_at IS NULL
        AND coalesce(json_extract("when", '$.from'), json_extract("when", '$.until'))
            BETWEEN :since AND :until)"""
_FOR_IT: Final = "follow_up.objective IS NOT NULL AND coalesce(follow_up.state, '') != 'cancelled'"
_SORTS: Final = (
    ("visit", N_("Visits")),
    ("meeting", N_("Meetings held")),
    ("event", N_("Events")),
    ("agreement", N_("Agreements signed")),
    ("follow_up", N_("Commitments")),
    ("experience", N_("Experiences")),
    ("proposal", N_("Proposals")),
)
_WHOLE: Final = 100


def objectives(source: Source) -> Section:
    """Tell what was done for each objective of the road map, and how much of it is kept."""
    found = source.read(_KEY, ("rank", "title_fa", "title_en", "level", "period"), scoped=False)
    found.sort(key=lambda each: each.get("rank") or len(found) + 1)
    now, then = _done(source), _done(source.before)
    figures = [
        Figure(
            "moved",
            said(N_("Objectives for which something was done")),
            records(_KEY, [each for each in found if each.uid in _any(now)]),
            records(_KEY, [each for each in found if each.uid in _any(then)]),
            records(_KEY, found),
            records(_KEY, found),
        ),
        *(
            Figure(
                type_name,
                said(label),
                _all(now, type_name),
                _all(then, type_name),
            )
            for type_name, label in _SORTS
        ),
    ]
    return Section(
        "objectives", said(N_("Road-map objectives")), figures, [_table(source, found, now)]
    )


_Done = Mapping[str, Mapping[str, frozenset[str]]]
"""The uids of what was done for objectives, by type and objective."""


def _done(source: Source) -> _Done:
    """Return what was done in the period for an objective, by type and objective."""
    return {
        **{
            each: _of(source.tally(each, (_KEY,), f"{each}.objective IS NOT NULL"))
            for each in ("visit", "meeting", "agreement", "follow_up", "experience")
        },
        "event": _of(source.tally_of("event", (_KEY,), _EVENTS)),
        "proposal": _of(source.tally_of("proposal", (_KEY,), _PROPOSALS)),
    }


def _of(tally: Tally) -> dict[str, frozenset[str]]:
    return {objective: uids for (objective,), uids in tally.items()}


def _any(done: _Done) -> set[str]:
    return {uid for by_objective in done.values() for uid in by_objective}


def _all(done: _Done, type_name: str) -> Records:
    return Records(type_name, frozenset().union(*done[type_name].values()))


def _promised(source: Source) -> Mapping[str, tuple[int, Records]]:
    """Return how many promises there ever were for each objective, and those of them kept."""
    kept: dict[str, frozenset[str]] = {}
    made: Counter[str] = Counter()
    for (objective, standing), uids in source.tally_of(
        "follow_up", (_KEY, STANDING), _FOR_IT
    ).items():
        made[objective] += len(uids)
        if standing == "kept":
            kept[objective] = uids
    return {
        objective: (number, Records("follow_up", kept.get(objective, frozenset())))
        for objective, number in made.items()
    }


def _table(source: Source, found: list[Known], done: _Done) -> Table:
    promised = _promised(source)
    rows = []
    for each in found:
        counts = [
            counted(Records(type_name, done[type_name].get(each.uid, frozenset())))
            for type_name, _label in _SORTS
        ]
        ever, kept = promised.get(each.uid, (0, Records("follow_up")))
        title = Both(each.get("title_fa") or "", each.get("title_en") or "")
        rows.append(
            Row(
                (
                    Cell(each.get("rank")),
                    Cell(title, (_KEY, each.uid)),
                    choice(_KEY, "level", each.get("level")),
                    Cell(each.get("period")),
                    *counts,
                    counted(kept),
                    Cell(round(_WHOLE * len(kept) / ever) if ever else None),
                )
            )
        )
    columns = [
        Column("rank", said(N_("No.")), ColumnKind.NUMBER, 0.4),
        Column("title", said(N_("Objective")), share=2.4),
        Column("level", said(N_("Level of the objective")), share=0.8),
        Column("period", said(N_("Period")), ColumnKind.SPAN, 0.9),
        *numbers(*_SORTS),
        *numbers(("kept", N_("Kept so far")), ("progress", N_("Progress (percent)"))),
    ]
    note = said(N_("Progress is the share of all commitments for an objective that are kept."))
    return Table("objectives", Both(), columns, rows, note)
