"""Backups that are made by themselves, behind everything else."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from liaison.diagnostics import diary
from liaison.errors import LiaisonError
from liaison.i18n import _, ngettext
from ui.figures import figure
from ui.jobs import Jobs

if TYPE_CHECKING:
    from collections.abc import Callable

    from liaison.storage.backups.making import Progress
    from liaison.storage.backups.routine import Outcome, Trial
    from ui.jobs import Failed
    from ui.workspace import Workspace

_FIRST: Final = 90_000
"""Milliseconds after the archive opened: a start is for the one who started."""
_EVERY: Final = 300_000


class StoppedError(LiaisonError):
    """The archive is closed: the backup under way is given up, and nothing of it is left."""


class BackupKeeper(QObject):
    """Makes a backup an hour in which something changed, and puts one back for a trial a month.

    It works on a thread of its own and speaks up where something went wrong, and of a trial.
    """

    done = Signal()
    """Something was made, tried out, or failed: what is on screen may be old."""
    progressed = Signal(int, int)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self.jobs = Jobs(self)
        self._stop = threading.Event()
        self.last_error = ""
        self._clock = QTimer(self, singleShot=True, interval=_FIRST)
        self._clock.timeout.connect(self._hourly)
        workspace.helpers.append(lambda: self.is_working)
        workspace.opened.connect(self._begin)
        workspace.closing.connect(self._break_off)

    @property
    def is_working(self) -> bool:
        """Whether a backup or a trial is under way."""
        return not self.jobs.idle

    @Slot()
    def _begin(self) -> None:
        self._stop.clear()
        self._clock.start(_FIRST)

    @Slot()
    def _break_off(self) -> None:
        """Give up the backup under way, before the archive is closed."""
        self._clock.stop()
        self._stop.set()

    @Slot()
    def _hourly(self) -> None:
        """Do what is due, and look again in a while."""
        self._clock.start(_EVERY)
        self.back_up(always=False)

    def back_up(self, *, always: bool = True) -> None:
        """Make a backup, or, unless `always`, only where one is due; then a trial where that is."""
        archive = self._workspace.archive
        if self.is_working or archive.read_only:
            return

        def work() -> tuple[Outcome, Trial | None]:
            from liaison.storage.backups import routine  # not part of the start

            outcome = routine.back_up(
                archive, datetime.now(UTC), always=always, progress=self._progress
            )
            shelf, now = routine.shelf_of(archive.folder, archive.key), datetime.now(UTC)
            if always or not routine.trial_is_due(shelf, now):
                return outcome, None
            trial = self._tried(shelf, now)
            routine.sweep_after(trial, archive, now)
            return outcome, trial

        self.jobs.run(work, lambda found: self._tell(*found, asked=always), self._fail)

    def try_out(self) -> None:
        """Put the newest backup back for a trial, now."""
        archive = self._workspace.archive
        if self.is_working:
            return

        def work() -> Trial:
            from liaison.storage.backups import routine  # not part of the start

            return self._tried(routine.shelf_of(archive.folder, archive.key), datetime.now(UTC))

        self.jobs.run(work, self._tell_trial, self._fail)

    def run(
        self,
        work: Callable[[Progress], object],
        then: Callable[[Any], object],
        failed: Failed | None = None,
    ) -> None:
        """Do something else on the keeper's thread; `work` is given whom to tell how far it is."""
        self.jobs.run(lambda: work(self._progress), then, self._unless_stopped(failed))

    def _unless_stopped(self, failed: Failed | None) -> Failed:
        """Return who is told of an error that is none of the backups: nobody where one gave up."""
        told = failed or self._workspace.troubled.emit

        def tell(error: Exception) -> None:
            if not isinstance(error, StoppedError):
                told(error)
            self.done.emit()

        return tell

    def _tried(self, shelf: object, now: datetime) -> Trial:
        from liaison.storage.backups import routine  # not part of the start

        return routine.try_out(shelf, now, self._progress)  # type: ignore[arg-type] # a shelf, loaded late

    def _progress(self, done: int, whole: int) -> None:
        """Pass progress on from the keeper's thread, and give up where the archive is closed."""
        if self._stop.is_set():
            raise StoppedError
        self.progressed.emit(done, whole)

    def _tell(self, outcome: Outcome, trial: Trial | None, *, asked: bool) -> None:
        self.last_error = outcome.trouble
        if outcome.made is not None:
            made = outcome.made.manifest
            diary.note(diary.Event.BACKED_UP, records=made.records, bytes=made.whole_size)
        if outcome.trouble:
            diary.note(diary.Event.SECOND_PLACE_FAILED)
            self._workspace.say(outcome.trouble)
        elif asked:
            self._workspace.say(_("The backup was made and verified."))
        if trial is not None:
            self._tell_trial(trial)
        self.done.emit()

    def _tell_trial(self, trial: Trial) -> None:
        count = len(trial.faults)
        diary.note(diary.Event.TRIED_OUT, faults=count)
        if count:
            text = ngettext(
                "The newest backup was put back for a trial and {count} thing is wrong with it."
                " Make a new one.",
                "The newest backup was put back for a trial and {count} things are wrong with it."
                " Make a new one.",
                count,
            )
            self._workspace.say(text.format(count=figure(count)))
        else:
            self._workspace.say(_("The newest backup was put back for a trial: it is whole."))
        self.done.emit()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, StoppedError):
            return
        self.last_error = str(error)
        diary.note(diary.Event.BACKUP_FAILED)
        self._workspace.troubled.emit(error)
        self.done.emit()

    def close(self) -> None:
        """Give up what is under way and wait for its end."""
        self._stop.set()
        self.jobs.close()
