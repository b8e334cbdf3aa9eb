"""Locking in the middle of an import: nothing in clear on the disk, and all of it comes back."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from liaison.domain.records.partner import Partner
from liaison.exchange.foreign.proposals import Decision
from tests.ui.keys.conftest import Come, Sealed, idle, lock, sign_in
from ui.bringing.choosing import ChoosingStep
from ui.bringing.page import BringingPage, Stage
from ui.bringing.session import Given
from ui.sections import BRINGING
from ui.window import Window

SECRET = "شهر پنهان"
TABLE = f"شهر\tیادداشت\n{SECRET}\tنشان‌دار\nشهر آزمون\t\n"


def page_of(qtbot: QtBot, window: Window) -> BringingPage:
    idle(qtbot, window)
    page = window.trail.page
    assert isinstance(page, BringingPage)
    return page


def test_what_was_decided_survives_the_lock_sealed(
    qtbot: QtBot, come: Come, sealed: Sealed
) -> None:
    window = come(sealed.folder)
    sign_in(qtbot, window)
    window.show_section(BRINGING)
    page = page_of(qtbot, window)
    page.take(Given(text=TABLE))
    idle(qtbot, window)
    page.next_button.click()
    idle(qtbot, window)
    assert page.stage is Stage.REVIEW
    assert page.session is not None
    one, *_others = page.session.proposals
    page.session.decisions[one.key] = Decision("skip")
    del page
    window.workspace.lock_wanted.emit()
    lock(qtbot, window)
    assert not _in_clear(sealed.folder, SECRET)

    sign_in(qtbot, window)
    page = page_of(qtbot, window)
    choosing = page.steps[Stage.CHOOSE]
    assert isinstance(choosing, ChoosingStep)
    choosing.left_button.click()
    idle(qtbot, window)
    assert page.stage is Stage.REVIEW
    page.next_button.click()
    idle(qtbot, window)
    names = {each["name_fa"] for each in window.workspace.archive.rows(Partner)}
    assert "شهر آزمون" in names
    assert SECRET not in names


def _in_clear(folder: Path, words: str) -> list[Path]:
    files = [each for each in folder.rglob("*") if each.is_file()]
    assert files
    return [each for each in files if words.encode() in each.read_bytes()]
