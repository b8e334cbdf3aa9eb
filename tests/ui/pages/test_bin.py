"""The bin: what is in it, the way back, and emptying it for good."""

from collections.abc import Callable
from datetime import UTC, datetime
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.domain.records import Meeting, Participant, Partner
from liaison.domain.rules.rights import RIGHTS
from liaison.storage.bin_list import Binned
from ui.application import Languages
from ui.pages.bin import BinPage
from ui.pages.bin_model import BinModel, kept_of
from ui.workspace import Workspace


@pytest.fixture(autouse=True)
def _in_english(languages: Languages) -> None:
    languages.speak("en")


@pytest.fixture
def binned(workspace: Workspace) -> dict[str, str]:
    """Put a meeting with two guests and three cities into the bin."""
    archive = workspace.archive
    archive.author = "Test Officer"
    with archive.change("Add") as change:
        meeting = change.add(Meeting, {"title_en": "Test meeting"})
        for name in ("One", "Two"):
            change.add(Participant, {"meeting": meeting, "capacity_en": name})
        found = {name: change.add(Partner, {"name_en": name}) for name in ("Abc", "Abd", "كريم")}
    for record_type, uid in ((Meeting, meeting), *((Partner, uid) for uid in found.values())):
        with archive.change("Bin") as change:
            change.delete(record_type, uid)
    return {**found, "meeting": meeting}


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, settle: Callable[[], None]) -> Callable[[], BinPage]:
    kept: list[BinPage] = []

    def show() -> BinPage:
        made = BinPage(workspace)
        kept.append(made)
        qtbot.addWidget(made)
        made.resize(1140, 700)
        made.show()
        qtbot.waitExposed(made)
        settle()
        return made

    return show


def cells(page: BinPage) -> list[list[str]]:
    model = page.model
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


@pytest.mark.usefixtures("binned")
def test_it_tells_who_deleted_what_and_what_went_along(page: Callable[[], BinPage]) -> None:
    shown = cells(page())
    assert [row[:3] for row in shown] == [
        ["کریم", "City or body", "Test Officer"],
        ["Abd", "City or body", "Test Officer"],
        ["Abc", "City or body", "Test Officer"],
        ["Test meeting", "Meeting", "Test Officer"],
    ]
    assert shown[3][4] == "2 × Participant"


@pytest.mark.usefixtures("binned")
def test_it_is_narrowed_by_words_and_by_type(page: Callable[[], BinPage]) -> None:
    shown = page()
    shown.filter.setText("كريم")  # typed with an Arabic letter
    assert [row[0] for row in cells(shown)] == ["کریم"]
    shown.filter.setText("nothing of this sort")
    assert not shown.table.isVisible()
    shown.filter.clear()
    shown.types.setCurrentIndex(shown.types.findData("meeting"))
    shown.types.activated.emit(0)
    assert [row[0] for row in cells(shown)] == ["Test meeting"]


def test_several_are_brought_back_by_key_as_one_step(
    page: Callable[[], BinPage],
    workspace: Workspace,
    binned: dict[str, str],
    settle: Callable[[], None],
) -> None:
    shown = page()
    shown.select(1, 3)
    assert shown.restore_button.text() == "Bring 2 back"
    QTest.keyClick(shown.table, Qt.Key.Key_Delete)
    assert len(cells(shown)) == 4
    QTest.keyClick(shown.table, Qt.Key.Key_Return)
    settle()
    archive = workspace.archive
    assert archive.exists(Partner, binned["Abd"])
    assert archive.counts() == {"partner": 1, "meeting": 1, "participant": 2}
    assert [row[0] for row in cells(shown)] == ["کریم", "Abc"]
    assert archive.undo() == "Bring 2 records back"


@pytest.mark.usefixtures("binned")
def test_it_is_emptied_after_one_question_that_says_how_many(
    page: Callable[[], BinPage], workspace: Workspace, settle: Callable[[], None]
) -> None:
    shown = page()
    shown.empty_button.click()
    assert shown.question.isVisible()
    assert shown.question.text.text().startswith("6 records")
    shown.question.second.click()
    assert not shown.question.isVisible()
    assert len(cells(shown)) == 4
    shown.empty_button.click()
    shown.question.first.click()
    settle()
    assert cells(shown) == []
    assert workspace.archive.bin() == []
    assert not shown.empty_button.isEnabled()
    assert not shown.restore_button.isEnabled()


@pytest.mark.usefixtures("binned")
def test_only_who_may_empties_it_or_brings_back(
    page: Callable[[], BinPage], workspace: Workspace
) -> None:
    workspace.archive.sign_in("", "Protocol", RIGHTS["protocol"])
    shown = page()
    assert not shown.empty_button.isEnabled()
    shown.select(0)
    assert not shown.restore_button.isEnabled()  # a city
    shown.select(3)
    assert shown.restore_button.isEnabled()  # a meeting


def test_five_thousand_are_narrowed_quickly() -> None:
    at = datetime(2026, 11, 20, 8, 5, tzinfo=UTC)
    found = [Binned("follow_up", str(each), f"Task {each}", "", at, {}) for each in range(5000)]
    model = BinModel()
    model.show_kept(kept_of(found))
    assert model.rowCount() == 5000
    began = perf_counter()
    model.narrow("task 4999", "follow_up")
    assert perf_counter() - began < 0.1
    assert model.rowCount() == 1
