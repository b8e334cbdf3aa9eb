"""Somebody at the window: types, picks and saves with the keys a person uses."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from tests.ui.conftest import TypeText
from ui.editors.choice_edit import ChoiceEditor
from ui.editors.editor import Editor
from ui.editors.instant_edit import InstantEditor
from ui.editors.reference_edit import ReferenceEditor
from ui.page import Page
from ui.records.panel import FormPanel
from ui.window import Window

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PATIENCE = 20_000
_DAYS = (
    "ui.council.page.today",
    "ui.pages.follow_ups.today",
    "ui.pages.outcomes.today",
    "ui.pages.network.today",
    "ui.pages.networks.today",
    "ui.pages.partner.today",
    "ui.pages.relations.today",
    "ui.pages.visit.today",
    "ui.pages.visit_new.today",
    "ui.prints.preview.today",
    "ui.reminders.watch.today",
)
P = TypeVar("P", bound=QWidget)


def live_on(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    """Let the pages take `day` for today."""
    for name in _DAYS:
        monkeypatch.setattr(name, lambda: day)


def wait_for(condition: Callable[[], bool], patience: int = PATIENCE) -> None:
    """Let the window work until `condition` holds, `patience` milliseconds at most."""
    deadline = QDeadlineTimer(patience)
    while not condition():
        assert not deadline.hasExpired()
        QTest.qWait(5)


class Officer:
    """Works one window."""

    def __init__(self, window: Window, type_text: TypeText, settle: Callable[[], None]) -> None:
        self.window = window
        self.archive = window.workspace.archive
        self.type_text = type_text
        self.settle = settle

    def page(self, kind: type[P]) -> P:
        """Return the page on screen, which has to be of `kind`."""
        page = self.window.trail.page
        assert isinstance(page, Page)
        assert isinstance(page, kind), page
        return page

    def press(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        *,
        on: QWidget | None = None,
    ) -> None:
        """Press a key where the keyboard is, or `on` a widget, and wait for what comes of it."""
        if on is not None:
            on.setFocus()
        goal = QApplication.focusWidget() or self.window
        QTest.keyClick(goal, key, modifier)
        self.settle()

    def fill(self, panel: FormPanel, **texts: str) -> None:
        """Fill in fields of a form; the key of an option picks it, a title a record."""
        for key, text in texts.items():
            self.enter(panel.form.editors[key], text)

    def enter(self, editor: Editor, text: str) -> None:
        """Put `text` into an editor as a person does."""
        if isinstance(editor, ChoiceEditor):
            editor.box.setFocus()
            editor.box.setCurrentIndex(editor.box.findData(text))
        elif isinstance(editor, InstantEditor):
            day, hour = text.split(" ")
            self._type(editor.day.line, day)
            self._type(editor.clock.line, hour)
        elif isinstance(editor, ReferenceEditor):
            self.pick(editor, text)
        else:
            self._type(editor.control, text)

    def pick(self, editor: ReferenceEditor, text: str) -> None:
        """Type the name of a record and take the first that is found."""
        self._type(editor.line, text)
        wait_for(lambda: editor.drop_down.visible)
        self.settle()
        QTest.keyClick(editor.line, Qt.Key.Key_Return)
        self.settle()
        assert editor.check(), f"{text} was not found"

    def pick_into(self, editor: ReferenceEditor, text: str) -> None:
        """Type the name of a record and take the first, where the line is empty again then."""
        self._type(editor.line, text)
        wait_for(lambda: editor.drop_down.visible)
        self.settle()
        QTest.keyClick(editor.line, Qt.Key.Key_Return)
        self.settle()

    def _type(self, control: QWidget, text: str) -> None:
        control.setFocus()
        if isinstance(control, QLineEdit | QPlainTextEdit):
            control.selectAll()
        self.type_text(control, text)

    def save(self, panel: FormPanel) -> str:
        """Save a form with F2 and return the record's uid."""
        self.press(Qt.Key.Key_F2, on=next(iter(panel.form.editors.values())).control)
        return panel.uid
