"""Under which terms: days and sections of a report, copies, a reason to print all the same."""

from datetime import date
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from liaison.domain.schema import Day
from liaison.errors import UserError
from liaison.i18n import _, ngettext
from ui.editors.day_edit import DayEditor
from ui.figures import figure
from ui.prints.making import Made, Wish
from ui.prints.offers import Offer
from ui.prints.section_choice import SectionChoice
from ui.speaking import Speaking
from ui.widgets.pieces import label, no_margins
from ui.workspace import Workspace

_MOST_COPIES: Final = 30
_PAUSE: Final = 600
_HEADED: Final = ("since", "until", "sections", "copies")


class TermsChoice(Speaking, QWidget):
    """The terms that a product asks for; the others are not shown."""

    chosen = Signal()

    def __init__(self, workspace: Workspace, wish: Wish) -> None:
        """Begin with the days and the sections of `wish`."""
        super().__init__()
        self._wants_reason = False
        self.since, self.until = DayEditor(Day(), workspace), DayEditor(Day(), workspace)
        self.sections = SectionChoice(wish.sections)
        self.copies = QComboBox()
        for count in range(_MOST_COPIES + 1):
            self.copies.addItem("", count)
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        self._headings = {name: label("label", wrap=True) for name in _HEADED}
        self.reason_heading = label("label", wrap=True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.chosen)
        column = QVBoxLayout(self)
        no_margins(column, 6)
        shown = (self.since, self.until, self.sections, self.copies)
        for name, editor in zip(_HEADED, shown, strict=True):
            column.addWidget(self._headings[name])
            column.addWidget(editor)
        column.addWidget(self.reason_heading)
        column.addWidget(self.reason)
        for editor in (self.since, self.until):
            editor.set_narrow(True)
            editor.set_value(wish.since if editor is self.since else wish.until)
            editor.changed.connect(self._pause.start)
        self.sections.chosen.connect(self._pause.start)
        self.copies.activated.connect(self.chosen)
        self.reason.textEdited.connect(self._pause.start)
        self.reason.returnPressed.connect(self._at_once)
        self._show(period=False, sections=False, copies=False)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        for name, text, editor in (
            ("since", _("First day"), self.since),
            ("until", _("Last day"), self.until),
        ):
            self._headings[name].setText(text)
            editor.set_name(text)
        self._headings["sections"].setText(_("Sections of the report"))
        self._headings["copies"].setText(_("Numbered copies"))
        self.copies.setAccessibleName(_("Numbered copies"))
        self.copies.setItemText(0, _("Not numbered"))
        for count in range(1, _MOST_COPIES + 1):
            text = ngettext("{count} copy", "{count} copies", count)
            self.copies.setItemText(count, text.format(count=figure(count)))
        self.reason_heading.setText(_("Reason to print it all the same"))
        self.reason.setAccessibleName(_("Reason to print it all the same"))
        self.reason.setPlaceholderText(_("Such as: confirmed by telephone"))

    def show_offer(self, offer: Offer) -> None:
        """Show what a product asks for."""
        self._show(period=offer.period, sections=offer.sections, copies=offer.copies)

    def show_made(self, made: Made) -> None:
        """Ask for a reason where one would let the paper be made."""
        self._wants_reason = made.wants_reason or bool(made.wish.reason)
        self.reason_heading.setVisible(self._wants_reason)
        self.reason.setVisible(self._wants_reason)

    def _show(self, *, period: bool, sections: bool, copies: bool) -> None:
        for name, editor in (("since", self.since), ("until", self.until)):
            self._headings[name].setVisible(period)
            editor.setVisible(period)
        self._headings["sections"].setVisible(sections)
        self.sections.setVisible(sections)
        self._headings["copies"].setVisible(copies)
        self.copies.setVisible(copies)
        self.reason_heading.setVisible(self._wants_reason)
        self.reason.setVisible(self._wants_reason)

    def _at_once(self) -> None:
        self._pause.stop()
        self.chosen.emit()

    def put_into(self, wish: Wish) -> Wish:
        """Return `wish` under the chosen terms."""
        copies = 0 if self.copies.isHidden() else int(self.copies.currentData())
        return wish.but(
            since=_day(self.since),
            until=_day(self.until),
            sections=frozenset() if self.sections.isHidden() else self.sections.ticked(),
            copies=copies,
            copy=min(copies, 1),
            reason=self.reason.text().strip(),
        )


def _day(editor: DayEditor) -> date | None:
    """Return the day of a shown editor; None where it is blank or not understood yet."""
    if editor.isHidden():
        return None
    try:
        value = editor.value()
    except UserError:
        return None
    return value if isinstance(value, date) else None
