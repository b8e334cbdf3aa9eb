"""What the archive has on memberships, on real archives."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from liaison.domain.records import by_name
from liaison.domain.rules.memberships import Whose
from liaison.domain.rules.vitality import Vitality
from liaison.errors import UserError
from liaison.insight.network_file import NetworkFile, open_network
from liaison.insight.networks_overview import overview
from liaison.insight.partner_file import HouseReader
from liaison.prints.editions import Edition
from liaison.prints.excerpts import Excerpts
from liaison.storage.archive import Archive
from liaison.time.span import Span

TODAY = date(2026, 11, 21)
Add = Callable[..., str]


@pytest.fixture
def add(archive: Archive) -> Add:
    def added(type_name: str, **values: Any) -> str:
        with archive.change("Test") as change:
            return change.add(by_name(type_name), values)

    return added


@pytest.fixture
def made(add: Add) -> dict[str, str]:
    """Record a network with a section, of which our city, another and one abroad are members."""
    own = add("partner", name_en="Own", kind="city", country="IR", is_ours=True)
    network = add("partner", name_en="Network", kind="city_network")
    section = add("partner", name_en="Section", parent=network)
    home = add("partner", name_en="Home", kind="city", country="IR")
    abroad = add("partner", name_en="Abroad", kind="city", country="TR")
    uids = {"own": own, "network": network, "section": section}
    uids["ours"] = add("membership", partner=network, holder=own)
    uids["home"] = add("membership", partner=network, holder=home)
    uids["abroad"] = add("membership", partner=network, holder=abroad)
    return uids


def file_of(archive: Archive, uid: str) -> NetworkFile:
    return open_network(HouseReader(archive), uid, TODAY)


def day(year: int) -> Span:
    return Span(date(year, 5, 1), date(year, 5, 1))


def test_members_at_home_and_sections(archive: Archive, made: dict[str, str]) -> None:
    file = file_of(archive, made["ours"])
    assert [membership.uid for membership, _holder in file.co_members] == [made["home"]]
    assert [each.uid for each in file.sections] == [made["section"]]
    assert file.parent is None
    order = [each.whose for each in overview(archive, TODAY).lines]
    assert order == [Whose.OURS, Whose.HOME, Whose.ABROAD]
    with pytest.raises(UserError):
        file_of(archive, "no such membership")


VITALITY = [
    ([], Vitality.NO_RECORD),
    ([(2020, "attendee")], Vitality.DORMANT),
    ([(2026, "absent")], Vitality.NO_RECORD),
    ([(2020, "absent"), (2026, "host")], Vitality.ACTIVE),
    ([(2025, "speaker")], Vitality.COOLING),
]


@pytest.mark.parametrize(("sessions", "expected"), VITALITY)
def test_a_membership_lives_by_the_sessions_attended(
    archive: Archive,
    add: Add,
    made: dict[str, str],
    sessions: list[tuple[int, str]],
    expected: Vitality,
) -> None:
    for year, role in sessions:
        add("event", organiser=made["section"], title_en="Test", when=day(year), our_role=role)
    assert file_of(archive, made["ours"]).standing.vitality is expected


def test_letters_and_tasks_done_are_signs_of_life_as_well(
    archive: Archive, add: Add, made: dict[str, str]
) -> None:
    add("follow_up", title_en="Test", partner=made["section"], state="done", done_on=TODAY)
    standing = file_of(archive, made["ours"]).standing
    assert standing.vitality is Vitality.ACTIVE
    # What we do tells nothing of the membership of others.
    assert file_of(archive, made["home"]).standing.contact is None


def test_a_proposal_leads_to_what_took_its_place(
    archive: Archive, add: Add, made: dict[str, str]
) -> None:
    session = add("event", organiser=made["network"], title_en="Test", when=day(2020))
    ours = {"proposer": made["own"]}
    first = add("proposal", title_en="First", forum=session, state="rejected", **ours)
    second = add("proposal", title_en="Second", replaces=first, state="replaced", **ours)
    third = add("proposal", title_en="Third", replaces=second, state="accepted", **ours)
    alone = add("proposal", title_en="Alone", forum=session)
    add("proposal", title_en="Elsewhere", **ours)
    chains = [[each.uid for each in chain] for chain in file_of(archive, made["ours"]).proposals]
    assert sorted(chains) == sorted([[first, second, third], [alone]])
    (theirs,) = file_of(archive, made["home"]).proposals
    assert [each.uid for each in theirs] == [alone]


def test_proposals_that_replace_each_other_come_to_an_end(
    archive: Archive, add: Add, made: dict[str, str]
) -> None:
    session = add("event", organiser=made["network"], title_en="Test", when=day(2020))
    first = add("proposal", title_en="First", forum=session)
    second = add("proposal", title_en="Second", replaces=first, forum=session)
    with archive.change("Test") as change:
        change.update(by_name("proposal"), first, {"replaces": second})
    shown = [each.uid for chain in file_of(archive, made["ours"]).proposals for each in chain]
    assert sorted(shown) == sorted([first, second])


def test_a_guest_gets_no_promises_and_nothing_that_is_classed(
    archive: Archive, add: Add, made: dict[str, str]
) -> None:
    add("follow_up", title_en="Test", membership=made["ours"], state="open")
    add("event", organiser=made["network"], title_en="Test", when=day(2020), our_role="host")
    secret = {"classification": "confidential", "when": day(2021), "title_en": "Secret"}
    add("event", organiser=made["network"], **secret)
    reader = Excerpts(archive, Edition("en", guest=True))
    file = open_network(reader, made["ours"], TODAY)
    assert file.promises == []
    assert file.standing.open == []
    assert len(file.standing.held) == 1
    assert len(file_of(archive, made["ours"]).promises) == 1
    assert len(file_of(archive, made["ours"]).standing.held) == 2


def test_the_overview_counts_a_session_without_a_representative_once(
    archive: Archive, add: Add, made: dict[str, str]
) -> None:
    country = add("partner", name_en="Country", kind="other", country="IR")
    add("membership", partner=made["network"], holder=country)
    ahead = Span(date(2027, 1, 1), date(2027, 1, 31))
    event = add("event", organiser=made["section"], title_en="Test", when=ahead)
    found = overview(archive, TODAY).unrepresented
    assert [session.event.uid for _line, session in found] == [event]
    person = add("person", family_name_en="Test")
    with archive.change("Test") as change:
        change.update(by_name("event"), event, {"representative": person})
    assert overview(archive, TODAY).unrepresented == []
