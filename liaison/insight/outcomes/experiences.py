"""Experiences given and received in the period: which succeeded, and which did not."""

from typing import Final

from liaison.i18n import N_
from liaison.insight.outcomes.declaration import Column, Figure, Row, Section, Table
from liaison.insight.outcomes.pieces import choice, named, partner_cell, records, where
from liaison.insight.outcomes.source import Source
from liaison.language.both import Both, said

TYPE: Final = "experience"
_READ: Final = ("title_fa", "title_en", "direction", "result", "theme", "partner", "adoption")
_DIRECTIONS: Final = (
    ("given", N_("Experiences given")),
    ("received", N_("Experiences received")),
    ("offered", N_("Experiences offered")),
    ("sought", N_("Experiences sought")),
)
_RESULTS: Final = (
    ("successful", N_("{what}: successful")),
    ("unsuccessful", N_("{what}: unsuccessful")),
    ("unfinished", N_("{what}: unfinished")),
)
_TOLD: Final = frozenset({"given", "received"})
"""What has a result; what is only offered or sought has none yet."""


def experiences(source: Source) -> Section:
    """Tell the experiences of the period by direction and result."""
    now, then = source.experiences(*_READ), source.before.experiences(*_READ)
    figures = []
    for key, label in _DIRECTIONS:
        here, earlier = where(now, "direction", key), where(then, "direction", key)
        whole, whole_before = records(TYPE, here), records(TYPE, earlier)
        figures.append(Figure(key, said(label), whole, whole_before, group=_group(key)))
        for result, wording in _RESULTS if key in _TOLD else ():
            figures.append(
                Figure(
                    f"{key}_{result}",
                    said(wording, what=said(label)),
                    records(TYPE, where(here, "result", result)),
                    records(TYPE, where(earlier, "result", result)),
                    whole,
                    whole_before,
                    _group(key),
                )
            )
    names = source.names({each.get("partner") for each in now} | {each.uid for each in now})
    rows = [
        Row(
            (
                named(TYPE, each.uid, names),
                partner_cell(each.get("partner"), names),
                choice(TYPE, "direction", each.get("direction")),
                choice(TYPE, "result", each.get("result")),
                choice(TYPE, "theme", each.get("theme")),
                choice(TYPE, "adoption", each.get("adoption")),
            )
        )
        for each in now
    ]
    return Section("experiences", said(N_("Experiences")), figures, [_table(rows)])


def _group(direction: str) -> str:
    return direction if direction in _TOLD else ""


def _table(rows: list[Row]) -> Table:
    columns = [
        Column("title", said(N_("Experience")), share=2.2),
        Column("partner", said(N_("City or body")), share=1.2),
        Column("direction", said(N_("Direction")), share=0.8),
        Column("result", said(N_("Result")), share=0.8),
        Column("theme", said(N_("Theme")), share=0.9),
        Column("adoption", said(N_("Adoption")), share=0.8),
    ]
    note = said(
        N_("An experience counts by the first day of its visit, else by the day it was recorded.")
    )
    return Table("experiences", Both(), columns, rows, note)
