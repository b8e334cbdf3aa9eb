"""Two delegations met on the margins of a summit, written down in a hotel the same evening."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from liaison.domain.records import by_name
from liaison.storage.archive import Archive
from tests.acceptance.officer import CONTROL, Officer, live_on
from tests.acceptance.travelling import brought_back, sit_at, taken_along
from tests.pdf.extraction import comparable
from ui.pages.meeting import MeetingPage
from ui.prints.preview import PreviewPage
from ui.records.form_page import FormPage
from ui.records.list_page import ListPage

TODAY = date(2026, 4, 22)
OFFICES = ("معاون وزیر آزمون در امور شهرداری‌ها", "رئیس اتحادیهٔ شهرداری‌های آزمون")
KEPT_AWAY = ("نمایندهٔ شهر آزمون ۳", "اجازهٔ خروج نیافت")
MAYOR, PRESIDENT = "شهردار شهر آزمون", "رئیس بخش آزمون"
UNION = "اتحادیهٔ شهرهای آزمون"
SAID = (
    ("appreciation", "theirs", "از میزبانی سپاسگزاریم."),
    ("interest", "theirs", "به گسترش همکاری علاقه داریم."),
    ("commitment", "ours", "برنامهٔ آزمون را می‌فرستیم."),
    ("commitment", "theirs", "پیش‌نویس آزمون را می‌فرستیم."),
)


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Archive]:
    """Make the archive of the laptop, which is new."""
    with Archive.open(tmp_path / "laptop", author="کارشناس آزمون") as archive:
        yield archive


@pytest.fixture
def summit(officer: Officer, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give the uid of a summit whose dates are not known, and people the office knows."""
    live_on(monkeypatch, TODAY)
    monkeypatch.setattr("ui.pages.meeting.today", lambda: TODAY)
    with officer.archive.change("What the office knows") as change:
        change.add(by_name("partner"), {"name_fa": "شهر آزمون ۲", "kind": "city"})
        union = change.add(by_name("partner"), {"name_fa": UNION, "kind": "city_network"})
        change.add(by_name("person"), {"given_name_fa": "آلفا", "family_name_fa": "آزمون‌زاده"})
        head = change.add(by_name("person"), {"given_name_fa": "بتا", "family_name_fa": "نمونه"})
        change.add(by_name("position"), {"person": head, "partner": union, "title_fa": "دبیر"})
        change.add(by_name("officer"), {"name_fa": "کارشناس آزمون"})
        return change.add(by_name("event"), {"title_fa": "اجلاس آزمون", "kind": "summit"})


def test_two_meetings_on_the_margins_and_their_minutes_the_same_evening(
    officer: Officer, summit: str, laptop: Archive, tmp_path: Path
) -> None:
    office = officer.archive
    taken_along(officer, summit, laptop, tmp_path / "out.liaison-travel")
    first = meeting(officer, summit, "دیدار نخست آزمون", MAYOR)
    by_office(officer, first)
    kept_away(officer, first)
    second = meeting(officer, summit, "دیدار دوم آزمون", PRESIDENT)
    by_office(officer, second, OFFICES[1:])
    assert capacities(officer, first) == {MAYOR}
    assert capacities(officer, second) == {PRESIDENT}
    statements(officer, second)
    promises(officer, second)
    incomplete_names(officer, second)
    minutes(officer, first, second)
    the_summit_gets_its_dates(officer, summit, first)
    at_home_again(officer, office, first, tmp_path / "back.liaison-travel")


def meeting(officer: Officer, summit: str, title: str, capacity: str) -> str:
    """Begin a meeting at the summit, with our person in one capacity; return its uid."""
    window = officer.window
    window.open_record("event", summit)
    officer.settle()
    page = officer.page(FormPage)
    officer.press(Qt.Key.Key_Space, on=page._offered[0][0])
    panel = officer.page(FormPage).panel
    assert panel.form.editors["kind"].value() == "on_the_margins"
    officer.fill(panel, title_fa=title, partner="شهر آزمون ۲", event_day="last")
    officer.save(panel)
    shown = officer.page(MeetingPage)
    officer.press(Qt.Key.Key_Insert, on=shown.parts[0].list)
    ours = shown.side.panel
    assert ours is not None
    officer.fill(ours, side="ours", person="آزمون‌زاده", capacity_fa=capacity)
    officer.save(ours)
    return shown.uid


def by_office(officer: Officer, uid: str, offices: Sequence[str] = OFFICES) -> None:
    """Write down who is known by office only, with two fields: US-02.1."""
    page = officer.page(MeetingPage)
    assert page.uid == uid
    for office in offices:
        page.parts[0].new()
        officer.settle()
        panel = page.side.panel
        assert panel is not None
        officer.fill(panel, side="theirs", capacity_fa=office)
        officer.save(panel)
    rows = officer.archive.rows(by_name("participant"), {"meeting": uid, "person": None})
    assert {row["capacity_fa"] for row in rows} == set(offices)


def kept_away(officer: Officer, uid: str) -> None:
    """Write down who was prevented from coming, and why: US-02.3."""
    page = officer.page(MeetingPage)
    page.parts[0].new()
    officer.settle()
    panel = page.side.panel
    assert panel is not None
    officer.fill(panel, side="theirs", capacity_fa=KEPT_AWAY[0], attendance="prevented")
    officer.fill(panel, attendance_reason=KEPT_AWAY[1])
    officer.save(panel)
    notes = [each.cells[1].notes for each in page.parts[0].list.view.rows.entries if each.uid]
    assert any(("muted", KEPT_AWAY[1]) in each for each in notes)
    assert page.uid == uid


def capacities(officer: Officer, uid: str) -> set[str]:
    """Return in which capacities our person sits at a meeting: US-02.2."""
    rows = officer.archive.rows(by_name("participant"), {"meeting": uid, "side": "ours"})
    assert len({row["person"] for row in rows}) == 1
    return {row["capacity_fa"] for row in rows}


def statements(officer: Officer, uid: str) -> None:
    """Write down what was said, each with its kind, the interest by the union's own head."""
    page = officer.page(MeetingPage)
    head = officer.archive.rows(by_name("person"), {"family_name_fa": "نمونه"})[0].uid
    with officer.archive.change("The head of the union") as change:
        values = {"meeting": uid, "person": head, "side": "theirs", "capacity_fa": "دبیر"}
        speaker = change.add(by_name("participant"), values)
    for kind, side, text in SAID:
        page.parts[2].new()
        officer.settle()
        panel = page.side.panel
        assert panel is not None
        officer.fill(panel, kind=kind, side=side, text_fa=text)
        officer.save(panel)
    (interest,) = officer.archive.rows(by_name("statement"), {"kind": "interest"})
    with officer.archive.change("Who was interested") as change:
        change.update(by_name("statement"), interest.uid, {"participant": speaker})
    officer.window.workspace.changed.emit()
    officer.settle()
    notes = [each.cells[1].notes for each in page.parts[2].list.view.rows.entries]
    assert [bool(each) for each in notes] == [False, True, True, True]
    assert UNION in notes[1][0][1]  # the follow-up suggested names who is interested


def promises(officer: Officer, uid: str) -> None:
    """Make follow-ups of two promises and an interest, one key each: US-02.4 and 5."""
    page = officer.page(MeetingPage)
    view = page.parts[2].list.view
    for row in officer.archive.rows(by_name("statement"), {"meeting": uid}):
        if row["kind"] == "appreciation":
            continue
        view.select(row.uid)
        officer.press(Qt.Key.Key_T, CONTROL, on=view)
        panel = page.side.panel
        assert panel is not None
        assert panel.form.editors["assignee"].control.hasFocus()  # the one thing nobody knows
        officer.fill(panel, assignee="کارشناس آزمون")
        officer.save(panel)
    made = officer.archive.rows(by_name("follow_up"), {"meeting": uid})
    assert [row["owed_by"] for row in made] == ["ours", "ours", "theirs"]
    assert all(row["assignee"] and row["due_on"] and row["statement"] for row in made)
    union = officer.archive.rows(by_name("partner"), {"name_fa": UNION})[0].uid
    assert made[0]["partner"] == union
    assert UNION in made[0]["title_fa"]


def incomplete_names(officer: Officer, uid: str) -> None:
    """List who is known by office only: US-02.1."""
    page = officer.page(MeetingPage)
    assert page.uid == uid
    officer.press(Qt.Key.Key_Space, on=page.names_button)
    listed = officer.page(ListPage).list.model
    assert listed.rowCount() == 4  # by office at two meetings, and the one kept away
    officer.window.go_back()
    officer.settle()


def minutes(officer: Officer, first: str, second: str) -> None:
    """Print the minutes in Persian and their English digest of one page: US-02.3 and 6."""
    officer.window.open_record("meeting", first)
    officer.settle()
    officer.page(MeetingPage).header.print_wanted.emit("minutes")
    officer.settle()
    preview = officer.page(PreviewPage)
    text = text_of(preview)
    for words in (*OFFICES, *KEPT_AWAY, MAYOR):
        assert comparable(words) in text
    preview.options.edition.guest.click()
    officer.settle()
    assert comparable(KEPT_AWAY[0]) not in text_of(preview)
    assert comparable(KEPT_AWAY[1]) not in text_of(preview)
    preview.options.edition.language_buttons["en"].click()
    officer.settle()
    assert preview.finished is not None
    assert preview.finished.pages == 1
    officer.window.go_back()
    officer.settle()
    assert second != first


def text_of(preview: PreviewPage) -> str:
    assert preview.finished is not None
    with pypdfium2.PdfDocument(preview.finished.content) as document:
        return comparable(" ".join(page.get_textpage().get_text_range() for page in document))


def the_summit_gets_its_dates(officer: Officer, summit: str, uid: str) -> None:
    """Give the summit its dates: its last day is a date from then on."""
    officer.window.open_record("event", summit)
    officer.settle()
    panel = officer.page(FormPage).panel
    officer.fill(panel, when="۵ تا ۸ اردیبهشت ۱۴۰۵")
    officer.save(panel)
    officer.window.open_record("meeting", uid)
    officer.settle()
    assert "۸ اردیبهشت ۱۴۰۵" in officer.page(MeetingPage).header.when.text()


def at_home_again(officer: Officer, office: Archive, meeting: str, path: Path) -> None:
    """Bring it into the archive of the office, twice: nobody is there twice: US-02.7."""
    laptop, name = officer.archive, {"given_name_fa": "گاما", "family_name_fa": "ساختگی"}
    (union,) = laptop.rows(by_name("partner"), {"name_fa": UNION})
    for archive, words in ((office, "از دفتر"), (laptop, "از سفر")):
        with archive.change("Both at once") as change:
            change.update(by_name("partner"), union.uid, {"notes": words})
            change.add(by_name("person"), name)
    brought_back(officer, path, office, ("both", "ours"))
    assert office.read(by_name("partner"), union.uid)["notes"] == "از دفتر\n\nاز سفر"
    assert len(office.rows(by_name("person"))) == 3
    assert len(office.rows(by_name("meeting"))) == 2
    assert len(office.rows(by_name("participant"))) == 7
    assert len(office.rows(by_name("follow_up"))) == 3
    assert "کارشناس آزمون" in office.history(meeting)[-1].label
    page = sit_at(officer, office)
    before = office.last_change()
    page.open_file(path)
    officer.settle()
    assert page.arriving.fault.isVisible()  # it says so, and nothing is changed
    assert office.last_change() == before
    officer.window.workspace.undo()
    officer.settle()
    assert not office.rows(by_name("meeting"))
    assert len(office.rows(by_name("person"))) == 3
