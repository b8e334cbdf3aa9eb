"""Visiting cards and calendars of other programs, in every version and with every fault."""

import quopri
from datetime import date, datetime

import pytest

from liaison.domain.records.meeting import Meeting
from liaison.domain.records.partner import Partner
from liaison.domain.records.person import Person
from liaison.domain.records.position import Position
from liaison.domain.records.visit import Visit
from liaison.errors import UserError
from liaison.exchange.foreign.reading import read_source
from liaison.exchange.foreign.tables import RawTable, Source
from liaison.exchange.foreign.taking_in import carry_out
from liaison.i18n import install
from liaison.storage.archive import Archive
from tests.exchange.foreign.conftest import planned


def _folded(line: str, at: int) -> bytes:
    """Fold a line every so many bytes, in the middle of letters too."""
    content = line.encode()
    return b"\r\n ".join(content[start : start + at] for start in range(0, len(content), at))


def _card(version: str, *lines: str | bytes) -> bytes:
    whole = ("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", "")
    return b"\r\n".join(line if isinstance(line, bytes) else line.encode() for line in whole)


def _quoted(text: str, encoding: str) -> str:
    return quopri.encodestring(text.encode(encoding)).decode().replace("=\n", "=\r\n")


OLD = _card(
    "2.1",
    f"N;CHARSET=windows-1256;ENCODING=QUOTED-PRINTABLE:{_quoted('نمونه;علي', 'cp1256')}",
    f"ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{_quoted('شهرداری آزمون شماره یک', 'utf-8')}",
    "TITLE;CHARSET=WINDOWS-1256:شهردار".encode("cp1256"),
    "TEL;CELL:0912-000-0001",
    "TEL;WORK;FAX:021-55600001",
)
PLAIN = _card(
    "3.0",
    "UID:card-1",
    "FN:Beta Sample",
    "N:آزموني;زهرا;;دکتر;",
    "ORG:بنیاد نمونه;روابط",
    "TITLE:مدیر\\, کل",
    "TEL;TYPE=WORK,VOICE:+982155600002",
    "TEL;TYPE=HOME:+982155600003",
    "EMAIL;TYPE=INTERNET:b@example.org",
    "ADR;TYPE=WORK:;;خیابان آزمون;تهران;;1234;ایران",
    "URL:https://example.org",
    "PHOTO;ENCODING=b;TYPE=JPEG:" + "A" * 600_000,
    _folded("NOTE:" + "یادداشت آزمون " * 10, 31),
)
NEW = _card(
    "4.0",
    "UID:card-1",
    "FN:گاما نمونه",
    'TEL;VALUE=uri;PREF=1;TYPE="cell,voice":tel:+98-912-000-0004',
    "GENDER:F",
    "office1.TITLE:عضو",
    "office1.ORG:شورای آزمون",
    "office2.TITLE:مشاور",
    "office2.ORG:بنیاد نمونه",
) + _card("4.0", "KIND:org", "FN:شبکهٔ آزمون", "TEL:021-55600005")


def _rows(table: RawTable) -> list[dict[str, object]]:
    return [
        {head: cell for head, cell in zip(table.heads, row.cells, strict=True) if cell}
        for row in table.rows
    ]


@pytest.fixture(scope="module")
def cards() -> Source:
    install("en")
    return read_source(OLD + PLAIN + NEW + _card("3.0", "NOTE:nobody"), "cards.vcf")


def test_cards_of_all_versions_are_read(cards: Source) -> None:
    old, plain, first, second, body = _rows(cards.tables[0])
    assert old == {
        "family": "نمونه",
        "given": "علي",
        "organisation": "شهرداری آزمون شماره یک",
        "title": "شهردار",
        "mobile": "0912-000-0001",
        "notes": "TEL: 021-55600001",
    }
    assert (plain["name"], plain["family"], plain["title"]) == (
        "Beta Sample",
        "آزموني",
        "مدیر, کل، روابط",
    )
    assert plain["phone"] == "+982155600002"
    assert plain["notes"] == ("یادداشت آزمون " * 10).strip() + "\nTEL: +982155600003"
    assert plain["address"] == "خیابان آزمون، تهران، 1234"
    assert (first["organisation"], second["organisation"]) == ("شورای آزمون", "بنیاد نمونه")
    assert first["mobile"] == "+98-912-000-0004"
    assert body == {"organisation": "شبکهٔ آزمون", "body_phone": "021-55600005"}
    assert [row.number for row in cards.tables[0].refused] == [5]
    assert "1 picture" in cards.tables[0].notes[0]


def test_cards_become_people_offices_and_bodies(cards: Source, archive: Archive) -> None:
    carry_out(archive, planned(archive, cards), {}, "Import")
    people = {row["family_name_fa"]: row for row in archive.rows(Person)}
    assert people.keys() == {"نمونه", "آزمونی"}
    assert len(archive.rows(Person)) == 3
    beta = people["آزمونی"]
    assert (beta["given_name_en"], beta["family_name_en"]) == ("Beta", "Sample")
    assert beta["honorific_fa"] == "دکتر"
    assert len(archive.rows(Position)) == 4
    bodies = {row["name_fa"]: row for row in archive.rows(Partner)}
    assert bodies.keys() == {
        "شهرداری آزمون شماره یک",
        "بنیاد نمونه",
        "شورای آزمون",
        "شبکهٔ آزمون",
    }
    assert bodies["بنیاد نمونه"]["country"] == "IR"
    again = carry_out(archive, planned(archive, cards), {}, "Import")
    assert (again.count("added"), again.count("updated")) == (0, 0)


def test_a_card_of_this_archive_is_the_person_it_names(archive: Archive) -> None:
    with archive.change("test") as change:
        uid = change.add(Person, {"family_name_fa": "نمونه", "given_name_fa": "علی"})
    mine = _card("3.0", f"UID:urn:uuid:{uid}", "FN:علی نمونه", "N:نمونه;علی;;;", "TEL:021-55600009")
    carry_out(archive, planned(archive, read_source(mine, "a.vcf")), {}, "Import")
    assert [row["phone"] for row in archive.rows(Person)] == ["+982155600009"]


def test_a_file_cut_off_gives_what_there_is_and_one_without_cards_is_refused() -> None:
    assert len(_rows(read_source(PLAIN[:-20], "a.vcf").tables[0])) == 1
    with pytest.raises(UserError, match="nested deeper"):
        read_source(b"BEGIN:VCARD\r\n" * 50, "a.vcf")


def _entry(*lines: str) -> bytes:
    return "\r\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT", "")).encode()


CALENDAR = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTIMEZONE\r\nTZID:Asia/Tehran\r\nBEGIN:STANDARD\r\n"
    b"DTSTART:19700101T000000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0900\r\nEND:STANDARD\r\n"
    b"END:VTIMEZONE\r\n"
    + _entry(
        "UID:1",
        "SUMMARY:دیدار آزمون",
        "DTSTART;TZID=Asia/Tehran:20240301T100000",
        "DTEND;TZID=Asia/Tehran:20240301T110000",
        "RRULE:FREQ=SECONDLY",
        "LOCATION:تالار آزمون",
        "STATUS:CANCELLED",
    )
    + _entry("UID:2", "SUMMARY:همایش آزمون", "DTSTART;VALUE=DATE:20240301", "DURATION:P2D")
    + b"BEGIN:VEVENT\r\nUID:3\r\n"
    + _folded("SUMMARY:سفر هیئت نمونهٔ آزمون به شهر آزمون", 9)
    + b"\r\nDTSTART;VALUE=DATE:20240301\r\nDTEND;VALUE=DATE:20240304\r\nEND:VEVENT\r\n"
    + _entry("UID:4", "SUMMARY:x", "DTSTART;TZID=No/Where:20240301T100000")
    + _entry("UID:5", "SUMMARY:تعطیل آزمون", "DTSTART;VALUE=DATE:20240301")
    + _entry("UID:6", "SUMMARY:no day")
    + _entry("UID:7", "SUMMARY:bad day", "DTSTART:2024xx")
    + b"END:VCALENDAR\r\n"
)


def test_a_calendar_is_read_without_believing_its_clocks(archive: Archive) -> None:
    source = read_source(CALENDAR, "office.ics")
    tables = {table.name: table for table in source.tables}
    meeting, other = _rows(tables["Meetings"])
    assert meeting["starts"] == datetime(2024, 3, 1, 10)  # noqa: DTZ001 - by the office's clock
    assert meeting["notes"] == "RRULE: FREQ=SECONDLY"
    assert meeting["state"] == "cancelled"
    assert other["starts"] == datetime(2024, 3, 1, 10)  # noqa: DTZ001 - as above
    assert "zone" in source.notes[0]
    (visit,) = _rows(tables["Visits"])
    assert visit["title"] == "سفر هیئت نمونهٔ آزمون به شهر آزمون"
    assert (visit["starts"], visit["ends"]) == (date(2024, 3, 1), date(2024, 3, 3))
    assert _rows(tables["Events"])[0]["when"] == "2024-03-01 – 2024-03-02"
    assert [row["starts"] for row in _rows(tables["Official holidays"])] == [date(2024, 3, 1)]
    assert [row.number for row in tables["office.ics"].refused] == [6, 7]
    report = carry_out(archive, planned(archive, source), {}, "Import")
    assert (report.count("added"), report.count("skipped")) == (5, 2)
    assert {row["place_fa"] for row in archive.rows(Meeting)} == {"تالار آزمون", None}
    assert len(archive.rows(Visit)) == 1
    again = carry_out(archive, planned(archive, source), {}, "Import")
    assert (again.count("added"), again.count("updated")) == (0, 0)
