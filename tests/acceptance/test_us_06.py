"""The evening before: one member replaced, one prevented, a programme item moved; then reprint."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from liaison.prints.editions import Edition
from liaison.prints.order import Terms
from liaison.prints.register import PRODUCTS
from liaison.prints.revisions import issue_out, ready
from liaison.storage.archive import Archive
from tests.acceptance.officer import CONTROL, Officer, live_on, wait_for
from tests.pdf.extraction import by_pdfium, comparable
from tests.prints.conftest import shaped_once
from tests.prints.large_visit import ARRIVAL, TODAY, LargeVisit, large_visit
from ui.pages.visit import VisitPage
from ui.pages.visit_programme import ProgrammeTab
from ui.prints.changed_panel import ChangedPanel
from ui.prints.preview import PreviewPage

__all__ = ["shaped_once"]

MEMBERS = 8
LONG = 60_000
"""Milliseconds that papers may take on a busy machine."""
HANDED_OUT = datetime(2026, 4, 22, 10, tzinfo=UTC)
PAPERS = ("visit-programme", "delegation-list", "gate-list", "place-cards", "badges", "gift-list")
REASON = "املای نام‌ها با تلفن تأیید شد"


@dataclass
class Evening:
    """A visit whose papers left, and what the officer looks at."""

    officer: Officer
    visit: LargeVisit

    @property
    def member(self) -> str:
        """The member that is replaced."""
        return self.visit.members[3]

    @property
    def prevented(self) -> str:
        """The member that cannot come."""
        return self.visit.members[5]

    def changed(self) -> ChangedPanel:
        """Open the list of what changed, from the page of the visit."""
        window = self.officer.window
        window.open_record("visit", self.visit.visit)
        self.officer.settle()
        page = self.officer.page(VisitPage)
        page.header.print_menu.actions()[2].trigger()
        self.officer.settle()
        panel = self.officer.page(PreviewPage).tasks.changed_panel
        assert panel is not None
        wait_for(lambda: bool(panel.affected) and not panel.reading.is_running)
        return panel


@pytest.fixture(scope="module")
def handed_out(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, LargeVisit]:
    """Hand out the papers of a visit, once: the archive, closed, and what is in it."""
    folder = tmp_path_factory.mktemp("handed-out") / "archive"
    with Archive.open(folder) as archive:
        visit = large_visit(archive, members=MEMBERS, meetings=2)
        for name in PAPERS:
            hand_out(archive, name, visit.visit)
        hand_out(archive, "seating-plan", visit.meetings[1])
    return folder, visit


@pytest.fixture(scope="module")
def empty_archive(handed_out: tuple[Path, LargeVisit]) -> Path:
    """Let every window begin with what was handed out."""
    return handed_out[0]


@pytest.fixture
def evening(
    officer: Officer, handed_out: tuple[Path, LargeVisit], monkeypatch: pytest.MonkeyPatch
) -> Evening:
    """Change the visit once, by its forms."""
    live_on(monkeypatch, TODAY)
    for name in ("all_panel", "changed_panel"):
        monkeypatch.setattr(f"ui.prints.{name}.today", lambda: TODAY)
    done = Evening(officer, handed_out[1])
    change_once(done)
    return done


def hand_out(archive: Archive, name: str, uid: str) -> None:
    done = ready(
        archive,
        PRODUCTS[name],
        uid,
        Edition("fa"),
        today=TODAY,
        terms=Terms(override=REASON),
    )
    issue_out(archive, done, "printed", HANDED_OUT)


def change_once(evening: Evening) -> None:
    """Replace member 4, mark member 6 as prevented, move an item of the first day."""
    archive = evening.officer.archive
    with archive.change("The evening before") as change:
        substitute = change.add(
            by_name("person"),
            {
                "given_name_fa": "جانشین",
                "family_name_fa": "آزمون",
                "given_name_en": "Substitute",
                "family_name_en": "Test",
                "gender": "man",
                "name_confirmed": True,
            },
        )
        change.update(by_name("delegation_member"), evening.member, {"person": substitute})
        change.update(
            by_name("delegation_member"),
            evening.prevented,
            {"attendance": "prevented", "attendance_reason": "بیماری آزمون"},
        )
        items = archive.rows(by_name("programme_item"), {"visit": evening.visit.visit})
        first = next(each for each in items if each["day"] == ARRIVAL)
        change.update(by_name("programme_item"), first.uid, {"starts": time(8, 20)})
    evening.officer.window.workspace.changed.emit()
    evening.officer.settle()


def test_a_list_names_what_changed_and_nothing_else(evening: Evening) -> None:
    panel = evening.changed()
    found = {each.issued.product: each for each in panel.affected}
    assert set(found) == {*PAPERS, "seating-plan"}
    assert f"day:{ARRIVAL.isoformat()}" in found["visit-programme"].wanted
    assert found["visit-programme"].revision == 2
    assert found["delegation-list"].is_changed
    for cards in ("badges", "place-cards"):
        assert found[cards].wanted == {evening.member}
        gone = {each.key for each in found[cards].differences if each.kind == "removed"}
        assert gone == {evening.prevented}
    assert found["seating-plan"].is_changed
    assert not found["gift-list"].is_changed
    shown = {each.uid: each.cells[1].text for each in panel.list._entries}
    unchanged = found["gift-list"].issued.uid
    assert shown[unchanged] == "بدون تغییر"
    assert unchanged not in panel.list.checked
    assert len(panel.list.checked) == sum(each.is_changed for each in panel.affected)


def test_only_the_changed_cards_are_printed_from_the_chosen_place(
    evening: Evening, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = evening.changed()
    cards = {each.issued.uid for each in panel.affected if each.issued.product == "badges"}
    panel.list.check(cards)
    panel.sheets["badges"].choose(7)
    (wish,) = panel.wishes()
    assert (wish.only, wish.start) == ({evening.member}, 7)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "cards.pdf"))
    printer.setResolution(72)
    panel.print_on(printer)
    qtbot.waitUntil(lambda: panel.outing is None, timeout=20_000)
    assert (tmp_path / "cards.pdf").read_bytes().startswith(b"%PDF")
    wait_for(lambda: not panel.reading.is_running and evening.officer.window.workspace.jobs.idle)
    again = {each.issued.product: each for each in panel.affected}
    assert not again["badges"].is_changed
    assert again["badges"].revision == 2
    assert again["place-cards"].is_changed


def test_revised_papers_carry_revision_day_and_time(evening: Evening, tmp_path: Path) -> None:
    panel = evening.changed()
    panel.save_into(tmp_path)
    wait_for(lambda: not panel.writing.is_running, LONG)
    evening.officer.settle()
    programme = next(tmp_path.glob("برنامه*.pdf"))
    text = comparable(by_pdfium(programme.read_bytes()))
    assert comparable("ویرایش ۲") in text
    assert ":" in text[text.index(comparable("ویرایش ۲")) :][:60]
    assert not list(tmp_path.glob("*هدایا*.pdf"))
    cards = next(tmp_path.glob("کارت‌های سینه*".replace("\u200c", "-").replace(" ", "-")))
    assert comparable("جانشین آزمون") in comparable(by_pdfium(cards.read_bytes()))


def test_the_old_version_stays_in_the_history(evening: Evening) -> None:
    past = evening.officer.archive.history(evening.prevented)
    changed = [each for each in past if each.field == "attendance"]
    assert [each.label for each in changed] == ["The evening before"]
    assert changed[0].at
    issues = evening.officer.archive.issued.of_subjects([evening.visit.visit])
    assert all(each.issued_at == HANDED_OUT for each in issues)


def test_what_follows_a_late_arrival_moves_once_it_is_confirmed(evening: Evening) -> None:
    officer = evening.officer
    officer.window.open_record("visit", evening.visit.visit)
    officer.settle()
    officer.window.activateWindow()
    page = officer.page(VisitPage)
    page.open_tab("programme")
    tab = page.tab
    assert isinstance(tab, ProgrammeTab)
    first = tab.list.view.rows.entries[0].uid
    tab.list.view.select(first)
    before = times_of(officer)
    officer.press(Qt.Key.Key_M, CONTROL)
    officer.settle()
    assert tab.shift is not None
    officer.type_text(tab.shift.starts.line, "۱۰:۲۰")
    assert tab.shift.told.text()  # who is not there yet or gone by then is told
    assert times_of(officer) == before
    officer.press(Qt.Key.Key_Return)
    officer.settle()
    after = times_of(officer)
    of_day = {uid for uid, (day, _starts) in before.items() if day == ARRIVAL}
    for uid, (day, starts) in before.items():
        later = minutes_of(after[uid][1]) - minutes_of(starts)
        assert later == (120 if uid in of_day else 0), (day, starts)
    panel = evening.changed()
    found = {each.issued.product: each for each in panel.affected}
    assert f"day:{ARRIVAL.isoformat()}" in found["visit-programme"].wanted


def times_of(officer: Officer) -> dict[str, tuple[date, time]]:
    rows = officer.archive.rows(by_name("programme_item"))
    return {each.uid: (each["day"], each["starts"]) for each in rows}


def minutes_of(at: time) -> int:
    return at.hour * 60 + at.minute


def test_an_unconfirmed_name_asks_for_a_reason(evening: Evening) -> None:
    officer = evening.officer
    with officer.archive.change("An unconfirmed name") as change:
        member = officer.archive.read(by_name("delegation_member"), evening.member)
        change.update(by_name("person"), member["person"], {"name_confirmed": False})
    officer.window.open_record("visit", evening.visit.visit)
    officer.settle()
    officer.window.activateWindow()
    officer.press(Qt.Key.Key_P, CONTROL)
    room = officer.page(PreviewPage)
    room.options.paper.choose("badges", evening.visit.visit)
    officer.settle()
    assert room.finished is None
    assert room.options.terms.reason.isVisible()
    room.options.terms.reason.setText(REASON)
    room.options.terms.reason.returnPressed.emit()
    officer.settle()
    assert room.finished is not None
