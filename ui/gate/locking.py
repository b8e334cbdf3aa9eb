"""Locking: what is under way ends, the archive is closed, and nothing of it stays in the window."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QThread, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog

from liaison.diagnostics import diary
from ui.sections import DESK

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.window import Window

_LOOK: Final = 20
_PATIENCE: Final = 60_000
"""Milliseconds a print under way has to end by itself."""
_PLACE: Final = "place"


class Locking(QObject):
    """Takes everything down in order, behind a door that is closed already."""

    done = Signal()
    """The archive is closed and forgotten."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace
        self._waited = 0
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self._step)

    def begin(self) -> None:
        """Begin; what is typed is kept at once, whatever may come."""
        self._waited = 0
        self._keep_drafts()
        self._workspace.closing.emit()
        self._timer.start()
        close_dialogs()

    def _keep_drafts(self) -> None:
        for page in self._window.trail.pages:
            page.keep_drafts()

    def _step(self) -> None:
        """Go on once no dialog is open and nothing is under way."""
        self._waited += _LOOK
        if close_dialogs() or QThread.currentThread().loopLevel() > 1:
            return  # a dialog goes back to its page first
        pages = self._window.trail.pages
        if any(page.at_work for page in pages):
            if self._waited > _PATIENCE:
                for page in pages:
                    page.break_off()
            return
        if self._workspace.jobs.idle and not any(works() for works in self._workspace.helpers):
            self._timer.stop()
            self._take_down()

    def _take_down(self) -> None:
        self._keep_drafts()
        self._keep_place()
        archive = self._workspace.let_go()
        self._window.renew()
        self._workspace.jobs.run(archive.close, self._closed, owner=self)

    def _closed(self, _nothing: None) -> None:
        diary.note(diary.Event.CLOSED)
        QTimer.singleShot(0, self, self._forget)

    def _forget(self) -> None:
        """Free what still holds the key: what the collector was told to leave alone, too."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self.done.emit()

    # -- where one was

    def _keep_place(self) -> None:
        place = self._window.trail.place
        steps = [_plain(step) for step in place.steps]
        officer = self._workspace.archive.officer
        kept: dict[str, Any] = {"officer": officer, "section": place.section, "steps": steps}
        self._workspace.drafts.keep(_PLACE, kept, 0)

    def come_back(self) -> None:
        """Show the place again where whoever signed in was when the archive was locked."""
        drafts = self._workspace.drafts
        draft = drafts.find(_PLACE)
        drafts.drop(_PLACE)
        if draft is not None and draft.fields.get("officer") == self._workspace.archive.officer:
            _go_to(self._window, draft.fields)


def _go_to(window: Window, kept: dict[str, Any]) -> None:
    section = str(kept["section"])
    window.show_section(section if section in window.sidebar.buttons else DESK)
    ways: dict[str, Callable[..., object]] = {
        "record": window.open_record,
        "new": lambda type_name, values: window.new_record(type_name, values, None),
        "print": window.preview,
        "page": window.open_page,
    }
    for way, *asked in kept["steps"]:
        if way in ways:  # a list that answered a question is asked for anew
            ways[way](*asked)


def _plain(step: tuple[Any, ...]) -> list[Any]:
    """Return a step as it can be written down: only plain values of a new record come back."""
    return [
        {key: value for key, value in part.items() if isinstance(value, str | int)}
        if isinstance(part, dict)
        else part
        for part in step
    ]


def close_dialogs() -> bool:
    """Send away what stands open above the window, and tell whether there was anything."""
    open_ones = [
        each
        for each in (QApplication.activePopupWidget(), QApplication.activeModalWidget())
        if each is not None
    ]
    open_ones += [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, QDialog) and each.isVisible() and each not in open_ones
    ]
    for each in open_ones:
        if isinstance(each, QDialog):
            each.reject()
        else:
            each.close()
    return bool(open_ones)
