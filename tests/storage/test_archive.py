"""Writing and reading: what goes in comes out, and what must not go in stays out."""

from datetime import UTC, date, datetime, time
from hashlib import sha256
from io import BytesIO
from typing import Any

import pytest

from liaison.domain.records import (
    CATALOGUE,
    Claim,
    Document,
    Event,
    FollowUp,
    Meeting,
    Partner,
    by_name,
)
from liaison.domain.schema import (
    AnyReference,
    Choice,
    Choices,
    RecordType,
    Reference,
    StoredFile,
    fields_of,
)
from liaison.errors import ConflictError, UserError
from liaison.storage.archive import Archive, Change
from liaison.time.span import Span

CONTENT = b"of a file"
VALUES: dict[str, Any] = {
    "Line": "شهر آزمون ۱",
    "Text": "بند یکم\nبند دوم",
    "Code": "A-12",
    "VisitNumber": "1405-V-048",
    "Phone": "+982112345678",
    "Email": "test@example.org",
    "Url": "https://example.org/a",
    "Tags": ("یک", "دو"),
    "Tongue": "فارسی",
    "Tongues": ("فارسی", "English"),
    "Country": "TR",
    "Number": 7,
    "Flag": True,
    "Day": date(2026, 11, 20),
    "Period": Span(date(1994, 3, 21), date(1995, 3, 20), "۱۳۷۳"),
    "Instant": datetime(2026, 11, 20, 8, 30, tzinfo=UTC),
    "Clock": time(9, 30),
    "File": StoredFile(sha256(CONTENT).hexdigest(), "آزمون.pdf", len(CONTENT)),
}


def values_of(change: Change, record_type: RecordType) -> dict[str, Any]:
    """Return a value for every field of a type; what it refers to is added first."""
    found: dict[str, Any] = {}
    for key, described in fields_of(record_type).items():
        kind = described.kind
        if isinstance(kind, Choice):
            found[key] = list(kind.options)[-1]
        elif isinstance(kind, Choices):
            found[key] = tuple(kind.options)[:2]
        elif isinstance(kind, AnyReference):
            found[key] = ("partner", change.add(Partner, {"name_en": "Test City"}))
        elif isinstance(kind, Reference):
            found[key] = plain(change, by_name(kind.target))
        else:
            found[key] = VALUES[type(kind).__name__]
    return found


def plain(change: Change, record_type: RecordType) -> str:
    """Add a record with nothing but what its type requires, and return its uid."""
    values: dict[str, Any] = {}
    for key, described in fields_of(record_type).items():
        if described.required and isinstance(described.kind, Reference):
            values[key] = plain(change, by_name(described.kind.target))
        elif described.required and isinstance(described.kind, Choice):
            values[key] = next(iter(described.kind.options))
        elif described.required:
            values[key] = VALUES[type(described.kind).__name__]
    for key in record_type.title_fields:
        for name in (key, f"{key}_fa"):
            kind = fields_of(record_type)[name].kind if name in fields_of(record_type) else None
            if type(kind).__name__ in VALUES:
                values.setdefault(name, VALUES[type(kind).__name__])
    return change.add(record_type, values)


@pytest.mark.parametrize("record_type", CATALOGUE, ids=lambda each: each.__tablename__)
def test_every_field_of_every_type_comes_back_as_it_went_in(
    archive: Archive, record_type: RecordType
) -> None:
    archive.attach(BytesIO(CONTENT))
    with archive.change("add") as change:
        values = values_of(change, record_type)
        uid = change.add(record_type, values)
    row = archive.read(record_type, uid)
    assert dict(row.values) == values
    assert (row.version, row.deleted_at, row.uid) == (1, None, uid)
    assert archive.rows(record_type, {"notes": values["notes"]}) == [row]
    assert archive.exists(record_type, uid)
    assert archive.undo() == "add"
    assert archive.counts() == {}
    assert archive.redo() == "add"
    again = archive.read(record_type, uid)
    assert dict(again.values) == values
    assert again.version > row.version


def test_values_left_out_take_their_defaults(archive: Archive) -> None:
    with archive.change("add") as change:
        uid = change.add(FollowUp, {"title_en": "Test"})
        other = change.add(FollowUp, {"title_en": "Test", "state": None})
    assert archive.read(FollowUp, uid)["state"] == "open"
    assert archive.read(FollowUp, other)["state"] is None


def test_text_is_stored_in_one_spelling(archive: Archive) -> None:
    with archive.change("add") as change:
        uid = change.add(Partner, {"name_fa": " شهر  كرج‌ ", "aliases": ("ي", "  ")})
    row = archive.read(Partner, uid)
    assert row["name_fa"] == "شهر کرج"
    assert row["aliases"] == ("ی",)


def test_a_stale_version_is_refused_and_nothing_written(archive: Archive) -> None:
    with archive.change("add") as change:
        uid = change.add(Partner, {"name_fa": "شهر آزمون"})
    with archive.change("first window") as change:
        change.update(Partner, uid, {"region": "شمال"}, version=1)
    with pytest.raises(ConflictError, match="شهر آزمون"), archive.change("second") as change:
        change.update(Partner, uid, {"region": "جنوب"}, version=1)
    assert archive.read(Partner, uid)["region"] == "شمال"
    with archive.change("not asked") as change:
        change.update(Partner, uid, {"region": "جنوب"})
    assert archive.read(Partner, uid).version == 3


def test_undo_and_redo_never_give_a_version_twice(archive: Archive) -> None:
    with archive.change("add") as change:
        uid = change.add(Partner, {"name_fa": "شهر آزمون"})
    with archive.change("region") as change:
        change.update(Partner, uid, {"region": "شمال"})
    seen = [archive.read(Partner, uid).version]
    for step in (archive.undo, archive.redo, archive.undo):
        step()
        seen.append(archive.read(Partner, uid).version)
    with archive.change("another") as change:
        change.update(Partner, uid, {"region": "جنوب"})
    seen.append(archive.read(Partner, uid).version)
    assert seen == sorted(set(seen))


def test_equal_values_write_nothing(archive: Archive) -> None:
    with archive.change("add") as change:
        uid = change.add(Partner, {"name_fa": "شهر آزمون", "aliases": ("الف",)})
    with archive.change("nothing") as change:
        change.update(Partner, uid, {"name_fa": "شهر  آزمون", "aliases": ("الف",), "notes": " "})
    assert archive.undoable() == "add"
    assert archive.read(Partner, uid).version == 1


def test_a_change_sees_what_it_wrote_and_others_do_not_until_it_ends(archive: Archive) -> None:
    with archive.change("add") as change:
        uid = change.add(Partner, {"name_fa": "شهر آزمون"})
        assert archive.exists(Partner, uid)
        assert archive.read(Partner, uid)["name_fa"] == "شهر آزمون"
        change.update(Partner, uid, {"region": "شمال"})
        assert [row["region"] for row in archive.rows(Partner)] == ["شمال"]
        with pytest.raises(RuntimeError), archive.change("inside"):
            pass
    assert archive.exists(Partner, uid)


def test_rows_are_chosen_and_put_in_order(archive: Archive) -> None:
    with archive.change("add") as change:
        city = change.add(Partner, {"name_fa": "شهر"})
        for name, day, state in (
            ("پ", 3, "done"),
            ("آ", 1, "open"),
            ("ب", 2, "open"),
            ("ت", None, "waiting"),
        ):
            due = day and date(2026, 1, day)
            values = {"title_fa": name, "due_on": due, "state": state, "partner": day and city}
            change.add(FollowUp, values)
        change.add(Meeting, {"title_fa": "دیدار", "starts_at": VALUES["Instant"]})

    def titles(*arguments: Any) -> str:
        return "".join(row["title_fa"] for row in archive.rows(FollowUp, *arguments))

    assert titles() == "پآبت"
    assert titles({}, ("title_fa",)) == titles({}, ("title",)) == "آبپت"
    assert titles({}, ("-title",)) == "تپبآ"
    assert titles({}, ("due_on",)) == "آبپت"
    assert titles({}, ("-due_on",)) == "پبآت"
    assert titles({}, ("state", "-due_on")) == "بآتپ"
    assert titles({"state": "open"}) == "آب"
    assert titles({"due_on": None}) == "ت"
    assert titles({"state": {"done", "waiting"}}) == "پت"
    assert titles({"due_on": (date(2026, 1, 2), date(2026, 1, 3))}) == "پب"
    assert titles({"due_on": (None, date(2026, 1, 2))}) == "آب"
    assert titles({"partner": city, "state": "done"}) == "پ"
    day = date(2026, 11, 20)
    assert len(archive.rows(Meeting, {"starts_at": (day, day)})) == 1
    assert archive.rows(Meeting, {"starts_at": (date(2026, 11, 21), None)}) == []
    for arguments in (({"colour": 1},), ({}, ("colour",))):
        with pytest.raises(UserError, match="colour"):
            archive.rows(FollowUp, *arguments)


def test_referring_counts_all_but_parts(archive: Archive) -> None:
    with archive.change("add") as change:
        city = change.add(Partner, {"name_fa": "شهر"})
        for _each in range(3):
            change.add(FollowUp, {"title_fa": "کار", "partner": city, "outside_body": city})
        change.add(Claim, {"partner": city, "fact_fa": "جمعیت"})
        change.add(Document, {"title_fa": "سند", "attached_to": ("partner", city)})
        change.add(Event, {"title_fa": "رویداد", "organiser": city})
    found = {(each.record_type, each.field): each.count for each in archive.referring(city)}
    assert found == {
        (FollowUp, "partner"): 3,
        (FollowUp, "outside_body"): 3,
        (Document, "attached_to"): 1,
        (Event, "organiser"): 1,
    }
    assert archive.referring("nobody") == []


def test_reading_what_is_not_there_is_told(archive: Archive) -> None:
    with pytest.raises(UserError, match="nobody"):
        archive.read(Partner, "nobody")
    for act in ("update", "delete", "restore"):
        with pytest.raises(UserError, match="nobody"), archive.change(act) as change:
            getattr(change, act)(Partner, "nobody", *([{}] if act == "update" else []))


def test_settings_are_kept_and_taken_back(archive: Archive) -> None:
    assert archive.settings.get("weekend", [4]) == [4]
    archive.settings.set("weekend", [3, 4])
    archive.settings.set("weekend", [3, 4])
    archive.settings.set("office_fa", "ادارهٔ آزمون")
    assert archive.settings.get("weekend") == [3, 4]
    archive.undo()
    assert archive.settings.get("office_fa") is None
    archive.undo()
    assert archive.settings.get("weekend") is None
    archive.redo()
    assert archive.settings.get("weekend") == [3, 4]
    assert archive.check() == []
