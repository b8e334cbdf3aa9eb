"""A list narrowed by conditions on its fields, put together and taken away by keyboard."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from liaison.domain.records import CATALOGUE, by_name
from liaison.domain.schema import fields_of
from liaison.storage.archive import Archive
from liaison.storage.conditions import SOME, Containing
from tests.ui.conftest import TypeText
from ui.application import Languages
from ui.records import filter_words
from ui.records.list_page import ListPage
from ui.workspace import Workspace

Settle = Callable[[], None]
PRESS = Qt.Key.Key_Return


@pytest.fixture(scope="module")
def empty_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an archive with six visits to two cities, once."""
    folder = tmp_path_factory.mktemp("filled") / "archive"
    with Archive.open(folder) as archive, archive.change("fill") as change:
        cities = [change.add(by_name("partner"), {"name_fa": name}) for name in ("آزمون‌شهر", "ب")]
        for number in range(6):
            values = {
                "title_fa": f"سفر آزمایشی {number}",
                "direction": "incoming",
                "partner": cities[number % 2],
                "stage": ("proposed", "approved", "closed")[number % 3],
                "starts_on": date(2026, 4, 1 + number),
            }
            change.add(by_name("visit"), values)
    return folder


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, settle: Settle, languages: Languages) -> ListPage:
    """Show the list of these visits."""
    languages.speak("en")
    shown = ListPage(workspace, "visit")
    qtbot.addWidget(shown)
    shown.resize(1100, 600)
    shown.show()
    qtbot.waitExposed(shown)
    shown.activateWindow()
    settle()
    return shown


def press(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)


def rows(page: ListPage) -> int:
    return page.list.model.rowCount()


def test_conditions_are_put_together_and_taken_away_without_a_mouse(
    page: ListPage, settle: Settle, type_text: TypeText
) -> None:
    bar = page.filters
    bar.begin("stage")
    for key in ("approved", "closed"):
        press(bar.editor.editors[0].buttons[key], Qt.Key.Key_Space)  # type: ignore[attr-defined] # several choices are buttons
    press(bar.editor.editors[0].control, PRESS)
    settle()
    assert rows(page) == 4
    assert page._count.text() == "4 records"
    assert [chip.text() for chip in bar.chips] == ["Stage: Approved, Closed"]
    assert bar.chips[0].hasFocus()
    assert bar.chips[0].accessibleName() == "Filter: Stage: Approved, Closed"

    bar.begin("starts_on")
    type_text(bar.editor.editors[0].control, "۱۴۰۵/۰۱/۱۳")  # 2 April 2026
    type_text(bar.editor.editors[1].control, "1405/1/14")
    press(bar.editor.editors[1].control, PRESS)
    settle()
    assert rows(page) == 2
    assert "2026" in bar.chips[1].text()

    press(bar.chips[1], PRESS)  # change it: until is taken away
    assert bar.editor.isVisible()
    bar.editor.editors[1].set_value(None)
    press(bar.editor.editors[0].control, PRESS)
    settle()
    assert rows(page) == 4
    assert bar.where["starts_on"] == (date(2026, 4, 2), None)

    page.filter.setText("آزمایشی 4")  # together with the text
    page.list._timer.stop()
    page.list._narrow()
    settle()
    assert rows(page) == 1
    page.filter.clear()
    press(bar.chips[0], Qt.Key.Key_Delete)
    assert bar.chips[0].key == "starts_on"
    assert bar.chips[0].hasFocus()
    press(bar.chips[0], Qt.Key.Key_Backspace)
    page.list._timer.stop()
    page.list._narrow()
    settle()
    assert rows(page) == 6
    assert bar.add_button.hasFocus()


def test_a_record_is_named_and_a_strip_left_empty_says_what_it_lacks(
    page: ListPage, workspace: Workspace, settle: Settle, type_text: TypeText, qtbot: QtBot
) -> None:
    bar = page.filters
    bar.begin("partner")
    press(bar.editor.asked, PRESS)
    assert not bar.editor.fault.isHidden()
    assert not bar.where
    editor: Any = bar.editor.editors[0]
    type_text(editor.control, "آزمون شهر")
    qtbot.waitUntil(lambda: editor.drop_down.visible, timeout=3000)
    press(editor.control, PRESS)
    press(editor.control, PRESS)
    settle()
    assert rows(page) == 3
    assert "آزمون‌شهر" in bar.chips[0].text()
    bar.begin("title_en")
    bar.editor.asked.setCurrentIndex(bar.editor.asked.findData("none"))
    press(bar.editor.asked, PRESS)
    settle()
    assert rows(page) == 3
    assert bar.chips[1].text() == "Title in English: empty"
    bar.begin("title_en")
    press(bar.editor.asked, Qt.Key.Key_Escape)
    assert bar.editor.isHidden()
    assert bar.chips[1].hasFocus()
    bar.clear_button.click()
    settle()
    assert rows(page) == 6
    del workspace


def test_filters_are_kept_under_a_name(
    page: ListPage, workspace: Workspace, settle: Settle, type_text: TypeText
) -> None:
    bar = page.filters
    bar._ask({"stage": frozenset({"closed"}), "title_fa": Containing("ازمايشي")})
    settle()
    assert rows(page) == 2
    saved = bar.saved
    saved._offer()
    saved.menu.actions()[0].trigger()
    type_text(saved.naming.line, "پایان‌یافته")
    press(saved.naming.line, PRESS)
    assert list(saved.kept) == ["پایان‌یافته"]
    bar._ask({})
    other = ListPage(workspace, "visit")
    other.filters.saved._offer()
    other.filters.saved.menu.actions()[0].trigger()
    assert other.filters.where == {
        "stage": frozenset({"closed"}),
        "title_fa": Containing("ازمايشي"),
    }
    saved._offer()
    saved.menu.actions()[-1].menu().actions()[0].trigger()  # type: ignore[attr-defined] # a menu within
    assert not saved.kept
    settle()
    other.deleteLater()


def test_tab_follows_the_reading_order(page: ListPage, settle: Settle) -> None:
    bar = page.filters
    bar._ask({"stage": frozenset({"closed"}), "direction": frozenset({"incoming"})})
    bar.begin("starts_on")
    settle()
    page.filter.setFocus()
    path: list[QWidget] = []
    while page.list.table not in path and len(path) < 20:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        path.append(QApplication.focusWidget())
    assert path == [
        page._export,
        page._new,
        *bar.chips,
        bar.add_button,
        bar.saved.button,
        bar.clear_button,
        bar.editor.asked,
        *(each.control for each in bar.editor.editors),
        bar.editor.apply_button,
        bar.editor.cancel_button,
        page.list.table,
    ]


def test_a_list_that_answers_a_question_shows_it_as_filters(
    page: ListPage, workspace: Workspace, settle: Settle
) -> None:
    uids = [row.uid for row in workspace.archive.rows(by_name("visit"))]
    where = {"uid": frozenset(uids[:3]), "stage": "closed"}
    answer = ListPage(workspace, "visit", where, "Print the list")
    answer.refresh()
    settle()
    bar = answer.filters
    assert rows(answer) == 1
    assert [chip.text() for chip in bar.chips] == ["3 chosen records", "Stage: Closed"]
    press(bar.chips[0], PRESS)  # what was chosen one by one can only be taken away
    settle()
    assert rows(answer) == 2
    assert (answer.title(), page.title()) == ("Visits", "Visits")  # it is another question now
    answer.deleteLater()


def test_every_field_that_can_be_asked_has_words_and_a_place_in_a_file(page: ListPage) -> None:
    del page
    ways: dict[str, Any] = {
        "within": (date(2026, 1, 1), None),
        "containing": Containing("متن"),
        "yes": True,
        "no": filter_words.NO_FLAG,
        "some": SOME,
        "none": None,
    }
    for record_type in CATALOGUE:
        for key in filter_words.asked_fields(record_type):
            kind = fields_of(record_type)[key].kind
            for asked in filter_words.questions(kind):
                wanted = ways.get(asked, "TR")
                if asked == "among":
                    wanted = frozenset([next(iter(kind.options))])  # type: ignore[attr-defined] # a choice
                elif asked == "is" and "Reference" in type(kind).__name__:
                    uid = "01890000-0000-7000-8000-000000000000"
                    wanted = uid if type(kind).__name__ == "Reference" else ("visit", uid)
                elif asked == "within" and type(kind).__name__ == "Number":
                    wanted = (None, 4)
                where = {key: wanted}
                assert filter_words.words(record_type, key, wanted, {})
                written = filter_words.to_json(record_type, where)
                assert filter_words.from_json(record_type, written) == where
