"""One proposal of an import, with everything that can be decided about it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QCheckBox,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from liaison.domain.rules.named import NAMED_TYPES
from liaison.exchange.foreign.matching import changes
from liaison.exchange.foreign.proposals import (
    Action,
    Candidate,
    Decision,
    FieldChange,
    Proposal,
    Side,
)
from liaison.i18n import _, language, ngettext
from liaison.language.listing import enumerated
from ui.bringing.review_fields import FieldSides, QuestionBox
from ui.bringing.session import Session
from ui.figures import figure
from ui.widgets.pieces import button, clear, label, no_margins, rule
from ui.widgets.plain import plain_caption, plain_tip
from ui.workspace import Workspace


class ReviewSide(QWidget):
    """New, the same as a known one, or left out; then field by field."""

    decided = Signal(str)
    """Something else was decided about the proposal of this key."""
    split_wanted = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._workspace = workspace
        self._session: Session | None = None
        self.proposal: Proposal | None = None
        self.fates: list[QRadioButton] = []
        self.sides: FieldSides | None = None
        self.questions: list[QuestionBox] = []
        self._changes: Sequence[FieldChange] = ()
        self._column = QVBoxLayout(self)
        no_margins(self._column, 8)

    def show_proposal(self, session: Session, proposal: Proposal | None) -> None:
        """Show one proposal as it stands."""
        self._session, self.proposal = session, proposal
        self._changes = proposal.changes if proposal is not None else ()
        self._build()
        decision = session.decision(proposal) if proposal is not None else None
        if proposal is not None and decision is not None and decision.uid:
            self._compare(proposal, decision)

    @property
    def _decision(self) -> Decision:
        assert self._session is not None  # noqa: S101 - asked for a shown proposal only
        assert self.proposal is not None  # noqa: S101 - as above
        return self._session.decision(self.proposal)

    # -- building

    def _build(self) -> None:
        """Show everything anew; whoever decided with the keyboard stays there."""
        focused = QApplication.focusWidget()
        was_here = focused is not None and self.isAncestorOf(focused)
        self._fill()
        if was_here and self.fates:
            chosen = next((each for each in self.fates if each.isChecked()), self.fates[0])
            chosen.show()  # nothing that is to be seen only in a moment takes the keyboard
            chosen.setFocus()

    def _fill(self) -> None:
        clear(self._column)
        self.fates, self.sides, self.questions = [], None, []
        proposal = self.proposal
        if proposal is None:
            self._column.addWidget(label("muted", _("Nothing is chosen."), wrap=True))
            self._column.addStretch(1)
            return
        self._column.addWidget(label("card-title", proposal.title or "–", wrap=True))
        rows = ngettext("{kind}, row {rows}", "{kind}, rows {rows}", len(proposal.rows))
        numbers = enumerated([figure(each) for each in proposal.rows[:8]], language())
        words = rows.format(kind=_(proposal.record_type.singular), rows=numbers)
        self._column.addWidget(label("muted", words, wrap=True))
        for each in proposal.remarks:
            self._column.addWidget(label("warning", each, wrap=True))
        self._offer_parts(proposal)
        self._offer_fates(proposal)
        self._offer_fields(proposal)
        for question in proposal.questions:
            answer = self._decision.answers.get(question.key)
            made = QuestionBox(proposal, question, answer, self._answer)
            self.questions.append(made)
            self._column.addWidget(made)
        self._column.addStretch(1)

    def _offer_parts(self, proposal: Proposal) -> None:
        if not proposal.parts:
            return
        names = enumerated([f"«{each}»" for each in proposal.parts], language())
        self._column.addWidget(
            label(
                "warning",
                _("It seems to hold several names: {names}.").format(names=names),
                wrap=True,
            )
        )
        made = button("", lambda: self.split_wanted.emit(proposal.key))
        made.setText(_("Make a record of each"))
        self._column.addWidget(made)

    def _offer_fates(self, proposal: Proposal) -> None:
        group = QButtonGroup(self)
        decided = self._session is not None and proposal.key in self._session.decisions
        settled = decided or proposal.fate != "unclear"
        decision = self._decision
        offers: list[tuple[str, Action, Candidate | None]] = [
            (
                _("The same as “{title}”: {reason}").format(
                    title=each.title, reason=each.likeness.sentence
                ),
                "same",
                each,
            )
            for each in proposal.candidates
        ]
        offers += [(_("A new record"), "new", None), (_("Leave it out"), "skip", None)]
        for words, action, candidate in offers:
            made = QRadioButton(plain_caption(words))
            made.setToolTip(plain_tip(words))
            same = candidate is None or (candidate.uid, candidate.proposal) == (
                decision.uid,
                decision.proposal,
            )
            made.setChecked(settled and decision.action == action and same)
            made.clicked.connect(self._fate(action, candidate))
            group.addButton(made)
            self.fates.append(made)
            self._column.addWidget(made)
        if proposal.candidates and proposal.record in NAMED_TYPES:
            alias = QCheckBox(_("Keep the spelling of the file as another name"))
            alias.setChecked(decision.alias)
            alias.clicked.connect(self._keep_alias)
            self._column.addWidget(alias)

    def _offer_fields(self, proposal: Proposal) -> None:
        if self._decision.action != "same" or not self._changes:
            return
        self._column.addWidget(rule())
        self.sides = FieldSides(proposal, self._changes, self._choose_side, self._side_of)
        self._column.addWidget(self.sides)

    # -- deciding

    def decide(self, action: Action, candidate: Candidate | None = None) -> None:
        """Decide about the proposal as a whole."""
        if self.proposal is None:
            return
        found = candidate
        if action == "same" and found is None:
            found = next(iter(self.proposal.candidates), None)
            if found is None:
                return
        decision = replace(
            self._decision,
            action=action,
            uid=found.uid if found else "",
            proposal=found.proposal if found else "",
            alias=True,
        )
        self._keep(decision)
        self._changes = ()
        if decision.uid:
            self._compare(self.proposal, decision)
        else:
            self._build()

    def _fate(self, action: Action, candidate: Candidate | None) -> Callable[[], None]:
        def choose() -> None:
            self.decide(action, candidate)

        return choose

    def _compare(self, proposal: Proposal, decision: Decision) -> None:
        """Read the record it is joined with, and show in what the file differs."""
        archive = self._workspace.archive

        def read() -> Sequence[FieldChange]:
            return changes(proposal, archive.read(proposal.record_type, decision.uid).values)

        def show(found: Sequence[FieldChange]) -> None:
            if self.proposal is proposal:
                self._changes = found
                self._build()

        self._workspace.jobs.run(read, show, owner=self, lane="compared")

    def _side_of(self, change: FieldChange) -> Side:
        return self._decision.fields.get(change.key, change.wins)

    def _choose_side(self, key: str, side: Side) -> None:
        self._keep(replace(self._decision, fields={**self._decision.fields, key: side}))

    def _answer(self, key: str, value: Any) -> None:  # noqa: ANN401 - a value of any kind
        answers: Mapping[str, Any] = {**self._decision.answers, key: value}
        if value is None:
            answers = {each: known for each, known in answers.items() if each != key}
        if dict(answers) != dict(self._decision.answers):
            self._keep(replace(self._decision, answers=answers))

    def _keep_alias(self, kept: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._keep(replace(self._decision, alias=kept))

    def _keep(self, decision: Decision) -> None:
        if self._session is not None and self.proposal is not None:
            self._session.decisions[self.proposal.key] = decision
            self.decided.emit(self.proposal.key)
