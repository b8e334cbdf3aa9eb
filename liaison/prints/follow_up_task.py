"""One follow-up as the list has it: where it comes from, who has it, how it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from liaison.domain.records.agreement import Agreement
from liaison.domain.records.article import Article
from liaison.domain.records.follow_up_note import FollowUpNote
from liaison.domain.records.meeting import Meeting
from liaison.domain.records.membership import Membership
from liaison.domain.records.officer import Officer
from liaison.domain.records.partner import Partner
from liaison.domain.records.proposal import Proposal
from liaison.domain.records.relation import Relation
from liaison.domain.records.statement import Statement
from liaison.domain.records.unit import Unit
from liaison.domain.records.visit import Visit
from liaison.domain.rules import classes, overdue
from liaison.domain.rules.facts import Facts
from liaison.domain.schema import RecordType
from liaison.i18n import N_
from liaison.prints.both import COMMA, Both, joined, said, short_day, shortened
from liaison.prints.excerpts import Excerpts
from liaison.prints.office import Office
from liaison.prints.promises import Standing, standing
from liaison.prints.selection import Selection
from liaison.time import instant

_LONGEST_TITLE: Final = 100
_LONGEST_ORIGIN: Final = 48
_LONGEST_ACTION: Final = 34


@dataclass(frozen=True)
class Task:
    """One row of the list."""

    title: Both
    origin: Both
    partner: Both
    responsible: Both
    standing: Standing
    state: Both
    last_action: Both


class TaskReader:
    """Words follow-ups, reading each record they refer to once."""

    def __init__(self, excerpts: Excerpts, office: Office, selection: Selection) -> None:
        self._excerpts = excerpts
        self._office = office
        self._selection = selection
        self._last: dict[str, Facts] = {}
        self._made: dict[str, Task] = {}
        for record_type in (Officer, Unit, Partner):
            excerpts.rows(record_type, {})
        for note in self._permitted(excerpts.rows(FollowUpNote, {})):
            before = self._last.get(note.get("follow_up"))
            if before is None or _moment(before) <= _moment(note):
                self._last[note.get("follow_up")] = note

    def task(self, row: Facts) -> Task:
        """Return one row of the list."""
        if row.uid not in self._made:
            self._made[row.uid] = self._worded(row)
        return self._made[row.uid]

    def _worded(self, row: Facts) -> Task:
        excerpts, office = self._excerpts, self._office
        due_on = row.get("due_on") if overdue.is_open(row) else None
        title = excerpts.text(row, "title").each(lambda text: shortened(text, _LONGEST_TITLE))
        return Task(
            title,
            self._origin(row),
            self._name(Partner, row.get("partner") or row.get("outside_body")),
            self._name(Officer, row.get("assignee")) or self._name(Unit, row.get("unit")),
            standing(due_on, office.today, office.calendar),
            excerpts.shown(row, "state"),
            self._last_action(row),
        )

    def _permitted(self, rows: Iterable[Facts]) -> list[Facts]:
        """Return the rows whose class may stand on the paper."""
        most = self._selection.classification
        return [each for each in rows if not classes.is_above(each.get("classification"), most)]

    def _readable(self, record_type: RecordType, uid: str | None) -> Facts | None:
        row = self._excerpts.record(record_type, uid)
        return row if row is not None and self._permitted([row]) else None

    def _name(self, record_type: RecordType, uid: str | None) -> Both:
        row = self._readable(record_type, uid)
        return self._excerpts.text(row, "name") if row is not None else Both()

    def _last_action(self, row: Facts) -> Both:
        """Return the latest action; of what waits, for whom; of finished work, when it was done."""
        excerpts = self._excerpts
        if not overdue.is_open(row):
            outcome = self._short(excerpts.text(row, "outcome"), _LONGEST_ACTION)
            return joined((short_day(row.get("done_on")), outcome), ": ")
        waiting = excerpts.text(row, "waiting_for") if row.get("state") == "waiting" else Both()
        if waiting:
            return self._short(waiting, _LONGEST_ACTION)
        note = self._last.get(row.uid)
        if note is None:
            return Both()
        words = excerpts.alone(note, "text", longest=_LONGEST_ACTION)
        return joined((short_day(note.get("day")), words), ": ")

    def _origin(self, row: Facts) -> Both:
        """Return what a follow-up comes from, such as a meeting or a clause, with its day."""
        for record_type, key, word in (
            (Meeting, "meeting", self._of_meeting),
            (Article, "article", self._of_clause),
            (Statement, "statement", self._of_statement),
            (Visit, "visit", self._of_visit),
            (Relation, "relation", self._of_relation),
            (Membership, "membership", self._of_membership),
            (Proposal, "proposal", self._of_proposal),
        ):
            origin = self._readable(record_type, row.get(key))
            if origin is not None:
                return word(origin)
        return Both()

    def _of_meeting(self, meeting: Facts) -> Both:
        starts_at = meeting.get("starts_at")
        day = starts_at.astimezone(instant.zone()).date() if starts_at else None
        return self._dated(self._excerpts.text(meeting, "title"), day)

    def _of_clause(self, clause: Facts) -> Both:
        number = self._excerpts.shown(clause, "number")
        agreement = self._readable(Agreement, clause.get("agreement"))
        title, signed = Both(), Both()
        if agreement is not None:
            title = self._short(self._excerpts.text(agreement, "title"), _LONGEST_ORIGIN)
            signed = self._excerpts.shown(agreement, "signed_on")
        named = said(N_("Clause {number}"), number=number) if number else Both()
        return joined((named, title, signed), COMMA)

    def _of_statement(self, statement: Facts) -> Both:
        meeting = self._readable(Meeting, statement.get("meeting"))
        kind = self._excerpts.shown(statement, "kind")
        return joined((kind, self._of_meeting(meeting) if meeting else Both()), ": ")

    def _of_visit(self, visit: Facts) -> Both:
        title = self._excerpts.text(visit, "title") or self._excerpts.shown(visit, "number")
        return self._dated(title, visit.get("starts_on"))

    def _of_relation(self, relation: Facts) -> Both:
        return joined(
            (self._excerpts.shown(relation, "kind"), self._excerpts.shown(relation, "since")), COMMA
        )

    def _of_membership(self, membership: Facts) -> Both:
        network = self._readable(Partner, membership.get("partner"))
        name = self._excerpts.text(network, "name") if network else Both()
        return joined((self._excerpts.shown(membership, "category"), name), COMMA)

    def _of_proposal(self, proposal: Facts) -> Both:
        return self._short(self._excerpts.text(proposal, "title"), _LONGEST_ORIGIN)

    def _dated(self, title: Both, day: date | None) -> Both:
        return joined((self._short(title, _LONGEST_ORIGIN), short_day(day)), COMMA)

    @staticmethod
    def _short(words: Both, longest: int) -> Both:
        return words.each(lambda text: shortened(text, longest))


def _moment(note: Facts) -> date:
    return note.get("day") or date.min
