"""Two states of a record, chosen from its history."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from liaison.domain.records import by_name
from liaison.i18n import _, language
from liaison.storage.archive import Archive
from liaison.storage.journal import Journal
from liaison.storage.states import NOW, Version
from ui.history import words
from ui.history.lines import Line, field_lines
from ui.speaking import Speaking
from ui.widgets.pieces import label, no_margins, row
from ui.workspace import Workspace


@dataclass(frozen=True)
class Compared:
    """The states a record had, each by number and name, and what differs between two of them."""

    states: Sequence[tuple[int, str]]
    older: int
    lines: Sequence[Line]


def compare(
    archive: Archive, type_name: str, uid: str, chosen: tuple[int, int], lang: str
) -> Compared:
    """Return in which fields two states differ: `chosen`, the older one 0 for the last but one."""
    journal, record_type = Journal(archive), by_name(type_name)
    versions = journal.versions(uid)
    older, newer = chosen
    if not older:
        older = versions[min(1, len(versions) - 1)].number if versions else NOW
    older, newer = min(older, newer), max(older, newer)
    fields = journal.compared(record_type, uid, older, newer, lang)
    states = [(each.number, _name(each)) for each in versions]
    return Compared(states, older, list(field_lines(record_type, uid, fields, older)))


def _name(version: Version) -> str:
    return _("{moment}: {change}").format(moment=words.moment(version.at), change=version.label)


class CompareBar(Speaking, QWidget):
    """Which two states are compared: as after a change, or as they stand."""

    wanted = Signal()
    """Other states were chosen."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.older, self.newer = QComboBox(), QComboBox()
        self._older_label, self._newer_label = label("label"), label("label")
        line = row(self._older_label)
        line.addWidget(self.older, 1)
        line.addWidget(self._newer_label)
        line.addWidget(self.newer, 1)
        no_margins(line, spacing=8)
        self.setLayout(line)
        for each in (self.older, self.newer):
            each.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            each.setMinimumContentsLength(12)
            each.activated.connect(self._chosen)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self._older_label.setText(_("Compare"))
        self._newer_label.setText(_("with"))
        self.older.setAccessibleName(_("The earlier state"))
        self.newer.setAccessibleName(_("The later state"))

    def chosen(self) -> tuple[int, int]:
        """Return the changes after which the two states stood; 0 where none was chosen yet."""
        older, newer = self.older.currentData(), self.newer.currentData()
        return int(older or 0), int(newer or NOW)

    def _chosen(self) -> None:
        self.wanted.emit()

    def start(self, compared: Compared) -> None:
        """Offer the states there are, and show which were compared."""
        newer = self.chosen()[1]
        for box, number in ((self.older, compared.older), (self.newer, newer)):
            box.clear()
            if box is self.newer:
                box.addItem(_("Now"), NOW)
            for each, name in compared.states:
                box.addItem(name, each)
            box.setCurrentIndex(max(0, box.findData(number)))

    def question(self, type_name: str, uid: str) -> "Question":
        """Return what is to be read for the states that are chosen."""
        return Question(self.workspace.archive, type_name, uid, self.chosen(), language())


@dataclass(frozen=True)
class Question:
    """Which states of which record are to be compared."""

    archive: Archive
    type_name: str
    uid: str
    chosen: tuple[int, int]
    lang: str

    def answer(self) -> Compared:
        """Compare; for the worker."""
        return compare(self.archive, self.type_name, self.uid, self.chosen, self.lang)
