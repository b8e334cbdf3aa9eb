"""The questions of a file: a list of them, and both sides of the one that is looked at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from liaison.domain.rules.sides import is_asked
from liaison.i18n import N_, _
from liaison.language.comparing import pieces
from ui.pages.visit_list import ListCard, Tool
from ui.pages.visit_rows import Cell, Entry
from ui.speaking import Speaking
from ui.widgets.pieces import button, card, label, no_margins, scrolled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from liaison.domain.rules.sides import Answer, Answers
    from ui.travel.reading import Asked
    from ui.workspace import Workspace

_SIDES: Final = {"ours": N_("Keep what is here"), "theirs": N_("Take what comes back")}
_ANSWERED: Final = {"ours": N_("Here"), "theirs": N_("From the trip"), "both": N_("Both")}


class SideView(Speaking, QFrame):
    """One side of a question: whose it is, its text, and the button that chooses it."""

    def __init__(self, side: Answer) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._side = side
        self._is_field = True
        self.head = label("label")
        self.text = label("", wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.choose = button("filter")
        self.choose.setCheckable(True)
        column = QVBoxLayout(self)
        column.addWidget(self.head)
        inside = QWidget()
        inside.setProperty("role", "plain")
        text = QVBoxLayout(inside)
        no_margins(text)
        text.addWidget(self.text)
        text.addStretch(1)
        column.addWidget(scrolled(inside), 1)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeading)
        self.retranslate()

    def retranslate(self) -> None:
        """Say whose side it is."""
        self.head.setText(_("Here") if self._side == "ours" else _("From the trip"))
        self.choose.setText(_(_SIDES[self._side]) if self._is_field else _("Choose this"))

    def show_side(self, asked: Asked) -> None:
        """Show this side of a question; of two texts, the words that differ are underlined."""
        self._is_field = asked.question.about == "field"
        self.retranslate()
        text, other = asked.ours, asked.theirs
        if self._side == "theirs":
            text, other = other, text
        if not (asked.is_text and "both" in asked.question.answers):
            self.text.setTextFormat(Qt.TextFormat.PlainText)
            self.text.setText(text)
            return
        own = "removed" if self._side == "ours" else "added"
        first, second = (text, other) if self._side == "ours" else (other, text)
        found = [each for each in pieces(first, second) if each.fate in {"kept", own}]
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setText("".join(_marked(each.text, told=each.fate == own) for each in found))


def _marked(text: str, *, told: bool) -> str:
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
    return f"<u><b>{plain}</b></u>" if told else plain


class Answering(Speaking, QWidget):
    """Asks one question after the other; arrow keys choose, what is chosen can be chosen anew."""

    answered = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asked: Sequence[Asked] = ()
        self.answers: dict[str, Answer] = {}
        self.sides = {"ours": SideView("ours"), "theirs": SideView("theirs")}
        self.both = button("filter")
        self.both.setCheckable(True)
        self.subject = label("strong", wrap=True)
        self._group = QButtonGroup(self)
        tools = (
            Tool(N_("Choose the side on the right"), self._right, ("Right",)),
            Tool(N_("Choose the side on the left"), self._left, ("Left",)),
            Tool(N_("Keep both texts"), self._both, ("Space",)),
        )
        columns = ((N_("Record"), 0.42), (N_("What differs"), 0.33), (N_("Answer"), 0.25))
        empty = N_("There is nothing to ask.")
        self.list = ListCard(workspace, N_("Questions"), columns, tools, empty, parent=self)
        self._lay_out()
        self.list.view.chosen.connect(self._show)
        self.retranslate()

    def _lay_out(self) -> None:
        frame, column = card()
        column.addWidget(self.subject)
        grid = QGridLayout()
        for place, side in enumerate(self.sides.values()):
            grid.addWidget(side, 0, place)
            grid.setColumnStretch(place, 1)
        column.addLayout(grid, 1)
        column.addWidget(self.both, 0, Qt.AlignmentFlag.AlignLeading)
        for name, made in self._buttons().items():
            self._group.addButton(made)
            made.clicked.connect(partial(self._clicked, name))
        whole = QVBoxLayout(self)
        no_margins(whole, 12)
        whole.addWidget(self.list, 1)
        whole.addWidget(frame, 1)
        self.detail = frame

    def _buttons(self) -> dict[Answer, QPushButton]:
        return {
            "ours": self.sides["ours"].choose,
            "theirs": self.sides["theirs"].choose,
            "both": self.both,
        }

    def retranslate(self) -> None:
        """Say everything again."""
        self.both.setText(_("Keep both texts"))
        self._fill()

    # -- asking

    def ask(self, asked: Sequence[Asked], answers: Answers | None = None) -> None:
        """Begin with the questions of a file; one that was answered already keeps its answer."""
        before = {each.question.name: each.question for each in self.asked}
        same = {
            each.question.name for each in asked if each.question == before.get(each.question.name)
        }
        self.asked = asked
        known = {name: answer for name, answer in self.answers.items() if name in same}
        self.answers = {**(answers or {}), **known}
        self._fill()
        shown = self.shown()
        if shown:
            self.list.view.select(shown[0].question.name)
        self._show()

    def say_again(self, asked: Sequence[Asked]) -> None:
        """Show the same questions in another language; the answers stay."""
        self.asked = asked
        self._fill()
        self._show()

    def shown(self) -> list[Asked]:
        """Return the questions to be answered, given the answers so far."""
        return [each for each in self.asked if is_asked(each.question, self.answers)]

    @property
    def waiting(self) -> int:
        """How many questions wait for an answer."""
        return sum(each.question.name not in self.answers for each in self.shown())

    def current(self) -> Asked | None:
        """Return the question that is looked at."""
        name = self.list.view.uid()
        return next((each for each in self.asked if each.question.name == name), None)

    def answer(self, answer: Answer) -> None:
        """Answer the question that is looked at."""
        current = self.current()
        if current is None or answer not in current.question.answers:
            return
        self.answers[current.question.name] = answer
        self._fill()
        self._show()
        self.answered.emit()

    def _clicked(self, answer: Answer) -> None:
        self.answer(answer)

    def _right(self) -> None:
        self.answer("ours" if self._from_right else "theirs")

    def _left(self) -> None:
        self.answer("theirs" if self._from_right else "ours")

    @property
    def _from_right(self) -> bool:
        """Whether what is here stands on the right."""
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _both(self) -> None:
        self.answer("both")

    # -- showing

    def _fill(self) -> None:
        name = self.list.view.uid()
        self.list.show_entries([self._entry(each) for each in self.shown()])
        if name:
            self.list.view.select(name)

    def _entry(self, each: Asked) -> Entry:
        answer = self.answers.get(each.question.name)
        told = (
            Cell(_(_ANSWERED[answer]), chip="green") if answer else Cell(_("Waits"), chip="amber")
        )
        return Entry(each.question.name, (Cell(each.record, bold=True), Cell(each.subject), told))

    def _show(self, *_uid: object) -> None:
        current = self.current()
        self.detail.setVisible(current is not None)
        if current is None:
            return
        self.subject.setText(f"{current.record} — {current.subject}")
        for side in self.sides.values():
            side.show_side(current)
        self.both.setVisible("both" in current.question.answers)
        answer = self.answers.get(current.question.name)
        self._group.setExclusive(False)
        for name, made in self._buttons().items():
            made.setChecked(name == answer)
        self._group.setExclusive(True)
