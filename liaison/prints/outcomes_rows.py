"""The records behind the figures of the outcomes report, worded for its tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from liaison.domain.records.delegation_member import DelegationMember
from liaison.domain.records.partner import Partner
from liaison.domain.rules import overdue
from liaison.domain.rules.facts import Facts
from liaison.domain.rules.precedence import AWAY
from liaison.i18n import N_
from liaison.prints.both import Both, counted, figure, joined, said, short_day
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout_tables import TableRow
from liaison.prints.office import Office
from liaison.prints.outcomes_file import OutcomesFile
from liaison.prints.promises import standing
from liaison.prints.sides import IN_HOUSE
from liaison.prints.styled import Words, muted, styled
from liaison.time import instant

# Translators: «تکمیل نشده» in Persian: a cell the council asks for and nobody has filled in.
_NOT_FILLED = N_("not recorded")


@dataclass(frozen=True)
class OutcomesRows:
    """The rows of every table, and the names of partners by uid."""

    trips: Sequence[TableRow]
    meetings: Sequence[TableRow]
    agreements: Sequence[TableRow]
    overdue: Sequence[TableRow]
    names: Mapping[str, Both]


def read_rows(excerpts: Excerpts, file: OutcomesFile, office: Office) -> OutcomesRows:
    """Word what the figures of a period were counted from."""
    now = file.now
    late = [
        each
        for each in now.follow_ups
        if overdue.is_open(each) and each.get("due_on") and each.get("due_on") < office.today
    ]
    late.sort(key=lambda each: each.get("due_on"))
    return OutcomesRows(
        [_trip(excerpts, each) for each in now.visits],
        [_meeting(excerpts, each) for each in now.meetings],
        [_agreement(excerpts, each) for each in now.agreements],
        [_late(excerpts, each, office) for each in late],
        {uid: _partner(excerpts, uid) for uid in file.themes},
    )


def _trip(excerpts: Excerpts, visit: Facts) -> TableRow:
    """Word what the council asks of every journey; an empty cell says that it is empty."""
    since, until = visit.get("starts_on"), visit.get("ends_on")
    days = (until - since).days + 1 if since and until else 0
    length = counted(N_("{count} day"), N_("{count} days"), days) if days else Both()
    cost = joined((excerpts.shown(visit, "cost"), excerpts.shown(visit, "cost_bearer")))
    return (
        joined((excerpts.text(visit, "title"), excerpts.shown(visit, "direction"))),
        filled(_partner(excerpts, visit.get("partner"))),
        joined((short_day(since), length)),
        filled(_members(excerpts, visit)),
        filled(cost),
        filled(excerpts.text(visit, "achievements")),
    )


def _members(excerpts: Excerpts, visit: Facts) -> Both:
    delegation = visit.get("delegation")
    if not delegation:
        return Both()
    rows = excerpts.rows(DelegationMember, {"delegation": delegation})
    count = sum(each.get("attendance") not in AWAY for each in rows)
    return figure(count) if count else Both()


def _meeting(excerpts: Excerpts, meeting: Facts) -> TableRow:
    day = meeting.get("starts_at").astimezone(instant.zone()).date()
    return (
        short_day(day),
        excerpts.text(meeting, "title"),
        _partner(excerpts, meeting.get("partner")),
        filled(excerpts.shown(meeting, "outcome_class")),
    )


def _agreement(excerpts: Excerpts, agreement: Facts) -> TableRow:
    return (
        excerpts.when(agreement, "signed_on"),
        excerpts.text(agreement, "title") or excerpts.shown(agreement, "kind"),
        excerpts.shown(agreement, "stage"),
    )


def _late(excerpts: Excerpts, task: Facts, office: Office) -> TableRow:
    stands = standing(task.get("due_on"), office.today, office.calendar)
    owed_by = task.get("owed_by")
    side = (
        said(IN_HOUSE[owed_by])
        if owed_by in {"ours", "theirs"}
        else excerpts.shown(task, "owed_by")
    )
    return (
        excerpts.text(task, "title"),
        _partner(excerpts, task.get("partner")),
        side,
        stands.due,
        stands.words(),
    )


def _partner(excerpts: Excerpts, uid: str | None) -> Both:
    row = excerpts.record(Partner, uid)
    return excerpts.text(row, "name") if row is not None else Both()


def filled(words: Words) -> Words:
    """Return what a cell says, plainly that it is not filled in where it is empty."""
    return styled(words) if words else muted(said(_NOT_FILLED))
