"""Every record type of the office, each declared once in a file of its own."""

from difflib import get_close_matches

from liaison.domain.records.agreement import Agreement
from liaison.domain.records.agreement_party import AgreementParty
from liaison.domain.records.article import Article
from liaison.domain.records.assessment import Assessment
from liaison.domain.records.checklist_item import ChecklistItem
from liaison.domain.records.claim import Claim
from liaison.domain.records.clearance import Clearance
from liaison.domain.records.delegation import Delegation
from liaison.domain.records.delegation_member import DelegationMember
from liaison.domain.records.document import Document
from liaison.domain.records.event import Event
from liaison.domain.records.experience import Experience
from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.follow_up_note import FollowUpNote
from liaison.domain.records.gift import Gift
from liaison.domain.records.holiday import Holiday
from liaison.domain.records.media_item import MediaItem
from liaison.domain.records.meeting import Meeting
from liaison.domain.records.membership import Membership
from liaison.domain.records.membership_goal import MembershipGoal
from liaison.domain.records.membership_milestone import MembershipMilestone
from liaison.domain.records.objective import Objective
from liaison.domain.records.officer import Officer
from liaison.domain.records.participant import Participant
from liaison.domain.records.partner import Partner
from liaison.domain.records.person import Person
from liaison.domain.records.position import Position
from liaison.domain.records.programme_item import ProgrammeItem
from liaison.domain.records.proposal import Proposal
from liaison.domain.records.relation import Relation
from liaison.domain.records.statement import Statement
from liaison.domain.records.subject_link import SubjectLink
from liaison.domain.records.talking_point import TalkingPoint
from liaison.domain.records.unit import Unit
from liaison.domain.records.visit import Visit
from liaison.domain.schema import RecordType
from liaison.errors import UserError
from liaison.i18n import _

CATALOGUE: tuple[RecordType, ...] = (
    Partner,
    Person,
    Position,
    Officer,
    Unit,
    Relation,
    Membership,
    MembershipGoal,
    MembershipMilestone,
    Event,
    Proposal,
    Objective,
    Assessment,
    Claim,
    SubjectLink,
    Delegation,
    DelegationMember,
    Visit,
    ProgrammeItem,
    ChecklistItem,
    Meeting,
    Participant,
    TalkingPoint,
    Statement,
    Gift,
    MediaItem,
    Experience,
    Agreement,
    AgreementParty,
    Article,
    Clearance,
    FollowUp,
    FollowUpNote,
    Document,
    Holiday,
)
"""The record types, in the order people meet them."""

_NEAREST = 4
_BY_NAME = {each.__tablename__: each for each in CATALOGUE}


def by_name(name: str) -> RecordType:
    """Return the record type called `name`; raises UserError naming those called nearly so."""
    if name not in _BY_NAME:
        raise UserError(
            _("There is no record type “{name}”. The nearest names are: {types}.").format(
                name=name, types=", ".join(get_close_matches(name, _BY_NAME, _NEAREST, 0))
            )
        )
    return _BY_NAME[name]
