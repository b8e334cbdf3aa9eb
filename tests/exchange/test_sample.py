"""The sample says what the five documents say: the figures and a fact of each sort."""

import json
from collections import Counter
from typing import Any

import pytest

from liaison.commands.terminal import SAMPLE_MEETING
from liaison.domain.records import CATALOGUE, by_name
from liaison.domain.schema import fields_of
from liaison.exchange.incoming import Incoming, read_bundle
from liaison.exchange.sample import SAMPLE
from liaison.time.span import Span

Sample = dict[str, list[Incoming]]


@pytest.fixture(scope="module")
def sample() -> Sample:
    records: dict[str, list[Incoming]] = {each.__tablename__: [] for each in CATALOGUE}
    for record in read_bundle(SAMPLE.read_bytes()):
        records[record.record_type.__tablename__].append(record)
    return records


def values(sample: Sample, type_name: str, **wanted: object) -> list[dict[str, Any]]:
    return [
        {**each.values, "uid": each.uid}
        for each in sample[type_name]
        if all(each.values.get(key) == value for key, value in wanted.items())
    ]


def named(sample: Sample, name: str) -> dict[str, Any]:
    (partner,) = values(sample, "partner", name_fa=name)
    return partner


@pytest.mark.parametrize(
    ("type_name", "number"),
    [
        ("partner", 46 + 24),
        ("relation", 24 + 5),
        ("person", 7),
        ("position", 7),
        ("event", 9),
        ("visit", 2),
        ("meeting", 4),
        ("statement", 9),
        ("agreement", 1),
        ("document", 14),
        # Fifteen lines of the documents; two of them speak of Tehran in Metropolis.
        ("membership", 14),
        ("membership_goal", 3),
        ("membership_milestone", 5 + 6),
        ("proposal", 2),
        ("objective", 10),
        ("assessment", 9 + 6 + 9 + 7 + 7 + 7 + 7),
        ("experience", 5),
        ("subject_link", 5 + 1),
        ("media_item", 2),
        ("officer", 0),
        ("talking_point", 0),
        ("programme_item", 0),
    ],
)
def test_it_holds_what_the_documents_hold(sample: Sample, type_name: str, number: int) -> None:
    assert len(sample[type_name]) == number


def test_cities_and_organisations(sample: Sample) -> None:
    kinds = Counter(each.values["kind"] for each in sample["partner"])
    assert kinds["city"] == 46
    assert kinds.total() - kinds["city"] == 24
    assert [each["name_fa"] for each in values(sample, "partner", kind="city", is_ours=True)] == [
        "تهران"
    ]
    assert "country" not in named(sample, "سئول"), "no document says where Seoul lies"
    assert named(sample, "سن‌پترزبورگ")["aliases"] == ("سنت پترزبورگ", "سن پترزبورگ")


def test_the_table_of_1391(sample: Sample) -> None:
    span = Span.from_json({"from": "2012-03-20", "until": "2013-03-20", "text": "۱۳۹۱"})
    table = values(sample, "relation", as_of=span)
    assert Counter((each["kind"], each["stage"]) for each in table) == {
        ("sister_city_contract", "concluded"): 18,
        ("sister_city_contract", "negotiation"): 2,
        ("cooperation_mou", "concluded"): 1,
        ("mou", "concluded"): 3,
    }
    (bishkek,) = (each for each in table if each["partner"] == named(sample, "بیشکک")["uid"])
    assert bishkek["since"].text == "۱۳۷۳"
    assert sum("since" in each for each in table) == 1, "the table gives no dates"


def test_paris_is_bound_twice(sample: Sample) -> None:
    paris = named(sample, "پاریس")["uid"]
    relations = values(sample, "relation", partner=paris)
    assert {each["kind"] for each in relations} == {"mou", "friendship_city"}


def test_sources_disagree_side_by_side(sample: Sample) -> None:
    tehran = named(sample, "تهران")["uid"]
    counts = values(sample, "claim", partner=tehran, fact_en="Number of sister cities of Tehran")
    assert [each["value"] for each in counts] == ["30", "17", "20", "20", "18"]
    assert len({each["source"] for each in counts}) == 5
    members = values(sample, "claim", fact_en="Number of members", qualifier_en=None)
    assert {"104", "130"} <= {each["value"] for each in members}


def test_people_known_by_office_alone_have_no_invented_name(sample: Sample) -> None:
    (ghalibaf,) = values(sample, "person", family_name_en="Ghalibaf")
    assert "given_name_fa" not in ghalibaf
    nameless = values(sample, "delegation_member", person=None)
    assert len(nameless) == 4
    assert all(each["title_fa"] and each["title_en"] for each in nameless)
    (gaza,) = values(sample, "delegation_member", attendance="prevented")
    assert gaza["attendance_reason"] == "محاصره"


def test_the_meetings_on_the_margins(sample: Sample) -> None:
    (summit,) = values(sample, "event", our_role="chair")
    meetings = values(sample, "meeting", kind="on_the_margins", event=summit["uid"])
    assert len(meetings) == 2
    assert SAMPLE_MEETING in {each["uid"] for each in meetings}
    for meeting in meetings:
        assert "starts_at" not in meeting, "no document dates them"
        (ours,) = values(sample, "participant", meeting=meeting["uid"], side="ours")
        assert ours["capacity_fa"].startswith("رئیس بخش غرب آسیا")
        ranks = [each["rank"] for each in values(sample, "statement", meeting=meeting["uid"])]
        assert ranks == list(range(1, len(ranks) + 1))


def test_the_pact_is_dated_in_the_words_of_the_source(sample: Sample) -> None:
    (pact,) = sample["agreement"]
    span = pact.values["signed_on"]
    assert span.text == "چهارشنبه گذشته و پیش از اجلاس دوروزه"
    assert span.to_json()["from"] is None


def test_every_record_says_where_it_stands(sample: Sample) -> None:
    for records in sample.values():
        for record in records:
            assert len(record.values["source"]) > 10, record.name
            assert ".txt" not in record.values["source"]


def test_the_file_reads_well_in_a_difference() -> None:
    text = SAMPLE.read_text("utf-8")
    bundle = json.loads(text)
    assert json.dumps(bundle, ensure_ascii=False, indent=1) + "\n" == text
    order = [each.__tablename__ for each in CATALOGUE]
    places = [(order.index(each["type"]), each["uid"]) for each in bundle["records"]]
    assert places == sorted(places)


def test_values_stand_in_the_form_they_are_kept_in() -> None:
    for record in json.loads(SAMPLE.read_text("utf-8"))["records"]:
        declared = fields_of(by_name(record["type"]))
        for key, value in record["fields"].items():
            kind = declared[key].kind
            assert kind.to_json(kind.from_json(value)) == value
