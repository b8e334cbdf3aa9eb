"""The objectives of the road map: what was done for each in the period, and how far it has come."""

from typing import Final

from liaison.domain.rules import overdue
from liaison.i18n import N_
from liaison.insight.outcomes.declaration import (
    Cell,
    Column,
    ColumnKind,
    Figure,
    Row,
    Section,
    Table,
    counted,
)
from liaison.insight.outcomes.pieces import choice, grouped, numbers, records
from liaison.insight.outcomes.source import Known, Source
from liaison.language.both import Both, said

_KEY: Final = "objective"
_EVENTS: Final = """event.objective IS NOT NULL
    AND coalesce(json_extract(event."when", '$.from'), json_extract(event."when", '$.until'))
        BETWEEN :since AND :until"""
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
                records(type_name, _all(now, type_name)),
                records(type_name, _all(then, type_name)),
            )
            for type_name, label in _SORTS
        ),
    ]
    return Section(
        "objectives", said(N_("Road-map objectives")), figures, [_table(source, found, now)]
    )


def _done(source: Source) -> dict[str, dict[str, list[Known]]]:
    """Return what was done in the period for an objective, by type and objective."""
    rows = {
        "visit": source.visits(_KEY),
        "meeting": source.meetings(_KEY),
        "event": source.read("event", (_KEY,), _EVENTS),
        "agreement": source.agreements(_KEY),
        "follow_up": source.follow_ups(_KEY, extra="follow_up.objective IS NOT NULL"),
        "experience": source.experiences(_KEY),
        "proposal": source.read(
            "proposal",
            (_KEY,),
            """proposal.forum IN (SELECT uid FROM event WHERE deleted_at IS NULL
            AND coalesce(json_extract("when", '$.from'), json_extract("when", '$.until'))
                BETWEEN :since AND :until)""",
        ),
    }
    return {
        type_name: grouped(
            [each for each in found if each.get(_KEY)], lambda each: str(each.get(_KEY))
        )
        for type_name, found in rows.items()
    }


def _any(done: dict[str, dict[str, list[Known]]]) -> set[str]:
    return {uid for by_objective in done.values() for uid in by_objective}


def _all(done: dict[str, dict[str, list[Known]]], type_name: str) -> list[Known]:
    return [each for rows in done[type_name].values() for each in rows]


def _table(source: Source, found: list[Known], done: dict[str, dict[str, list[Known]]]) -> Table:
    promised = grouped(
        source.read("follow_up", (_KEY, "state"), _FOR_IT), lambda each: str(each.get(_KEY))
    )
    rows = []
    for each in found:
        counts = [
            counted(records(type_name, done[type_name].get(each.uid, ())))
            for type_name, _label in _SORTS
        ]
        ever = promised.get(each.uid, [])
        kept = [task for task in ever if not overdue.is_open(task)]
        title = Both(each.get("title_fa") or "", each.get("title_en") or "")
        rows.append(
            Row(
                (
                    Cell(each.get("rank")),
                    Cell(title, (_KEY, each.uid)),
                    choice(_KEY, "level", each.get("level")),
                    Cell(each.get("period")),
                    *counts,
                    counted(records("follow_up", kept)),
                    Cell(round(_WHOLE * len(kept) / len(ever)) if ever else None),
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
