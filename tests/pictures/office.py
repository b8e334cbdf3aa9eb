"""The window on an office for pictures: the sample, and a visit that is visibly made up."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from liaison.exchange.sample import fill
from liaison.storage.archive import Archive
from tests.prints.large_visit import TODAY, LargeVisit, large_visit
from ui.application import Languages, make_application
from ui.jobs import Jobs
from ui.settings import Settings
from ui.theme import LIGHT_NAME, Theme
from ui.window import Window
from ui.workspace import Workspace

_STEP = 20
_CALM = 3


class Office:
    """A window, its archive, and the days it lives on."""

    def __init__(self, archive: Archive, made: LargeVisit, folder: Path) -> None:
        self.application = QApplication.instance() or make_application(["liaison", "-style"])
        self.archive, self.made = archive, made
        settings = Settings(folder / "window.json")
        self.languages = Languages(self.application, settings)
        self.languages.speak("fa")
        self.theme = Theme(self.application, LIGHT_NAME)
        self.jobs = Jobs()
        self.workspace = Workspace(
            archive.folder, self.jobs, settings, self.theme, self.application
        )
        self.workspace.take(archive)
        self.window = Window(self.workspace)
        self.window.language_wanted.connect(self.languages.speak)
        self.window.show()
        live_on_the_day()
        self.workspace.opened.emit()
        self.settle()

    def settle(self) -> None:
        """Let the window work until nothing is under way any more."""
        calm = 0
        while calm < _CALM:
            loop = QEventLoop()
            QTimer.singleShot(_STEP, loop.quit)
            loop.exec()
            calm = calm + 1 if self.jobs.idle else 0
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def close(self) -> None:
        """Close the window and everything behind it."""
        self.window.close()
        self.settle()
        self.jobs.close()


def live_on_the_day() -> None:
    """Let every page take the day of the made-up visit for today."""
    for name, module in list(sys.modules.items()):
        if name.startswith("ui.") and hasattr(module, "today"):
            setattr(module, "today", lambda: TODAY)  # noqa: B010 - a module says nothing of it


@contextmanager
def office(folder: Path) -> Iterator[Office]:
    """Give the office in a new `folder`."""
    with Archive.open(folder / "archive", author="") as archive:
        fill(archive)
        made = large_visit(archive, members=9, meetings=4)
        opened = Office(archive, made, folder)
        try:
            yield opened
        finally:
            opened.close()
