"""Vocabularies: what the office calls countries, and the subjects of experiences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem

from liaison.errors import UserError
from liaison.i18n import _
from liaison.language import collate, keys
from liaison.language.countries import usual_names
from liaison.storage.settings import COUNTRY_NAMES
from liaison.storage.wording import Names, own_names, rename_country
from ui.figures import left_to_right, quotes_apart
from ui.fonts import scaled
from ui.settings_pages.part import Part
from ui.settings_pages.subjects import SubjectsTable
from ui.widgets.pieces import label
from ui.widgets.typed_first import TypedFirst
from ui.widgets.typing_aids import WritingLine

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from liaison.storage.archive import Archive
    from ui.workspace import Workspace

CODE, NAME_FA, NAME_EN = range(3)
_LANGUAGES: Final = {NAME_FA: "fa", NAME_EN: "en"}
_ROW: Final = 38
_HEIGHT: Final = 320


class CountriesRead(NamedTuple):
    """The codes of countries in order, their usual names and the office's own, by language."""

    codes: Sequence[str]
    usual: Mapping[str, Mapping[str, str]]
    own: Names


def read_countries(archive: Archive) -> CountriesRead:
    """Read what countries are called."""
    usual = {lang: usual_names(lang) for lang in _LANGUAGES.values()}
    codes = sorted(usual["fa"], key=lambda code: collate.sort_key(usual["fa"][code]))
    return CountriesRead(codes, usual, own_names(archive))


class CountriesTable(TypedFirst, QTableWidget):
    """A row a country."""


class VocabularyPart(Part):
    """The names of countries in both languages, changed where they stand."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.read: CountriesRead | None = None
        self._title, self._told = label("card-title"), label("muted", wrap=True)
        self.filter = WritingLine()
        self.filter.setProperty("role", "search")
        self.filter.textChanged.connect(self._narrow)
        self.table = CountriesTable(0, 3)
        self.fault = label("error", wrap=True)
        self.fault.hide()
        self._dress()
        _frame, column = self.card()
        for each in (self._title, self._told, self.filter, self.table, self.fault):
            column.addWidget(each)
        self.subjects = SubjectsTable(self)
        _frame, column = self.card()
        words = self.subjects
        for part in (words.title, words.told, words, words.fault):
            column.addWidget(part)
        self.column.addStretch(1)
        self.table.itemChanged.connect(self._changed)
        self.retranslate()

    def _dress(self) -> None:
        view = self.table
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.verticalHeader().hide()
        view.setFixedHeight(_HEIGHT)
        head = view.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for column in _LANGUAGES:
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    # -- reading

    def refresh(self) -> None:
        """Read the names again."""
        archive = self.archive
        self.workspace.jobs.run(
            lambda: read_countries(archive), self._take, owner=self, lane="countries"
        )
        self.subjects.refresh()

    def _take(self, read: CountriesRead) -> None:
        self.table.once_typed(lambda: self._show(read))

    def _show(self, read: CountriesRead) -> None:
        self.read = read
        allowed = self.may_set(COUNTRY_NAMES)
        self.permit(allowed)
        view = self.table
        view.blockSignals(True)  # noqa: FBT003 - Qt's flag
        view.setRowCount(len(read.codes))
        view.verticalHeader().setDefaultSectionSize(scaled(_ROW))
        for place, code in enumerate(read.codes):
            for column in (CODE, *_LANGUAGES):
                view.setItem(place, column, self._item(read, code, column, allowed=allowed))
        view.blockSignals(False)  # noqa: FBT003 - Qt's flag
        self._narrow()

    def _item(
        self, read: CountriesRead, code: str, column: int, *, allowed: bool
    ) -> QTableWidgetItem:
        lang = _LANGUAGES.get(column)
        own = read.own[lang].get(code) if lang else None
        item = QTableWidgetItem(
            left_to_right(code) if lang is None else own or read.usual[lang][code]
        )
        if lang is None or not allowed:
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        if own and lang:
            font = QFont(self.table.font())
            font.setBold(True)
            item.setFont(font)
            item.setToolTip(_("Usually: {name}").format(name=read.usual[lang][code]))
        return item

    def _narrow(self) -> None:
        """Show the countries whose names have what is typed."""
        wanted = keys.spaced(self.filter.text()).strip()
        for place in range(self.table.rowCount()):
            row = [self.table.item(place, column) for column in _LANGUAGES]
            texts = [keys.spaced(item.text()) for item in row if item is not None]
            code = self.read.codes[place].casefold() if self.read else ""
            hit = not wanted or wanted == code or any(wanted in text for text in texts)
            self.table.setRowHidden(place, not hit)

    # -- typing

    def _changed(self, item: QTableWidgetItem) -> None:
        if self.read is None:
            return
        code, lang = self.read.codes[item.row()], _LANGUAGES[item.column()]
        archive, name = self.archive, item.text()
        self._tell("")
        self.write(
            _("Name of a country"),
            lambda change: rename_country(archive, change, code, lang, name),
            self._refused,
        )

    def _refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._tell(error.message)
            self.refresh()
        else:
            self.workspace.troubled.emit(error)

    def _tell(self, fault: str) -> None:
        self.fault.setText(quotes_apart(fault))
        self.fault.setVisible(bool(fault))

    def retranslate(self) -> None:
        """Say everything again."""
        self._title.setText(_("Names of countries"))
        self._told.setText(
            _(
                "A name typed here stands in lists, forms and prints. One that is emptied becomes"
                " the usual name again; your own names are bold."
            )
        )
        self.filter.setPlaceholderText(_("Name of the country"))
        self.filter.setAccessibleName(_("Search in the names of countries"))
        self.table.setAccessibleName(_("Names of countries"))
        self.table.setHorizontalHeaderLabels([_("Code"), _("Persian"), _("English")])
