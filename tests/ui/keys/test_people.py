"""The people of an archive, their passphrases, and what a duty does not include."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.domain.records.partner import Partner
from liaison.errors import UserError
from liaison.storage.signing_in import keyring_of
from tests.ui.keys.conftest import ANOTHER, PASSPHRASE, Come, Sealed, idle, sign_in
from tests.ui.particulars import form_of
from tests.ui.test_window import nameless
from ui.keys.own_passphrase import OwnPassphrasePage
from ui.keys.people_page import PeoplePage
from ui.keys.renewal import RenewalPage
from ui.records.list_page import ListPage
from ui.window import Window

NEW = "گذرواژهٔ تازهٔ آزمون"


@pytest.fixture
def window(qtbot: QtBot, come: Come, sealed: Sealed) -> Window:
    """Give a window whose administrator is signed in."""
    shown = come(sealed.folder)
    sign_in(qtbot, shown)
    return shown


@pytest.fixture
def managing(qtbot: QtBot, come: Come, sealed: Sealed) -> Window:
    """Give a window a manager is signed in to."""
    shown = come(sealed.folder)
    sign_in(qtbot, shown, sealed.officers["manager"], ANOTHER)
    return shown


def open_people(qtbot: QtBot, window: Window) -> PeoplePage:
    window.workspace.open_page("people")
    idle(qtbot, window)
    page = window.trail.page
    assert isinstance(page, PeoplePage)
    return page


def opens(sealed: Sealed, passphrase: str) -> str:
    """Return whom a passphrase lets in, "" for nobody."""
    ring = keyring_of(sealed.folder)
    assert ring is not None
    try:
        return ring.unlock(passphrase)[1]
    except UserError:
        return ""


def test_an_officer_is_let_in_with_a_first_passphrase(
    qtbot: QtBot, window: Window, sealed: Sealed
) -> None:
    page = open_people(qtbot, window)
    assert page.people is not None
    assert len(page.list.view.rows.entries) == 2
    qtbot.mouseClick(page.admit_button, Qt.MouseButton.LeftButton)
    assert nameless(window) == []
    assert page.side.names.currentData() == sealed.officers["officer"]
    for field in (page.side.pair.first, page.side.pair.again):
        field.line.setText(NEW)
    QTest.keyClick(page.side.pair.again.line, Qt.Key.Key_Return)
    idle(qtbot, window)
    assert opens(sealed, NEW) == sealed.officers["officer"]
    assert len(page.list.view.rows.entries) == 3
    assert not page.side.isVisible()
    assert not page.side.pair.first.passphrase
    assert not page.admit_button.isEnabled()  # nobody is left to let in


def test_access_is_ended_after_a_question(qtbot: QtBot, window: Window, sealed: Sealed) -> None:
    page = open_people(qtbot, window)
    page.list.view.select(sealed.officers["manager"])
    QTest.keyClick(page.list.view, Qt.Key.Key_Delete)
    assert opens(sealed, ANOTHER)
    qtbot.mouseClick(page.notice.first, Qt.MouseButton.LeftButton)
    idle(qtbot, window)
    assert not opens(sealed, ANOTHER)
    assert len(page.list.view.rows.entries) == 1


def test_the_last_administrator_stays(qtbot: QtBot, window: Window, sealed: Sealed) -> None:
    page = open_people(qtbot, window)
    page.list.view.select(sealed.officers["administrator"])
    page.ask_dismissal()
    qtbot.mouseClick(page.notice.first, Qt.MouseButton.LeftButton)
    idle(qtbot, window)
    assert opens(sealed, PASSPHRASE)
    assert window.toast.isVisible()


def test_ones_own_passphrase_is_changed_by_the_one_before(
    qtbot: QtBot, window: Window, sealed: Sealed
) -> None:
    window.workspace.open_page("passphrase")
    page = window.trail.page
    assert isinstance(page, OwnPassphrasePage)
    for old, works in (("نادرست است این", False), (PASSPHRASE, True)):
        page.old.line.setText(old)
        for field in (page.pair.first, page.pair.again):
            field.line.setText(NEW)
        page.save()
        idle(qtbot, window)
        assert bool(opens(sealed, NEW)) is works
        if not works:
            assert page.old.told.property("role") == "error"
            assert page.save_button.isEnabled()
    assert not opens(sealed, PASSPHRASE)
    assert window.trail.page is not page


def test_a_new_recovery_key_takes_the_place_of_the_one_before(
    qtbot: QtBot, window: Window, sealed: Sealed
) -> None:
    window.workspace.open_page("recovery")
    page = window.trail.page
    assert isinstance(page, RenewalPage)
    qtbot.mouseClick(page.make_button, Qt.MouseButton.LeftButton)
    idle(qtbot, window)
    assert page.key is not None
    ring = keyring_of(sealed.folder)
    assert ring is not None
    shown = " ".join(each.text() for each in page.key.groups)
    assert ring.recover(shown) == window.workspace.archive.key
    assert ring.recover(sealed.recovery) == window.workspace.archive.key  # the new one may be lost
    assert not page.done_button.isEnabled()
    page.key.kept.setChecked(True)
    assert page.done_button.isEnabled()
    qtbot.mouseClick(page.done_button, Qt.MouseButton.LeftButton)
    idle(qtbot, window)
    assert window.trail.page is not page
    ring = keyring_of(sealed.folder)
    assert ring is not None
    assert ring.recover(shown) == window.workspace.archive.key
    with pytest.raises(UserError):
        ring.recover(sealed.recovery)


def test_what_a_duty_does_not_include_is_grey_and_says_so(qtbot: QtBot, managing: Window) -> None:
    managing.show_section("partner")
    idle(qtbot, managing)
    page = managing.trail.page
    assert isinstance(page, ListPage)
    assert not page._new.isEnabled()
    assert page._new.toolTip() != "Ctrl+N"
    new = {str(each.data()): each.isEnabled() for each in managing.top_bar.menu.actions()}
    assert not any(new.values())
    page.list.table.setFocus()
    QTest.keyClick(page.list.table, Qt.Key.Key_Delete)
    idle(qtbot, managing)
    assert len(managing.workspace.archive.rows(Partner)) == 1
    assert managing.toast.isVisible()
    managing.toast.hide()
    page.new()
    assert managing.trail.page is page
    assert managing.toast.isVisible()


def test_a_form_lets_only_those_fields_be_written_that_a_duty_includes(
    qtbot: QtBot, managing: Window
) -> None:
    (row,) = managing.workspace.archive.rows(Partner)
    managing.open_record("partner", row.uid)
    idle(qtbot, managing)
    page = form_of(managing.trail.page)
    idle(qtbot, managing)
    assert not page.panel.save_button.isEnabled()
    assert page.panel.form.editors["name_fa"].control.isReadOnly()
    assert not page._delete.isEnabled()


def test_only_administrators_are_offered_the_people(qtbot: QtBot, managing: Window) -> None:
    person = managing.top_bar.person
    assert person is not None
    assert len([each for each in person.list.actions() if not each.isSeparator()]) == 4
    qtbot.wait(1)
