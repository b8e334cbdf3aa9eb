"""What the archive has on one membership, for window and paper alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from liaison.domain.records.document import Document
from liaison.domain.records.event import Event
from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.membership import Membership
from liaison.domain.records.partner import Partner
from liaison.domain.records.proposal import Proposal
from liaison.domain.rules.memberships import Step, Whose, climbed, home_of, whose
from liaison.insight.network_standing import Standing, standings
from liaison.insight.partner_file import Reader
from liaison.storage.row import Row


@dataclass(frozen=True)
class NetworkFile:
    """A membership with everything that bears on it.

    `co_members` are the other memberships at home with their holders, `sections` the bodies
    below the network and `parent` the one above. `proposals` are those put forward by the member
    or at a session of the network, each chain from the first to what took its place. `promises`
    are all follow-ups, the open ones among them.
    """

    standing: Standing
    parent: Row | None
    sections: Sequence[Row]
    co_members: Sequence[tuple[Row, Row]]
    steps: Sequence[Step]
    proposals: Sequence[Sequence[Row]]
    forums: Mapping[str, Row]
    promises: Sequence[Row]
    documents: Sequence[Row]


def open_network(reader: Reader, uid: str, today: date) -> NetworkFile:
    """Gather what belongs to the membership `uid`; raises UserError where there is none."""
    reader.subject(Membership, uid)
    (standing,) = standings(reader, today, [uid])
    network = standing.membership["partner"]
    sections = reader.handed(reader.rows(Partner, {"parent": network}))
    events = standing.events
    proposals = _proposals(reader, standing, frozenset(each.uid for each in events))
    asked = {
        each.get(key) for chain in proposals for each in chain for key in ("forum", "decided_at")
    } - {None}
    forums = {each.uid: each for each in events}
    if beyond := asked - set(forums):
        forums |= {each.uid: each for each in reader.rows(Event, {"uid": frozenset(beyond)})}
    return NetworkFile(
        standing,
        reader.record(Partner, standing.network.get("parent") if standing.network else None),
        sections,
        _co_members(reader, standing),
        climbed(standing.membership, standing.milestones),
        proposals,
        forums,
        _promises(reader, standing),
        _documents(reader, standing),
    )


def _co_members(reader: Reader, standing: Standing) -> list[tuple[Row, Row]]:
    """Return the other memberships of the network whose holders are at home, with the holders."""
    rows = reader.handed(reader.rows(Membership, {"partner": standing.membership["partner"]}))
    others = [each for each in rows if each.uid != standing.uid and each.get("holder")]
    named = frozenset(each["holder"] for each in others)
    partners = reader.handed(reader.rows(Partner, {"uid": named})) if named else []
    holders = {each.uid: each for each in partners}
    home = home_of(reader.rows(Partner, {"is_ours": True}))
    return [
        (each, holder)
        for each in others
        if (holder := holders.get(each["holder"])) is not None
        and whose(holder, home) is not Whose.ABROAD
    ]


def _proposals(reader: Reader, standing: Standing, forums: frozenset[str]) -> list[list[Row]]:
    """Return the proposals to the network in chains: one, and what took its place."""
    found: dict[str, Row] = {}
    holder = standing.membership.get("holder")
    for key in ("forum", "decided_at"):
        if forums:
            rows = reader.handed(reader.rows(Proposal, {key: forums}))
            found |= {each.uid: each for each in rows}
    wanted = frozenset(found)
    while wanted:  # what took the place of one may have been put forward elsewhere
        rows = reader.handed(reader.rows(Proposal, {"replaces": wanted}))
        new = {each.uid: each for each in rows if each.uid not in found}
        found |= new
        wanted = frozenset(new)
    mine = [
        each for each in found.values() if holder is None or each.get("proposer") in {None, holder}
    ]
    return _chains(mine)


def _chains(proposals: Sequence[Row]) -> list[list[Row]]:
    """Return each proposal once: those that begin first, then those that go round in a circle."""
    known = {each.uid for each in proposals}
    after = {each.get("replaces"): each for each in proposals if each.get("replaces") in known}
    begun = [each for each in proposals if each.get("replaces") not in known]
    chains: list[list[Row]] = []
    told: set[str] = set()
    for first in (*begun, *proposals):
        chain: list[Row] = []
        each: Row | None = first
        while each is not None and each.uid not in told:
            told.add(each.uid)
            chain.append(each)
            each = after.get(each.uid)
        if chain:
            chains.append(chain)
    return chains


def _promises(reader: Reader, standing: Standing) -> list[Row]:
    """Return the open promises, the earliest day first, and what is done with."""
    if reader.guest:
        return []
    rows = list(reader.rows(FollowUp, {"membership": standing.uid}))
    if standing.ours:
        rows += reader.rows(FollowUp, {"partner": standing.bodies})
    still = {each.uid for each in standing.open}
    closed = {each.uid: each for each in reader.handed(rows) if each.uid not in still}
    return [*standing.open, *closed.values()]


def _documents(reader: Reader, standing: Standing) -> list[Row]:
    """Return what is attached to the membership, its network or one of its sessions."""
    owners = {("membership", standing.uid)}
    owners |= {("partner", each) for each in standing.bodies}
    owners |= {("event", each.uid) for each in standing.events}
    rows = reader.handed(reader.rows(Document, {"attached_to": frozenset(owners)}))
    return [each for each in rows if not reader.guest or each.get("for_publication")]
