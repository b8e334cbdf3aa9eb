"""The dialog in which one says what leaves, in which form, and in which language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QVBoxLayout, QWidget

from liaison.domain.rules import classes
from liaison.domain.schema import CLASSIFICATION
from liaison.errors import LiaisonError
from liaison.exchange.leaving.order import (
    CARD_VERSIONS,
    SEPARATORS,
    Order,
    Report,
    Selection,
    chosen,
    may_leave,
)
from liaison.exchange.leaving.writing import write, write_sheets
from liaison.i18n import N_, _, language, ngettext, translated
from ui import places
from ui.day import today
from ui.exports.copying import Copied, copied, put
from ui.exports.fields import FieldList
from ui.exports.forms import FORMS, SHOWN, forms_for
from ui.figures import figure, isolated
from ui.fonts import scaled
from ui.naming import file_name
from ui.widgets.choice import Choice
from ui.widgets.pieces import button, label, row

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.exports.listed import Listed
    from ui.workspace import Workspace

_WIDTH: Final = 620
_FORM, _SEPARATOR, _COLUMNS = "export/form", "export/separator", "export/columns/{type}"
_ALL, _SELECTED = "all", "selected"


class ExportDialog(QDialog):
    """Takes out what a page lists; what was chosen for it last is chosen again."""

    def __init__(self, workspace: Workspace, listed: Listed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace, self.listed = workspace, listed
        self._forms = forms_for(listed)
        kept = workspace.settings.get
        self.records = Choice(N_("Records"), {_ALL: N_("All shown"), _SELECTED: N_("Selected")})
        self.form = Choice(N_("Form"), {key: each.label for key, each in self._forms.items()})
        self.lang = Choice(N_("Language"), {"fa": N_("Persian"), "en": N_("English")})
        self.separator = Choice(
            N_("Between cells"),
            {"semicolon": N_("Semicolon ;"), "comma": N_("Comma ,"), "tab": N_("Tab")},
        )
        self.version = Choice(N_("Version"), {each: each for each in CARD_VERSIONS})
        self.extent = Choice(
            N_("Extent"),
            # Translators: «فقط همین‌ها» and «با هر چه به آن اشاره دارند»
            {"these": N_("Only these"), "referred": N_("With all they refer to")},
        )
        columns = kept(_COLUMNS.format(type=listed.type_name))
        self.fields = FieldList(
            listed.listing.record_type, columns if isinstance(columns, list) else ()
        )
        self.old = QCheckBox(_("For old programs (Windows-1256)"))
        self.classified = QCheckBox(_("With what is restricted or classified"))
        self.classes = label("muted", wrap=True)
        self.said = label("strong", wrap=True)
        self.copy_button = button("", self.copy)
        self.cancel_button = button("", self.reject)
        self.save_button = button("primary", self.ask)
        self._lay_out()
        self._choose(kept(_FORM), kept(_SEPARATOR))
        self._connect()
        self._say()
        self._show_form()
        self._survey()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        title = _("Export: {title}").format(title=isolated(self.listed.title))
        column.addWidget(label("page-title", title))
        for each in (
            *(self.records, self.form, self.lang, self.separator, self.old, self.version),
            *(self.extent, self.fields, self.classified, self.classes, self.said),
        ):
            column.addWidget(each)
        column.addStretch(1)
        column.addLayout(row(self.copy_button, 1, self.cancel_button, self.save_button))
        self.setFixedWidth(scaled(_WIDTH))

    def _choose(self, form: object, separator: object) -> None:
        """Choose what was chosen last, or what is usual."""
        self.records.choose(_SELECTED if self.listed.selected else _ALL)
        self.records.setVisible(bool(self.listed.selected))
        known = form if form in self._forms else next(iter(self._forms))
        self.form.choose(str(known))
        self.lang.choose(language())
        self.separator.choose(str(separator if separator in SEPARATORS else next(iter(SEPARATORS))))
        self.version.choose(CARD_VERSIONS[0])
        self.extent.choose("these")

    def _connect(self) -> None:
        self.records.chosen.connect(lambda _key: self._survey())
        self.form.chosen.connect(lambda _key: self._show_form())
        self.lang.chosen.connect(self.fields.speak)
        self.classified.toggled.connect(self._say_class)
        self.classified.toggled.connect(self.fields.allow_restricted)

    def _say(self) -> None:
        self.setWindowTitle(_("Export"))
        self.copy_button.setText(_("Copy for Word"))
        self.copy_button.setToolTip("Ctrl+Shift+C")
        self.cancel_button.setText(_("Close"))
        self.save_button.setText(_("Save…"))
        self.fields.speak(self.lang.current())
        self.fields.allow_restricted(self.classified.isChecked())
        self.save_button.setDefault(True)

    def _show_form(self) -> None:
        """Show what there is to choose for the form."""
        key = self.form.current()
        form = self._forms[key]
        self.records.setVisible(bool(self.listed.selected) and key != SHOWN)
        self.lang.setVisible(key not in {SHOWN, "liaison"})
        self.fields.setVisible(form.by_columns)
        self.copy_button.setVisible(form.by_columns)
        for each in (self.separator, self.old):
            each.setVisible(key == "csv")
        self.version.setVisible(key == "vcf")
        self.extent.setVisible(key == "liaison")
        self._say_class()
        self._fit()

    def _fit(self) -> None:
        """Be as high as what is shown needs."""
        layout = self.layout()
        if layout is not None:
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    # -- what the records are classed

    def _survey(self) -> None:
        archive, selections = self._workspace.archive, self._selections()

        def look() -> tuple[str, int]:
            found = [chosen(archive, each, classified=True) for each in selections]
            above = sum(not may_leave(row) for each in found for row in each.rows)
            return classes.highest(each.classification for each in found), above

        self._workspace.jobs.run(look, self._take_class, owner=self, lane="classes")

    def _take_class(self, found: tuple[str, int]) -> None:
        self._level, self._above = found
        self._say_class()

    _level, _above = classes.NORMAL, 0

    def _say_class(self) -> None:
        """Say what the file will be classed, or how many records stay behind."""
        words = ""
        if self._above:
            if self.classified.isChecked():
                level = _(CLASSIFICATION.options[self._level])
                words = _("The file is going to be classed “{classification}”.").format(
                    classification=level
                )
            else:
                words = ngettext(
                    "{count} classified record stays behind.",
                    "{count} classified records stay behind.",
                    self._above,
                ).format(count=figure(self._above))
        self.classes.setText(words)
        self.classes.setVisible(bool(words))
        self._fit()

    # -- what is done

    def _selections(self) -> list[Selection]:
        selected = bool(self.listed.selected) and self.records.current() == _SELECTED
        return self.listed.selections(language(), selected=selected)

    def order(self) -> Order:
        """Return what is chosen."""
        return Order(
            today(),
            self.lang.current(),
            self.listed.title if self.lang.current() == language() else "",
            self.fields.keys(),
            self.classified.isChecked(),
            SEPARATORS[self.separator.current()],
            self.old.isChecked() and self.form.current() == "csv",
            self.version.current(),
            self.extent.current() == "referred",
        )

    def ask(self) -> None:
        """Ask where to write the file, under a name that says what it is."""
        form = FORMS[self.form.current()]
        order = self.order()
        title = self.listed.title if order.lang == language() else _plural(self.listed, order.lang)
        name = file_name(title, order.day, order.lang, form.suffix)
        start = places.last_folder(self._workspace.settings) / name
        path = places.ask_for_file(self, start, _("Export"), _(form.kind))
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Write the file on the worker, whole or not at all."""
        self._remember(path)
        archive, selections, order = self._workspace.archive, self._selections(), self.order()
        sheets = self.listed.sheets if self.form.current() == SHOWN else None

        def work() -> tuple[Path, Report]:
            if sheets is not None:
                return path, write_sheets(path, *sheets(order.classified), order)
            return path, write(archive, path, selections, order)

        self._run(work, self._written)

    def copy(self) -> None:
        """Put the table on the clipboard."""
        archive, order = self._workspace.archive, self.order()
        selection = self._selections()[0]
        self._run(lambda: copied(archive, selection, order), self._copied)

    def _run(self, work: Callable[[], Any], then: Callable[[Any], object]) -> None:
        for each in (self.save_button, self.copy_button):
            each.setEnabled(False)
        self.said.setText(_("One moment…"))
        self._workspace.jobs.run(work, then, self._failed, owner=self, lane="export")

    def _remember(self, path: Path) -> None:
        keep = self._workspace.settings.set
        places.remember_folder(self._workspace.settings, path.parent)
        keep(_FORM, self.form.current())
        keep(_SEPARATOR, self.separator.current())
        keep(_COLUMNS.format(type=self.listed.type_name), list(self.fields.keys()))

    def _written(self, answer: tuple[Path, Report]) -> None:
        """Tell what was written; stay where there is more to read than that."""
        path, report = answer
        message = ngettext(
            "{count} record saved as {name}.", "{count} records saved as {name}.", report.count
        ).format(count=figure(report.count), name=path.name)
        self._workspace.say(
            message,
            _("Open the folder"),
            lambda: places.open_folder(self._workspace, path.parent),
        )
        self._tell(" ".join([message, *report.sentences()]))
        if not report.sentences():
            self.accept()

    def _copied(self, made: Copied) -> None:
        self._tell(put(made))

    def _failed(self, error: Exception) -> None:
        self._tell("")
        if isinstance(error, LiaisonError):
            self._tell(str(error))
        else:
            self._workspace.troubled.emit(error)

    def _tell(self, words: str) -> None:
        self.said.setText(words)
        for each in (self.save_button, self.copy_button):
            each.setEnabled(True)
        self._fit()


def _plural(listed: Listed, lang: str) -> str:
    return translated(listed.listing.record_type.plural, lang)
