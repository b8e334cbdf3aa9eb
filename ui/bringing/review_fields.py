"""What is asked about the fields of one proposal: which side wins, and what a value means."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from liaison.domain.schema import fields_of
from liaison.errors import UserError
from liaison.exchange.foreign.proposals import FieldChange, Proposal, Question, Side
from liaison.i18n import N_, _
from ui.widgets.pieces import label, no_margins
from ui.widgets.plain import plain_caption, plain_tip

_SIDES: tuple[tuple[Side, str], ...] = (
    ("old", N_("The archive has")),
    ("new", N_("The file says")),
)


class FieldSides(QWidget):
    """The fields of a known record in which the file differs, side by side."""

    def __init__(
        self,
        proposal: Proposal,
        changes: Sequence[FieldChange],
        chosen: Callable[[str, Side], object],
        side_of: Callable[[FieldChange], Side],
    ) -> None:
        super().__init__()
        self.choices: dict[str, dict[Side, QRadioButton]] = {}
        self._chosen = chosen
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        for at, (_side, head) in enumerate(_SIDES, start=1):
            grid.addWidget(label("muted", _(head)), 0, at)
            grid.setColumnStretch(at, 1)
        for row, change in enumerate(changes, start=1):
            described = fields_of(proposal.record_type)[change.key]
            name = _(described.label)
            grid.addWidget(label("", name, wrap=True), row, 0)
            group = QButtonGroup(self)
            for at, (side, head) in enumerate(_SIDES, start=1):
                value = change.old if side == "old" else change.new
                words = described.kind.show(value) if value is not None else "—"
                made = QRadioButton(plain_caption(words.replace("\n", " ")[:60]))
                made.setToolTip(plain_tip(words))
                made.setAccessibleName(f"{name}: {_(head)}: {words}")
                made.setChecked(side_of(change) == side)
                made.clicked.connect(self._choice(change.key, side))
                group.addButton(made)
                grid.addWidget(made, row, at)
                self.choices.setdefault(change.key, {})[side] = made

    def _choice(self, key: str, side: Side) -> Callable[[], None]:
        def choose() -> None:
            self._chosen(key, side)

        return choose


class QuestionBox(QWidget):
    """A value that cannot be taken without asking: offers, or another one typed."""

    def __init__(
        self,
        proposal: Proposal,
        question: Question,
        answer: Any,  # noqa: ANN401 - a value of any kind, None for none yet
        answered: Callable[[str, Any], object],
    ) -> None:
        super().__init__()
        self._key, self._answered = question.key, answered
        self._described = fields_of(proposal.record_type)[question.key]
        self._offers = question.offers
        name = _(self._described.label)
        column = QVBoxLayout(self)
        no_margins(column, 4)
        told = _("{field}: “{text}”").format(field=name, text=question.original)
        column.addWidget(label("strong", told, wrap=True))
        column.addWidget(label("muted", question.sentence, wrap=True))
        self.box = QComboBox()
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.setAccessibleName(told)
        self.box.addItem(_("Leave it out"))
        self.box.addItems([self._described.kind.show(each) for each in self._offers])
        if answer is not None:
            self.box.setEditText(self._described.kind.show(answer))
        self.fault: QLabel = label("error", wrap=True)
        self.fault.hide()
        column.addWidget(self.box)
        column.addWidget(self.fault)
        self.box.activated.connect(self._picked)
        if (line := self.box.lineEdit()) is not None:
            line.editingFinished.connect(self.read)

    def _picked(self, at: int) -> None:
        self._answer(self._offers[at - 1] if at else None)

    def read(self) -> None:
        """Read what was typed; what cannot be read is said below it and stays typed."""
        text = self.box.currentText().strip()
        shown = self.box.findText(text)
        if shown >= 0:
            self._picked(shown)
            return
        try:
            self._answer(self._described.kind.read(text))
        except UserError as error:
            self.fault.setText(error.message)
            self.fault.show()

    def _answer(self, value: Any) -> None:  # noqa: ANN401 - as above
        self.fault.hide()
        self._answered(self._key, value)
