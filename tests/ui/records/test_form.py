"""The form in the room it has and in the language in use."""

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from liaison.domain.records import CATALOGUE, by_name
from liaison.domain.schema import RecordType
from ui.application import Languages
from ui.records.form import RecordForm
from ui.records.form_grid import Room, room_in
from ui.workspace import Workspace

SIDE = 382
"""What the side of a visit leaves a form, in pixels."""


@pytest.fixture
def area(qtbot: QtBot, dressed: QApplication) -> QScrollArea:
    del dressed
    made = QScrollArea()
    made.setWidgetResizable(True)
    qtbot.addWidget(made)
    return made


def fill(area: QScrollArea, workspace: Workspace, record_type: RecordType) -> RecordForm:
    form = RecordForm(workspace, record_type, parent=area)
    area.setWidget(form)
    return form


def show(area: QScrollArea, width: int) -> None:
    area.resize(width, 700)
    area.show()
    QApplication.processEvents()


@pytest.mark.parametrize("points", [0, 3], ids=["100%", "125%"])
@pytest.mark.parametrize("record_type", CATALOGUE, ids=lambda each: each.__tablename__)
def test_no_field_is_cut_in_a_narrow_panel(
    area: QScrollArea,
    workspace: Workspace,
    dressed: QApplication,
    record_type: RecordType,
    points: int,
) -> None:
    font = dressed.font()
    larger = dressed.font()
    larger.setPixelSize(font.pixelSize() + points)
    dressed.setFont(larger)
    try:
        form = fill(area, workspace, record_type)
        show(area, SIDE)
        for key, editor in form.editors.items():
            cell = form._cells[key]
            assert cell.minimumSizeHint().width() <= cell.width(), key
            assert form.rect().contains(editor.geometry().translated(cell.pos())), key
    finally:
        dressed.setFont(font)


def test_both_languages_of_a_name_stand_side_by_side_where_there_is_room(
    area: QScrollArea, workspace: Workspace
) -> None:
    form = fill(area, workspace, by_name("partner"))
    show(area, 1000)
    fa, en = form._cells["name_fa"], form._cells["name_en"]
    assert fa.y() == en.y()
    assert fa.x() > en.x()
    show(area, SIDE)
    assert fa.y() < en.y()
    assert fa.width() == en.width() == form.width()


def test_the_language_in_use_leads(
    area: QScrollArea, workspace: Workspace, languages: Languages
) -> None:
    form = fill(area, workspace, by_name("visit"))
    show(area, 1000)
    assert [*form.editors].index("title_fa") < [*form.editors].index("title_en")
    assert form.leading("title") is form.editors["title_fa"]
    form.editors["title_fa"].set_draft("سفر آزمون")
    languages.speak("en")
    QApplication.processEvents()
    assert [*form.editors].index("title_en") < [*form.editors].index("title_fa")
    assert form.leading("title") is form.editors["title_en"]
    assert form._cells["title_en"].x() <= form._cells["title_fa"].x()
    assert form._labels["title_en"].text().endswith("*")
    assert form.draft() == {"title_fa": "سفر آزمون"}


@pytest.mark.parametrize("language", ["fa", "en"])
def test_tab_follows_the_order_of_reading(
    area: QScrollArea, workspace: Workspace, languages: Languages, language: str
) -> None:
    form = fill(area, workspace, by_name("visit"))
    show(area, 1000)
    languages.speak(language)
    controls = [editor.control for editor in form.editors.values()]
    for before, after in pairwise(controls):
        step = before.nextInFocusChain()
        while step not in controls:
            step = step.nextInFocusChain()
        assert step is after


@pytest.mark.parametrize(
    ("width", "room"), [(1000, Room.TWO), (420, Room.TWO_SHORT), (300, Room.ONE)]
)
def test_room_is_measured_in_letters(width: int, room: Room) -> None:
    assert room_in(width, 7) is room
