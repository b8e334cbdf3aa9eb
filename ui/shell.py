"""Everything that shows what is in the archive: sidebar, top bar, and the pages between them."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison.i18n import _
from ui.history.undo_buttons import UndoButtons
from ui.pages.desk import DeskPage
from ui.room import Room
from ui.scans.reader import ScanReader
from ui.scans.status import ScanStatus
from ui.sections import DESK
from ui.sidebar import Sidebar
from ui.top_bar import TopBar
from ui.trail import Trail
from ui.widgets.pieces import no_margins
from ui.widgets.toast import Banner, Toast
from ui.workspace import Workspace


class Shell(QWidget):
    """What the window is furnished with; another one takes its place when the archive is locked.

    Nothing of the archive stands anywhere else, so nothing stays when it goes.
    """

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "ground")
        self.sidebar = Sidebar()
        self.top_bar = TopBar(workspace.theme)
        self.undo_buttons = UndoButtons(workspace)
        self.top_bar.put_tools(self.undo_buttons)
        self.trail = Trail(self)
        workspace.stage = self.trail
        self.banner = Banner()
        self.toast = Toast(self)
        self._workspace = workspace
        workspace.changed.connect(self.count)
        workspace.changed.connect(self.top_bar.show_day)
        self.desk = DeskPage(workspace)
        self.trail.add_section(DESK, self.desk)
        right = QVBoxLayout()
        no_margins(right)
        right.addWidget(self.top_bar)
        right.addWidget(self.banner)
        right.addWidget(Room(self.trail), 1)
        line = QHBoxLayout(self)
        no_margins(line)
        line.addWidget(self.sidebar)
        line.addLayout(right, 1)

    def come_alive(self) -> None:
        """Show what is in the archive, now that it is open, and who opened it."""
        self.count()
        self.undo_buttons.refresh()
        self.desk.refresh()
        archive = self._workspace.archive
        if self.top_bar.bell is None:
            from ui.reminders.bell import Bell  # loaded by the worker before

            self.top_bar.show_bell(Bell(self._workspace, self, self.toast))
        reader = self._workspace.findChild(ScanReader)
        if reader is not None:
            self.sidebar.put_status(ScanStatus(reader, self.sidebar))
        if archive.key is not None:
            from ui.keys.who import who_is  # for encrypted archives alone

            self._workspace.jobs.run(
                lambda: who_is(archive),
                lambda who: self.top_bar.show_person(self._workspace, who),
                owner=self,
            )

    def count(self) -> None:
        """Show how many records there are of each type."""
        if self._workspace.is_open:
            counts = self._workspace.archive.counts
            self._workspace.jobs.run(counts, self.sidebar.show_counts, lane="counts")

    def name(self) -> str:
        """Return the name of the window: that of the page on screen, and the program's."""
        page = self.trail.page
        title = page.title() if page is not None else ""
        return f"{title} — {_('Liaison')}" if title else _("Liaison")
