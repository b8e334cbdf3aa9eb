"""The tabs of a visit."""

from PySide6.QtCore import Signal

from ui.pages.file_tab import FileTab, Listed
from ui.pages.visit_reading import VisitRows


class VisitTab(FileTab[VisitRows]):
    """One tab: shows its part of a visit and writes it."""

    meeting_wanted = Signal(str)
    """The meeting with this uid is to be shown."""


class ListTab(Listed[VisitRows], VisitTab):
    """A tab that is one list of records."""
