"""The window: the pages in their shell, and the door before them."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from liaison.errors import DamagedError
from liaison.i18n import _
from liaison.storage.first_look import FirstLook
from ui import actions
from ui.doorway import Doorway
from ui.errors import Errors
from ui.leaving import all_kept
from ui.recent import remember
from ui.sections import DESK, section_of
from ui.shell import Shell
from ui.shortcuts import QUIT
from ui.speaking import Speaking
from ui.tab_order import InSight
from ui.telling import Telling
from ui.window_keys import bind_keys
from ui.window_place import remember_place, restore_place
from ui.workspace import Workspace

if TYPE_CHECKING:
    from ui.keys.door import Door


class Window(Speaking, QMainWindow):
    """The shell; what it shows is the pages' business."""

    language_wanted = Signal(str)
    damaged = Signal(Exception)
    """The archive is not whole and stays closed."""
    gone = Signal()
    """The program ends, and nothing works any more."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.errors = Errors(self)
        self.doorway = Doorway()
        self.telling = Telling(self, workspace, self.errors, self.doorway, lambda: self.shell)
        self.setCentralWidget(self.doorway)
        self._losing = False
        self._awaited: list[Callable[[], object]] = []
        self._furnish()
        self._connect()
        self.doorway.let(
            bind_keys(self, workspace, self._works(), self.show_section, lambda: self.trail.page)
        )
        actions.bind(self, self.close, *QUIT.keys)
        self.in_sight = InSight(workspace.theme.application, self)
        restore_place(self, workspace.settings)
        self.retranslate()

    def _furnish(self) -> None:
        """Put up a shell that shows nothing yet."""
        shell = self.shell = Shell(self.workspace, self.doorway)
        self.sidebar, self.top_bar, self.trail = shell.sidebar, shell.top_bar, shell.trail
        self.banner, self.toast, self.desk = shell.banner, shell.toast, shell.desk
        self.doorway.addWidget(shell)
        search = self.top_bar.search
        self.sidebar.chosen.connect(self.show_section)
        self.sidebar.report_wanted.connect(self.telling.report)
        self.top_bar.language_wanted.connect(self.language_wanted)
        self.top_bar.new_wanted.connect(self._new)
        self.top_bar.theme_toggled.connect(self.workspace.toggle_theme)
        search.asked.connect(self._search)
        search.all_wanted.connect(lambda text: self.open_page(f"found:{text}"))
        search.opened.connect(self.open_record)
        self.show_section(DESK)

    def _connect(self) -> None:
        workspace = self.workspace
        workspace.opened.connect(self._opened)
        workspace.record_wanted.connect(self.open_record)
        workspace.new_wanted.connect(self.new_record)
        workspace.section_wanted.connect(self.show_section)
        workspace.choice_wanted.connect(self.show_section)
        workspace.list_wanted.connect(self.open_list)
        workspace.page_wanted.connect(self.open_page)
        workspace.back_wanted.connect(self.go_back)
        workspace.print_wanted.connect(self.preview)
        workspace.language_wanted.connect(self.language_wanted)

    def _works(self) -> Mapping[str, Callable[[], object]]:
        """Return what the shell itself does by key, by the name of the shortcut."""
        return {
            "search": lambda: self.top_bar.search.call(),  # noqa: PLW0108 - not the same box for good
            "find": self._find_here,
            "new": self._new_here,
            "print": self._print_here,
            "back": self.go_back,
        }

    # -- the door

    def close_door(self, door: "Door") -> None:
        """Put `door` before the pages, until somebody signs in: nothing of them is seen."""
        self.doorway.close_with(door)
        self.retranslate()

    def open_door(self) -> None:
        """Show the pages."""
        self.doorway.open_to(self.shell)
        self.trail.give_keyboard()
        self.retranslate()

    def renew(self) -> None:
        """Take down everything that shows what is in the archive, and put up an empty shell."""
        former = self.shell
        self._awaited = []
        self._furnish()
        self.doorway.removeWidget(former)
        former.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

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
        self.shell.come_alive()

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
    @Slot(str, str)
    def show_section(self, name: str, choice: str = "") -> None:
        """Show a section of the sidebar, by a filter of its own; "" opens the menu of new ones."""
        if choice and not self._when_open(lambda: self.show_section(name, choice)):
            return
        if not name:
            self.top_bar.new_button.showMenu()
            return
        if name not in self.trail.sections and self.workspace.is_open:
            from ui.registry import section_page  # loaded by the worker before

            self.trail.add_section(name, section_page(name, self.workspace))
        self._awaited = []
        self.sidebar.choose(name)
        self.trail.show_section(name)
        if choice:
            self.trail.sections[name].choose(choice)
        self.retranslate()

    @Slot(str, str)
    def open_record(self, type_name: str, uid: str) -> None:
        """Show the page of one record on top of what is there."""
        if not self._when_open(lambda: self.open_record(type_name, uid)):
            return
        from ui.registry import record_page  # loaded by the worker before

        remember(self.workspace, uid)
        self.sidebar.choose(section_of(type_name))
        self.trail.push(record_page(type_name, uid, self.workspace), "record", type_name, uid)
        self.retranslate()

    @Slot(str, str, object)
    def open_list(self, type_name: str, title: str, where: Mapping[str, Any]) -> None:
        """Show the records that answer a question on top of what is there."""
        if not self._when_open(lambda: self.open_list(type_name, title, where)):
            return
        from ui.registry import narrowed_page  # loaded by the worker before

        self.trail.push(narrowed_page(type_name, title, where, self.workspace), "list")
        self.retranslate()

    @Slot(str, object, object)
    def new_record(
        self, type_name: str, values: dict[str, Any], then: Callable[[str], object] | None
    ) -> None:
        """Show an empty form on top of what is there."""
        if not self._when_open(lambda: self.new_record(type_name, values, then)):
            return
        from ui.registry import new_page  # loaded by the worker before

        page = new_page(type_name, values, then, self.workspace)
        self.trail.push(page, "new", type_name, values)
        self.retranslate()

    @Slot(str, str, str, object)
    def preview(self, product: str, uid: str, *how: Any) -> None:
        """Show the print room on top of what is there: at which task, and what a list shows."""
        if not self._when_open(lambda: self.preview(product, uid, *how)):
            return
        from ui.registry import preview_page  # loaded by the worker before

        page = preview_page(self.workspace, product, uid, *how)
        self.trail.push(page, "print", product, uid, *how)
        self.retranslate()

    @Slot(str)
    def open_page(self, name: str) -> None:
        """Show a page that is neither a section nor a record's on top of what is there."""
        if not self._when_open(lambda: self.open_page(name)):
            return
        from ui.registry import other_page  # loaded by the worker before

        self.trail.push(other_page(name, self.workspace), "page", name)
        self.retranslate()

    @Slot()
    def go_back(self) -> None:
        """Return to the page below."""
        page = self.trail.page
        if page is not None and all_kept(self.workspace, self.banner, [page], self._pop):
            self._pop()

    def _pop(self) -> None:
        if self.trail.pop():
            self.sidebar.choose(self.trail.section)
            self.retranslate()

    def _new(self, type_name: str) -> None:
        self.workspace.new_record(type_name)

    def _find_here(self) -> None:
        page = self.trail.page
        if page is None or not page.find_here():
            self.top_bar.search.call()

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

    def _search(self, text: str) -> None:
        if not text.strip() and not self.workspace.is_open:  # nothing to propose yet
            return
        if not self._when_open(lambda: self._search(text)):
            return
        from ui.searching import Hands, answer  # loaded by the worker before

        wish, page = self.language_wanted.emit, lambda: self.trail.page
        answer(self.top_bar.search, Hands(self.workspace, page, wish, self.telling.report), text)

    def retranslate(self) -> None:
        """Name the window after the page on screen."""
        self.setWindowTitle(self.shell.name() if self.doorway.door is None else _("Liaison"))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Keep what is typed as drafts, and the window's place."""
        if not self._losing and not all_kept(
            self.workspace, self.banner, self.trail.pages, self._lose
        ):
            event.ignore()
            return
        remember_place(self, self.workspace.settings)
        self.workspace.settings.save()
        super().closeEvent(event)

    def _lose(self) -> None:
        self._losing = True
        self.close()
