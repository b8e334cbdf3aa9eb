"""The judgements of one kind, one below the other: opened, and followed up."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from liaison.domain.records.assessment import Assessment
from liaison.domain.records.follow_up import FollowUp
from liaison.domain.rules.facts import in_either
from liaison.i18n import N_, _
from liaison.storage.change import Change
from liaison.storage.row import Row
from ui.figures import figure
from ui.pages.follow_ups_steps import options_of
from ui.pages.partner_list import RecordsCard
from ui.pages.registers_reading import RegistersRows
from ui.pages.visit_list import Tool
from ui.pages.visit_rows import Cell, Entry
from ui.workspace import Workspace

_COLUMNS: Final = (("", 46.0), ("", 0.99))
_FOLLOW: Final = N_("Follow-up for it")
_TEXTS: Final = (("title_fa", "text_fa"), ("title_en", "text_en"))
_TONES: Final[Mapping[str, str]] = {"done": "green", "cancelled": "muted"}


class JudgementCard(RecordsCard):
    """The judgements of a `kind` in the order of their numbers."""

    most = 200

    def __init__(self, workspace: Workspace, kind: str, heading: str) -> None:
        self._kind = kind
        self._rows: Sequence[Row] = ()
        self._actions: Mapping[str, Row] = {}
        tools = (
            Tool(N_("+ Add"), self.add, shown=True, needs=False, writes="assessment"),
            Tool(_FOLLOW, self.follow, ("Ctrl+T",), icon="clock", writes="follow_up"),
        )
        super().__init__(workspace, heading, _COLUMNS, N_("Nothing here yet."), tools=tools)

    def show_rows(self, rows: RegistersRows) -> None:
        """Show the judgements of this kind."""
        self._rows, self._actions = rows.judged[self._kind], rows.actions
        entries = [self._entry(at, each) for at, each in enumerate(self._rows, start=1)]
        self.show_records(entries, self._rows)

    def _entry(self, at: int, judged: Row) -> Entry:
        rank = judged.get("rank") or at
        action = self._actions.get(judged.get("action") or "")
        notes = (_state(action),) if action is not None else ()
        return Entry(
            judged.uid,
            (Cell(figure(rank), bold=True), Cell(in_either(judged, "text"), notes)),
        )

    def add(self) -> None:
        """Begin a judgement of this kind, with the next number."""
        ranks = [each.get("rank") or 0 for each in self._rows]
        values = {"kind": self._kind, "rank": max(ranks, default=0) + 1}
        self.workspace.new_record("assessment", values)

    def follow(self) -> None:
        """Make a follow-up of the current judgement, or open the one there is."""
        judged = self.records.get(self.view.uid())
        if judged is None:
            return
        if judged.get("action"):
            self.workspace.open_record("follow_up", judged["action"])
            return
        if self.workspace.refuses("follow_up"):
            return
        values = _follow_up_of(judged)

        def write(change: Change) -> str:
            made = change.add(FollowUp, values)
            change.update(Assessment, judged.uid, {"action": made}, version=judged.version)
            return made

        label = _("{step}: {title}").format(step=_(_FOLLOW), title=in_either(judged, "text"))
        self.workspace.write(label, write, self._made, owner=self)

    def _made(self, uid: str) -> None:
        self.workspace.say(
            _("The follow-up is made."),
            _("Open it"),
            lambda: self.workspace.open_record("follow_up", uid),
        )


def _follow_up_of(judged: Row) -> dict[str, Any]:
    """Return the values of a follow-up that is to answer a judgement."""
    titles = {title: " ".join((judged.get(text) or "").split()) for title, text in _TEXTS}
    return {
        **{title: words for title, words in titles.items() if words},
        "theme": judged.get("theme"),
    }


def _state(action: Row) -> tuple[str, str]:
    """Word what is done about a judgement, with a tone."""
    state = action.get("state") or "open"
    title = _("Follow-up: {title}").format(title=in_either(action, "title"))
    return _TONES.get(state, "blue"), f"{title} · {_(options_of('state')[state])}"
