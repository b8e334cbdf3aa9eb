"""The desk: what comes up and what is late, painted before the rest is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison.i18n import _, language
from ui.day import today
from ui.page import Page
from ui.pages.desk_figures import DeskFigures
from ui.pages.desk_follow_ups import UrgentFollowUps
from ui.pages.desk_part import SideBySide
from ui.pages.desk_visits import ComingVisits
from ui.widgets.pieces import no_margins, scrolled

if TYPE_CHECKING:
    from liaison.storage.first_look import FirstLook
    from ui.pages.desk_below import Below
    from ui.pages.desk_reading import DeskReading
    from ui.workspace import Workspace

_LATER: Final = 336
"""The room that is kept for what comes later, so that no scroll bar comes with it."""


class DeskPage(Page):
    """Figures of the week, visits that come, follow-ups that press, and a year looked back on.

    What the first look holds is painted at once; the rest is read behind it and filled in.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.look: FirstLook | None = None
        self.reading: DeskReading | None = None
        self.figures = DeskFigures(workspace)
        self.visits = ComingVisits(workspace)
        self.urgent = UrgentFollowUps(workspace)
        self.below: Below | None = None
        """What is made once the archive is open: months, promises, documents running out."""
        inside = QWidget()
        inside.setProperty("role", "plain")
        whole = QVBoxLayout(self)
        no_margins(whole)
        whole.addWidget(scrolled(inside))
        column = self._column = QVBoxLayout(inside)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(14)
        column.addWidget(self.figures)
        column.addWidget(SideBySide((self.visits, 8), (self.urgent, 5)))
        self._room = QWidget()
        self._room.setFixedHeight(_LATER)
        column.addWidget(self._room)
        column.addStretch(1)
        self.retranslate()

    def chapter(self) -> str:
        """Return the chapter of the guide about this page."""
        return "desk"

    @property
    def is_held(self) -> bool:
        """Always: where everything begins is there at once."""
        return True

    def title(self) -> str:
        """Return the name of the page."""
        return _("Desk")

    def refresh(self) -> None:
        """Look again, once the archive is open, and read what the first look leaves out."""
        if not self.workspace.is_open:
            return
        archive, day, lang = self.workspace.archive, today(), language()

        def read() -> tuple[DeskReading, type[Below]]:
            from ui.pages.desk_below import Below  # loaded by the worker, after the start
            from ui.pages.desk_reading import read_desk

            return read_desk(archive, day, lang), Below

        self.workspace.jobs.run(read, self._take, self._fail, owner=self, lane="look")

    def show_look(self, look: FirstLook) -> None:
        """Show what the archive holds today."""
        self.look = look
        self._show()

    def _take(self, found: tuple[DeskReading, type[Below]]) -> None:
        """Show what was read behind the first look, where its room was kept."""
        reading, made = found
        self.look, self.reading = reading.look, reading
        self._furnish(made)
        self._show()

    def _furnish(self, made: type[Below]) -> Below:
        """Put the lower half up, where its room was kept."""
        if self.below is None:
            self.below = made(self.workspace)
            self._room.hide()
            self._column.insertWidget(self._column.indexOf(self._room), self.below)
        return self.below

    def _fail(self, error: Exception) -> None:
        from ui.pages.desk_below import Below  # the first picture does without

        self._furnish(Below).fail()
        self.workspace.troubled.emit(error)

    def retranslate(self) -> None:
        """Say everything again; titles are read in the language in use."""
        self.visits.retranslate()
        self.urgent.retranslate()
        self._show()
        if self.reading is not None:
            self.refresh()

    def _show(self) -> None:
        look, reading = self.look, self.reading
        self.figures.show_figures(look, reading, today())
        if look is not None:
            self.visits.show_visits(look.coming)
            self.urgent.show_urgent(look, today())
        if reading is not None:
            self.visits.fill(reading.visits)
            self.urgent.fill(reading.origins)
        if reading is not None and self.below is not None:
            self.below.fill(reading)
