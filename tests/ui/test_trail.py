"""Sections stay as they were left, but not all of them at once."""

from collections.abc import Callable

from ui.bringing.page import BringingPage
from ui.bringing.session import Given
from ui.sections import BRINGING, DESK, SECTIONS
from ui.trail import KEPT
from ui.window import Window

Settle = Callable[[], None]


def test_the_sections_looked_at_last_stay(window: Window, settle: Settle) -> None:
    for each in SECTIONS:
        window.show_section(each.name)
        settle()
    latest = [each.name for each in SECTIONS][-(KEPT - 1) :]
    assert list(window.trail.sections) == [DESK, *latest]
    window.show_section(SECTIONS[1].name)
    settle()
    assert window.trail.page is window.trail.sections[SECTIONS[1].name]
    assert len(window.trail.sections) == KEPT


def test_a_file_on_its_way_in_stays(window: Window, settle: Settle) -> None:
    window.show_section(BRINGING)
    settle()
    page = window.trail.page
    assert isinstance(page, BringingPage)
    page.take(Given(text="نام\tسازمان\nآزمون\tنمونه\n"))
    settle()
    for each in SECTIONS:
        window.show_section(each.name)
    window.show_section(BRINGING)
    settle()
    assert window.trail.page is page
    assert page.session is not None
