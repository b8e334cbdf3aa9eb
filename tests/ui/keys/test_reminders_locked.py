"""Reminders of an encrypted archive: one's own, and nothing of them once it is locked."""

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from tests.ui.keys.conftest import MARKED, Come, Sealed, idle, lock, sign_in
from tests.ui.keys.test_locking import holding
from tests.ui.reminders.test_tray import Told
from ui.reminders import tray
from ui.reminders.tray import Tray

DAY = date(2026, 11, 21)


def test_nothing_of_reminders_stays_before_the_closed_door(
    qtbot: QtBot, come: Come, sealed: Sealed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.reminders.watch.today", lambda: DAY)
    monkeypatch.setattr(tray, "available", lambda: True)
    monkeypatch.setattr(tray, "QSystemTrayIcon", Told)
    window = come(sealed.folder)
    sign_in(qtbot, window)
    icon = Tray(window, window.workspace).icon
    assert isinstance(icon, Told)
    with window.workspace.archive.change("آزمون") as change:
        for name, officer in sealed.officers.items():
            values = {"title_fa": f"{MARKED} {name}", "assignee": officer}
            change.add(by_name("follow_up"), {**values, "due_on": DAY - timedelta(days=1)})
    bell = window.top_bar.bell
    assert bell is not None
    bell.watch.look()
    idle(qtbot, window)
    bell.panel.come()
    assert [each.title.text() for each in bell.panel.rows] == [f"{MARKED} administrator"]
    window.workspace.lock()
    lock(qtbot, window)
    assert window.top_bar.bell is None
    assert holding(MARKED) == []
    assert icon.tip in {"Liaison: locked", "رابط: قفل است"}
    assert icon.messages == []
    sign_in(qtbot, window)
    assert window.top_bar.bell is not None
    assert not window.top_bar.bell.watch.read
