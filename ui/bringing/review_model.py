"""The proposals of an import as a table: what each would become, and what waits for an answer."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from liaison.exchange.foreign.proposals import Action, Decision, Proposal
from liaison.i18n import N_, _, ngettext
from ui.bringing.session import Session
from ui.figures import figure
from ui.theme import Theme
from ui.widgets.plain import plain_tip

Index = QModelIndex | QPersistentModelIndex
ROW, KIND, TITLE, FATE, TOLD = range(5)
_HEADS: Final = (N_("Row"), N_("Kind"), N_("Title"), N_("What becomes of it"), N_("To know"))
_TOP: Final = QModelIndex()


class Filter(StrEnum):
    """Which proposals are listed."""

    ALL = "all"
    OPEN = "open"
    NEW = "new"
    SAME = "same"
    LEFT = "left"


_KINDS: Final[Mapping[Action, Filter]] = {
    "new": Filter.NEW,
    "same": Filter.SAME,
    "skip": Filter.LEFT,
}
FILTER_LABELS: Final[Mapping[Filter, str]] = {
    Filter.OPEN: N_("To decide"),
    Filter.NEW: N_("New"),
    Filter.SAME: N_("Known already"),
    Filter.LEFT: N_("Left out"),
    Filter.ALL: N_("All"),
}


class ReviewModel(QAbstractTableModel):
    """Proposals that a filter lets through, in the order of their rows."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session: Session | None = None
        self.shown: Sequence[Proposal] = ()
        self._places: Mapping[str, int] = {}

    def show_session(self, session: Session, chosen: Filter) -> None:
        """Show the proposals of a session that `chosen` lets through."""
        self.beginResetModel()
        self._session = session
        self.shown = [
            each
            for each in session.proposals
            if chosen is Filter.ALL or kind_of(session, each) is chosen
        ]
        self._places = {each.key: row for row, each in enumerate(self.shown)}
        self.endResetModel()

    def tell(self, key: str) -> None:
        """Say that something else was decided about a proposal."""
        if (row := self._places.get(key)) is not None:
            self.dataChanged.emit(self.index(row, 0), self.index(row, TOLD))

    def proposal(self, row: int) -> Proposal | None:
        """Return the proposal in a row."""
        return self.shown[row] if 0 <= row < len(self.shown) else None

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.shown)

    @override
    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(_HEADS)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(_HEADS[section])
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        proposal = self.proposal(index.row())
        if proposal is None or self._session is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(proposal, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._words(proposal, index.column()))
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == FATE:
            is_open = self._session.is_open(proposal)
            left = self._session.decision(proposal).action == "skip"
            tokens = self._theme.tokens
            return QColor(tokens.amber if is_open else tokens.muted if left else tokens.ink)
        return None

    def _words(self, proposal: Proposal, column: int) -> str:
        session = self._session
        if session is None:
            return ""
        words: Mapping[int, Callable[[], str]] = {
            ROW: lambda: figure(proposal.rows[0]),
            KIND: lambda: _(proposal.record_type.singular),
            TITLE: lambda: proposal.title,
            FATE: lambda: fate_words(session, proposal),
            TOLD: lambda: told_words(session, proposal),
        }
        return words[column]()


def kind_of(session: Session, proposal: Proposal) -> Filter:
    """Return the one filter that lets a proposal through beside “All”."""
    if session.is_open(proposal):
        return Filter.OPEN
    return _KINDS[session.decision(proposal).action]


def fate_words(session: Session, proposal: Proposal) -> str:
    """Say what becomes of a proposal as things are decided."""
    decision = session.decision(proposal)
    if proposal.key not in session.decisions and proposal.fate == "unclear":
        return _("You decide")
    if decision.action == "skip":
        return _("Left out")
    if decision.action == "new":
        return _("New")
    title = _joined_title(proposal, decision)
    return _("The same as “{title}”").format(title=title)


def _joined_title(proposal: Proposal, decision: Decision) -> str:
    for each in proposal.candidates:
        if each.uid == decision.uid and each.proposal == decision.proposal:
            return each.title
    return ""


def told_words(session: Session, proposal: Proposal) -> str:
    """Say what a person has to know of a proposal, in a few words."""
    words: list[str] = []
    decision = session.decision(proposal)
    unanswered = sum(each.key not in decision.answers for each in proposal.questions)
    if unanswered:
        count = ngettext("{count} doubtful value", "{count} doubtful values", unanswered)
        words.append(count.format(count=figure(unanswered)))
    if decision.action == "same":
        new = sum(decision.fields.get(each.key, each.wins) == "new" for each in proposal.changes)
        kept = len(proposal.changes) - new
        if new:
            filled = ngettext("{count} field is filled", "{count} fields are filled", new)
            words.append(filled.format(count=figure(new)))
        if kept:
            differs = ngettext("{count} field differs", "{count} fields differ", kept)
            words.append(differs.format(count=figure(kept)))
    if proposal.parts:
        words.append(_("several names in one cell"))
    words += proposal.remarks
    return " · ".join(words)
