"""The settings, set as people set them: at once, undoable, refused with one sentence."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from liaison.domain.rules.rights import RIGHTS
from liaison.language.countries import country_names
from liaison.storage import settings as names
from liaison.storage.thresholds import thresholds
from tests.acceptance.walk import unreachable
from tests.ui.test_window import nameless
from ui.application import Languages
from ui.settings import ARCHIVE
from ui.settings_pages.archive_data import DataPart
from ui.settings_pages.days import DaysPart
from ui.settings_pages.keys_table import KeysPart
from ui.settings_pages.look import LookPart
from ui.settings_pages.office import OfficePart
from ui.settings_pages.page import PARTS, SettingsPage
from ui.settings_pages.part import Part
from ui.settings_pages.people import PeoplePart
from ui.settings_pages.relations import RelationsPart
from ui.settings_pages.reminders import RemindersPart
from ui.settings_pages.vocabulary import NAME_FA, VocabularyPart
from ui.shortcuts import EVERYWHERE
from ui.theme import CONTRAST
from ui.widgets.setting_line import SettingLine
from ui.window import Window
from ui.workspace import Workspace

Settle = Callable[[], None]
TypeText = Callable[[QWidget, str], None]


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, languages: Languages, settle: Settle) -> SettingsPage:
    languages.speak("en")
    made = SettingsPage(workspace)
    qtbot.addWidget(made)
    made.resize(1140, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    settle()
    return made


def part_of(page: SettingsPage, settle: Settle, name: str) -> Part:
    page.show_part(name)
    settle()
    return page.parts[name]


def typed(line: SettingLine, text: str) -> None:
    line.line.setFocus()
    line.line.setText(text)
    line.line.textEdited.emit(text)
    QTest.keyClick(line.line, Qt.Key.Key_Return)


def test_every_part_opens_named_and_reached_by_arrow(
    page: SettingsPage, settle: Settle, workspace: Workspace, languages: Languages
) -> None:
    for _each in range(1, len(PARTS)):
        page.take_keyboard()
        QTest.keyClick(page.names, Qt.Key.Key_Down)
        settle()
        assert nameless(page) == []
        assert unreachable(page) == []
    assert list(page.parts) == list(PARTS)
    assert workspace.archive.undoable() is None
    languages.speak("fa")
    settle()
    assert page.names.item(0).text() == "دفتر"


def test_the_names_of_the_office_are_kept_at_once_and_taken_back(
    page: SettingsPage, settle: Settle, workspace: Workspace, languages: Languages
) -> None:
    office = part_of(page, settle, "office")
    assert isinstance(office, OfficePart)
    line = office.lines[names.OFFICE_FA]
    typed(line, "شهرداري آزمون")
    settle()
    assert workspace.archive.settings.get(names.OFFICE_FA) == "شهرداری آزمون"
    assert workspace.archive.undoable() == "Name of the office"
    workspace.undo()
    settle()
    settle()
    assert line.line.text() == ""
    with workspace.archive.change("t") as change:
        city = {"name_fa": "شهر آزمون ۱", "name_en": "Test City 1", "kind": "city", "is_ours": True}
        change.add(by_name("partner"), city)
    workspace.changed.emit()
    settle()
    assert "Test City 1" in office.city.text()
    languages.speak("fa")
    settle()
    assert "شهر آزمون ۱" in office.city.text()


def test_the_weekend_is_set_and_one_day_stays_open(
    page: SettingsPage, settle: Settle, workspace: Workspace
) -> None:
    days = part_of(page, settle, "days")
    assert isinstance(days, DaysPart)
    days.boxes[3].click()
    settle()
    assert workspace.archive.settings.get(names.WEEKEND) == [4]
    for number in (5, 6, 0, 1, 2, 3):
        days.boxes[number].click()
        settle()
    assert days.fault.isVisible()
    assert not days.boxes[3].isChecked()
    assert workspace.archive.settings.get(names.WEEKEND) == [0, 1, 2, 4, 5, 6]


def test_thresholds_tell_what_they_make_of_the_relations(
    page: SettingsPage, settle: Settle, workspace: Workspace
) -> None:
    with workspace.archive.change("t") as change:
        for months in (2, 14, 40):
            city = change.add(by_name("partner"), {"name_en": f"City {months}", "kind": "city"})
            change.add(by_name("relation"), {"partner": city, "kind": "mou", "stage": "concluded"})
            held = datetime.now(UTC) - timedelta(days=30 * months)
            values = {"title_en": "Meeting", "partner": city, "state": "held", "starts_at": held}
            change.add(by_name("meeting"), values)
        city = change.add(by_name("partner"), {"name_en": "City of talks", "kind": "city"})
        change.add(by_name("relation"), {"partner": city, "kind": "mou", "stage": "negotiation"})
    relations = part_of(page, settle, "relations")
    assert isinstance(relations, RelationsPart)
    assert relations.effect.text().startswith("Of 3 relations 1 are dormant, 1 cooling, 1 active")
    relations.dormant.line.setText("60")
    relations.dormant.line.textEdited.emit("60")
    assert relations.effect.text().startswith("Of 3 relations 0 are dormant, 2 cooling")
    for wrong in ("6", "many", "0"):
        typed(relations.dormant, wrong)
        assert relations.dormant.fault.isVisible()
        assert relations.effect.text() == ""
    assert workspace.archive.settings.get(names.DORMANT_MONTHS) is None
    typed(relations.dormant, "۳۶")
    settle()
    assert thresholds(workspace.archive).dormant == 36


def test_the_patience_with_clearances_is_a_number_of_days(
    page: SettingsPage, settle: Settle, workspace: Workspace
) -> None:
    reminders = part_of(page, settle, "reminders")
    assert isinstance(reminders, RemindersPart)
    assert reminders.clearance.line.text() == "10"
    typed(reminders.clearance, "ten")
    assert "365" in reminders.clearance.fault.text()
    typed(reminders.clearance, "۱۵")
    settle()
    assert workspace.archive.settings.get(names.CLEARANCE_DAYS) == 15


def test_a_country_is_called_what_the_office_calls_it(
    page: SettingsPage, settle: Settle, workspace: Workspace
) -> None:
    part = part_of(page, settle, "vocabulary")
    assert isinstance(part, VocabularyPart)
    assert part.read is not None
    usual = country_names("fa")["NZ"]
    place = list(part.read.codes).index("NZ")
    part.filter.setText("new zea")
    assert not part.table.isRowHidden(place)
    assert sum(not part.table.isRowHidden(at) for at in range(part.table.rowCount())) == 1
    for text, now in (("زلاند نو", "زلاند نو"), (country_names("fa")["FR"], "زلاند نو")):
        item = part.table.item(place, NAME_FA)
        assert item is not None
        item.setText(text)
        settle()
        settle()
        assert country_names("fa")["NZ"] == now
    assert part.fault.isVisible()
    workspace.undo()
    settle()
    settle()
    assert country_names("fa")["NZ"] == usual


def test_a_subject_is_renamed_where_it_stands(
    page: SettingsPage, settle: Settle, workspace: Workspace
) -> None:
    values = {"title_en": "Test", "lesson_en": "Test", "result": "successful"}
    with workspace.archive.change("t") as change:
        for subjects in (("Water", "Waste"), ("Waters",)):
            change.add(by_name("experience"), {**values, "direction": "given", "subject": subjects})
    part = part_of(page, settle, "vocabulary")
    assert isinstance(part, VocabularyPart)
    assert [each.word for each in part.subjects.subjects] == ["Waste", "Water", "Waters"]
    item = part.subjects.item(2, 0)
    assert item is not None
    item.setText("Water")
    settle()
    settle()
    assert [tuple(each) for each in part.subjects.subjects] == [("Waste", 1), ("Water", 2)]


def test_language_theme_and_size_change_at_once_and_are_remembered(
    page: SettingsPage, settle: Settle, workspace: Workspace, qtbot: QtBot
) -> None:
    look = part_of(page, settle, "look")
    assert isinstance(look, LookPart)
    with qtbot.waitSignal(workspace.language_wanted) as wanted:
        look.language.buttons["fa"].click()
    assert wanted.args == ["fa"]
    look.theme.buttons["contrast"].click()
    assert workspace.theme.tokens is CONTRAST
    look.text_size.buttons["150"].click()
    assert look.font().pixelSize() == 21
    assert workspace.settings.get("theme") == "contrast"
    assert workspace.settings.get("text_size") == 150
    workspace.resize_text(100)
    workspace.choose_theme("light")


def test_another_folder_is_remembered_where_an_archive_can_live(
    page: SettingsPage, settle: Settle, workspace: Workspace, tmp_path: Path
) -> None:
    data = part_of(page, settle, "data")
    assert isinstance(data, DataPart)
    assert str(workspace.folder) in data.place.text()
    full = tmp_path / "full"
    full.mkdir()
    (full / "letter.txt").write_text("of somebody else")
    data.choose(full)
    settle()
    assert str(full) in data.fault.text()
    assert workspace.settings.get(ARCHIVE) is None
    data.choose(tmp_path / "other")
    settle()
    assert data.notice.isVisible()
    assert workspace.settings.get(ARCHIVE) == str(tmp_path / "other")


def test_people_count_and_lead_to_their_lists(
    page: SettingsPage, settle: Settle, workspace: Workspace, qtbot: QtBot
) -> None:
    with workspace.archive.change("t") as change:
        change.add(by_name("officer"), {"name_en": "Test Officer"})
    people = part_of(page, settle, "people")
    assert isinstance(people, PeoplePart)
    assert people.officers.text() == "1 officer"
    with qtbot.waitSignal(workspace.section_wanted) as wanted:
        people.officers_button.click()
    assert wanted.args == ["officer"]


def test_the_table_of_keys_tells_every_key_of_the_window(
    page: SettingsPage, settle: Settle
) -> None:
    part = part_of(page, settle, "keys")
    assert isinstance(part, KeysPart)
    told = " ".join(each.text() for each in part.keys)
    assert all(key in told for each in EVERYWHERE for key in each.keys)


def test_who_may_not_set_sees_why(page: SettingsPage, settle: Settle, workspace: Workspace) -> None:
    workspace.archive.sign_in("", "t", RIGHTS["officer"])
    reminders = part_of(page, settle, "reminders")
    assert isinstance(reminders, RemindersPart)
    assert not reminders.clearance.isEnabled()
    assert reminders.refusal.isVisible()
    office = part_of(page, settle, "office")
    assert isinstance(office, OfficePart)
    page.refresh()
    settle()
    assert office.lines[names.OFFICE_FA].isEnabled()


def test_keys_change_the_size_and_the_foot_of_the_sidebar_leads_here(
    window: Window, settle: Settle, qtbot: QtBot
) -> None:
    qtbot.mouseClick(window.sidebar.buttons["settings"], Qt.MouseButton.LeftButton)
    settle()
    assert isinstance(window.trail.page, SettingsPage)
    assert not window.sidebar.buttons["desk"].isChecked()
    wide = window.sidebar.width()
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert window.workspace.theme.percent == 125
    qtbot.waitUntil(lambda: window.sidebar.width() > wide)
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert window.workspace.theme.percent == 100
