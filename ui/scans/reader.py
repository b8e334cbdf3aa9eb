"""Reading scans behind everything else, one after the other, until somebody pauses it."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from liaison.i18n import _, ngettext
from ui.figures import figure
from ui.jobs import Jobs
from ui.sections import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from liaison.storage.archive import Archive
    from liaison.storage.scanning import Progress
    from liaison.storage.scans.scanned_text import ScannedText
    from ui.workspace import Workspace

PART: Final = "scans"
"""The part of the settings about scans."""
_FIRST: Final = 20_000
"""Milliseconds after the archive opened: a start is for the one who started."""
_TOLD: Final = "scans_told"
_PROGRAM: Final = "program"


@dataclass(frozen=True)
class _Outcome:
    """What was read, or what is missing to read `waiting` scans: as told, and by its names."""

    read: Sequence[ScannedText] = ()
    lacking: str = ""
    missing: str = ""
    waiting: int = 0


class ScanReader(QObject):
    """Reads scans on a thread of its own, and speaks up once where it cannot.

    It begins a while after the archive was opened and whenever attached files were gone through;
    closing the archive or the window stops it in the middle of a page, which then waits.
    """

    progressed = Signal(object)
    """How far reading has come, a `Progress`."""
    kept = Signal(str)
    """The text of the content of this SHA-256 is there now."""
    rested = Signal()
    """Reading ended, or was paused."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._jobs = Jobs(self)
        self._jobs.failed.connect(self._fail)
        self._stop = threading.Event()
        self._again = False
        self.is_paused = False
        self.progress: Progress | None = None
        self._clock = QTimer(self, singleShot=True, interval=_FIRST)
        self._clock.timeout.connect(self.look)
        self.progressed.connect(self._note)
        workspace.helpers.append(lambda: not self._jobs.idle)
        workspace.opened.connect(self._begin)
        workspace.closing.connect(self._break_off)

    @property
    def is_reading(self) -> bool:
        """Whether scans are being read."""
        return not self._jobs.idle

    @Slot()
    def _begin(self) -> None:
        self._stop.clear()
        self.is_paused = False
        self._clock.start()

    @Slot()
    def _break_off(self) -> None:
        self._clock.stop()
        self._again = False
        self._stop.set()

    @Slot()
    def look(self) -> None:
        """Read what waits; whatever comes meanwhile follows."""
        workspace = self._workspace
        if self._clock.isActive() or self._stop.is_set() or not workspace.is_open:
            return
        if self.is_reading:
            self._again = True
        elif not workspace.archive.read_only:
            archive = workspace.archive
            self._jobs.run(lambda: self._read(archive), self._done)

    def _read(self, archive: Archive) -> _Outcome:
        from liaison.storage.scanning import read_waiting
        from liaison.storage.scans.lacking import lacking  # not part of the start
        from liaison.storage.scans.tesseract import find

        waiting = archive.scans.waiting() if archive.scans.wanted else []
        if not waiting:
            return _Outcome()
        tesseract = find()
        if tesseract is None or tesseract.missing:
            missing = _PROGRAM if tesseract is None else "+".join(tesseract.missing)
            textless = sum(each.textless for each in waiting)
            return _Outcome((), lacking(tesseract), missing, textless)
        told, kept = self.progressed.emit, self.kept.emit
        return _Outcome(
            read_waiting(
                archive, tesseract, self._stop.is_set, told, lambda sha256, _text: kept(sha256)
            )
        )

    @Slot(object)
    def _note(self, progress: Progress) -> None:
        self.progress = progress

    def _done(self, outcome: _Outcome) -> None:
        self.progress = None
        failed = sum(each.state == "failed" for each in outcome.read)
        if failed:
            text = ngettext(
                "{count} scanned file could not be read; it stays attached.",
                "{count} scanned files could not be read; they stay attached.",
                failed,
            )
            self._workspace.say(text.format(count=figure(failed)))
        if outcome.waiting:
            self._tell_lacking(outcome)
        self.rested.emit()
        if self._again:
            self._again = False
            self.look()

    def _tell_lacking(self, outcome: _Outcome) -> None:
        """Say what is missing, once for each thing that is."""
        settings = self._workspace.settings
        if settings.get(_TOLD) == outcome.missing:
            return
        settings.set(_TOLD, outcome.missing)
        text = ngettext(
            "{count} scanned file waits to be read. {lacking}",
            "{count} scanned files wait to be read. {lacking}",
            outcome.waiting,
        )
        self._workspace.say(
            text.format(count=figure(outcome.waiting), lacking=outcome.lacking),
            _("Settings"),
            lambda: self._workspace.open_choice(SETTINGS, PART),
        )

    @Slot(Exception)
    def _fail(self, error: Exception) -> None:
        self.progress = None
        self._workspace.troubled.emit(error)
        self.rested.emit()

    # -- in the hands of people

    def pause(self) -> None:
        """Stop reading until somebody lets it go on, or the archive is opened anew."""
        self.is_paused = True
        self._break_off()
        self.rested.emit()

    def go_on(self) -> None:
        """Read again, now."""
        self.is_paused = False
        self._clock.stop()
        self._stop.clear()
        self.look()

    def read_again(self, sha256: str) -> None:
        """Forget what was read from a content and read it anew."""
        archive = self._workspace.archive

        def forgotten(_nothing: None) -> None:
            self.kept.emit(sha256)
            self.go_on()

        self._workspace.jobs.run(lambda: archive.scans.forget(sha256), forgotten, owner=self)

    def close(self) -> None:
        """Stop, and wait for the end of it."""
        self._break_off()
        self._jobs.close()
