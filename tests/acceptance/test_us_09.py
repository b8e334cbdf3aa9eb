"""The day after: a visit is filed at its page, its report printed, and the file closed."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QDesktopServices, QImage
from PySide6.QtWidgets import QFileDialog

from liaison.domain.records import by_name
from tests.acceptance.officer import CONTROL, Officer, live_on
from tests.pdf.extraction import comparable
from ui.pages.visit import VisitPage
from ui.pages.visit_closing import ClosingCard
from ui.prints.preview import PreviewPage

DAY = date(2026, 4, 25)
CAPTION = ("امضای یادداشت در تالار آزمون", "Signing of the note in the test hall")
PROMISE = "ارسال پیش‌نویس برنامهٔ آزمون"


@pytest.fixture
def page(officer: Officer, monkeypatch: pytest.MonkeyPatch) -> VisitPage:
    """Open a visit that ended three days ago, its meeting held and one promise without an owner."""
    live_on(monkeypatch, DAY + timedelta(days=4))
    with officer.archive.change("A visit") as change:
        city = change.add(
            by_name("partner"),
            {"name_fa": "شهر آزمون ۱", "name_en": "Test City 1", "kind": "city", "country": "TR"},
        )
        change.add(by_name("officer"), {"name_fa": "کارشناس آزمون", "name_en": "Test Officer"})
        delegation = change.add(by_name("delegation"), {"name_fa": "هیئت آزمون"})
        for rank, role in enumerate(("head", "expert"), start=1):
            values = {"delegation": delegation, "role": role, "rank": rank}
            change.add(by_name("delegation_member"), {**values, "title_fa": f"عضو آزمون {rank}"})
        visit = change.add(
            by_name("visit"),
            {
                "title_fa": "سفر هیئت شهر آزمون ۱",
                "title_en": "Visit of Test City 1",
                "number": "1405-V-048",
                "partner": city,
                "delegation": delegation,
                "direction": "incoming",
                "stage": "completed",
                "starts_on": DAY,
                "ends_on": DAY + timedelta(days=1),
            },
        )
        meeting = change.add(
            by_name("meeting"),
            {
                "visit": visit,
                "title_fa": "دیدار آزمون",
                "state": "held",
                "starts_at": datetime(2026, 4, 25, 7, tzinfo=UTC),
            },
        )
        statement = change.add(
            by_name("statement"),
            {"meeting": meeting, "kind": "commitment", "side": "ours", "text_fa": PROMISE},
        )
        values = {"visit": visit, "meeting": meeting, "statement": statement}
        change.add(by_name("follow_up"), {**values, "title_fa": PROMISE, "partner": city})
    officer.window.workspace.changed.emit()
    officer.window.open_record("visit", visit)
    officer.settle()
    return officer.page(VisitPage)


def test_the_day_after_is_filed_reported_and_closed(
    officer: Officer, page: VisitPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uid = page.uid
    photo(officer, page, tmp_path, monkeypatch)
    reactions(officer, page)
    experience(officer, page)
    attachments(officer, page, tmp_path, monkeypatch)
    report_fields(officer, page)
    report(officer, page)
    officer.window.go_back()
    officer.settle()
    closing(officer, officer.page(VisitPage))
    links_survive(officer, uid)


def insert(officer: Officer, page: VisitPage, number: int) -> None:
    """Begin a record in the list `number` of the tab of the day after."""
    officer.press(Qt.Key.Key_Insert, on=page.tab.lists[number].list)


def photo(officer: Officer, page: VisitPage, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """File a photograph with its captions: US-09.1, on the screen."""
    path = folder / "IMG_0042.png"
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(QColor("#446688"))
    assert image.save(str(path))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_words: ([str(path)], ""))
    page.open_tab("afterwards")
    page.tab.lists[3].new()
    officer.settle()
    panel = page.side.panel
    assert panel is not None
    officer.fill(panel, title_en="Signing", caption_fa=CAPTION[0], caption_en=CAPTION[1])
    officer.save(panel)


def reactions(officer: Officer, page: VisitPage) -> None:
    """Write down reactions and see them counted by group with their days: US-09.2."""
    for group, day in [("parliament", "۱۴۰۵/۰۲/۰۵")] * 3 + [("council", "۱۴۰۵/۰۲/۰۷")] * 2:
        page.tab.lists[1].new()
        officer.settle()
        panel = page.side.panel
        assert panel is not None
        officer.fill(panel, group=group, speaker_fa="گویندهٔ آزمون", published_on=day)
        officer.save(panel)
    entries = page.tab.lists[1].list.view.rows.entries
    headings = [each.cells[0].notes[0][1] for each in entries if each.heading]
    assert ["۳" in headings[0], "۱۴۰۵/۰۲/۰۵" in headings[0]] == [True, True]
    assert ["۲" in headings[1], "۱۴۰۵/۰۲/۰۷" in headings[1]] == [True, True]


def experience(officer: Officer, page: VisitPage) -> None:
    """Write an experience, refused without its result and without its lesson: US-09.3."""
    page.tab.lists[0].new()
    officer.settle()
    panel = page.side.panel
    assert panel is not None
    officer.fill(panel, title_fa="کارگاه مشترک آزمون")
    officer.save(panel)
    officer.fill(panel, result="unsuccessful")
    officer.save(panel)
    assert officer.archive.rows(by_name("experience")) == []
    officer.fill(panel, lesson_fa="زمان ترجمه دو برابر شود.")
    officer.save(panel)
    (made,) = officer.archive.rows(by_name("experience"))
    assert (made["result"], made["visit"]) == ("unsuccessful", page.uid)


def attachments(
    officer: Officer, page: VisitPage, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Open an attachment from the list, and save all under names by the rule: US-09.6."""
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not opened.append(url.fileName()))
    page.open_tab("documents")
    officer.press(Qt.Key.Key_Return, CONTROL, on=page.tab.list.view)
    assert opened
    assert opened[0].endswith(".png")
    page.tab.save_into(folder / "out")
    officer.settle()
    (saved,) = (folder / "out").iterdir()
    assert saved.name == "سفر-هیئت-شهر-آزمون-۱-۱۴۰۵-۰۲-۰۵"
    assert [each.suffix for each in saved.iterdir()] == [".png"]


def report_fields(officer: Officer, page: VisitPage) -> None:
    """Fill in what the council asks for, from the closing checklist: US-09.4."""
    page.set_stage("closed")
    officer.settle()
    card = page.side.currentWidget()
    assert isinstance(card, ClosingCard)
    for kind, value in (("cost", "۹۰۰ واحد"), ("cost_bearer", "shared"), ("achievements", "آزمون")):
        finding = next(each for each in card.findings if each.kind == kind)
        page.jump(finding)
        officer.settle()
        panel = page.side.panel
        assert panel is not None
        key = "achievements_fa" if kind == "achievements" else kind
        officer.fill(panel, **{key: value})
        officer.save(panel)
        card = page.side.currentWidget()
        assert isinstance(card, ClosingCard)
        assert kind not in {each.kind for each in card.findings}


def report(officer: Officer, page: VisitPage) -> None:
    """Print the report in both languages: US-09.1, 4 and 8."""
    card = page.side.currentWidget()
    assert isinstance(card, ClosingCard)
    card.report_button.click()
    officer.settle()
    preview = officer.page(PreviewPage)
    preview.options.edition.language_buttons["both"].click()
    officer.settle()
    text = " ".join(pages_of(preview))
    wanted = (*CAPTION, "۰۴۸", "ترکیه", "شهر آزمون ۱", "عضو آزمون", "۹۰۰ واحد", "آزمون")
    assert [words for words in wanted if comparable(words) not in text] == []
    assert "۱۴۰۵" in text
    assert comparable("ناموفق") in text
    assert comparable("محرمانه") not in text
    (meeting,) = officer.archive.rows(by_name("meeting"))
    with officer.archive.change("It is confidential") as change:
        change.update(by_name("meeting"), meeting.uid, {"classification": "confidential"})
    preview.refresh()
    officer.settle()
    for each in pages_of(preview):
        assert comparable("محرمانه") in each  # the report takes the class of what it contains


def pages_of(preview: PreviewPage) -> list[str]:
    assert preview.finished is not None
    with pypdfium2.PdfDocument(preview.finished.content) as document:
        return [comparable(page.get_textpage().get_text_range()) for page in document]


def closing(officer: Officer, page: VisitPage) -> None:
    """Close the visit, which a promise without an owner blocks until it has one: US-09.5."""
    page.set_stage("closed")
    officer.settle()
    card = page.side.currentWidget()
    assert isinstance(card, ClosingCard)
    assert not card.close_button.isEnabled()
    assert card.told.text()
    blocking = [each for each in card.findings if each.severity == "blocking"]
    assert len(blocking) == 1
    assert PROMISE in blocking[0].message
    card.list.links[0].press()
    officer.settle()
    menu = page.tab.menu_of_officers()
    assert menu is not None
    menu.actions()[0].trigger()
    officer.settle()
    assert card.close_button.isEnabled()
    officer.press(Qt.Key.Key_Space, on=card.close_button)
    assert officer.archive.read(by_name("visit"), page.uid)["stage"] == "closed"


def links_survive(officer: Officer, visit: str) -> None:
    """Statement, follow-up and media stay tied to the visit and its meeting: US-09.7."""
    archive = officer.archive
    (meeting,) = archive.rows(by_name("meeting"), {"visit": visit})
    (statement,) = archive.rows(by_name("statement"), {"meeting": meeting.uid})
    (promise,) = archive.rows(by_name("follow_up"), {"visit": visit})
    assert (promise["statement"], promise["meeting"]) == (statement.uid, meeting.uid)
    assert len(archive.rows(by_name("media_item"), {"visit": visit})) == 5
    assert len(archive.rows(by_name("document"), {"attached_to": ("visit", visit)})) == 1
