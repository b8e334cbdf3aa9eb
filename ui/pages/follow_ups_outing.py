"""The ways what is shown leaves the follow-ups page: to the print room, and into files."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QObject

from liaison.domain.records.follow_up import FollowUp
from liaison.domain.rules.owed import Asked
from liaison.exchange.leaving.order import Report
from liaison.exchange.sheets import Sheet
from liaison.i18n import _
from liaison.storage.archive import Archive, Listing
from ui.exports.listed import Listed
from ui.pages.follow_ups_numbers import Numbers
from ui.pages.follow_ups_reading import Reading
from ui.pages.follow_ups_store import OwedStore
from ui.workspace import Workspace

PRODUCT: Final = "follow-up-list"


class FollowUpsOuting(QObject):
    """Hands exactly what is shown to the print room, or to those who write files of it."""

    def __init__(
        self,
        workspace: Workspace,
        store: OwedStore,
        asked: Callable[[], Asked],
        selected: Callable[[], Sequence[int]],
        page: QObject,
    ) -> None:
        super().__init__(page)
        self._workspace = workspace
        self._store = store
        self._asked = asked
        self._selected = selected

    def preview(self) -> None:
        """Open the print room with the list."""
        self._workspace.print_record(PRODUCT, shown=self._asked())

    def listed(self) -> Listed | None:
        """Return what is shown, in its order, with the worksheet that the page makes of it."""
        reading = self._store.reading
        if reading is None:
            return None
        chosen = list(self._selected())
        return Listed(
            _("Follow-ups"),
            Listing(FollowUp, lang=reading.lang),
            reading.arrangement.ids,
            chosen if len(chosen) > 1 else (),
            sheets=partial(_sheets, self._workspace.archive, reading, self._store.numbers),
        )


def _sheets(
    archive: Archive,
    reading: Reading,
    numbers: Numbers,
    classified: bool,  # noqa: FBT001 - a box says it
) -> tuple[list[Sheet], Report]:
    from ui.pages.follow_ups_sheet import sheet_of  # seldom wanted

    sheet, report = sheet_of(archive, reading, numbers, classified=classified)
    return [sheet], report
