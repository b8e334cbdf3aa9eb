"""What is typed and not sent off yet outlives the window, whether it was closed or locked."""

from collections.abc import Callable

from liaison.domain.records import by_name
from tests.ui.conftest import TypeText
from ui.pages.follow_ups import FollowUpsPage
from ui.settings_pages.office import OfficePart
from ui.settings_pages.page import SettingsPage
from ui.widgets.setting_line import SettingLine
from ui.window import Window

NOTE = "یادداشت ناتمام"


def the_follow_ups(window: Window, settle: Callable[[], None]) -> FollowUpsPage:
    window.show_section("follow_up")
    settle()
    page = window.trail.page
    assert isinstance(page, FollowUpsPage)
    page.side._timer.timeout.emit()
    return page


def test_a_note_that_is_not_sent_is_offered_again(
    window: Window, settle: Callable[[], None], type_text: TypeText
) -> None:
    with window.workspace.archive.change("One") as change:
        change.add(by_name("follow_up"), {"title_fa": "پیگیری آزمون"})
    page = the_follow_ups(window, settle)
    assert page.side.owed is not None
    page.side.write_note()
    type_text(page.side.note, NOTE)
    window.close()
    window.renew()
    window.show()
    window.workspace.opened.emit()
    again = the_follow_ups(window, settle)
    assert again is not page
    assert again.side.note.text() == NOTE
    again.side.note.returnPressed.emit()
    settle()
    assert not list((window.workspace.folder / "drafts").glob("note-*"))


def test_a_setting_that_is_being_typed_is_kept(
    window: Window, settle: Callable[[], None], type_text: TypeText
) -> None:
    window.show_section("settings")
    settle()
    page = window.trail.page
    assert isinstance(page, SettingsPage)
    page.show_part("office")
    settle()
    part = page.parts["office"]
    assert isinstance(part, OfficePart)
    line = part.findChildren(SettingLine)[0]
    type_text(line.line, "شهرداری آزمون")
    window.close()
    settle()
    key = next(key for key, each in part.lines.items() if each is line)
    assert window.workspace.archive.settings.get(key) == "شهرداری آزمون"
