"""The window with its bell, on a day of the test's own choice."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from liaison.domain.records import by_name
from liaison.time.span import Span
from ui.application import Languages
from ui.reminders.bell import Bell
from ui.window import Window

TODAY = date(2026, 11, 21)
Settle = Callable[[], None]


class Clock:
    """The day, which a test may change."""

    day = TODAY


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr("ui.reminders.watch.today", lambda: made.day)
    return made


class Desk:
    """The window with its bell, and an archive in which something is due."""

    def __init__(self, window: Window, clock: Clock, settle: Settle) -> None:
        self.window, self.clock, self._settle = window, clock, settle
        self.workspace = window.workspace
        self.fresh: list[int] = []
        self.workspace.reminded.connect(lambda _count, fresh: self.fresh.append(fresh))

    @property
    def bell(self) -> Bell:
        bell = self.window.top_bar.bell
        assert bell is not None
        return bell

    @property
    def titles(self) -> list[str]:
        return [each.title for each in self.bell.watch.reminders]

    def add(self, type_name: str, **values: Any) -> str:
        with self.workspace.archive.change("Test") as change:
            return change.add(by_name(type_name), values)

    def owe(self, count: int) -> None:
        for number in range(count):
            due = TODAY - timedelta(days=1 + number % 5)
            self.add("follow_up", title_en=f"Test task {number}", due_on=due)

    def agree(self, days: int) -> str:
        last = TODAY + timedelta(days=days)
        return self.add(
            "agreement", title_en="Test document", stage="in_force", valid_until=Span(last, last)
        )

    def look(self, days: int = 0) -> None:
        self.clock.day = TODAY + timedelta(days=days)
        self.window.toast.hide()
        self.bell.watch.look()
        self._settle()

    def said(self) -> str:
        return self.window.toast.text.text() if self.window.toast.isVisible() else ""

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        goal = QApplication.focusWidget() or self.window
        QTest.keyClick(goal, key, modifier or Qt.KeyboardModifier.NoModifier)
        self._settle()


@pytest.fixture
def desk(clock: Clock, languages: Languages, window: Window, settle: Settle) -> Desk:
    languages.speak("en")
    window.activateWindow()
    QApplication.processEvents()
    return Desk(window, clock, settle)
