"""What changed since it was handed out, worked by keys."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from liaison.prints.editions import Edition
from liaison.prints.register import PRODUCTS
from liaison.prints.revisions import issue_out, ready
from tests.prints.large_visit import LargeVisit, large_visit
from tests.ui.prints.conftest import TODAY
from ui import places
from ui.prints import changed_panel
from ui.prints.changed_panel import ChangedPanel
from ui.prints.preview import PreviewPage
from ui.workspace import Workspace


@pytest.fixture
def visit(workspace: Workspace) -> LargeVisit:
    archive = workspace.archive
    visit = large_visit(archive, members=4, meetings=2)
    for name in ("delegation-list", "gift-list"):
        done = ready(archive, PRODUCTS[name], visit.visit, Edition("fa"), today=TODAY)
        issue_out(archive, done, "printed", datetime(2026, 11, 21, 8, tzinfo=UTC))
    with archive.change("test") as change:
        change.update(by_name("delegation_member"), visit.members[1], {"room": "777"})
    return visit


@pytest.fixture
def panel(
    make_preview: Callable[..., PreviewPage],
    visit: LargeVisit,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> ChangedPanel:
    monkeypatch.setattr(changed_panel, "today", lambda: TODAY)
    room = make_preview("visit-programme", visit.visit, "changed")
    found = room.tasks.changed_panel
    assert found is not None
    qtbot.waitUntil(lambda: len(found.affected) == 2 and not found.reading.is_running)
    return found


def test_what_changed_stands_first_and_is_chosen(panel: ChangedPanel) -> None:
    first, second = panel.affected
    assert first.issued.product == "delegation-list"
    assert panel.list.checked == {first.issued.uid}
    panel.list.toggle(second.issued.uid)
    assert panel.list.checked == {first.issued.uid}
    panel.list.view.select(first.issued.uid)
    panel.list.view.setFocus()
    panel.window().activateWindow()
    QTest.keyClick(panel.list.view, Qt.Key.Key_Space)
    assert not panel.list.checked
    assert not panel.print_button.isEnabled()


def test_saving_what_changed_settles_it(
    panel: ChangedPanel,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(places, "ask_for_folder", lambda *_asked: tmp_path)
    panel.ask_to_save()
    qtbot.waitUntil(lambda: not panel._open() and not panel.reading.is_running, timeout=10_000)
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    assert panel.side.words.text()
    assert {each.issued.revision for each in panel.affected} == {1, 2}


def test_the_printer_is_asked_for(panel: ChangedPanel) -> None:
    panel.print_button.click()
    assert panel.dialog is not None
    assert panel.dialog.isVisible()
    panel.dialog.reject()
    assert panel.outing is None
