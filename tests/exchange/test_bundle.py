"""Bundles go in whole or not at all, twice as once, and come out in equal bytes."""

from pathlib import Path
from typing import Any

import pytest

from liaison.domain.records import by_name
from liaison.errors import StorageError, UserError
from liaison.exchange.bundle import export_bundle, import_bundle
from liaison.exchange.intake import Outcome
from liaison.exchange.sample import SAMPLE, fill
from liaison.storage.archive import Archive
from tests.exchange.conftest import Writer

CITY, BODY, RELATION, MEETING = (
    f"01920000-0000-7000-8000-00000000000{number}" for number in range(1, 5)
)
PARTNER = by_name("partner")


def record(type_name: str, uid: str, **fields: object) -> dict[str, Any]:
    return {"type": type_name, "uid": uid, "fields": fields}


def city(**fields: object) -> dict[str, Any]:
    return record("partner", CITY, **{"name_fa": "شهر آزمون ۱", "kind": "city", **fields})


def document(**fields: object) -> dict[str, Any]:
    return record("document", RELATION, **{"title_fa": "سند", **fields})


def history_length(archive: Archive, *uids: str) -> int:
    return sum(len(archive.history(uid)) for uid in uids)


def test_order_does_not_matter(archive: Archive, write: Writer) -> None:
    path = write(
        record("relation", RELATION, partner=CITY, kind="mou"),
        record("partner", BODY, name_en="Test Body", city=CITY, kind="ngo"),
        city(parent=BODY),
    )
    assert import_bundle(archive, path) == Outcome(added=3, updated=0, unchanged=0)
    assert archive.read(by_name("relation"), RELATION)["partner"] == CITY


def test_a_second_import_changes_nothing(archive: Archive, write: Writer) -> None:
    path = write(
        city(
            aliases=["آزمون", "Test"],
            founded={"from": "1994-03-21", "until": "1995-03-20", "text": "۱۳۷۳"},
            weekend=["friday"],
            is_ours=False,
            phone="+982112345678",
        ),
        record("meeting", MEETING, title_fa="دیدار", starts_at="2026-01-01T10:00:00.7+03:30"),
    )
    import_bundle(archive, path)
    before = archive.read(PARTNER, CITY)
    length = history_length(archive, CITY, MEETING)
    assert import_bundle(archive, path) == Outcome(added=0, updated=0, unchanged=2)
    assert archive.read(PARTNER, CITY) == before
    assert history_length(archive, CITY, MEETING) == length


def test_absent_fields_are_left_alone_and_null_clears(archive: Archive, write: Writer) -> None:
    import_bundle(archive, write(city(name_en="Test City 1", region="شمال")))
    changed = write(record("partner", CITY, region=None, abbreviation="TC"))
    assert import_bundle(archive, changed) == Outcome(added=0, updated=1, unchanged=0)
    row = archive.read(PARTNER, CITY)
    assert (row["name_en"], row["region"], row["abbreviation"]) == ("Test City 1", None, "TC")
    assert row.version == 2


def test_an_import_is_one_step_to_undo(archive: Archive, write: Writer) -> None:
    import_bundle(archive, write(city(), record("partner", BODY, name_en="Test Body")))
    assert archive.undo()
    assert not archive.counts().get("partner")


def test_a_trial_keeps_nothing(archive: Archive, write: Writer) -> None:
    outcome = import_bundle(archive, write(city()), dry_run=True)
    assert outcome == Outcome(added=1, updated=0, unchanged=0)
    assert not archive.counts().get("partner")
    assert archive.undoable() is None


@pytest.mark.parametrize(
    ("broken", "field"),
    [
        (record("relation", RELATION, partner=BODY, kind="mou"), "partner"),
        (record("relation", RELATION, partner=RELATION), "partner"),
        (record("relation", RELATION, kind="mou"), "partner"),
        (record("relation", RELATION, partner=None), "partner"),
        (record("relation", RELATION, partner=CITY, kind="town"), "kind"),
        (document(attached_to={"type": "visit", "uid": CITY}), "attached_to"),
        (document(attached_to={"type": "vist", "uid": CITY}), "attached_to"),
        (document(day="1405-08-29T"), "day"),
    ],
)
@pytest.mark.parametrize("dry_run", [False, True])
def test_nothing_is_taken_in_where_one_thing_is_wrong(
    archive: Archive, write: Writer, broken: object, field: str, *, dry_run: bool
) -> None:
    with pytest.raises(UserError) as caught:
        import_bundle(archive, write(city(), broken), dry_run=dry_run)
    assert RELATION in caught.value.record
    assert caught.value.field == field
    assert not any(archive.counts().values())
    assert archive.undoable() is None


def test_a_uid_of_another_type_is_refused(archive: Archive, write: Writer) -> None:
    import_bundle(archive, write(city()))
    with pytest.raises(UserError) as caught:
        import_bundle(archive, write(record("person", CITY, family_name_en="Tester")))
    assert caught.value.field == "uid"


def test_references_may_lead_into_the_archive(archive: Archive, write: Writer) -> None:
    import_bundle(archive, write(city()))
    import_bundle(archive, write(record("relation", RELATION, partner=CITY, kind="mou")))
    assert archive.counts()["relation"] == 1


def test_a_record_in_the_bin_comes_back(archive: Archive, write: Writer) -> None:
    path = write(city())
    import_bundle(archive, path)
    with archive.change("delete") as change:
        change.delete(PARTNER, CITY)
    assert import_bundle(archive, path) == Outcome(added=0, updated=1, unchanged=0)
    assert archive.read(PARTNER, CITY).deleted_at is None


def test_the_sample_comes_out_as_it_went_in(
    archive: Archive, other: Archive, tmp_path: Path
) -> None:
    outcome = fill(archive)
    assert outcome.added == sum(archive.counts().values())
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    export_bundle(archive, first)
    import_bundle(other, first)
    export_bundle(other, second)
    assert first.read_bytes() == second.read_bytes()
    assert import_bundle(archive, SAMPLE) == Outcome(0, 0, outcome.added)
    assert import_bundle(archive, second) == Outcome(0, 0, outcome.added)


def test_the_sample_goes_into_an_empty_archive_only(archive: Archive, write: Writer) -> None:
    import_bundle(archive, write(city()))
    with pytest.raises(UserError, match="empty"):
        fill(archive)
    assert sum(archive.counts().values()) == 1


def test_an_export_leaves_out_the_bin_and_other_types(
    archive: Archive, write: Writer, tmp_path: Path
) -> None:
    import_bundle(archive, write(city(), record("partner", BODY, name_en="Test Body")))
    with archive.change("delete") as change:
        change.delete(PARTNER, BODY)
    path = tmp_path / "out.json"
    export_bundle(archive, path, [PARTNER])
    assert BODY not in path.read_text("utf-8")
    export_bundle(archive, path, [by_name("person")])
    assert CITY not in path.read_text("utf-8")


def test_a_file_that_does_not_exist(archive: Archive, tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path, tmp_path / "none" / "a.json"):
        with pytest.raises(UserError):
            import_bundle(archive, path)


def test_an_export_that_fails_leaves_what_was_there(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(UserError):
        export_bundle(archive, tmp_path / "missing" / "out.json")
    with pytest.raises((UserError, StorageError)):
        export_bundle(archive, tmp_path)
    assert not list(tmp_path.glob(".*"))


def test_a_stage_that_stands_elsewhere_is_taken_as_it_is(archive: Archive, write: Writer) -> None:
    with archive.change("A draft with an open clearance") as change:
        authority = change.add(by_name("partner"), {"name_en": "Test authority"})
        uid = change.add(by_name("agreement"), {"title_en": "Test pact", "stage": "drafted"})
        change.add(by_name("clearance"), {"agreement": uid, "authority": authority})
    import_bundle(archive, write(record("agreement", uid, stage="cleared")))
    assert archive.read(by_name("agreement"), uid)["stage"] == "cleared"
