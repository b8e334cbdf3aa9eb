"""Where a follow-up comes from, and what was done about it."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison.domain.records import by_name
from liaison.i18n import _, language
from liaison.time import jalali
from ui.pages.follow_ups_reading import Detail, Owed, read_detail
from ui.speaking import Speaking
from ui.widgets.pieces import clear, label, no_margins, row
from ui.widgets.title_button import TitleButton
from ui.workspace import Workspace

_DAY: int = 82


class FollowUpHistory(Speaking, QWidget):
    """The origin of one follow-up as a link, and its notes, the newest first."""

    def __init__(self, workspace: Workspace, owed: Owed) -> None:
        super().__init__()
        self.workspace = workspace
        self._row = owed.row
        self._detail: Detail | None = None
        self._origin_title, self._notes_title = label("label"), label("card-title")
        self._origin, self._notes = QVBoxLayout(), QVBoxLayout()
        self._notes.setSpacing(6)
        column = QVBoxLayout(self)
        no_margins(column, spacing=6)
        column.addWidget(self._origin_title)
        column.addLayout(self._origin)
        column.addWidget(self._notes_title)
        column.addLayout(self._notes)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        # Translators: in Persian از کجا آمده؟
        self._origin_title.setText(_("Comes from"))
        # Translators: in Persian سرگذشت
        self._notes_title.setText(_("What was done"))
        self.refresh()

    def refresh(self) -> None:
        """Read the notes again."""
        archive, shown, lang = self.workspace.archive, self._row, language()
        self.workspace.jobs.run(
            lambda: read_detail(archive, shown, lang), self._show, owner=self, lane="detail"
        )

    def _show(self, detail: Detail) -> None:
        clear(self._origin)
        clear(self._notes)
        self._origin_title.setVisible(detail.origin is not None)
        self._notes_title.setVisible(bool(detail.notes))
        if detail.origin is not None:
            type_name, uid, title = detail.origin
            text = _("{type}: {title}").format(type=_(by_name(type_name).singular), title=title)
            self._origin.addWidget(
                TitleButton(text, lambda: self.workspace.open_record(type_name, uid))
            )
        for each in detail.notes:
            self._notes.addLayout(_note_row(each.get("day"), each.get("text") or ""))


def _note_row(day: date | None, text: str) -> QHBoxLayout:
    when = label("muted", jalali.short_date(day, language()) if day else "")
    when.setFixedWidth(_DAY)
    line = row(when)
    line.setAlignment(when, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(text=text, wrap=True), 1)
    return line
