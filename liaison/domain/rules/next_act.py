"""What to do next about a partner, and why: the answer to «why has nothing happened?»."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from liaison.domain.rules.expiry import Expiry
from liaison.domain.rules.facts import Facts
from liaison.domain.rules.overdue import open_promises
from liaison.domain.rules.vitality import Vitality
from liaison.i18n import N_

DO_OURS = N_("Carry out what we promised: it is overdue.")
REMIND_THEM = N_("Remind the other side of what it promised: it is overdue.")
RENEW = N_("Decide on renewal: a document runs out soon or has run out.")
PREPARE = N_("Prepare what is planned next.")
FIND_DAYS = N_(
    "Record the day of what took place: without it nobody can say how long ago that was."
)
BEGIN = N_("Begin: no contact is recorded; invite them or propose a visit.")
REVIVE = N_("Propose to revive the relation or to close it: there has been no contact for long.")
REVIEW = N_("Ask how things stand: contact is growing rare.")
GO_ON = N_("Go on as planned: nothing is late.")


@dataclass(frozen=True)
class NextAct:
    """A suggested act, as a message, and the record it is about, "" for none."""

    act: str
    record: str = ""


@dataclass(frozen=True)
class Standing:
    """How things stand with a partner on a day.

    `promises` are what either side still owes, follow-ups and clauses; `planned` is the next visit
    or meeting, `undated` a contact that is recorded without its day, "" for none.
    """

    promises: Sequence[Facts]
    expiries: Sequence[Expiry]
    vitality: Vitality
    today: date
    planned: str = ""
    undated: str = ""


def next_act(standing: Standing) -> NextAct:
    """Return what to do first: promises before papers, papers before visits.

    What is planned goes before any thought of ending a relation.
    """
    for side, act in (("ours", DO_OURS), ("theirs", REMIND_THEM)):
        late = _late(standing, side)
        if late is not None:
            return NextAct(act, late.uid)
    if standing.expiries:
        return NextAct(RENEW, standing.expiries[0].agreement)
    if standing.planned:
        return NextAct(PREPARE, standing.planned)
    if standing.undated and standing.vitality is Vitality.NO_RECORD:
        return NextAct(FIND_DAYS, standing.undated)
    return NextAct(
        {
            Vitality.NO_RECORD: BEGIN,
            Vitality.DORMANT: REVIVE,
            Vitality.COOLING: REVIEW,
            Vitality.ACTIVE: GO_ON,
        }[standing.vitality]
    )


def _late(standing: Standing, side: str) -> Facts | None:
    """Return what a side owes for the longest time past its day."""
    for each in open_promises(standing.promises, side):
        due_on = each.get("due_on")
        if due_on is not None and due_on < standing.today:
            return each
    return None
