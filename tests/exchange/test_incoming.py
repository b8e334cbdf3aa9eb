"""What a bundle may say, and how it is told what it may not."""

import json
from typing import Any

import pytest

from liaison.domain.records import by_name
from liaison.errors import UserError
from liaison.exchange.incoming import read_bundle
from liaison.i18n import install

UID = "01920000-0000-7000-8000-000000000001"
OTHER = "01920000-0000-7000-8000-000000000002"


@pytest.fixture(autouse=True)
def _english() -> None:
    install("en")


def bundle(*records: object, **parts: object) -> bytes:
    around = {"format": "liaison-bundle", "version": 1, "exported_at": "2026-01-01T00:00:00Z"}
    return json.dumps({**around, "records": records, **parts}).encode()


def record(type_name: str = "partner", uid: str = UID, **fields: object) -> dict[str, Any]:
    return {"type": type_name, "uid": uid, "fields": fields}


def refusal(content: bytes) -> UserError:
    with pytest.raises(UserError) as caught:
        read_bundle(content)
    assert caught.value.message
    return caught.value


def test_values_arrive_as_the_archive_keeps_them() -> None:
    (read,) = read_bundle(bundle(record(name_fa=" شهر  آزمون ۱", kind="city", country=None)))
    assert read.record_type is by_name("partner")
    assert read.uid == UID
    assert read.values == {"name_fa": "شهر آزمون ۱", "kind": "city", "country": None}


def test_a_uid_in_capitals_is_the_same_uid() -> None:
    (read,) = read_bundle(bundle(record(uid=UID.upper())))
    assert read.uid == UID


@pytest.mark.parametrize(
    ("broken", "field"),
    [
        (record("partnr"), "type"),
        (record(uid="42"), "uid"),
        (record(uid=UID + "0"), "uid"),
        ({"type": "partner", "fields": {}}, "uid"),
        (record(nmae_fa="x"), "nmae_fa"),
        (record(name_fa_key="x"), "name_fa_key"),
        (record(version=3), "version"),
        (record(kind="town"), "kind"),
        (record(kind=["city"]), "kind"),
        (record(country="Iran"), "country"),
        (record(name_fa=5), "name_fa"),
        (record(name_fa=["x"]), "name_fa"),
        (record(name_fa="\ud800"), "name_fa"),
        (record(aliases="x"), "aliases"),
        (record(aliases=[["x"]]), "aliases"),
        (record(weekend=["someday"]), "weekend"),
        (record(weekend=[["saturday"]]), "weekend"),
        (record(population="12"), "population"),
        (record(population=1.5), "population"),
        (record(population=-1), "population"),
        (record(population=True), "population"),
        (record(population=10**30), "population"),
        (record(population_on="2026-02-30"), "population_on"),
        (record(population_on=20260201), "population_on"),
        (record(founded="2010"), "founded"),
        (record(founded={"from": "2010-01-01", "until": "2009-01-01", "text": ""}), "founded"),
        (record(founded={"from": "2010-13-01", "until": None, "text": ""}), "founded"),
        (record(city="Paris"), "city"),
        (record(is_ours="yes"), "is_ours"),
        (record(phone="12"), "phone"),
        (record(email="nobody"), "email"),
        (record("meeting", starts_at="2026-01-01"), "starts_at"),
        (record("meeting", starts_at="2026-01-01T10:00:00"), "starts_at"),
        (record("meeting", starts_at="0001-01-01T00:00:00+14:00"), "starts_at"),
        (record("meeting", starts_at=5), "starts_at"),
        (record("programme_item", starts="25:00"), "starts"),
        (record("document", file={"sha256": "x", "name": "a", "size": 1}), "file"),
        (record("document", file="a.pdf"), "file"),
        (record("document", attached_to=UID), "attached_to"),
        (record("document", attached_to={"type": "partner", "uid": "x"}), "attached_to"),
    ],
    ids=lambda value: None if isinstance(value, str) else json.dumps(value)[:70],
)
def test_what_cannot_be_read_is_named(broken: object, field: str) -> None:
    error = refusal(bundle(record(uid=OTHER, name_fa="شهر آزمون ۲"), broken))
    assert error.field == field
    assert error.record


def test_a_record_is_named_by_title_and_uid() -> None:
    error = refusal(bundle(record(name_fa="شهر آزمون ۱", name_en="Test City 1", kind="town")))
    assert error.record == f"«Test City 1» ({UID})"


def test_a_uid_stands_once() -> None:
    error = refusal(bundle(record(), record(uid=UID.upper())))
    assert (error.record, error.field) == (UID, "uid")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"{}",
        b'{"format": "liaison-bundle"}',
        b'{"format": "other", "version": 1, "records": []}',
        b'{"format": "liaison-bundle", "version": 1, "records": [',
        b'{"format": "liaison-bundle", "version": 1, "records": {}}',
        b'{"format": "liaison-bundle", "version": 1, "records": [], "records": []}',
        b'{"format": "liaison-bundle", "version": NaN, "records": []}',
        b"[" * 100_000,
        b"9" * 100_000,
        bundle(version=2),
        bundle(version=True),
        bundle(version="1"),
        bundle(exported_at="yesterday"),
        bundle(signature="x"),
        bundle(5),
        bundle([]),
        bundle({**record(), "more": 1}),
        bundle({**record(), "fields": []}),
    ],
    ids=lambda content: repr(content[:50]),
)
def test_a_file_that_is_no_bundle_is_refused_in_a_sentence(content: bytes) -> None:
    assert refusal(content)


def test_a_newer_bundle_is_named_with_its_version() -> None:
    assert "2" in str(refusal(bundle(version=2)))


def test_the_name_of_a_file_cannot_lead_elsewhere() -> None:
    file = {"sha256": "0" * 64, "name": "..\\../etc/pass\u202ewd", "size": 1}
    (read,) = read_bundle(bundle(record("document", file=file)))
    assert [each.name for each in read.files()] == ["passwd"]


def test_a_byte_order_mark_is_no_fault() -> None:
    assert read_bundle(b"\xef\xbb\xbf" + bundle(record()))
