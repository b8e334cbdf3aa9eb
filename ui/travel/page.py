"""The page of trips: which went out, which came back, and the files of both."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout

from liaison.errors import LiaisonError
from liaison.exchange.travelling import TRAVEL_ENDING
from liaison.i18n import N_, _, ngettext
from ui.figures import figure, left_to_right
from ui.page import Page
from ui.pages.visit_list import ListCard, Tool
from ui.travel.arriving import Arriving
from ui.travel.departing import Departing
from ui.travel.words import entry_of
from ui.widgets.pieces import button, card, label, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from liaison.exchange.travelling.trips import Trip
    from ui.workspace import Workspace


class TravelsPage(Page):
    """A part of the archive goes out, is worked on elsewhere, and comes back."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.trips: Sequence[Trip] = ()
        self._title, self._told = label("page-title"), label("muted", wrap=True)
        self.fault = label("error", wrap=True)
        self.fault.hide()
        self.out_button = button("primary", self.send_out)
        self.open_button = button("", self.ask_for_file)
        tools = (Tool(N_("Make the returning file…"), self.send_back, ("Return",), shown=True),)
        columns = (
            (N_("Trip"), 0.32),
            (N_("Who takes it along"), 0.2),
            (N_("Sent out on"), 0.18),
            (N_("Records"), 0.08),
            (N_("Came back"), 0.22),
        )
        empty = N_("Nothing was sent on a trip yet, and nothing came from one.")
        self.list = ListCard(workspace, N_("Trips"), columns, tools, empty, parent=self)
        self.departing, self.arriving = Departing(workspace), Arriving(workspace)
        self.states = QStackedWidget()
        self.files: QFileDialog | None = None
        self._lay_out()
        self.enter_at(self.list.view, self.out_button)
        for each in (self.departing, self.arriving):
            each.left.connect(self.show_trips)
        self.retranslate()

    def _lay_out(self) -> None:
        head, column = card()
        column.addLayout(row(self._title, 1, self.open_button, self.out_button, spacing=12))
        column.addWidget(self._told)
        column.addWidget(self.fault)
        for each in (self.list, self.departing, self.arriving):
            self.states.addWidget(each)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 20)
        whole.setSpacing(12)
        whole.addWidget(head)
        whole.addWidget(self.states, 1)

    def chapter(self) -> str:
        """Return the chapter of the guide about this page."""
        return "travels"

    def title(self) -> str:
        """Return the name of the page."""
        return _("Travelling files")

    def retranslate(self) -> None:
        """Say everything again."""
        self._title.setText(self.title())
        self.out_button.setText(_("Send out on a trip…"))
        self.open_button.setText(_("Open a travelling file…"))
        self._told.setText(
            _(
                "A sealed file takes chosen cities and visits to a laptop without a network; what"
                " was done there comes back in another, and nothing is lost on either side."
            )
        )
        self._show(self.trips)

    # -- reading

    def refresh(self) -> None:
        """Read the trips again."""
        archive = self.workspace.archive

        def work() -> Sequence[Trip]:
            from liaison.exchange.travelling.trips import trips_of

            return trips_of(archive)

        self.workspace.jobs.run(work, self._show, owner=self, lane="trips")

    def _show(self, trips: Sequence[Trip]) -> None:
        self.trips = trips
        self.list.show_entries([entry_of(each) for each in trips])
        may = self.workspace.archive.rights.may_set("travels")
        writable = may and not self.workspace.archive.read_only
        self.out_button.setEnabled(writable)
        self.open_button.setEnabled(writable)

    def show_trips(self) -> None:
        """Go back to the list."""
        self.states.setCurrentWidget(self.list)
        self.list.start()

    # -- working

    def send_out(self) -> None:
        """Show the form of what goes along."""
        self._tell("")
        self.states.setCurrentWidget(self.departing)
        self.departing.begin()

    def ask_for_file(self) -> None:
        """Ask with the system's own dialog for a travelling file."""
        files = self._dialog(_("Open a travelling file"))
        files.setFileMode(QFileDialog.FileMode.ExistingFile)
        files.fileSelected.connect(lambda name: self.open_file(Path(name)))
        files.open()

    def open_file(self, path: Path) -> None:
        """Look at a travelling file."""

        def work() -> bool:
            from liaison.exchange.travelling.arriving import needs_passphrase

            return needs_passphrase(path)

        def then(needed: bool) -> None:  # noqa: FBT001 - what was asked
            self._tell("")
            self.states.setCurrentWidget(self.arriving)
            self.arriving.begin(path, needs_passphrase=needed)

        self.workspace.jobs.run(work, then, self._refused, owner=self, lane="file")

    def _refused(self, error: Exception) -> None:
        if isinstance(error, LiaisonError):
            self._tell(str(error))
        else:
            self.workspace.troubled.emit(error)

    def _tell(self, fault: str) -> None:
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))

    def _current(self) -> Trip | None:
        uid, _slash, side = self.list.view.uid().partition("/")
        found = (each for each in self.trips if each.uid == uid and each.home == (side == "home"))
        return next(found, None)

    def send_back(self) -> None:
        """Ask where the file goes that takes the work of the current trip back."""
        trip = self._current()
        if trip is None:
            return
        if trip.home:
            self._tell(_("This trip went out from here; the returning file is made on the laptop."))
            return
        self._tell("")
        files = self._dialog(_("Save the returning file"))
        files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        files.setDefaultSuffix(TRAVEL_ENDING.removeprefix("."))
        files.fileSelected.connect(lambda name: self.save_back(trip, Path(name)))
        files.open()

    def save_back(self, trip: Trip, path: Path) -> None:
        """Write the file that takes the work of a trip back."""
        archive = self.workspace.archive

        def work() -> int:
            from liaison.exchange.travelling.sending import send_back

            return send_back(archive, trip, path)

        def told(count: int) -> None:
            self.workspace.changed.emit()
            text = ngettext(
                "Written with {count} record: {file}. Open it in the archive of the office.",
                "Written with {count} records: {file}. Open it in the archive of the office.",
                count,
            )
            self.workspace.say(text.format(count=figure(count), file=left_to_right(str(path))))

        self.workspace.jobs.run(work, told, self._refused, owner=self)

    def _dialog(self, title: str) -> QFileDialog:
        places = QStandardPaths.StandardLocation
        start = QStandardPaths.writableLocation(places.DocumentsLocation) or str(Path.home())
        kinds = _("Travelling files") + f" (*{TRAVEL_ENDING})"
        files = QFileDialog(self, title, start, kinds)
        files.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.files = files
        return files
