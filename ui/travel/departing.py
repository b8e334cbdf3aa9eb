"""Sending out: what goes along, who takes it, and what opens the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from liaison.domain.records import by_name
from liaison.domain.rules.classes import NORMAL
from liaison.domain.schema import CLASSIFICATION, Reference
from liaison.errors import UserError
from liaison.exchange.travelling import TRAVEL_ENDING
from liaison.i18n import N_, _, ngettext
from ui.editors.reference_edit import ReferenceEditor
from ui.figures import figure, left_to_right
from ui.keys.new_passphrase import NewPassphrase, judge
from ui.pages.visit_list import ListCard, Tool
from ui.pages.visit_rows import Cell, Entry
from ui.speaking import Speaking
from ui.widgets.choice import Choice
from ui.widgets.pieces import button, card, label, no_margins, row
from ui.widgets.toast import Banner

if TYPE_CHECKING:
    from liaison.domain.schema import RecordType
    from ui.workspace import Workspace

_TYPES: Final = ("partner", "visit", "event", "person")
_OPENERS: Final = {"code": N_("A code made by the program"), "own": N_("A passphrase of your own")}


class Departing(Speaking, QWidget):
    """A form for what goes along; it is left when the file is written, or nothing is wanted."""

    left = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.chosen: dict[str, tuple[str, str]] = {}
        """Type and title of what goes along, by uid."""
        self.notice = Banner("notice")
        self.pickers = {name: ReferenceEditor(Reference(name), workspace) for name in _TYPES}
        self.title, self.recipient = QLineEdit(), QLineEdit()
        self._names = {key: label("label") for key in ("title", "recipient", *_TYPES)}
        self.opener = Choice(N_("What opens the file"), _OPENERS)
        self.opener.choose("code")
        self.pair = NewPassphrase(workspace.theme)
        self.pair.judge = lambda text: judge(text, "", "")
        self.pair.hide()
        self.extent = label("muted", wrap=True)
        self._extent: tuple[int, str] = (0, NORMAL)
        self.fault = label("error", wrap=True)
        self.fault.hide()
        self.save_button = button("primary", self.ask_for_file)
        self.cancel_button = button("", self.left.emit)
        tools = (Tool(N_("Leave it here"), self._leave_out, ("Delete",), shown=True),)
        columns = ((N_("Record"), 0.7), (N_("Type"), 0.3))
        empty = N_("Nothing is chosen yet. What belongs to a city or visit goes along by itself.")
        self.list = ListCard(workspace, N_("What goes along"), columns, tools, empty, parent=self)
        self.files: QFileDialog | None = None
        self._lay_out()
        self.opener.chosen.connect(lambda key: self.pair.setVisible(key == "own"))
        for name, picker in self.pickers.items():
            picker.changed.connect(lambda name=name: self._picked(name))
        self.retranslate()

    def _lay_out(self) -> None:
        frame, column = card()
        grid = QGridLayout()
        widgets = {"title": self.title, "recipient": self.recipient, **self.pickers}
        for place, (key, widget) in enumerate(widgets.items()):
            grid.addWidget(self._names[key], place // 2 * 2, place % 2)
            grid.addWidget(widget, place // 2 * 2 + 1, place % 2)
        column.addLayout(grid)
        column.addWidget(self.opener)
        column.addWidget(self.pair)
        column.addWidget(self.extent)
        column.addWidget(self.fault)
        column.addLayout(row(self.cancel_button, 1, self.save_button))
        whole = QVBoxLayout(self)
        no_margins(whole, 12)
        whole.addWidget(self.notice)
        whole.addWidget(frame)
        whole.addWidget(self.list, 1)

    def retranslate(self) -> None:
        """Say everything again."""
        names = {
            "title": _("Name of the trip"),
            "recipient": _("Who takes it along"),
            "partner": _("Add a city or body"),
            "visit": _("Add a visit"),
            "event": _("Add an event"),
            "person": _("Add a person"),
        }
        for key, name in names.items():
            self._names[key].setText(name)
        for key, picker in self.pickers.items():
            picker.set_name(names[key])
        self.title.setAccessibleName(names["title"])
        self.recipient.setAccessibleName(names["recipient"])
        self.save_button.setText(_("Save the travelling file…"))
        self.cancel_button.setText(_("Cancel"))
        self._fill()
        self._say_extent()

    def begin(self) -> None:
        """Start with an empty form."""
        self.chosen.clear()
        for each in (self.title, self.recipient, self.pair):
            each.clear()
        self.notice.hide()
        self._say("")
        self._fill()
        self._take_extent((0, NORMAL))
        self.title.setFocus()

    # -- what goes along

    def _picked(self, name: str) -> None:
        try:
            uid = self.pickers[name].value()
        except UserError:  # it is being typed
            return
        if uid:
            self.add(name, uid, self.pickers[name].line.text())
            self.pickers[name].set_value(None)

    def add(self, type_name: str, uid: str, title: str) -> None:
        """Let a record go along."""
        self.chosen[uid] = (type_name, title)
        self._say("")
        self._fill()
        self._survey()

    def _leave_out(self) -> None:
        self.chosen.pop(self.list.view.uid(), None)
        self._fill()
        self._survey()

    def _records(self) -> list[tuple[RecordType, str]]:
        return [(by_name(name), uid) for uid, (name, _title) in self.chosen.items()]

    def _survey(self) -> None:
        """Count what goes along with what is chosen, and find how secret it is."""
        archive, records = self.workspace.archive, self._records()

        def look() -> tuple[int, str]:
            from liaison.exchange.travelling.closure import closure

            found = closure(archive, records) if records else None
            return (len(found.rows), found.classification) if found else (0, NORMAL)

        self.workspace.jobs.run(look, self._take_extent, owner=self, lane="extent")

    def _take_extent(self, found: tuple[int, str]) -> None:
        self._extent = found
        self._say_extent()

    def _say_extent(self) -> None:
        count, level = self._extent
        text = ngettext("{count} record goes along.", "{count} records go along.", count)
        told = [text.format(count=figure(count))]
        if level != NORMAL:
            told.append(
                _("The file is going to be classed “{classification}”.").format(
                    classification=_(CLASSIFICATION.options[level])
                )
            )
        self.extent.setText(" ".join(told))
        self.extent.setVisible(bool(count))

    def _fill(self) -> None:
        self.list.show_entries(
            [
                Entry(uid, (Cell(title, bold=True), Cell(_(by_name(name).singular))))
                for uid, (name, title) in self.chosen.items()
            ]
        )

    # -- writing

    def _say(self, fault: str) -> None:
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))

    def ask_for_file(self) -> None:
        """Ask with the system's own dialog where the file goes, once the form is filled in."""
        if not self.chosen:
            self._say(_("Choose a city, body or visit that goes along."))
            return
        try:
            self.passphrase()
        except UserError:  # it is marked
            return
        places = QStandardPaths.StandardLocation
        start = QStandardPaths.writableLocation(places.DocumentsLocation) or str(Path.home())
        kinds = _("Travelling files") + f" (*{TRAVEL_ENDING})"
        files = QFileDialog(self, _("Save the travelling file"), start, kinds)
        files.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        files.setDefaultSuffix(TRAVEL_ENDING.removeprefix("."))
        files.fileSelected.connect(lambda name: self.save_to(Path(name)))
        self.files = files
        files.open()

    def passphrase(self) -> str:
        """Return the passphrase that opens the file, "" for a code; raises UserError for none."""
        return self.pair.passphrase() if self.opener.current() == "own" else ""

    def save_to(self, path: Path) -> None:
        """Write the file."""
        archive, passphrase = self.workspace.archive, self.passphrase()
        titles = [title for _name, title in self.chosen.values()]
        title = self.title.text().strip() or _(", ").join(titles)
        records, recipient = self._records(), self.recipient.text().strip()

        def work() -> str:
            from liaison.exchange.travelling.sending import Departure, send_out

            return send_out(archive, Departure(records, title, recipient), path, passphrase)

        def told(code: str) -> None:
            self.begin()
            self.workspace.changed.emit()
            text = _("Written: {file}").format(file=left_to_right(str(path)))
            if not passphrase:
                text += "\n" + _("This code opens it, and is not shown again: {code}").format(
                    code=left_to_right(code)
                )
            self.notice.text.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            self.notice.show_message(text, (_("Done"), self.left.emit))
            self.notice.first.setFocus()

        self.workspace.jobs.run(work, told, owner=self)
