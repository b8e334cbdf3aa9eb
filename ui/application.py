"""The program with a window: fonts, languages, theme, and the order of the start."""

import threading
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal, qVersion
from PySide6.QtWidgets import QApplication

from liaison import i18n
from liaison.diagnostics import diary
from liaison.storage.first_look import FirstLook, first_look
from ui.backups.keeper import BackupKeeper
from ui.backups.mending import offer_backup
from ui.collecting import Collector
from ui.day import today
from ui.first_paint import FirstPaint
from ui.fonts import body_font
from ui.jobs import Jobs
from ui.opening import opener
from ui.qt_strings import QtStrings, qt_translator
from ui.reading import FileReader
from ui.scans.reader import ScanReader
from ui.settings import ARCHIVE, Settings, default_file
from ui.theme import SIZES, SYSTEM, Theme
from ui.way import Way, way_into
from ui.window import Window
from ui.workspace import Workspace

_GLANCE = 0.04
"""Seconds the first picture waits for its figures; they follow when they take longer."""


class Languages(QObject):
    """Speaks one language at a time through the whole application."""

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        self._own = QtStrings(self)
        self._qt = qt_translator("en")

    def speak(self, language: str) -> None:
        """Speak `language` from now on, and let the window read from that side."""
        application = self._application
        i18n.install(language)
        self._settings.set("language", language)
        application.removeTranslator(self._qt)
        application.removeTranslator(self._own)
        self._qt = qt_translator(language)
        QLocale.setDefault(QLocale("fa_IR" if language == "fa" else "en_GB"))
        application.installTranslator(self._own)
        application.installTranslator(self._qt)
        application.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if language == "fa" else Qt.LayoutDirection.LeftToRight
        )
        QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange.value)


class Glance(QObject):
    """The first look, taken on a thread while Qt is still making the window."""

    ready = Signal(object)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.look: FirstLook | None = None
        self._thread = threading.Thread(target=self._take, name="first-look", daemon=True)
        self._thread.start()

    def _take(self) -> None:
        self.look = first_look(self._folder, today())
        self.ready.emit(self.look)

    def wait(self, seconds: float) -> FirstLook | None:
        """Return the look if it is there within `seconds`."""
        self._thread.join(seconds)
        return self.look


class Start(QObject):
    """Opens the archive once the window has painted for the first time."""

    def __init__(self, window: Window, workspace: Workspace) -> None:
        super().__init__(window)
        self._first = FirstPaint(window.trail, lambda: open_archive(window, workspace), self)


def open_archive(window: Window, workspace: Workspace) -> None:
    """Open an archive that asks for no passphrase, on the worker."""
    window.trail.waiting.begin()
    workspace.jobs.run(opener(workspace.folder), workspace.take, window.cannot_open, owner=window)


def make_application(arguments: Sequence[str] = ("liaison",)) -> QApplication:
    """Return the application with our style and font."""
    application = QApplication(list(arguments))
    application.setApplicationName("liaison")
    application.setStyle("Fusion")
    application.setFont(body_font())
    return application


def make_window(
    application: QApplication, folder: Path, language: str, settings: Settings
) -> Window:
    """Return the window on the archive in `folder`, ready to be shown."""
    way = way_into(folder)
    glance = Glance(folder) if way is Way.OPEN else None
    languages = Languages(application, settings)
    languages.speak(language)
    size = settings.get("text_size")
    percent = size if isinstance(size, int) else SIZES[0]
    theme = Theme(application, str(settings.get("theme", SYSTEM)), percent)
    jobs = Jobs(application)
    workspace = Workspace(folder, jobs, settings, theme, application)
    window = Window(workspace)
    window.language_wanted.connect(languages.speak)

    def reopen() -> None:
        open_archive(window, workspace)

    def offer(error: Exception) -> None:
        offer_backup(workspace, window.banner, error, reopen, window.cannot_open)

    window.damaged.connect(offer)
    if glance is None:
        from ui.gate.gate import Gate  # not where an archive simply opens

        Gate(window, reopen).begin(way)
        return window
    Start(window, workspace)
    look = glance.wait(_GLANCE)
    if look is not None:
        window.show_look(look)
    else:
        glance.setParent(window)
        glance.ready.connect(window.show_look)
    return window


def chosen_place(settings: Settings, usual: Path) -> Path:
    """Return the folder of the archive that was chosen in the window, else the `usual` one."""
    chosen = settings.get(ARCHIVE)
    return Path(chosen) if isinstance(chosen, str) and chosen else usual


def follow_in_tray(window: Window) -> None:
    """Show in the system tray what is due, once the archive is open."""

    def begin() -> None:
        from ui.reminders.tray import Tray  # not part of the start

        if window.findChild(Tray) is None:
            tray = Tray(window, window.workspace)
            window.gone.connect(tray.take_down)

    window.workspace.opened.connect(begin)


def run(folder: Path, language: str = "", *, is_stated: bool = True) -> int:
    """Open the window on the archive in `folder` and return the exit status.

    `language` is "fa" or "en"; empty means the one spoken last, at first Persian. Where the folder
    `is_stated` by nobody, the one that was chosen in the window takes its place.
    """
    application = make_application()
    Collector(application)
    settings = Settings(default_file())
    spoken = language or str(settings.get("language", "fa"))
    if spoken not in i18n.LANGUAGES:
        spoken = "fa"
    place = folder if is_stated else chosen_place(settings, folder)
    window = make_window(application, place, spoken, settings)
    reader = FileReader(window.workspace)
    scans = ScanReader(window.workspace)
    reader.through.connect(scans.look)
    backups = BackupKeeper(window.workspace)
    follow_in_tray(window)
    window.errors.install()
    window.show()
    diary.note(diary.Event.STARTED, word="window", version={"qt": qVersion()})
    status = application.exec()
    window.errors.remove()
    reader.close()
    scans.close()
    backups.close()
    window.workspace.jobs.close()
    window.gone.emit()
    if window.workspace.is_open:
        window.workspace.archive.close()
        diary.note(diary.Event.CLOSED)
    return status
