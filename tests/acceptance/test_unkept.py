"""Nothing that was typed goes without a word, where no draft of it can be kept."""

from PySide6.QtCore import Qt

from liaison.domain.records import by_name
from liaison.i18n import _
from tests.acceptance.officer import ALT, Officer
from ui.drafts import not_kept
from ui.records.form_page import FormPage


def typed(officer: Officer) -> FormPage:
    """Type into a form whose drafts cannot be written."""
    (officer.archive.folder / "drafts").write_text("in the way")
    officer.window.new_record("partner", {}, None)
    page = officer.page(FormPage)
    officer.fill(page.panel, name_fa="شهر آزمون")
    return page


def test_it_is_said_while_typing(officer: Officer) -> None:
    page = typed(officer)
    page.panel.keep_draft()
    assert officer.window.toast.isVisible()
    assert not_kept() in officer.window.toast.text.text()
    officer.window.toast.hide()
    page.panel.keep_draft()
    assert not officer.window.toast.isVisible()


def test_a_page_is_not_left_and_the_window_not_closed_without_asking(officer: Officer) -> None:
    page = typed(officer)
    banner = officer.window.banner
    officer.press(Qt.Key.Key_Left, ALT)
    assert officer.window.trail.page is page
    assert banner.isVisible()
    banner.first.click()
    officer.window.close()
    assert officer.window.isVisible()
    assert banner.second.text() == _("Close and lose it")
    officer.save(page.panel)
    assert officer.archive.counts() == {"partner": 1}
    officer.window.close()
    assert not officer.window.isVisible()
    assert officer.archive.rows(by_name("partner"))[0]["name_fa"] == "شهر آزمون"


def test_who_says_so_closes_and_loses_it(officer: Officer) -> None:
    typed(officer)
    officer.window.close()
    officer.window.banner.second.click()
    assert not officer.window.isVisible()
    assert officer.archive.counts() == {}
