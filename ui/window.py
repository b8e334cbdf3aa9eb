"""The window: sidebar, top bar, and the pages between them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from liaison.errors import DamagedError
from liaison.i18n import _
from liaison.storage.first_look import FirstLook
from ui import actions
from ui.errors import Errors
from ui.pages.desk import DeskPage
from ui.sections import DESK, SECTIONS, section_of
from ui.sidebar import Sidebar
from ui.speaking import Speaking
from ui.top_bar import TopBar
from ui.trail import Trail
from ui.widgets.pieces import no_margins
from ui.widgets.toast import Banner, Toast
from ui.workspace import Workspace

if TYPE_CHECKING:
    from liaison.storage.search import Hit

_SEARCHED = 30


class Window(Speaking, QMainWindow):
    """The shell; what it shows is the pages' business."""

    language_wanted = Signal(str)
    damaged = Signal(Exception)
    """The archive is not whole and stays closed."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.errors = Errors(self)
        self.sidebar = Sidebar()
        self.top_bar = TopBar(workspace.theme)
        self.trail = Trail()
        workspace.stage = self.trail
        self.banner = Banner()
        self.toast = Toast(self)
        self.desk = DeskPage(workspace)
        self.trail.add_section(DESK, self.desk)
        self._awaited: list[Callable[[], object]] = []
        self._lay_out()
        self._connect()
        self._bind_keys()
        self._restore_place()
        self.show_section(DESK)
        self.retranslate()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        no_margins(right)
        right.addWidget(self.top_bar)
        right.addWidget(self.banner)
        right.addWidget(self.trail, 1)
        middle = QWidget()
        middle.setProperty("role", "ground")
        line = QHBoxLayout(middle)
        no_margins(line)
        line.addWidget(self.sidebar)
        line.addLayout(right, 1)
        self.setCentralWidget(middle)

    def _connect(self) -> None:
        workspace, search = self.workspace, self.top_bar.search
        self.sidebar.chosen.connect(self.show_section)
        self.top_bar.language_wanted.connect(self.language_wanted)
        self.top_bar.new_wanted.connect(self._new)
        self.top_bar.theme_toggled.connect(self._toggle_theme)
        search.asked.connect(self._search)
        search.opened.connect(self.open_record)
        workspace.said.connect(self.toast.show_message)
        workspace.troubled.connect(self.errors.show)
        workspace.opened.connect(self._opened)
        workspace.changed.connect(self._count)
        workspace.record_wanted.connect(self.open_record)
        workspace.new_wanted.connect(self.new_record)
        workspace.section_wanted.connect(self.show_section)
        workspace.back_wanted.connect(self.go_back)
        workspace.print_wanted.connect(self.preview)
        self.errors.said.connect(self.toast.show_message)
        self.errors.bannered.connect(self.banner.show_message)

    def _bind_keys(self) -> None:
        actions.bind(self, self.top_bar.search.call, "Ctrl+K", "Ctrl+F")
        actions.bind(self, self._new_here, "Ctrl+N")
        actions.bind(self, self._print_here, "Ctrl+P")
        actions.bind(self, self._undo, "Ctrl+Z")
        actions.bind(self, self._redo, "Ctrl+Y", "Ctrl+Shift+Z")
        actions.bind(self, self.go_back, "Alt+Left")
        actions.bind(self, self.close, "Ctrl+Q")
        for index, section in enumerate(SECTIONS[:9], start=1):
            actions.bind(self, _call(self.show_section, section.name), f"Alt+{index}")

    # -- opening

    def show_look(self, look: FirstLook) -> None:
        """Paint what the first look found."""
        self.sidebar.show_counts(look.counts)
        self.desk.show_look(look)

    @Slot()
    def _opened(self) -> None:
        """Come alive: do what was asked for while the archive was being opened."""
        if self.trail.section not in self.trail.sections:
            self.show_section(self.trail.section)
        waiting, self._awaited = self._awaited, []
        for work in waiting:
            work()
        if self.workspace.archive.read_only:
            self.banner.show_message(
                _("The archive cannot be written here: everything can be read, nothing changed.")
            )
        self._count()
        self.desk.refresh()

    def cannot_open(self, error: Exception) -> None:
        """Say that the archive stays closed."""
        self.errors.show(error)
        self.trail.waiting.fail(str(error))
        if isinstance(error, DamagedError):
            self.damaged.emit(error)

    def _when_open(self, work: Callable[[], object]) -> bool:
        """Tell whether the archive is open; where it is not, keep `work` for that moment."""
        if not self.workspace.is_open:
            self._awaited = [work]
            self.trail.setCurrentWidget(self.trail.waiting)
        return self.workspace.is_open

    # -- pages

    @Slot(str)
    def show_section(self, name: str) -> None:
        """Show a section of the sidebar; "" opens the menu of new records."""
        if not name:
            self.top_bar.new_button.showMenu()
            return
        if name not in self.trail.sections and self.workspace.is_open:
            from ui.registry import section_page  # loaded by the worker before

            self.trail.add_section(name, section_page(name, self.workspace))
        self._awaited = []
        self.sidebar.choose(name)
        self.trail.show_section(name)
        self.retranslate()

    @Slot(str, str)
    def open_record(self, type_name: str, uid: str) -> None:
        """Show the page of one record on top of what is there."""
        if not self._when_open(lambda: self.open_record(type_name, uid)):
            return
        from ui.registry import record_page  # loaded by the worker before

        self.sidebar.choose(section_of(type_name))
        self.trail.push(record_page(type_name, uid, self.workspace))
        self.retranslate()

    @Slot(str, object, object)
    def new_record(
        self, type_name: str, values: dict[str, Any], then: Callable[[str], object] | None
    ) -> None:
        """Show an empty form on top of what is there."""
        if not self._when_open(lambda: self.new_record(type_name, values, then)):
            return
        from ui.registry import new_page  # loaded by the worker before

        self.trail.push(new_page(type_name, values, then, self.workspace))
        self.retranslate()

    @Slot(str, str, str)
    def preview(self, product: str, uid: str, task: str = "") -> None:
        """Show the print room on top of what is there."""
        if not self._when_open(lambda: self.preview(product, uid, task)):
            return
        from ui.registry import preview_page  # loaded by the worker before

        self.trail.push(preview_page(product, uid, task, self.workspace))
        self.retranslate()

    @Slot()
    def go_back(self) -> None:
        """Return to the page below."""
        if self.trail.pop():
            self.sidebar.choose(self.trail.section)
            self.retranslate()

    def _new(self, type_name: str) -> None:
        self.new_record(type_name, {}, None)

    def _new_here(self) -> None:
        page = self.trail.page
        if page is None:
            self.show_section("")
        else:
            page.new()

    def _print_here(self) -> None:
        page = self.trail.page
        if page is not None:
            page.print_shown()

    # -- everywhere

    def _undo(self) -> None:
        if self.workspace.is_open:
            self.workspace.undo()

    def _redo(self) -> None:
        if self.workspace.is_open:
            self.workspace.redo()

    def _count(self) -> None:
        if self.workspace.is_open:
            self.workspace.jobs.run(
                self.workspace.archive.counts, self.sidebar.show_counts, lane="counts"
            )

    def _search(self, text: str) -> None:
        if not self._when_open(lambda: self._search(text)):
            return
        archive = self.workspace.archive
        self.workspace.jobs.run(
            lambda: archive.search(text, limit=_SEARCHED), self._found, owner=self, lane="search"
        )

    def _found(self, hits: "list[Hit]") -> None:
        from ui.found import suggestions  # loaded by the worker before

        self.top_bar.search.show_found(suggestions(hits))

    def _toggle_theme(self) -> None:
        self.workspace.theme.toggle()
        self.workspace.settings.set("theme", self.workspace.theme.choice)

    def retranslate(self) -> None:
        """Name the window after the page on screen."""
        page = self.trail.page
        name = _("Liaison")
        title = page.title() if page is not None else ""
        self.setWindowTitle(f"{title} — {name}" if title else name)

    def _restore_place(self) -> None:
        self.resize(1280, 800)
        place = self.workspace.settings.get("window")
        if isinstance(place, str):
            self.restoreGeometry(QByteArray.fromBase64(place.encode("ascii", "ignore")))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Keep what is typed as drafts, and the window's place."""
        for page in self.trail.pages:
            page.keep_drafts()
        place = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self.workspace.settings.set("window", place)
        self.workspace.settings.save()
        super().closeEvent(event)


def _call(work: Callable[[str], object], name: str) -> Callable[[], object]:
    return lambda: work(name)
