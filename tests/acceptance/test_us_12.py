"""The mayor asks by telephone what was done with Paris: found in any spelling, in two keys."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from liaison.domain.records import by_name
from tests.acceptance.officer import CONTROL, Officer, live_on, wait_for
from tests.acceptance.terminal import done, within
from tests.pdf.extraction import by_pdfium, comparable
from tests.prints.made import Maker
from tests.prints.visiting import TODAY
from tests.ui.conftest import TypeText
from ui.pages.partner import PartnerPage
from ui.pages.partner_subjects import SubjectsTab
from ui.pages.partner_summary import SummaryTab
from ui.prints.preview import PreviewPage

SENSITIVE = "حساسیت‌پنهان"
NOTE = "یادداشت‌پنهان"
SPELLINGS = ["پاریس", "paris", "باريس", "Páris", "پاريس", "PARIS", "پاری"]


@pytest.fixture(scope="session")
def empty_archive(sample_archive: Path) -> Path:
    """Let the window of these tests begin with the sample."""
    return sample_archive


def relations_of_paris(officer: Officer) -> dict[str, str]:
    """Return the kind of each relation with Paris, by uid."""
    (paris,) = officer.archive.rows(by_name("partner"), {"name_en": "Paris"})
    rows = officer.archive.rows(by_name("relation"), {"partner": paris.uid})
    return {row.uid: row["kind"] for row in rows}


def test_paris_is_found_and_opened_from_anywhere_in_the_window(
    officer: Officer, type_text: TypeText
) -> None:
    relations = relations_of_paris(officer)
    assert sorted(relations.values()) == ["friendship_city", "mou"]
    search = officer.window.top_bar.search
    for spelling in SPELLINGS:
        officer.window.activateWindow()
        QTest.sendKeyEvent(QTest.KeyAction.Click, officer.window, Qt.Key.Key_K, "k", CONTROL)
        assert search.hasFocus()
        type_text(search, spelling)
        wait_for(lambda: search.drop_down.visible)
        officer.settle()
        shown = search.drop_down.list.suggestion_model.suggestions
        assert (shown[0].type_name, shown[0].title) == ("partner", "پاریس")
        assert set(relations) <= {each.uid for each in shown}
        officer.press(Qt.Key.Key_Return)
        assert officer.page(PartnerPage).title() == "پاریس"


def profile_of(officer: Officer, name: str) -> PartnerPage:
    (row,) = officer.archive.rows(by_name("partner"), {"name_en": name})
    officer.window.open_record("partner", row.uid)
    officer.settle()
    return officer.page(PartnerPage)


def test_the_page_says_what_is_known_of_paris_and_what_is_not(
    officer: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    live_on(monkeypatch, TODAY)
    page = profile_of(officer, "Paris")
    summary = page.tabs["summary"]
    assert isinstance(summary, SummaryTab)
    # 2. Both relations with their sources, and that these are different places, of 1391.
    relations = summary.relations.view.rows.entries
    assert [each.cells[0].text for each in relations] == ["یادداشت تفاهم", "شهر دوست"]
    notes = [" ".join(words for _tone, words in each.cells[0].notes) for each in relations]
    assert len(set(notes)) == 2
    assert all("منبع" in each for each in notes)
    assert "۱۳۹۱" in notes[0]  # the other one bears no day in its source, and is given none
    assert summary.differ.isVisible()
    assert "از بخش‌های مختلف منابع" in summary.differ.text()
    # 4. Where nothing is recorded it says so, and no day is made up.
    assert page.header.vitality.text() == "بدون سابقه"
    nothing = "داده‌ای ثبت نشده"
    assert [each.figure.text() for each in summary.figures.cards] == [nothing] * 4
    assert nothing in [each.text() for each in summary.timeline.findChildren(QLabel)]
    assert not summary.learned.empty.isVisible()  # the interview tells of the offices of Paris
    for each in (summary.promises, summary.evidence):
        assert each.empty.isVisible()
        assert each.empty.text() == nothing
    # 5. What is older than two years is marked.
    assert ["نیازمند به‌روزرسانی" in each for each in notes] == [True, False]


def test_the_page_shows_the_whole_of_a_relation_and_guests_get_less(
    officer: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    live_on(monkeypatch, TODAY)
    with officer.archive.change("A past with Paris") as change:
        city, own = (
            officer.archive.rows(by_name("partner"), {"name_en": name})[0].uid
            for name in ("Paris", "Tehran")
        )
        give_a_past(Maker(change), city, own)
        change.update(by_name("partner"), city, {"sensitivities": SENSITIVE})
    page = profile_of(officer, "Paris")
    summary = page.tabs["summary"]
    assert isinstance(summary, SummaryTab)
    # 3. Timeline, what both sides owe, what meets whose need, sensitivities on demand.
    assert "سفر آزمون" in summary.timeline.view.accessibleName()
    owed = [each.cells[0].text for each in summary.promises.view.rows.entries]
    assert [each.partition(":")[0] for each in owed] == ["آنان", "ما"]
    page.open_tab("subjects")
    subjects = page.tabs["subjects"]
    assert isinstance(subjects, SubjectsTab)
    matched = [each.cells[0].text for each in subjects.subjects.view.rows.entries[1:3]]
    assert matched == ["اتوبوس برقی", "شبکهٔ اتوبوس"]
    page.open_tab("summary")
    assert SENSITIVE not in told_by(page)
    officer.press(Qt.Key.Key_Space, on=summary.sensitivities.toggle)
    assert SENSITIVE in told_by(page)
    # 6. One button makes the edition for guests, without what is ours alone.
    officer.press(Qt.Key.Key_Space, on=page.header.guest_button)
    room = officer.page(PreviewPage)
    assert room.finished is not None
    safe = comparable(by_pdfium(room.finished.content))
    assert "یادداشت تفاهم" in safe
    assert SENSITIVE not in safe
    assert NOTE not in safe
    officer.window.go_back()
    assert SENSITIVE not in told_by(page)
    # The same in the house's own edition, with Ctrl+P.
    officer.window.activateWindow()
    officer.press(Qt.Key.Key_P, CONTROL)
    house = officer.page(PreviewPage).finished
    assert house is not None
    assert comparable(SENSITIVE) in comparable(by_pdfium(house.content))


def give_a_past(make: Maker, city: str, own: str) -> None:
    make.add("visit", title_fa="سفر آزمون", title_en="Test visit", partner=city, stage="closed",
             direction="incoming", starts_on=TODAY - timedelta(days=100))  # fmt: skip
    for side, days in (("theirs", -30), ("ours", 30)):
        make.add("follow_up", title_fa=f"کار {side}", title_en=f"Task {side}", partner=city,
                 owed_by=side, due_on=TODAY + timedelta(days=days), notes=NOTE)  # fmt: skip
    for partner, kind, subject in ((own, "need", "اتوبوس برقی"), (city, "offer", "شبکهٔ اتوبوس")):
        make.add("subject_link", partner=partner, kind=kind, subject=subject)


def told_by(page: PartnerPage) -> list[str]:
    return [each.text() for each in page.findChildren(QLabel)]


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("lang", ["fa", "en"])
def test_paris_is_found_at_the_terminal(
    sample_archive: Path, capsys: pytest.CaptureFixture[str], spelling: str, lang: str
) -> None:
    answer = within(capsys, sample_archive, "search", spelling, "--json", lang=lang)
    found = json.loads(done(answer))
    assert found[0]["type"] == "partner"
    assert found[0]["title"] == {"fa": "پاریس", "en": "Paris"}[lang]
    relations = [each["fields"]["kind"] for each in found if each["type"] == "relation"]
    assert {"friendship_city", "mou"} <= set(relations)
