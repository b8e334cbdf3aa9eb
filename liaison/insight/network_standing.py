"""How memberships stand: sessions held and to come, goals, offices, promises, signs of life.

Everything is read for all of them at once, so that one costs hardly less than all.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from liaison.domain.records.event import Event
from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.membership import Membership
from liaison.domain.records.membership_goal import MembershipGoal
from liaison.domain.records.membership_milestone import MembershipMilestone
from liaison.domain.records.partner import Partner
from liaison.domain.rules import cycles, memberships
from liaison.domain.rules.cycles import Session
from liaison.domain.rules.facts import in_either
from liaison.domain.rules.memberships import Whose
from liaison.domain.rules.relations import Contact
from liaison.domain.rules.untapped import Capacity, capacities
from liaison.domain.rules.vitality import Thresholds, Vitality, vitality
from liaison.insight.contacts import last_contacts
from liaison.insight.partner_file import Reader
from liaison.language import collate
from liaison.storage.row import Row
from liaison.storage.thresholds import thresholds
from liaison.time.span import Span

OPEN_STATES = frozenset({"open", "under_way", "waiting", None})


@dataclass(frozen=True)
class Standing:
    """One membership as it stands.

    `bodies` are the network and its sections, `events` what they hold. `held` are the sessions
    held while it lasted, the newest first, `coming` those to come; of `undated` it is not known
    when they are. `open` are promises of the membership or its network; in a guest edition there
    are none. `contact` is the last sign of life.
    """

    membership: Row
    network: Row | None
    holder: Row | None
    whose: Whose
    bodies: frozenset[str]
    goals: Sequence[Row]
    milestones: Sequence[Row]
    events: Sequence[Row]
    held: Sequence[Row]
    undated: Sequence[Row]
    coming: Sequence[Session]
    open: Sequence[Row]
    contact: Contact | None
    vitality: Vitality

    @property
    def uid(self) -> str:
        """The uid of the membership."""
        return self.membership.uid

    @property
    def ours(self) -> bool:
        """Whether we take part in its sessions: it is ours or that of the country."""
        return self.whose in {Whose.OURS, Whose.COUNTRY}

    @property
    def attended(self) -> Sequence[Row]:
        """The sessions we took part in."""
        return [each for each in self.held if cycles.attended(each)]

    @property
    def recorded(self) -> Sequence[Session]:
        """The sessions to come that are more than computed."""
        return [each for each in self.coming if not each.computed]

    @property
    def sessions(self) -> Sequence[Row]:
        """The recorded sessions that bear on it: those to come, those held, those without a day."""
        ahead = {each.event.uid for each in self.recorded}
        coming = [each for each in self.events if each.uid in ahead]
        return [*coming, *self.held, *self.undated]

    @property
    def unrepresented(self) -> Sequence[Session]:
        """The recorded sessions to come at which nobody is named to represent us."""
        if not self.ours:
            return ()
        return [each for each in self.recorded if not each.represented]

    @property
    def untapped(self) -> Sequence[Capacity]:
        """What is not made use of."""
        return capacities(self.membership)


def standings(
    reader: Reader, today: date, uids: Iterable[str] | None = None, lang: str = ""
) -> list[Standing]:
    """Return how all memberships stand, or those of `uids`.

    Ours come first; they stand by the names of their networks in `lang`, or the language in use.
    """
    where = {} if uids is None else {"uid": frozenset(uids)}
    rows = reader.handed(reader.rows(Membership, where))
    found = _Gathering(reader, rows, today).standings() if rows else []
    order = list(Whose)
    return sorted(found, key=lambda each: (order.index(each.whose), _named(each, lang), each.uid))


def bodies_of(reader: Reader, networks: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return of each of `networks` its own uid and those of its sections."""
    below: dict[str, set[str]] = {each: {each} for each in networks}
    for each in reader.handed(reader.rows(Partner, {"parent": frozenset(below)})):
        below[each["parent"]].add(each.uid)
    return {network: frozenset(found) for network, found in below.items()}


class _Gathering:
    """Reads in a few statements what bears on some memberships."""

    def __init__(self, reader: Reader, rows: Sequence[Row], today: date) -> None:
        self._reader, self._rows, self._today = reader, rows, today
        self._limits: Thresholds = thresholds(reader.archive)
        home = memberships.home_of(reader.rows(Partner, {"is_ours": True}))
        self._home = home
        networks = {each["partner"] for each in rows}
        holders = {each.get("holder") for each in rows} - {None}
        partners = reader.handed(reader.rows(Partner, {"uid": networks | holders}))
        self._partners = {each.uid: each for each in partners}
        self._bodies = bodies_of(reader, networks)
        every = frozenset(uid for bodies in self._bodies.values() for uid in bodies)
        self._events = _grouped(self._all(Event, "organiser", every), "organiser")
        self._coming: dict[str, Sequence[Session]] = {}
        owned = frozenset(each.uid for each in rows)
        self._goals = _grouped(self._all(MembershipGoal, "membership", owned), "membership")
        milestones = self._all(MembershipMilestone, "membership", owned)
        self._milestones = _grouped(sorted(milestones, key=_began), "membership")
        self._open = self._promises(owned, every)
        self._contacts: Mapping[str, Contact] = (
            {} if reader.guest else last_contacts(reader.archive, today)
        )

    def standings(self) -> list[Standing]:
        return [self._standing(each) for each in self._rows]

    def _standing(self, membership: Row) -> Standing:
        network, today = membership["partner"], self._today
        bodies = self._bodies[network]
        events = [event for uid in sorted(bodies) for event in self._events.get(uid, ())]
        holder = self._partners.get(membership.get("holder") or "")
        since, until = (membership.get(key) or Span() for key in ("since", "until"))
        held = cycles.held(events, today, since.since, until.until)
        standing = memberships.is_standing(membership, today)
        coming = self._to_come(network, events) if standing else []
        ahead = {each.event.uid for each in coming}
        whose = memberships.whose(holder, self._home)
        ours = whose in {Whose.OURS, Whose.COUNTRY}
        contact = self._contact(bodies, held) if ours else None
        tasks = {
            each.uid: each
            for key in (membership.uid, *(sorted(bodies) if ours else ()))
            for each in self._open.get(key, ())
        }
        return Standing(
            membership,
            self._partners.get(network),
            holder,
            whose,
            bodies,
            self._goals.get(membership.uid, ()),
            self._milestones.get(membership.uid, ()),
            events,
            held,
            [each for each in cycles.undated(events, today) if each.uid not in ahead],
            coming,
            sorted(tasks.values(), key=lambda each: each.get("due_on") or date.max),
            contact,
            vitality(contact.day if contact else None, today, self._limits),
        )

    def _to_come(self, network: str, events: Sequence[Row]) -> Sequence[Session]:
        """Return the sessions to come of a network, which are the same for all its members."""
        if network not in self._coming:
            self._coming[network] = cycles.to_come(events, self._today)
        return self._coming[network]

    def _promises(
        self, owned: frozenset[str], bodies: frozenset[str]
    ) -> Mapping[str, Sequence[Row]]:
        if self._reader.guest:
            return {}
        found: dict[str, list[Row]] = defaultdict(list)
        for key, uids in (("membership", owned), ("partner", bodies)):
            rows = self._reader.rows(FollowUp, {key: uids, "state": OPEN_STATES})
            for each in self._reader.handed(rows):
                found[each[key]].append(each)
        return found

    def _contact(self, bodies: Iterable[str], held: Iterable[Row]) -> Contact | None:
        """Return the last sign of life: with the network or a section, or a session attended."""
        found = [self._contacts[each] for each in bodies if each in self._contacts]
        for each in held:
            if cycles.attended(each):
                when = each.get("when")
                if when is not None and (day := when.until or when.since) is not None:
                    found.append(Contact(day, each.uid))
        return max(found, key=lambda each: (each.day, each.record), default=None)

    def _all(
        self,
        record_type: type[Event | MembershipGoal | MembershipMilestone],
        key: str,
        uids: object,
    ) -> list[Row]:
        return self._reader.handed(self._reader.rows(record_type, {key: uids}))


def _grouped(rows: Iterable[Row], key: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for each in rows:
        found[each[key]].append(each)
    return found


def _named(standing: Standing, lang: str) -> bytes:
    """Return by what a membership is sorted: the name of its network."""
    name = in_either(standing.network, "name", lang) if standing.network is not None else ""
    return collate.sort_key(name)


def _began(row: Row) -> date:
    when = row.get("when")
    return (when and (when.since or when.until)) or date.max
