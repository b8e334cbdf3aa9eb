"""The ways what is shown leaves the follow-ups page: to the print room, and as a worksheet."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from liaison.domain.rules.owed import Asked
from liaison.i18n import _, language
from ui import places
from ui.naming import file_name
from ui.pages.follow_ups_store import OwedStore
from ui.workspace import Workspace

PRODUCT: Final = "follow-up-list"


class FollowUpsOuting(QObject):
    """Hands exactly what is shown to the print room, or writes it into a file of Excel."""

    def __init__(
        self,
        workspace: Workspace,
        store: OwedStore,
        asked: Callable[[], Asked],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._workspace = workspace
        self._store = store
        self._asked = asked
        self._page = page

    def preview(self) -> None:
        """Open the print room with the list."""
        self._workspace.print_record(PRODUCT, shown=self._asked())

    def ask_for_sheet(self) -> None:
        """Ask where to write the worksheet, under a name that says what it is."""
        reading = self._store.reading
        if reading is None:
            return
        name = file_name(_("Follow-ups"), reading.today, language(), ".xlsx")
        start = places.last_folder(self._workspace.settings) / name
        path = places.ask_for_file(
            self._page, start, _("Save as a worksheet"), _("Excel workbooks")
        )
        if path is not None:
            self.write_sheet(path)

    def write_sheet(self, path: Path) -> None:
        """Write the worksheet of what is shown, on the worker, whole or not at all."""
        reading = self._store.reading
        if reading is None:
            return
        places.remember_folder(self._workspace.settings, path.parent)
        archive, numbers, asked = self._workspace.archive, self._store.numbers, reading.asked
        day, lang = reading.today, reading.lang

        def write() -> Path:
            from liaison.exchange.workbook import write_workbook  # seldom wanted
            from ui.pages.follow_ups_sheet import sheet_of

            return write_workbook(path, [sheet_of(archive, asked, numbers, day, lang)], day)

        self._workspace.jobs.run(write, self._written, owner=self, lane="sheet")

    def _written(self, path: Path) -> None:
        self._workspace.say(
            _("Saved as {name}.").format(name=path.name),
            _("Open the folder"),
            lambda: places.open_folder(self._workspace, path.parent),
        )
