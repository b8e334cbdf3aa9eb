"""The second step: in which letters the file is written, and what each column holds."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QComboBox, QVBoxLayout
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
        self.retranslate()

    def _lay_out(self) -> None:
        frame, column = card(spacing=10)
        controls = FlowLayout()
        boxes = (self.sheets, self.about, self.letters, self.sign)
        for words, box in zip(self._labels.values(), boxes, strict=True):
            words.setBuddy(box)
            controls.addWidget(words)
            controls.addWidget(box)
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
        used = [each for each in self.session.tables if each.subject]
        return bool(used) and all(any(each.columns) for each in used)

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
        self.table.show_table(table, mapped.subject, mapped.columns)
        self.table.setEnabled(bool(mapped.subject))
        self.counts.setText(_counts(table))
        notes = (*self.session.source.notes, *table.notes, *_refused(table))
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
        if (here := self._here()) is not None and self.session is not None:
            here[1].follow(self.session.source, self._at, profile)
            self._show_table()

    def _chosen(self) -> None:
        if (here := self._here()) is None:
            return
        here[1].columns = self.table.columns()
        doubled = self.table.doubled()
        told = _("Several columns hold the same: {fields}. The last one that is filled counts.")
        words = enumerated(doubled, language())
        self.notes.setText(told.format(fields=words) if doubled else "")
        self.notes.setVisible(bool(doubled))
        self.ready_changed.emit()

    def _reread(self) -> None:
        if self.session is not None:
            self._read_again(
                replace(
                    self.session.given,
                    encoding=self.letters.currentData() or "",
                    separator=self.sign.currentData() or "",
                )
            )

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
