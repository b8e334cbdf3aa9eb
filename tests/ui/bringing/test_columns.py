"""What the columns of a file hold, said on the page."""

from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from liaison.exchange.foreign.encodings import WINDOWS
from liaison.exchange.foreign.profiles import profile_of
from liaison.exchange.foreign.tables import Target
from tests.ui.bringing.conftest import CALENDAR, CONTACTS, Bring, Settle
from ui.application import Languages
from ui.bringing.columns_step import ColumnsStep
from ui.bringing.page import BringingPage, Stage


def columns(page: BringingPage) -> ColumnsStep:
    step = page.steps[Stage.COLUMNS]
    assert isinstance(step, ColumnsStep)
    return step


def choose(box: QComboBox, text: str) -> None:
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def test_an_entry_without_a_day_keeps_no_other_from_coming_in(bring: Bring, settle: Settle) -> None:
    page = bring("calendar.ics", CALENDAR)
    assert columns(page).is_ready()
    for stage in (Stage.REVIEW, Stage.DONE):
        page.next_button.click()
        settle()
        assert page.stage is stage
    report = page.session.report if page.session else None
    assert report is not None
    assert [each.deed for each in report.lines].count("skipped") == 1
    assert report.count("added") == 1


def test_the_identifier_of_an_entry_outlives_a_choice(bring: Bring) -> None:
    step = columns(bring("calendar.ics", CALENDAR))
    identifier = Target("meeting", "uid")
    assert step.table.columns()[0] == identifier
    step.table.choices[1].activated.emit(step.table.choices[1].currentIndex())
    assert step.session is not None
    assert step.session.tables[0].columns[0] == identifier


def test_entries_said_to_be_something_else_are_read_so(bring: Bring) -> None:
    step = columns(bring("calendar.ics", CALENDAR))
    step.about.setCurrentIndex(step.about.findData("visits"))
    step.about.activated.emit(step.about.currentIndex())
    records = {each.record for each in step.table.columns() if each}
    assert records <= {"visit", "partner"}
    assert records


def test_what_was_met_in_the_file_stays_said_beside_the_choice(bring: Bring) -> None:
    step = columns(bring("old.csv", f"A list of the office\n{CONTACTS}"))
    met = step.notes.text()
    assert met
    # Two columns of one field: said, and beside it what was said before.
    choose(step.table.choices[2], step.table.choices[1].currentText())
    assert met in step.notes.text()
    assert step.table.doubled()[0] in step.notes.text()


def test_why_one_cannot_go_on_is_said(bring: Bring) -> None:
    page = bring("strange.csv", "alpha;beta\n1;2\n")
    assert not page.next_button.isEnabled()
    assert columns(page).notes.text()
    box = columns(page).table.choices[0]
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert page.next_button.isEnabled()
    assert not columns(page).notes.text()


def test_a_table_of_many_columns_is_offered_whole(bring: Bring, qtbot: QtBot) -> None:
    heads = ";".join(f"column {number}" for number in range(60))
    table = columns(bring("wide.csv", f"{heads}\n{heads}\n")).table
    qtbot.waitUntil(lambda: len(table.choices) == 60)
    assert table.columns() == (None,) * 60


def test_a_first_row_that_is_no_heading_can_be_taken_in(bring: Bring, settle: Settle) -> None:
    page = bring("bare.csv", "alpha;beta\ngamma;delta\n")
    step = columns(page)
    assert step.session is not None
    assert [row.number for row in step.session.source.tables[0].rows] == [2]
    for rows in ([1, 2], [2], [1, 2]):
        step.named.click()
        settle()
        assert page.session is not None
        assert [row.number for row in page.session.source.tables[0].rows] == rows


def test_another_language_leaves_the_keyboard_where_it_was(
    bring: Bring, dressed: QApplication, languages: Languages
) -> None:
    step = columns(bring("contacts.csv", CONTACTS))
    step.start()
    languages.speak("en")
    focused = dressed.focusWidget()
    assert focused is not None
    assert step.table.isAncestorOf(focused)


def test_a_profile_reads_the_file_in_its_letters_too(bring: Bring, settle: Settle) -> None:
    page = bring("contacts.csv", CONTACTS)
    step = columns(page)
    assert page.session is not None
    (table,) = page.session.source.tables
    profile = profile_of(table, (None, Target("partner", "name"), None), "contacts", WINDOWS, ",")
    step.profile.chosen.emit(profile)
    settle()
    assert page.session.source.encoding == WINDOWS
    assert step.letters.currentData() == WINDOWS
    assert step.table.columns() == (None, Target("partner", "name"), None)
