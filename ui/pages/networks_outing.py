"""The ways memberships leave their page: to the print room, and as a worksheet."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from liaison.i18n import _
from liaison.insight.network_standing import Standing
from ui import places
from ui.naming import file_name
from ui.pages.networks_reading import Choice, Reading
from ui.workspace import Workspace

PRODUCT: Final = "membership-sheet"

Shown = tuple[Reading, Sequence[Standing], Choice]
"""What was read, which of it is shown, and by which filter."""


class NetworksOuting(QObject):
    """Opens the print of the sheet, or writes what is shown into a file of Excel."""

    def __init__(
        self, workspace: Workspace, shown: Callable[[], Shown | None], page: QWidget
    ) -> None:
        super().__init__(page)
        self._workspace = workspace
        self._shown = shown
        self._page = page

    def preview(self) -> None:
        """Open the print room with the sheet of all memberships."""
        self._workspace.print_record(PRODUCT)

    def ask_for_sheet(self) -> None:
        """Ask where to write the worksheet, under a name that says what it is."""
        shown = self._shown()
        if shown is None:
            return
        name = file_name(_("Memberships"), shown[0].today, shown[0].lang, ".xlsx")
        start = places.last_folder(self._workspace.settings) / name
        path = places.ask_for_file(
            self._page, start, _("Save as a worksheet"), _("Excel workbooks")
        )
        if path is not None:
            self.write_sheet(path)

    def write_sheet(self, path: Path) -> None:
        """Write the worksheet of what is shown, on the worker, whole or not at all."""
        shown = self._shown()
        if shown is None:
            return
        places.remember_folder(self._workspace.settings, path.parent)

        def write() -> Path:
            from liaison.exchange.workbook import write_workbook  # seldom wanted
            from ui.pages.networks_sheet import sheet_of

            return write_workbook(path, [sheet_of(*shown)], shown[0].today)

        self._workspace.jobs.run(write, self._written, owner=self, lane="sheet")

    def _written(self, path: Path) -> None:
        self._workspace.say(
            _("Saved as {name}.").format(name=path.name),
            _("Open the folder"),
            lambda: places.open_folder(self._workspace, path.parent),
        )
