"""What was promised at meetings, by whom and until when, as minutes and reports list it."""

from collections.abc import Iterable, Sequence

from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.officer import Officer
from liaison.domain.records.statement import Statement
from liaison.domain.records.unit import Unit
from liaison.domain.rules.facts import Facts
from liaison.i18n import N_
from liaison.prints.both import Both, figure, said, short_day
from liaison.prints.columns import occupied
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout
from liaison.prints.layout_tables import Plan, TableRow
from liaison.prints.sides import Sides, in_house
from liaison.storage.row import Row

_NO_ONE = Both("–", "–")


def of_meetings(excerpts: Excerpts, meetings: Iterable[Facts]) -> list[Facts]:
    """Return the follow-ups that arose from meetings or from what was said there."""
    rows = [row for each in meetings for row in _arisen(excerpts, each)]
    standing = {each.uid: each for each in rows if each.get("state") != "cancelled"}
    return [*excerpts.handed(standing.values())]


def of_visit(excerpts: Excerpts, visit: str, meetings: Iterable[Facts]) -> list[Facts]:
    """Return the follow-ups that arose from a visit or from its meetings."""
    rows = [
        *excerpts.rows(FollowUp, {"visit": visit}),
        *of_meetings(excerpts, meetings),
    ]
    return list({each.uid: each for each in rows if each.get("state") != "cancelled"}.values())


def agreed(excerpts: Excerpts, follow_ups: Sequence[Facts], sides: Sides) -> list[TableRow]:
    """Return what both sides may read of commitments: what, by which side, until when.

    Follow-ups are internal records; of a commitment made at the table both sides know this much.
    """
    rows: list[TableRow] = []
    for number, each in enumerate(_by_day(follow_ups), 1):
        title = excerpts.text(each, "title", agreed=True)
        rows.append((figure(number), title, _side(each, sides), short_day(each.get("due_on"))))
    return rows


def for_the_house(excerpts: Excerpts, follow_ups: Sequence[Facts]) -> list[TableRow]:
    """Return the same with who has it and how it stands."""
    rows: list[TableRow] = []
    for row, each in zip(
        agreed(excerpts, follow_ups, in_house()), _by_day(follow_ups), strict=True
    ):
        rows.append((*row[:3], _responsible(excerpts, each), row[3], excerpts.shown(each, "state")))
    return rows


def add(layout: Layout, rows: Sequence[TableRow], sides: Sides) -> None:
    """Add the table of commitments; what is not there is said."""
    layout.heading(said(N_("Commitments")))
    if not rows:
        layout.nothing()
        return
    internal = not sides.guest
    plans = [
        Plan(said(N_("#")), width=36),
        Plan(said(N_("Commitment")), 2.2, paired=True),
        Plan(said(N_("Owed by")), width=sides.width(58)),
    ]
    if internal:
        plans.append(Plan(said(N_("Responsible")), width=74))
    plans.append(Plan(said(N_("Due on")), width=66))
    if internal:
        plans.append(Plan(said(N_("State")), width=58))
    layout.table(*occupied(plans, rows))


def _arisen(excerpts: Excerpts, meeting: Facts) -> list[Row]:
    rows = excerpts.rows(FollowUp, {"meeting": meeting.uid})
    for statement in excerpts.rows(Statement, {"meeting": meeting.uid}):
        rows += excerpts.rows(FollowUp, {"statement": statement.uid})
    return rows


def _side(follow_up: Facts, sides: Sides) -> Both:
    side = follow_up.get("owed_by")
    return sides.heading(side) if side else _NO_ONE


def _responsible(excerpts: Excerpts, follow_up: Facts) -> Both:
    for record_type, key in ((Officer, "assignee"), (Unit, "unit")):
        row = excerpts.record(record_type, follow_up.get(key))
        if row is not None:
            return excerpts.text(row, "name")
    return Both()


def _by_day(follow_ups: Sequence[Facts]) -> list[Facts]:
    dated = [each for each in follow_ups if each.get("due_on")]
    dated.sort(key=lambda each: each.get("due_on"))
    return [*dated, *(each for each in follow_ups if not each.get("due_on"))]
