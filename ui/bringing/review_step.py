"""The third step: every record the file speaks of, looked through before anything is written."""

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHeaderView,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
)
from typing_extensions import override

from liaison.exchange.foreign.proposals import Action
from liaison.i18n import _, ngettext
from ui import actions
from ui.bringing.review_model import (
    FATE,
    FILTER_LABELS,
    KIND,
    ROW,
    TITLE,
    TOLD,
    Filter,
    ReviewModel,
    kind_of,
)
from ui.bringing.review_side import ReviewSide
from ui.bringing.session import Session
from ui.bringing.step import Step
from ui.figures import figure
from ui.widgets.flow import FlowLayout
from ui.widgets.pieces import button, card, label, no_margins, scrolled
from ui.widgets.row_table import show_whole_rows
from ui.workspace import Workspace

_HEIGHT = 36
_SIDE = 380
_WIDTHS = {ROW: 52, KIND: 104, TITLE: 200, FATE: 190}
_KEYS: dict[str, Action] = {"N": "new", "S": "same", "K": "skip"}


class _Proposals(QTableView):
    """The list; a letter decides about the proposal the cursor stands on."""

    def __init__(self, decide: "ReviewStep") -> None:
        super().__init__()
        self._decide = decide

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = _KEYS.get(actions.cap(event.text())) if event.text() else None
        if action is None:
            super().keyPressEvent(event)
        else:
            self._decide.side.decide(action)


class ReviewStep(Step):
    """Chips that narrow the list, the list, and beside it the proposal the cursor stands on."""

    def __init__(self, workspace: Workspace, plan_again: Callable[[], object]) -> None:
        super().__init__()
        self._plan_again = plan_again
        self.model = ReviewModel(workspace.theme, self)
        self.view = _Proposals(self)
        self.side = ReviewSide(workspace)
        self.told = label("muted", wrap=True)
        self.chips: dict[Filter, QPushButton] = {}
        self._kinds: dict[str, Filter] = {}
        self._group = QButtonGroup(self)
        self._lay_out()
        self._group.buttonClicked.connect(self._narrow)
        self.side.decided.connect(self._decided)
        self.side.split_wanted.connect(self._split)
        self.retranslate()

    def _lay_out(self) -> None:
        chips = FlowLayout()
        for each in FILTER_LABELS:
            chip = button("filter")
            chip.setCheckable(True)
            self._group.addButton(chip)
            self.chips[each] = chip
            chips.addWidget(chip)
        show_whole_rows(self.view, _HEIGHT)
        self.view.setModel(self.model)
        self.view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.view.setTabKeyNavigation(False)
        head = self.view.horizontalHeader()
        for at, width in _WIDTHS.items():
            self.view.setColumnWidth(at, width)
        head.setSectionResizeMode(TOLD, QHeaderView.ResizeMode.Stretch)
        self.view.selectionModel().currentRowChanged.connect(self._moved)
        listed, column = card(margin=10)
        column.addLayout(chips)
        column.addWidget(self.told)
        column.addWidget(self.view, 1)
        beside, inner = card(margin=14)
        inner.addWidget(scrolled(self.side), 1)
        beside.setMinimumWidth(_SIDE)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(listed)
        split.addWidget(beside)
        split.setStretchFactor(0, 1)
        outer = QVBoxLayout(self)
        no_margins(outer)
        outer.addWidget(split, 1)

    @override
    def retranslate(self) -> None:
        self.view.setAccessibleName(_("Records of the file"))
        self.view.setToolTip(
            _("N makes a new record, S takes the first known one, K leaves it out.")
        )
        if self.session is not None:
            self.show_session(self.session)
        else:
            self._count()

    @override
    def start(self) -> None:
        self.view.setFocus()

    @override
    def is_ready(self) -> bool:
        return self.session is not None and self.session.plan is not None

    # -- showing

    @override
    def show_session(self, session: Session) -> None:
        is_new = session is not self.session
        super().show_session(session)
        if is_new:
            waits = any(session.is_open(each) for each in session.proposals)
            self.chips[Filter.OPEN if waits else Filter.ALL].setChecked(True)
        self._show(stay=not is_new)

    @property
    def chosen(self) -> Filter:
        """Which proposals are listed."""
        return next((each for each, chip in self.chips.items() if chip.isChecked()), Filter.ALL)

    def _show(self, *, stay: bool = False) -> None:
        if self.session is None:
            return
        session, at = self.session, self.view.currentIndex().row() if stay else 0
        self._kinds = {each.key: kind_of(session, each) for each in session.proposals}
        self.model.show_session(session, self.chosen)
        self._count()
        at = max(0, min(at, self.model.rowCount() - 1))
        self.view.setCurrentIndex(self.model.index(at, ROW))
        self.side.show_proposal(session, self.model.proposal(at))
        self.ready_changed.emit()

    def _narrow(self) -> None:
        self._show()

    def _count(self) -> None:
        counts = Counter(self._kinds.values())
        counts[Filter.ALL] = len(self._kinds)
        for each, chip in self.chips.items():
            words = _(FILTER_LABELS[each])
            chip.setText(f"{words} {figure(counts[each])}" if counts[each] else words)
        waits = counts[Filter.OPEN]
        told = ngettext(
            "{count} record waits for you; what is not decided or answered is left out and listed.",
            "{count} records wait for you; what is not decided or answered is left out and listed.",
            waits,
        )
        done = _("Nothing waits for you: everything is decided.")
        self.told.setText(told.format(count=figure(waits)) if waits else done)

    def _moved(self, now: QModelIndex) -> None:
        if self.session is not None:
            self.side.show_proposal(self.session, self.model.proposal(now.row()))

    # -- deciding

    def _decided(self, key: str) -> None:
        self.model.tell(key)
        if self.session is not None and self.side.proposal is not None:
            self._kinds[key] = kind_of(self.session, self.side.proposal)
        self._count()
        self.ready_changed.emit()

    def _split(self, key: str) -> None:
        """Plan again, with a record for each name in a cell."""
        if self.session is not None:
            self.session.split.add(key)
            self._plan_again()
