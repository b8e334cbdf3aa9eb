"""A paper written to a folder of the user's choice."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from liaison.i18n import _
from ui.naming import file_name
from ui.places import ask_for_file, last_folder, numbered, open_folder, remember_folder
from ui.prints.making import Made, Wish, make_paper, register
from ui.prints.options import Options
from ui.series import Series
from ui.workspace import Workspace


def ask_for_path(parent: QWidget, start: Path) -> Path | None:
    """Ask with the system's own dialog where to save; None where the user thinks better of it."""
    return ask_for_file(parent, start, _("Save as PDF"), _("PDF documents"))


def write_paper(path: Path, content: bytes) -> Path:
    """Write a paper whole or not at all, and return where it stands; raises StorageError."""
    from liaison.exchange.whole_file import whole_file

    with whole_file(path) as stream:
        stream.write(content)
    return path


class Saving(QObject):
    """Saves the paper on screen, in all its numbered copies, and knows where it went."""

    def __init__(self, workspace: Workspace, options: Options) -> None:
        super().__init__(options)
        self._workspace = workspace
        self._options = options
        self.saved: Path | None = None
        self._series = Series(workspace.jobs, self)
        self._series.finished.connect(self._written)
        self._series.failed.connect(workspace.troubled)
        options.folder_button.clicked.connect(self.open_folder)
        self.begin_again()

    def begin_again(self) -> None:
        """Forget where the former paper went: this one is not saved yet."""
        self.saved = None
        self._options.folder_button.hide()

    def ask(self, made: Made) -> None:
        """Ask where to save a paper, under a name that says what it is."""
        if made.paper is None:
            return
        name = file_name(made.paper.title, made.day, made.wish.spoken)
        path = ask_for_path(self._options, last_folder(self._workspace.settings) / name)
        if path is not None:
            self.save_to(path, made)

    def save_to(self, path: Path, made: Made) -> None:
        """Write a paper to `path`, whole or not at all; further copies are numbered beside it."""
        remember_folder(self._workspace.settings, path.parent)
        archive = self._workspace.archive

        def writer(number: int, wish: Wish) -> Callable[[], tuple[Path, Made]]:
            def write() -> tuple[Path, Made]:
                copy = made if wish == made.wish else make_paper(archive, wish, made.day)
                content = copy.paper.content if copy.paper is not None else b""
                return write_paper(numbered(path, number), content), copy

            return write

        copies = enumerate(made.wish.each_copy(), start=1)
        self._series.start([writer(number, wish) for number, wish in copies])

    def _written(self, results: "list[tuple[Path, Made]]", whole: bool) -> None:  # noqa: FBT001 - the signal's own
        for _path, made in results:
            register(self._workspace, made, "saved")
        if not whole:
            return
        self.saved = results[0][0]
        self._options.folder_button.show()
        message = _("Saved as {name}.").format(name=self.saved.name)
        self._workspace.say(message, _("Open the folder"), self.open_folder)

    def open_folder(self) -> None:
        """Show the folder in which the paper was saved."""
        if self.saved is not None:
            open_folder(self._workspace, self.saved.parent)
