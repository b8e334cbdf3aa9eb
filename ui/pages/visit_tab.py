"""The tabs of a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.pages.file_tab import FileTab, Listed
from ui.pages.visit_reading import VisitRows

if TYPE_CHECKING:
    from liaison.storage.archive import Row


class VisitTab(FileTab[VisitRows]):
    """One tab: shows its part of a visit and writes it."""

    meeting_wanted = Signal(str)
    """The meeting with this uid is to be shown."""

    def ask_of_moved_days(self, before: Row) -> None:
        """Ask what moves along with a visit whose days were others `before`."""


class ListTab(Listed[VisitRows], VisitTab):
    """A tab that is one list of records."""
