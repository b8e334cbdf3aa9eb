"""The second step: in which letters the file is written, and what each column holds."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QVBoxLayout
from typing_extensions import override

from liaison.exchange.foreign.encodings import ENCODINGS
from liaison.exchange.foreign.profiles import Profile, profile_of
from liaison.exchange.foreign.separated import SEPARATORS
from liaison.exchange.foreign.subjects import SUBJECTS
from liaison.exchange.foreign.tables import RawTable
from liaison.i18n import N_, _, language, ngettext
from liaison.language.listing import enumerated
from ui.bringing.columns_table import ColumnsTable
from ui.bringing.profile_choice import ProfileChoice
from ui.bringing.session import Given, Mapped, Session
from ui.bringing.step import Step
from ui.figures import figure
from ui.widgets.flow import FlowLayout
from ui.widgets.pieces import card, label, no_margins
from ui.workspace import Workspace

_SIGNS: Final = {
    ";": N_("Semicolon ;"),
    ",": N_("Comma ,"),
    "\t": N_("Tab"),
    "|": N_("Bar |"),
}
_MOST_TOLD: Final = 6


class ColumnsStep(Step):
    """The file as it reads, sheet by sheet, with a choice above each column."""

    def __init__(self, workspace: Workspace, read_again: Callable[[Given], object]) -> None:
        super().__init__()
        self._read_again = read_again
        self._at = 0
        self._labels = {name: label("muted") for name in ("sheet", "about", "letters", "sign")}
        self.sheets, self.about = QComboBox(), QComboBox()
        self.letters, self.sign = QComboBox(), QComboBox()
        self.named = QCheckBox()
        """Whether a row of the file names the columns; else every row is taken in."""
        self.notes = label("warning", wrap=True)
        self.counts = label("muted", wrap=True)
        self.profile = ProfileChoice(workspace, self._present_profile)
        self.table = ColumnsTable()
        self._lay_out()
        self.sheets.activated.connect(self._turn)
        self.about.activated.connect(self._say_about)
        self.letters.activated.connect(self._reread)
        self.sign.activated.connect(self._reread)
        self.table.changed.connect(self._chosen)
        self.profile.chosen.connect(self._follow)
        self.named.clicked.connect(self._reread)
        self.retranslate()

    def _lay_out(self) -> None:
        frame, column = card(spacing=10)
        controls = FlowLayout()
        boxes = (self.sheets, self.about, self.letters, self.sign)
        for words, box in zip(self._labels.values(), boxes, strict=True):
            words.setBuddy(box)
            controls.addWidget(words)
            controls.addWidget(box)
        controls.addWidget(self.named)
        column.addLayout(controls)
        column.addWidget(self.profile)
        column.addWidget(self.counts)
        column.addWidget(self.notes)
        column.addWidget(self.table, 1)
        outer = QVBoxLayout(self)
        no_margins(outer)
        outer.addWidget(frame, 1)

    @override
    def retranslate(self) -> None:
        words = (_("Sheet"), _("The rows are"), _("Letters"), _("Columns are parted by"))
        boxes = (self.sheets, self.about, self.letters, self.sign)
        for made, text, box in zip(self._labels.values(), words, boxes, strict=True):
            made.setText(text)
            box.setAccessibleName(text)
        self.named.setText(_("The first row names the columns"))
        self.table.setAccessibleName(_("What the columns hold"))
        if self.session is not None:
            self.show_session(self.session)

    @override
    def start(self) -> None:
        first = self.table.choices[0] if self.table.choices else self.about
        first.setFocus()

    @override
    def is_ready(self) -> bool:
        if self.session is None:
            return False
        return any(each.subject and any(each.columns) for each in self.session.tables)

    # -- showing

    @override
    def show_session(self, session: Session) -> None:
        if session is not self.session:
            self._at = 0
        super().show_session(session)
        source = session.source
        self._fill(self.sheets, [each.name or "–" for each in source.tables], self._at)
        self._show(self.sheets, "sheet", shown=len(source.tables) > 1)
        letters = source.encodings or ((source.encoding,) if source.encoding else ())
        self.letters.clear()
        for each in dict.fromkeys((source.encoding, *letters, *ENCODINGS)):
            if each:
                self.letters.addItem(_(ENCODINGS.get(each, each)), each)
        self._show(self.letters, "letters", shown=source.format == "csv")
        self.sign.clear()
        for each in SEPARATORS:
            self.sign.addItem(_(_SIGNS[each]), each)
        self.sign.setCurrentIndex(max(0, self.sign.findData(source.separator)))
        self._show(self.sign, "sign", shown=source.format == "csv")
        self.profile.read()
        self._show_table()

    @staticmethod
    def _fill(box: QComboBox, texts: Sequence[str], at: int) -> None:
        box.clear()
        box.addItems(list(texts))
        box.setCurrentIndex(at)

    def _show(self, box: QComboBox, name: str, *, shown: bool) -> None:
        box.setVisible(shown)
        self._labels[name].setVisible(shown)

    def _here(self) -> tuple[RawTable, Mapped] | None:
        if self.session is None or self._at >= len(self.session.tables):
            return None
        return self.session.source.tables[self._at], self.session.tables[self._at]

    def _show_table(self) -> None:
        here = self._here()
        if here is None or self.session is None:
            return
        table, mapped = here
        self.about.clear()
        self.about.addItem(_("Leave this sheet out"), "")
        for key, each in SUBJECTS.items():
            self.about.addItem(_(each.label), key)
        self.about.setCurrentIndex(max(0, self.about.findData(mapped.subject)))
        focused = QApplication.focusWidget()
        was_there = focused is not None and self.table.isAncestorOf(focused)
        self.table.show_table(table, mapped.subject, mapped.columns)
        if was_there:
            self.start()
        self.table.setEnabled(bool(mapped.subject))
        self.named.setChecked(any(table.heads))
        is_alone = len(self.session.tables) == 1  # all sheets are read alike
        self.named.setVisible(is_alone and not table.columns)
        self.counts.setText(_counts(table))
        self._tell(table)

    def _tell(self, table: RawTable) -> None:
        """Say what was met in the file, and what of the choice a person has to know."""
        assert self.session is not None  # noqa: S101 - asked for a shown table only
        notes = [*self.session.source.notes, *table.notes, *_refused(table)]
        if doubled := self.table.doubled():
            told = _(
                "Several columns hold the same: {fields}. Texts are put one below the other; where"
                " other values differ you are asked."
            )
            notes.append(told.format(fields=enumerated(doubled, language())))
        if not self.is_ready():
            notes.append(_("Say above a column what it holds; then you can go on."))
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))
        self.ready_changed.emit()

    # -- what is said of it

    def _turn(self, at: int) -> None:
        self._at = at
        self._show_table()

    def _say_about(self) -> None:
        if (here := self._here()) is not None and self.session is not None:
            here[1].about(self.session.source, self._at, self.about.currentData())
            self._show_table()

    def _follow(self, profile: Profile) -> None:
        """Read the columns as a profile has them, and the file in its letters first of all."""
        if (here := self._here()) is None or self.session is None:
            return
        source, given = self.session.source, self.session.given
        written = (profile.encoding or source.encoding, profile.separator or source.separator)
        if source.format == "csv" and written != (source.encoding, source.separator):
            encoding, separator = written
            self._read_again(
                replace(given, encoding=encoding, separator=separator, profile=profile)
            )
        else:
            here[1].follow(self.session.source, self._at, profile)
            self._show_table()

    def _chosen(self) -> None:
        if (here := self._here()) is None:
            return
        here[1].columns = self.table.columns()
        self._tell(here[0])

    def _reread(self) -> None:
        if self.session is not None:
            self._read_again(
                replace(
                    self.session.given,
                    encoding=self.letters.currentData() or "",
                    separator=self.sign.currentData() or "",
                    head_row=self._head_row(self.session.given),
                    profile=None,
                )
            )

    def _head_row(self, given: Given) -> int | None:
        """Return which row names the columns: none, the one that seems to, or else the first."""
        here = self._here()
        if here is None or self.named.isChecked() == any(here[0].heads):
            return given.head_row
        if not self.named.isChecked():
            return 0
        return 1 if given.head_row is None else None

    def _present_profile(self) -> Profile | None:
        here = self._here()
        if here is None or self.session is None or not here[1].subject:
            return None
        table, mapped = here
        source = self.session.source
        return profile_of(table, mapped.columns, mapped.subject, source.encoding, source.separator)


def _counts(table: RawTable) -> str:
    rows = ngettext("{count} row was read.", "{count} rows were read.", len(table.rows))
    words = [rows.format(count=figure(len(table.rows)))]
    if table.refused:
        refused = ngettext(
            "{count} row cannot be read; it is listed in the report.",
            "{count} rows cannot be read; they are listed in the report.",
            len(table.refused),
        )
        words.append(refused.format(count=figure(len(table.refused))))
    return " ".join(words)


def _refused(table: RawTable) -> list[str]:
    return [
        _("Row {number}: {reason}").format(number=figure(each.number), reason=each.reason)
        for each in table.refused[:_MOST_TOLD]
    ]
