"""The subjects of experiences: each word with its count, renamed where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem

from liaison.errors import UserError
from liaison.i18n import _, ngettext
from liaison.storage.subjects import Subject, rename_subject, subjects_in_use
from ui.figures import figure, quotes_apart
from ui.fonts import scaled
from ui.speaking import Speaking
from ui.widgets.pieces import label
from ui.widgets.typed_first import TypedFirst

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.settings_pages.part import Part

_ROW: Final = 38
_MOST: Final = 8
_FIXED: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class SubjectsTable(Speaking, TypedFirst, QTableWidget):
    """A word renamed to one that is in use becomes that one everywhere."""

    def __init__(self, part: Part) -> None:
        """Make the table of `part`, through which what is typed is kept."""
        super().__init__(0, 2, part)
        self._part = part
        self.subjects: Sequence[Subject] = ()
        self.title, self.told = label("card-title"), label("muted", wrap=True)
        self.fault = label("error", wrap=True)
        self.fault.hide()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.itemChanged.connect(self._changed)
        self.retranslate()

    def refresh(self) -> None:
        """Read the words in use again."""
        archive = self._part.archive
        self._part.workspace.jobs.run(
            lambda: subjects_in_use(archive), self._take, owner=self, lane="subjects"
        )

    def _take(self, subjects: Sequence[Subject]) -> None:
        self.once_typed(lambda: self._show(subjects))

    def _show(self, subjects: Sequence[Subject]) -> None:
        self.subjects = subjects
        allowed = self._part.workspace.may_write("experience", ("subject",))
        self.blockSignals(True)  # noqa: FBT003 - Qt's flag
        self.setRowCount(len(subjects))
        for place, each in enumerate(subjects):
            word = QTableWidgetItem(each.word)
            if not allowed:
                word.setFlags(_FIXED)
            text = ngettext("in {count} experience", "in {count} experiences", each.records)
            count = QTableWidgetItem(text.format(count=figure(each.records)))
            count.setFlags(_FIXED)
            self.setItem(place, 0, word)
            self.setItem(place, 1, count)
            self.setRowHeight(place, scaled(_ROW))
        self.blockSignals(False)  # noqa: FBT003 - Qt's flag
        self.setColumnWidth(1, scaled(160))
        self.setFixedHeight(min(len(subjects), _MOST) * scaled(_ROW) + 4)
        self.setVisible(bool(subjects))
        self.retranslate()

    def _changed(self, item: QTableWidgetItem) -> None:
        word, wanted = self.subjects[item.row()].word, item.text()
        archive = self._part.archive
        self._tell("")
        self._part.write(
            _("Rename the subject “{word}”").format(word=word),
            lambda change: rename_subject(archive, change, word, wanted),
            self._refused,
        )

    def _refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._tell(error.message)
            self.refresh()
        else:
            self._part.workspace.troubled.emit(error)

    def _tell(self, fault: str) -> None:
        self.fault.setText(quotes_apart(fault))
        self.fault.setVisible(bool(fault))

    def retranslate(self) -> None:
        """Say everything again."""
        self.title.setText(_("Subjects of experiences"))
        self.setAccessibleName(_("Subjects of experiences"))
        self.told.setText(
            _("A subject is renamed where it stands; one that is called like another joins it.")
            if self.subjects
            else _("No subject is in use yet: type one in the record of an experience.")
        )
