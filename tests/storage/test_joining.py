from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison.domain.records import (
    CATALOGUE,
    AgreementParty,
    Delegation,
    DelegationMember,
    Document,
    Meeting,
    Officer,
    Participant,
    Partner,
    Person,
    Position,
    Relation,
    Visit,
    by_name,
)
from liaison.domain.rules.joining import Side, asked, called, takes_both
from liaison.domain.rules.rights import EVERYBODY, RIGHTS
from liaison.domain.schema import AnyReference, RecordType, Reference, fields_of
from liaison.errors import ConflictError, UserError
from liaison.storage.archive import Archive, Row
from liaison.storage.joining import join, moving
from tests.storage.filled import Filling, filled, uids_from


class Pair:
    """Two records of one type in an archive, to be joined."""

    def __init__(
        self,
        archive: Archive,
        record_type: RecordType,
        kept: dict[str, Any],
        dropped: dict[str, Any],
    ) -> None:
        self.archive, self.record_type = archive, record_type
        with archive.change("two") as change:
            self.kept = change.add(record_type, kept)
            self.dropped = change.add(record_type, dropped)

    def add(self, record_type: RecordType, **values: Any) -> str:
        with self.archive.change("more") as change:
            return change.add(record_type, values)

    def read(self, uid: str) -> Row:
        return self.archive.read(self.record_type, uid)

    def join(self, **chosen: Side) -> Row:
        kept, dropped = self.read(self.kept), self.read(self.dropped)
        with self.archive.change("join") as change:
            join(change, kept, dropped, chosen)
        return self.read(self.kept)


@pytest.fixture
def cities(archive: Archive) -> Pair:
    return Pair(archive, Partner, {"name_fa": "سنت پترزبورگ"}, {"name_fa": "سن پترزبورگ"})


@pytest.fixture
def people(archive: Archive) -> Pair:
    kept = {"given_name_fa": "علی", "family_name_fa": "آزمونی"}
    return Pair(archive, Person, kept, {**kept, "given_name_en": "Ali"})


def everything(archive: Archive) -> dict[str, dict[str, Any]]:
    """Return every record by uid: its values, and whether it is in the bin."""
    return {
        row.uid: {**row.values, "binned": row.deleted_at is not None}
        for each in CATALOGUE
        for deleted in (False, True)
        for row in archive.rows(each, deleted=deleted)
    }


def leading_to(archive: Archive, uid: str) -> list[tuple[str, str]]:
    """Return the fields that refer to a record, of every record outside the bin."""
    return [
        (row.record_type.__tablename__, key)
        for each in CATALOGUE
        for row in archive.rows(each)
        for key, described in fields_of(each).items()
        if (isinstance(described.kind, Reference) and row[key] == uid)
        or (isinstance(described.kind, AnyReference) and row[key] and row[key][1] == uid)
    ]


def test_the_dropped_one_goes_into_the_bin_and_is_found_by_its_name(cities: Pair) -> None:
    kept = cities.join()
    assert kept["aliases"] == ("سن پترزبورگ",)
    gone = cities.read(cities.dropped)
    assert gone.deleted_at is not None
    assert gone["notes"] == "Joined with “سنت پترزبورگ”."
    assert [hit.uid for hit in cities.archive.search("سن پترزبورگ")] == [cities.kept]


def test_whatever_led_to_it_leads_to_the_kept_one(cities: Pair) -> None:
    visit = cities.add(Visit, title_fa="سفر", partner=cities.dropped, stage="closed")
    child = cities.add(Partner, name_fa="شورای شهر", parent=cities.dropped, city=cities.dropped)
    paper = cities.add(Document, title_fa="نامه", attached_to=("partner", cities.dropped))
    gone = cities.add(Relation, partner=cities.dropped, kind="mou")
    with cities.archive.change("bin") as change:
        change.delete(Relation, gone)
    counted = moving(cities.archive, Partner, cities.dropped)
    assert counted == {Visit: 1, Partner: 1, Document: 1}
    cities.join()
    read = cities.archive.read
    assert read(Visit, visit)["partner"] == cities.kept
    assert (read(Partner, child)["parent"], read(Partner, child)["city"]) == (cities.kept,) * 2
    assert read(Document, paper)["attached_to"] == ("partner", cities.kept)
    assert read(Relation, gone)["partner"] == cities.kept
    assert read(Relation, gone).deleted_at is not None
    assert cities.archive.check() == []


def test_neither_refers_to_itself_afterwards(archive: Archive) -> None:
    both = Pair(archive, Partner, {"name_fa": "شورا"}, {"name_fa": "شورای شهر"})
    with archive.change("link") as change:
        change.update(Partner, both.kept, {"parent": both.dropped})
        change.update(Partner, both.dropped, {"city": both.kept})
    kept = both.join()
    assert (kept["parent"], kept["city"]) == (None, None)


def test_the_same_position_is_held_once(people: Pair) -> None:
    city = people.add(Partner, name_fa="شهر آزمون")
    office = {"title_fa": "شهردار", "partner": city}
    mine = people.add(Position, person=people.kept, **office)
    twin = people.add(Position, person=people.dropped, rank_level=1, **office)
    other = people.add(Position, person=people.dropped, title_fa="عضو شورا", partner=city)
    paper = people.add(Document, title_fa="حکم", attached_to=("position", twin))
    people.join()
    held = people.archive.rows(Position, {"person": people.kept})
    assert {row.uid for row in held} == {mine, other}
    assert people.archive.read(Position, mine)["rank_level"] == 1
    assert people.archive.read(Document, paper)["attached_to"] == ("position", mine)
    assert people.archive.read(Position, twin).deleted_at is not None


def test_positions_that_contradict_each_other_both_stay(people: Pair) -> None:
    people.add(Position, person=people.kept, title_fa="شهردار", rank_level=1)
    people.add(Position, person=people.dropped, title_fa="شهردار", rank_level=2)
    people.join()
    assert len(people.archive.rows(Position, {"person": people.kept})) == 2


def test_nobody_stands_twice_among_those_at_a_meeting(people: Pair) -> None:
    meeting = people.add(Meeting, title_fa="دیدار")
    other = people.add(Meeting, title_fa="دیدار دیگر")
    mine = people.add(Participant, meeting=meeting, person=people.kept, rank=1)
    people.add(Participant, meeting=meeting, person=people.dropped, rank=4, attendance="present")
    elsewhere = people.add(Participant, meeting=other, person=people.dropped)
    people.join()
    found = people.archive.rows(Participant, {"person": people.kept})
    assert {row.uid for row in found} == {mine, elsewhere}
    assert people.archive.read(Participant, mine)["attendance"] == "present"


def test_members_of_a_delegation_from_both_cities_are_as_many_afterwards(cities: Pair) -> None:
    """Nobody is taken for somebody else because both come from the same city now."""
    delegation = cities.add(Delegation, name_fa="هیئت")
    person = cities.add(Person, family_name_fa="آزمونی")
    office = {"delegation": delegation, "title_fa": "عضو شورا"}
    named = cities.add(DelegationMember, city=cities.kept, person=person, **office)
    unnamed = cities.add(DelegationMember, city=cities.dropped, **office)
    cities.join()
    found = cities.archive.rows(DelegationMember, {"city": cities.kept})
    assert {row.uid for row in found} == {named, unnamed}


@pytest.mark.parametrize("record_type", [Partner, Person])
@pytest.mark.parametrize("in_bin", [False, True])
def test_every_reference_that_there_can_be_is_moved(
    archive: Archive, record_type: RecordType, *, in_bin: bool
) -> None:
    """A record of every type, each of its fields filled, leads to what is dropped."""
    uids = uids_from(0x5000)
    filling = Filling(uids, lambda lang: f"آزمون {lang}" if lang != "en" else "trial")
    name = record_type.__tablename__
    with archive.change("fill") as change:
        for each in CATALOGUE:
            values = dict(filled(each, filling))
            values |= {
                key: (name, uids[name])
                for key, described in fields_of(each).items()
                if isinstance(described.kind, AnyReference)
            }
            change.add(each, values, uids[each.__tablename__])
        other = change.add(record_type, smallest_of(record_type))
    if in_bin:
        with archive.change("bin") as change:
            change.delete(by_name("document"), uids["document"])
    assert leading_to(archive, uids[name])
    before = everything(archive)
    with archive.change("join") as change:
        join(change, archive.read(record_type, other), archive.read(record_type, uids[name]), {})
    assert leading_to(archive, uids[name]) == []
    assert archive.check() == []
    after = everything(archive)
    archive.undo()
    assert everything(archive) == before
    archive.redo()
    assert everything(archive) == after


def smallest_of(record_type: RecordType) -> dict[str, Any]:
    return {f"{record_type.title_fields[0]}_fa": "دیگری"}


WORDS = st.sampled_from(["آزمون", "Test", "یک؛ دو", "a, b"])
VALUES = st.fixed_dictionaries(
    {"name_fa": WORDS},
    optional={
        "name_en": WORDS,
        "abbreviation": WORDS,
        "region": WORDS,
        "goals_fa": WORDS,
        "notes": WORDS,
        "aliases": st.lists(WORDS, min_size=1).map(tuple),
        "languages": st.lists(st.sampled_from(["fa", "en", "ar"]), min_size=1).map(tuple),
        "country": st.sampled_from(["IR", "FR"]),
        "is_ours": st.booleans(),
        "classification": st.sampled_from(["normal", "secret"]),
    },
)
SIDES = st.dictionaries(
    st.sampled_from(list(asked(Partner))), st.sampled_from(["kept", "dropped", "both"])
)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(kept=VALUES, dropped=VALUES, chosen=SIDES)
def test_nothing_is_lost_but_what_was_chosen_against_and_undo_brings_all_back(
    archive: Archive, kept: dict[str, Any], dropped: dict[str, Any], chosen: dict[str, Side]
) -> None:
    pair = Pair(archive, Partner, kept, dropped)
    pair.add(Relation, partner=pair.dropped)
    before = everything(archive)
    ours, theirs = pair.read(pair.kept), pair.read(pair.dropped)
    found = pair.join(**chosen)
    names = {*called(Partner, found), *(found["aliases"] or ())}
    for each in (*called(Partner, ours), *called(Partner, theirs)):
        assert {part.strip() for part in each.split("؛")} <= names or each in names
    for key in asked(Partner):
        if chosen.get(key) is None:
            told = [row[key] for row in (ours, theirs) if row[key] is not None]
            assert (found[key] is not None) == bool(told)
            if takes_both(fields_of(Partner)[key]):
                assert all(part in found[key] for each in told for part in each)
    assert leading_to(archive, pair.dropped) == []
    archive.undo()
    assert everything(archive) == before


def test_what_was_changed_meanwhile_is_not_joined(cities: Pair) -> None:
    for uid in (cities.kept, cities.dropped):
        kept, dropped = cities.read(cities.kept), cities.read(cities.dropped)
        with cities.archive.change("meanwhile") as change:
            change.update(Partner, uid, {"region": uid})
        with pytest.raises(ConflictError), cities.archive.change("join") as change:
            join(change, kept, dropped, {})
    assert cities.read(cities.dropped).deleted_at is None


def test_what_cannot_be_joined(cities: Pair, people: Pair) -> None:
    city, person = cities.read(cities.kept), people.read(people.kept)
    officer = people.archive.read(Officer, people.add(Officer, name_fa="کارشناس"))
    for other, message in ((city, "itself"), (person, "become one"), (officer, "become one")):
        with pytest.raises(UserError, match=message), cities.archive.change("join") as change:
            join(change, city, other, {})


def test_a_duty_that_may_not_write_what_is_moved_may_not_join(people: Pair) -> None:
    archive = people.archive
    agreement = people.add(by_name("agreement"), title_fa="تفاهم‌نامه")
    party = people.add(
        AgreementParty,
        agreement=agreement,
        signatory=people.dropped,
        signatory_title_fa="شهردار",
    )
    archive.sign_in("a", "Protocol", RIGHTS["protocol"])
    with pytest.raises(UserError, match="duty"):
        people.join()
    assert archive.read(AgreementParty, party)["signatory"] == people.dropped
    archive.sign_in("", "", EVERYBODY)
    people.join()
    assert archive.read(AgreementParty, party)["signatory"] == people.kept
