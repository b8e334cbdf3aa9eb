import time
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from liaison.domain.records import CATALOGUE, by_name
from liaison.domain.schema import RecordType
from liaison.storage.archive import Line, Listing
from tests.ui.conftest import TypeText
from ui.application import Languages
from ui.records.columns import shared
from ui.records.list_page import ListPage
from ui.records.listing import RecordList
from ui.records.table_model import PAGE, UID, RecordTableModel
from ui.workspace import Workspace

Settle = Callable[[], None]
NAMES = ["تهران آزمون", "آنکارا آزمون", "پاریس آزمون", "گرجستان آزمون", "ژنو آزمون", "چین آزمون"]
IN_ORDER = ["آنکارا آزمون", "پاریس آزمون", "تهران آزمون", "چین آزمون", "ژنو آزمون", "گرجستان آزمون"]


def add(workspace: Workspace, names: list[str]) -> None:
    with workspace.archive.change("آزمون") as change:
        for name in names:
            change.add(by_name("partner"), {"name_fa": name})


def cells(records: RecordList, count: int) -> list[str]:
    model = records.model
    return [str(model.index(row, 0).data()) for row in range(count)]


def shown(qtbot: QtBot, workspace: Workspace, settle: Settle) -> RecordList:
    records = RecordList(workspace, "partner")
    qtbot.addWidget(records)
    records.resize(900, 500)
    records.show()
    qtbot.waitExposed(records)
    records.activateWindow()
    records.refresh()
    settle()
    return records


def column(records: RecordList, key: str) -> int:
    return [each.key for each in records.model.columns].index(key)


def test_the_model_obeys_qt(
    qtbot: QtBot, qtmodeltester: ModelTester, workspace: Workspace, settle: Settle
) -> None:
    del qtbot
    add(workspace, [f"شهر آزمون {number}" for number in range(PAGE + 40)])
    model = RecordTableModel(workspace, Listing(by_name("partner")))
    qtmodeltester.check(model)
    model.reload()
    settle()
    assert model.rowCount() == PAGE + 40
    qtmodeltester.check(model)
    settle()


def test_the_list_sorts_in_persian_order(
    qtbot: QtBot, workspace: Workspace, settle: Settle
) -> None:
    add(workspace, NAMES)
    records = shown(qtbot, workspace, settle)
    header = records.table.horizontalHeader()
    name = column(records, "name")
    header.setSortIndicator(name, Qt.SortOrder.AscendingOrder)
    settle()
    assert [str(records.model.index(row, name).data()) for row in range(6)] == IN_ORDER
    header.setSortIndicator(name, Qt.SortOrder.DescendingOrder)
    settle()
    assert [str(records.model.index(row, name).data()) for row in range(6)] == IN_ORDER[::-1]


def test_the_list_narrows_as_one_types(
    qtbot: QtBot, workspace: Workspace, settle: Settle, type_text: TypeText
) -> None:
    add(workspace, NAMES)
    page = ListPage(workspace, "partner")
    qtbot.addWidget(page)
    page.show()
    settle()
    type_text(page.filter, "پاريس")
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 1, timeout=3000)
    settle()
    page.filter.clear()
    qtbot.waitUntil(lambda: page.list.model.rowCount() == len(NAMES), timeout=3000)
    settle()
    page.filter.setText("هیچ‌چنین‌شهری")
    qtbot.waitUntil(lambda: page.list._states.currentIndex() == 1, timeout=3000)
    assert page.list._text.text()


def test_an_empty_list_says_what_to_do_first(
    qtbot: QtBot, workspace: Workspace, settle: Settle
) -> None:
    records = shown(qtbot, workspace, settle)
    assert records._states.currentIndex() == 1
    assert records._act.isVisible()
    with qtbot.waitSignal(records.new_wanted):
        records._act.click()


def test_the_keyboard_opens_deletes_and_begins(
    qtbot: QtBot, workspace: Workspace, settle: Settle
) -> None:
    add(workspace, NAMES[:2])
    records = shown(qtbot, workspace, settle)
    table = records.table
    table.setFocus()
    first = str(records.model.index(0, 0).data(UID))
    with qtbot.waitSignal(records.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [first]
    with qtbot.waitSignal(records.new_wanted):
        QTest.keyClick(table, Qt.Key.Key_Insert)
    said: list[str] = []
    workspace.said.connect(lambda message, _action, _work: said.append(message))
    with qtbot.waitSignal(workspace.changed):
        QTest.keyClick(table, Qt.Key.Key_Delete)
    settle()
    assert said
    records.refresh()
    settle()
    assert records.model.rowCount() == 1
    workspace.undo()
    settle()
    records.refresh()
    settle()
    assert records.model.rowCount() == 2


def test_the_other_language_reads_the_list_again(
    qtbot: QtBot, workspace: Workspace, settle: Settle, languages: Languages
) -> None:
    with workspace.archive.change("آزمون") as change:
        change.add(by_name("partner"), {"name_fa": "شهر آزمون ۱", "name_en": "Test City 1"})
    records = shown(qtbot, workspace, settle)
    name = column(records, "name")
    assert records.model.index(0, name).data() == "شهر آزمون ۱"
    languages.speak("en")
    settle()
    assert records.model.index(0, name).data() == "Test City 1"


def test_widths_are_remembered(qtbot: QtBot, workspace: Workspace, settle: Settle) -> None:
    records = shown(qtbot, workspace, settle)
    records.table.setColumnWidth(0, 177)
    again = shown(qtbot, workspace, settle)
    assert again.table.columnWidth(0) == 177


@pytest.mark.usefixtures("dressed")
def test_twenty_thousand_records_scroll(qtbot: QtBot, workspace: Workspace, settle: Settle) -> None:
    with workspace.archive.change("آزمون") as change:
        for number in range(20_000):
            day = date(1990, 1, 1) + timedelta(number)
            change.add(by_name("holiday"), {"day": day, "title_fa": f"روز آزمون {number}"})
    records = RecordList(workspace, "holiday")
    qtbot.addWidget(records)
    records.resize(900, 600)
    records.show()
    records.refresh()
    settle()
    assert records.model.rowCount() == 20_000
    bar = records.table.verticalScrollBar()
    slowest = 0.0
    for step in range(60):
        start = time.perf_counter()
        bar.setValue(bar.maximum() * (step * 37 % 60) // 60)
        records.table.viewport().repaint()
        slowest = max(slowest, time.perf_counter() - start)
    assert slowest < 0.1
    settle()
    bar.setValue(bar.maximum())
    records.table.viewport().repaint()
    qtbot.waitUntil(lambda: records.model.line(19_999) is not None, timeout=3000)
    assert len(records.model._pages) <= 60


@pytest.mark.parametrize(
    ("wishes", "hunger", "room", "widths"),
    [
        ([100, 200, 100], [0, 3, 0], 600, [100, 400, 100]),
        ([100, 200, 200], [0, 3, 1], 700, [100, 350, 250]),
        ([100, 400, 120], [0, 3, 1], 500, [100, 280, 120]),
        ([100, 400, 300], [0, 3, 1], 500, [100, 200, 200]),
        ([300, 300], [0, 3], 350, [300, 96]),
        ([120, 80], [0, 0], 500, [120, 80]),
    ],
)
def test_titles_take_the_room_and_give_it(
    wishes: list[int], hunger: list[int], room: int, widths: list[int]
) -> None:
    assert shared(wishes, hunger, room) == widths


@pytest.mark.parametrize("width", [1280, 1366])
@pytest.mark.parametrize("record_type", CATALOGUE, ids=lambda each: each.__tablename__)
@pytest.mark.usefixtures("dressed")
def test_the_columns_of_every_type_fill_the_list(
    qtbot: QtBot, workspace: Workspace, settle: Settle, record_type: RecordType, width: int
) -> None:
    records = RecordList(workspace, record_type.__tablename__)
    qtbot.addWidget(records)
    hungry = records.columns._hunger
    cells = tuple("اجلاس شهرهای آزمون " * 3 if each else "۱۴۰۵/۰۸/۲۹" for each in hungry)
    line = Line(1, "u", 1, cells)
    records.resize(width - 290, 500)
    records.show()
    settle()
    records.model._take_first((records.model._generation, [line]))
    table = records.table
    widths = [table.columnWidth(each) for each in range(records.model.columnCount())]
    assert sum(widths) == table.viewport().width()
    assert all(
        width >= table.horizontalHeader().sectionSizeHint(at) for at, width in enumerate(widths)
    )


def test_the_first_row_is_chosen_however_the_keyboard_came(
    qtbot: QtBot, workspace: Workspace, settle: Settle
) -> None:
    add(workspace, NAMES)
    records = shown(qtbot, workspace, settle)
    assert len(records.table.selectionModel().selectedRows()) == 1
    records.table.setFocus()
    records.refresh()
    settle()
    assert len(records.table.selectionModel().selectedRows()) == 1
