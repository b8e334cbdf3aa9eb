"""Scans: whether they are read, by what, how many wait, and how far that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox

from liaison.i18n import _, ngettext
from liaison.storage.scanning import way_told
from liaison.storage.settings import SCANS
from ui.figures import figure, left_to_right
from ui.scans.reader import ScanReader
from ui.settings_pages.part import Part
from ui.widgets.pieces import button, label, row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from liaison.storage.archive import Archive
    from liaison.storage.scans.tesseract import Tesseract
    from ui.workspace import Workspace


@dataclass(frozen=True)
class _State:
    """Whether scans are to be read, what would read them, and how many wait and were read."""

    wanted: bool
    tesseract: Tesseract | None
    waiting: int
    read: int


def _state(archive: Archive) -> _State:
    from liaison.storage.scans.tesseract import find  # not part of the settings as such

    scans = archive.scans
    waiting = sum(each.textless for each in scans.waiting())
    return _State(scans.wanted, find(), waiting, scans.count_read())


class ScansPart(Part):
    """The switch, what is installed, and the work under way."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._known: _State | None = None
        self.box = QCheckBox()
        self.told = label("muted", wrap=True)
        self.installed = label("", wrap=True)
        self.look_button = button("", self.refresh)
        self.counts = label("", wrap=True)
        self.way = label("muted", wrap=True)
        self.pause_button = button("", self._pause)
        _frame, column = self.card()
        column.addWidget(self.box)
        column.addWidget(self.told)
        _frame, column = self.card()
        column.addWidget(self.installed)
        column.addLayout(row(self.look_button, 1))
        _frame, column = self.card()
        column.addWidget(self.counts)
        column.addWidget(self.way)
        column.addLayout(row(self.pause_button, 1))
        self.column.addStretch(1)
        self.box.clicked.connect(self._switch)
        reader = self._reader
        if reader is not None:
            reader.progressed.connect(self._heard)
            reader.kept.connect(self._kept_one)
            reader.rested.connect(self.refresh)
        self.retranslate()

    @property
    def _reader(self) -> ScanReader | None:
        """Who reads scans; there is none where the program does not run as a whole."""
        return self.workspace.findChild(ScanReader)

    def _switch(self, wanted: bool) -> None:  # noqa: FBT001 - as the box says it
        self.keep(_("Reading scans"), {SCANS: wanted})
        reader = self._reader
        if reader is not None and not wanted and reader.is_reading:
            reader.pause()

    def _pause(self) -> None:
        reader = self._reader
        if reader is None:
            return
        if reader.is_paused or not reader.is_reading:
            reader.go_on()
        else:
            reader.pause()
        self.retranslate()

    @Slot(object)
    def _heard(self, _progress: object) -> None:
        self.retranslate()

    @Slot(str)
    def _kept_one(self, _sha256: str) -> None:
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Look again at what is set, installed and waiting."""
        if self.workspace.is_open:
            archive = self.archive
            self.workspace.jobs.run(lambda: _state(archive), self._show, owner=self, lane="scans")

    def _show(self, state: _State) -> None:
        self._known = state
        self.box.setChecked(state.wanted)
        self.permit(self.may_set(SCANS), self.box)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self.box.setText(_("Read the text of scanned papers"))
        self.told.setText(
            _(
                "Pictures and PDFs without a text of their own are read by Tesseract, a program of"
                " this computer, so that the search finds them. Nothing leaves the computer, and"
                " every text says how sure it is."
            )
        )
        self.look_button.setText(_("Look again"))
        state, reader = self._known, self._reader
        if state is not None:
            self.installed.setText(_installed(state.tesseract))
            self.counts.setText(_counts(state))
        progress = reader.progress if reader is not None else None
        self.way.setText("" if progress is None else way_told(progress))
        reading = reader is not None and reader.is_reading and not reader.is_paused
        self.pause_button.setText(_("Pause") if reading else _("Read now"))
        able = state is not None and state.wanted and bool(state.waiting or reading)
        self.pause_button.setEnabled(reader is not None and able)


def _installed(tesseract: Tesseract | None) -> str:
    from liaison.storage.scans.lacking import lacking  # not part of the settings as such

    if tesseract is None or tesseract.missing:
        return lacking(tesseract)
    return _("Tesseract {version} is installed and reads Persian and English.").format(
        version=left_to_right(tesseract.version)
    )


def _counts(state: _State) -> str:
    waiting = (
        ngettext("{count} scanned file waits.", "{count} scanned files wait.", state.waiting)
        if state.waiting
        else _("No scanned file waits.")
    )
    read = ngettext("{count} was read.", "{count} were read.", state.read) if state.read else ""
    told = f"{waiting.format(count=figure(state.waiting))} {read.format(count=figure(state.read))}"
    return told.strip()
