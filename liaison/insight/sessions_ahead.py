"""Which networks meet soon: what one is warned of months before."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from liaison.domain.records.event import Event
from liaison.domain.records.membership import Membership
from liaison.domain.records.partner import Partner
from liaison.domain.rules.cycles import Session, Warned, to_come, warned
from liaison.domain.rules.memberships import Whose, home_of, is_standing, whose
from liaison.insight.network_standing import bodies_of
from liaison.insight.partner_file import HouseReader
from liaison.storage.archive import Archive
from liaison.storage.row import Row


def coming_sessions(archive: Archive, today: date) -> Iterator[tuple[Row, list[Session]]]:
    """Yield the memberships that are ours or our country's, each with its sessions to come."""
    ours = [each for each in archive.rows(Membership) if is_standing(each, today)]
    if not ours:
        return
    home = home_of(archive.rows(Partner, {"is_ours": True}))
    named = frozenset(filter(None, (each.get("holder") for each in ours)))
    holders = {each.uid: each for each in archive.rows(Partner, {"uid": named})}
    ours = [
        each
        for each in ours
        if whose(holders.get(each.get("holder") or ""), home) in {Whose.OURS, Whose.COUNTRY}
    ]
    bodies = bodies_of(HouseReader(archive), {each["partner"] for each in ours})
    events: dict[str, list[Row]] = defaultdict(list)
    for each in archive.rows(Event, {"organiser": frozenset().union(*bodies.values())}):
        events[each["organiser"]].append(each)
    for each in ours:
        known = [event for body in sorted(bodies[each["partner"]]) for event in events[body]]
        yield each, to_come(known, today)


def sessions_ahead(archive: Archive, today: date) -> Iterator[tuple[Warned, Session]]:
    """Yield the warnings due on `today`, each with the session it warns of.

    Where the city and the country are both members one is warned once.
    """
    told = set()
    for membership, sessions in coming_sessions(archive, today):
        for found, session in warned(membership.uid, sessions, today):
            place = (membership["partner"], found.begins)
            if place not in told:
                told.add(place)
                yield found, session
