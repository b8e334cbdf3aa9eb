"""Where figures of other pages lead in the window, and what it is called then."""

from collections.abc import Callable

from liaison import i18n
from liaison.domain.records import by_name
from liaison.domain.rules.owed import Choice
from tests.ui.test_window import partner
from ui.pages.follow_ups import FollowUpsPage
from ui.pages.follow_ups_shape import Shape
from ui.records.list_page import ListPage
from ui.window import Window

Settle = Callable[[], None]


def test_the_window_is_named_after_the_page_on_screen_though_another_is_read_after_it(
    window: Window, settle: Settle
) -> None:
    uid = partner(window.workspace, "شهر آزمون")
    window.open_record("partner", uid)
    window.open_list("person", "People", {})  # before anything of the city was read
    settle()
    assert "شهر آزمون" not in window.windowTitle()
    window.open_record("partner", uid)
    settle()
    assert "شهر آزمون" in window.windowTitle()


def test_a_figure_opens_a_section_by_one_of_its_filters(window: Window, settle: Settle) -> None:
    window.workspace.settings.set("follow-ups/shape", "calendar")
    window.workspace.open_choice("follow_up", Choice.OVERDUE)
    settle()
    page = window.trail.page
    assert isinstance(page, FollowUpsPage)
    assert page.asked.choice is Choice.OVERDUE
    assert page.views.shape is Shape.LIST, "a month would show a part of them"
    assert window.trail.section == "follow_up"


def test_a_figure_opens_the_records_it_counts(window: Window, settle: Settle) -> None:
    archive = window.workspace.archive
    with archive.change("Three") as change:
        uids = [change.add(by_name("partner"), {"name_fa": f"شهر {n}"}) for n in range(3)]
    heading = "Agreements that end within 90 days"
    window.workspace.open_list("partner", heading, {"uid": frozenset(uids[1:])})
    settle()
    page = window.trail.page
    assert isinstance(page, ListPage)
    assert page.list.model.rowCount() == 2
    assert page.title() == i18n.translated(heading, "fa") != heading
    window.go_back()
    assert not isinstance(window.trail.page, ListPage)
