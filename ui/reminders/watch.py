"""Looking for what is due, behind everything else, while an archive is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from liaison.i18n import language
from liaison.insight.reminders import due_reminders
from ui.day import today
from ui.noting import take_note
from ui.pages.visit_checks import readiness
from ui.pages.visit_reading import read_visit
from ui.reminders.memory import Memory

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from liaison.insight.reminder import Reminder
    from liaison.storage.archive import Archive
    from ui.workspace import Workspace

_FIRST: Final = 1_500
"""Milliseconds after the pages came up: the start is for the one who started."""
_PAUSE: Final = 3_000
"""After the first of several changes."""
_MINUTE: Final = 60_000
_HOUR: Final = 60
_LANE: Final = "reminders"


class ReminderWatch(QObject):
    """The reminders of today: looked for at first, each hour, on a new day, and after changes."""

    found = Signal()
    """`reminders` are those of now."""
    failed = Signal(Exception)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        archive = workspace.archive
        self.memory = Memory(workspace.settings, workspace.folder, archive.officer)
        self.reminders: Sequence[Reminder] = ()
        self.read = False
        """Whether they were looked for at all."""
        self._day: date | None = None
        self._minutes, self._stopped = 0, False
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.look)
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self.tick)
        workspace.changed.connect(self._changed)
        workspace.closing.connect(self.stop)
        self._soon.start(_FIRST)
        self._minute.start()

    @property
    def may_acknowledge(self) -> bool:
        """Whether the archive can take note of anything."""
        return not self._workspace.archive.read_only

    @Slot()
    def stop(self) -> None:
        """Look no more: the archive is about to be closed."""
        self._stopped = True
        self._soon.stop()
        self._minute.stop()

    @Slot()
    def _changed(self) -> None:
        """Look once some changes have come together; more of them do not put that off."""
        if not (self._stopped or self._soon.isActive()):
            self._soon.start(_PAUSE)

    @Slot()
    def tick(self) -> None:
        """Look again where the day has changed, or an hour has gone by; called each minute.

        On a new day all pages do: what they say of yesterday is old.
        """
        self._minutes += 1
        if self._day is not None and self._day != today():
            self._workspace.changed.emit()
            self.look()
        elif self._minutes >= _HOUR:
            self.look()

    @Slot()
    def look(self) -> None:
        """Look for what is due now."""
        if self._stopped:
            return
        self._soon.stop()
        self._minutes = 0
        self._day = day = today()
        archive, lang, hidden = self._workspace.archive, language(), self.memory.hidden(day)
        self._workspace.jobs.run(
            lambda: _read(archive, day, lang, hidden),
            self._take,
            self._fail,
            owner=self,
            lane=_LANE,
        )

    def _take(self, reminders: list[Reminder]) -> None:
        self.read = True
        self.reminders = reminders
        due = {each.key for each in reminders}
        fresh = self.memory.fresh(due)
        if fresh:
            self.memory.announce(due)
        self.found.emit()
        self._workspace.reminded.emit(len(reminders), len(fresh))

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)

    # -- what is done about them

    def acknowledge(self, keys: Collection[str]) -> None:
        """Take note of reminders for good, for everybody in the office."""
        take_note(self._workspace, keys, today(), self, self.look, self._not_acknowledged)

    def _not_acknowledged(self, error: Exception) -> None:
        self.found.emit()
        self._workspace.troubled.emit(error)

    def put_off(self, keys: Collection[str]) -> None:
        """Leave reminders for tomorrow, in this window alone."""
        self.memory.put_off(keys, today())
        self.look()


def _read(archive: Archive, day: date, lang: str, hidden: Sequence[str]) -> list[Reminder]:
    def prepared(uid: str) -> int:
        return readiness(read_visit(archive, uid, day, lang)).percent

    return due_reminders(archive, day, lang, prepared, hidden)
