"""Taking the text of attached files into the search, behind everything else."""

import threading

from PySide6.QtCore import QObject, Signal, Slot

from ui.jobs import Jobs
from ui.workspace import Workspace


class FileReader(QObject):
    """Reads attached files whose text the search does not know yet, on a worker of its own.

    It begins when the archive is open and looks again after every change; closing the archive or
    the window stops it between two files.
    """

    through = Signal()
    """What was pending has been read."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._jobs = Jobs(self)
        self._jobs.failed.connect(workspace.troubled)
        self._stop = threading.Event()
        workspace.helpers.append(lambda: not self._jobs.idle)
        workspace.closing.connect(self._stop.set)
        workspace.opened.connect(self._begin)
        workspace.changed.connect(self.read)

    @Slot()
    def _begin(self) -> None:
        """Begin with an archive that was opened, perhaps after another one was closed."""
        self._stop.clear()
        self.read()

    @Slot()
    def read(self) -> None:
        """Read what is pending, unless that is being done."""
        archive = self._workspace.archive
        if self._jobs.idle and not (archive.read_only or self._stop.is_set()):
            self._jobs.run(lambda: archive.extract_pending(self._stop.is_set), self._done)

    def _done(self, _count: int) -> None:
        self.through.emit()

    def close(self) -> None:
        """Stop after the file in hand."""
        self._stop.set()
        self._jobs.close()
