"""The settings of the office's paper, to be typed and chosen."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from liaison.domain.schema import AnyKind, Json, Line, Number, Text
from liaison.i18n import N_, _, language
from liaison.pdf.installed_fonts import InstalledFamily
from liaison.pdf.part import Margins
from liaison.prints.both import Both
from liaison.prints.stationery import NARROWEST, PAPERS, Stationery, margin_fault
from ui.editors.line_edit import LeftToRightEditor, LineEditor
from ui.prints.stationery_emblem import EmblemChoice
from ui.prints.stationery_fonts import FontChoice, Pick
from ui.records.form_grid import FieldGrid, Group, Room
from ui.speaking import Speaking
from ui.widgets.pieces import label, no_margins, rule
from ui.workspace import Workspace

if TYPE_CHECKING:
    from ui.editors import Editor

_TONGUES: Final = {"fa": N_("Persian"), "en": N_("English")}
_LABELS: Final = {
    # Translators: what an office is called, in Persian نام سازمان
    "office": N_("Name of the organisation"),
    "unit": N_("Unit"),
    # Translators: «بسمه تعالی» above a letter, in Persian عبارت آغاز
    "invocation": N_("Words above the text"),
    "signatory": N_("Who signs"),
    "signatory_title": N_("Title of who signs"),
    "preparer_initials": N_("Initials of who prepares papers"),
    "top": N_("Top margin (mm)"),
    "bottom": N_("Bottom margin (mm)"),
    "binding": N_("Margin at the binding (mm)"),
    "outer": N_("Outer margin (mm)"),
    # Translators: the size of the paper, in Persian اندازهٔ کاغذ
    "paper": N_("Size of the paper"),
    "emblem": N_("Emblem"),
    "persian_font": N_("Font of Persian"),
    "latin_font": N_("Font of English"),
}
_PARTS: Final[Sequence[tuple[str, Sequence[str]]]] = (
    # Translators: in Persian سربرگ
    (N_("Letterhead"), ("office", "unit", "invocation", "emblem")),
    (N_("Signature"), ("signatory", "signatory_title", "preparer_initials")),
    (N_("Fonts"), ("persian_font", "latin_font")),
    (N_("Sheet"), ("paper", "top", "bottom", "binding", "outer")),
)
_PAIRED: Final = frozenset(
    ("office", "unit", "invocation", "signatory", "signatory_title", "preparer_initials")
)
_BESIDE_BAR: Final = 8


class StationeryForm(Speaking, QWidget):
    """Every setting of the paper under its label, both languages of a name side by side."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "plain")
        self.editors: dict[str, Editor] = {}
        self.paper = Pick()
        for key in PAPERS:
            self.paper.addItem("", key)
        self.paper.activated.connect(self.changed)
        self.emblem = EmblemChoice(workspace)
        self.persian_font, self.latin_font = FontChoice("fa"), FontChoice("en")
        for choice in (self.emblem, self.persian_font, self.latin_font):
            choice.changed.connect(self.changed)
        self._make_editors(workspace)
        self._cells: dict[str, QWidget] = {}
        self._names: dict[str, QLabel] = {}
        self._titles = [label("card-title") for _part in _PARTS]
        self._grids = [FieldGrid() for _part in _PARTS]
        self._lay_out()
        self.retranslate()

    def _make_editors(self, workspace: Workspace) -> None:
        for _title, keys in _PARTS:
            for key in keys:
                if key in _PAIRED:
                    self.editors[f"{key}_fa"] = LineEditor(Line("fa"), workspace)
                    self.editors[f"{key}_en"] = LineEditor(Line("en"), workspace)
                elif key in NARROWEST:
                    self.editors[key] = LeftToRightEditor(Number(), workspace)
        for editor in self.editors.values():
            editor.changed.connect(self.changed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        no_margins(column, 12)
        column.setContentsMargins(_BESIDE_BAR, 0, _BESIDE_BAR, 0)
        for index, (_title, keys) in enumerate(_PARTS):
            if index:
                column.addWidget(rule())
            column.addWidget(self._titles[index])
            column.addLayout(self._grids[index])
            for key in _spread(keys):
                self._cells[key] = self._cell(key)
        column.addStretch(1)

    def _cell(self, key: str) -> QWidget:
        content, control = self._content(key)
        name = self._names[key] = label("label")
        name.setBuddy(control)
        cell = QWidget(self)
        column = QVBoxLayout(cell)
        no_margins(column, 4)
        column.addWidget(name)
        column.addWidget(content)
        column.addStretch(1)
        return cell

    def _content(self, key: str) -> tuple[QWidget, QWidget]:
        """Return what stands below the label of a setting, and the widget with the keyboard."""
        if key in self.editors:
            return self.editors[key], self.editors[key].control
        if key == "paper":
            return self.paper, self.paper
        if key == "emblem":
            return self.emblem, self.emblem.choose_button
        choice = self.persian_font if key == "persian_font" else self.latin_font
        return choice, choice.box

    def retranslate(self) -> None:
        """Say every label again, the language in use leading."""
        order: list[QWidget] = []
        for (title, keys), grid, shown in zip(_PARTS, self._grids, self._titles, strict=True):
            shown.setText(_(title))
            those = [Group(tuple(_spread((key,))), _kind(key)) for key in keys]
            grid.lay(those, self._cells, Room.TWO)
            order += [self._content(key)[1] for key in _spread(keys)]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        for key in self._cells:
            shared, _under, tongue = key.rpartition("_")
            paired = shared in _PAIRED
            name = _(_LABELS[shared if paired else key])
            leads = tongue == language()
            text = name if not paired or leads else _(_TONGUES[tongue])
            self._names[key].setText(text)
            full = f"{name} ({_(_TONGUES[tongue])})" if paired else name
            if key in self.editors:
                self.editors[key].set_name(full)
            elif key != "emblem":
                self._content(key)[1].setAccessibleName(full)
        for index, (name, _size) in enumerate(PAPERS.values()):
            self.paper.setItemText(index, _(name))

    # -- what is set

    def show_stationery(self, stationery: Stationery) -> None:
        """Put the settings into their places, without saying `changed`."""
        for key, editor in self.editors.items():
            editor.set_value(_stored(stationery, key))
        self.paper.setCurrentIndex(self.paper.findData(stationery.paper))
        self.emblem.set_content(stationery.emblem)
        self.persian_font.set_value(stationery.persian_font)
        self.latin_font.set_value(stationery.latin_font)

    def offer_fonts(self, families: Sequence[InstalledFamily]) -> None:
        """List the fonts of this computer."""
        self.persian_font.offer(families)
        self.latin_font.offer(families)

    def stationery(self) -> Stationery | None:
        """Return what is set, None while something is marked as wrong."""
        wrong = [key for key in self.editors if not self._is_right(key)]
        if wrong:
            return None
        values = {key: editor.value() for key, editor in self.editors.items()}
        pairs = {key: Both(values[f"{key}_fa"] or "", values[f"{key}_en"] or "") for key in _PAIRED}
        return Stationery(
            **pairs,
            emblem=self.emblem.content,
            margins=Margins(**{key: float(values[key]) for key in NARROWEST}),
            paper=str(self.paper.currentData()),
            persian_font=self.persian_font.value,
            latin_font=self.latin_font.value,
        )

    def draft(self) -> dict[str, Json]:
        """Return what is set and typed, readable or not."""
        chosen = Stationery(
            emblem=self.emblem.content,
            paper=str(self.paper.currentData()),
            persian_font=self.persian_font.value,
            latin_font=self.latin_font.value,
        )
        return chosen.values | {key: editor.draft() for key, editor in self.editors.items()}

    def set_draft(self, draft: Mapping[str, Json]) -> None:
        """Put back what `draft` returned."""
        self.show_stationery(Stationery.from_values(draft.get))
        for key, editor in self.editors.items():
            editor.offer_draft(draft.get(key))

    def _is_right(self, key: str) -> bool:
        """Tell whether a setting can be kept; mark it where it cannot."""
        editor = self.editors[key]
        if not editor.check():
            return False
        if key in NARROWEST:
            width = editor.value()
            empty = _("Write how wide the margin is, in millimetres.")
            editor.mark(empty if width is None else margin_fault(key, width))
        return not editor.fault.text()

    def focus_fault(self) -> None:
        """Put the keyboard on the first setting that is marked."""
        for editor in self.editors.values():
            if editor.fault.text():
                editor.control.setFocus(Qt.FocusReason.OtherFocusReason)
                return


def _spread(keys: Sequence[str]) -> list[str]:
    """Return the keys with those of two languages apart, the language in use first."""
    tongues = ("en", "fa") if language() == "en" else ("fa", "en")
    spread: list[str] = []
    for key in keys:
        spread += [f"{key}_{tongue}" for tongue in tongues] if key in _PAIRED else [key]
    return spread


def _kind(key: str) -> AnyKind:
    """Return the kind of a setting, by which the grid knows its room."""
    return Text() if key in {"emblem", "persian_font", "latin_font", "paper"} else Line()


def _stored(stationery: Stationery, key: str) -> object:
    """Return the value that an editor shows."""
    if key in NARROWEST:
        return round(getattr(stationery.margins, key))
    shared, _under, tongue = key.rpartition("_")
    return getattr(stationery, shared).of(tongue) or None
