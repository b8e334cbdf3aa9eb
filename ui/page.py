"""The base of every page of the window."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from liaison.i18n import _
from ui.chapters import FIRST
from ui.speaking import Speaking
from ui.workspace import Workspace

if TYPE_CHECKING:
    from ui.exports.listed import Listed


class Page(Speaking, QWidget):
    """One page: a section of the sidebar, or one record.

    A page builds its widgets in `__init__`, sets texts in `retranslate`, reads in `refresh`.
    `refresh` is called when the page first shows, and again before it shows after something was
    written elsewhere; a visible page hears of it at once. In another language too a page speaks
    when it comes on screen: all of them at once would hold the window up.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent or workspace.stage)
        self.workspace = workspace
        self._stale = True
        self._unsaid = False
        """Whether the language changed while nobody looked."""
        self._entrance: QWidget = self
        self._side_entrance: QWidget = self
        self.setProperty("role", "ground")
        workspace.changed.connect(self._archive_changed)

    def enter_at(self, control: QWidget, otherwise: QWidget | None = None) -> None:
        """Let `control` have the keyboard when the page comes on screen, `otherwise` if hidden.

        A focus proxy would do that as well, but Tab then passes over everything else on the page.
        """
        self._entrance, self._side_entrance = control, otherwise or control

    def take_keyboard(self) -> None:
        """Give the keyboard to where one enters the page."""
        hidden = not self._entrance.isVisibleTo(self)
        (self._side_entrance if hidden else self._entrance).setFocus()

    def title(self) -> str:
        """Return what the page is called, in the language in use."""
        return ""

    def name_window(self) -> None:
        """Name the window after the page once its title is read, unless another is on screen."""
        if self.isVisible():
            self.window().setWindowTitle(f"{self.title()} — {_('Liaison')}")

    def refresh(self) -> None:
        """Read what the page shows again, through the worker."""

    def choose(self, choice: str) -> None:
        """Show what the filter called `choice` lets through, on a page that has such filters."""

    def new(self) -> None:
        """Answer Ctrl+N and Insert; the window offers its menu where a page has no answer."""
        self.workspace.section_wanted.emit("")

    def subject(self) -> str:
        """Return the uid of the record the page shows, or its cursor stands on; "" for none."""
        return ""

    def subject_type(self) -> str:
        """Return the type of the record that `subject` tells of; "" where it is not known."""
        return ""

    def show_history(self) -> None:
        """Answer Ctrl+H: open the history of the record, or that of the whole archive."""
        self.workspace.open_history(self.subject())

    def print_shown(self) -> None:
        """Answer Ctrl+P: open the preview of what the page shows."""
        self.workspace.say(_("There is no print of this page."))

    def listed(self) -> "Listed | None":
        """Return the records the page lists, to be taken out; None where it lists none."""
        return None

    def export_shown(self) -> None:
        """Answer Ctrl+Shift+E: ask in which form what is listed leaves."""
        if (listed := self._to_take_out()) is not None:
            from ui.exports.dialog import ExportDialog  # seldom wanted

            ExportDialog(self.workspace, listed, self.window()).open()

    def copy_shown(self) -> None:
        """Answer Ctrl+Shift+C: copy what is listed as a table for Word."""
        if (listed := self._to_take_out()) is not None:
            from ui.exports.copying import copy_for_word  # seldom wanted

            copy_for_word(self.workspace, listed)

    def _to_take_out(self) -> "Listed | None":
        """Return what is listed, or say that nothing is."""
        listed = self.listed()
        if listed is None:
            self.workspace.say(_("There is no list on this page to take out."))
        return listed

    def find_here(self) -> bool:
        """Answer Ctrl+F: put the keyboard where the page is searched; tell whether there is one."""
        return False

    def chapter(self) -> str:
        """Return the chapter of the guide that tells of what is on screen."""
        return FIRST

    def call_help(self) -> None:
        """Answer F1: open the guide at the chapter of what is on screen."""
        self.workspace.open_page(f"help:{self.chapter()}")

    def resize_shown(self, step: int) -> bool:  # noqa: ARG002 - pages with something to zoom use it
        """Answer Ctrl+plus (1), Ctrl+minus (-1) and Ctrl+0 (0); tell whether that is done here."""
        return False

    @property
    def at_work(self) -> bool:
        """Whether something is under way here that is better ended than broken off."""
        return False

    @property
    def is_held(self) -> bool:
        """Whether the page has to stay as it is though nobody looks at it."""
        return self.at_work

    def break_off(self) -> None:
        """Stop what is under way here."""

    def step(self, asked: tuple[Any, ...]) -> tuple[Any, ...]:
        """Return by which step one comes back here; it was `asked` for by another perhaps."""
        return asked

    def keep_drafts(self) -> None:
        """Write down what is typed and not saved; called before the page goes."""

    def _archive_changed(self, *_ignored: Any) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def event(self, event: QEvent) -> bool:
        """Pass a new language on to what is on the page when somebody looks at it."""
        if event.type() == QEvent.Type.LanguageChange and not self.isVisible():
            self._unsaid = True
            return True
        return super().event(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the side to read from as long as nobody looks."""
        super().hideEvent(event)
        self.setLayoutDirection(self.layoutDirection())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Read before the first look and after changes elsewhere; speak as the others do by now."""
        self.unsetLayoutDirection()
        if self._unsaid:
            self._unsaid = False
            QApplication.sendEvent(self, QEvent(QEvent.Type.LanguageChange))
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()
