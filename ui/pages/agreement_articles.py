"""The clauses of a document as a ledger: who owes what, until when, and what proves it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from typing_extensions import override

from liaison.domain.records.article import Article
from liaison.domain.records.follow_up import FollowUp
from liaison.domain.rules.facts import in_either
from liaison.domain.rules.overdue import days_late
from liaison.domain.schema import fields_of
from liaison.i18n import N_, _, language, ngettext
from liaison.time import jalali
from ui.figures import figure
from ui.pages.agreement_stages import follow_up_values
from ui.pages.agreement_tab import PartsTab
from ui.pages.visit_list import Tool
from ui.pages.visit_rows import Cell, Entry
from ui.pages.visit_words import both, option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from liaison.storage.archive import Row
    from liaison.storage.change import Change
    from ui.pages.agreement_reading import AgreementRows
    from ui.pages.visit_side import Side
    from ui.workspace import Workspace

_TONES: Final = {
    "open": "grey",
    "under_way": "blue",
    "done": "green",
    "blocked": "red",
    "dropped": "grey",
}


class ArticlesTab(PartsTab):
    """Promises by clause; Ctrl+T makes the follow-up of one, or opens it."""

    type_name = "article"
    focus = "text"

    def __init__(self, workspace: Workspace, side: Side, parent: QWidget) -> None:
        columns = (
            ("number", N_("Clause"), 52),
            ("", N_("Commitment"), 0.7),
            ("owed_by", N_("Owed by"), 88),
            ("unit", N_("Unit"), 0.3),
            ("due_on", N_("Due on"), 106),
            ("state", N_("State"), 104),
        )
        tools = (Tool(N_("Follow-up"), self.follow_up, ("Ctrl+T",), shown=True),)
        empty = N_("No clause yet. Press Insert to add the first promise of the document.")
        super().__init__(workspace, side, parent, N_("Clauses"), columns, empty, tools)

    @override
    def listed(self, rows: AgreementRows) -> Sequence[Row]:
        return rows.articles

    @override
    def beginning(self, rows: AgreementRows) -> dict[str, Any]:
        numbers = [each.get("number") or "" for each in rows.articles]
        last = max((int(each) for each in numbers if each.isdecimal()), default=0)
        return {"number": str(last + 1), "state": "open"}

    @override
    def entry(self, rows: AgreementRows, part: Row) -> Entry:
        lang = language()
        text, second = both(part, "text")
        notes = [("muted", second)] if second else []
        notes += [("amber", words) for words in self._missing(part)]
        follow_up = rows.follow_up(part.uid)
        if theme := option(Article, "theme", part.get("theme")):
            notes.append(("muted", theme))
        if follow_up is not None:
            state = option(FollowUp, "state", follow_up.get("state"))
            notes.append(("accent", _("Followed up: {state}").format(state=state)))
        if evidence := in_either(part, "evidence"):
            notes.append(("green", _("Evidence: {text}").format(text=evidence)))
        due_on, state = part.get("due_on"), part.get("state") or "open"
        return Entry(
            uid=part.uid,
            cells=(
                Cell(fields_of(Article)["number"].kind.show(part.get("number"), lang) or "—"),
                Cell(text or _("untitled"), tuple(notes)),
                Cell(option(Article, "owed_by", part.get("owed_by")) or "—", bold=True),
                Cell(rows.title(part.get("unit")) or "—"),
                Cell(jalali.short_date(due_on, lang) if due_on else "—", self._late(rows, part)),
                Cell(option(Article, "state", state), chip=_TONES[state]),
            ),
            faded=state in {"done", "dropped"},
        )

    def _late(self, rows: AgreementRows, part: Row) -> tuple[tuple[str, str], ...]:
        """Return since how many working days a clause is late that still owes something."""
        late = 0
        if part.get("state") not in {"done", "dropped"}:
            late = days_late(part.get("due_on"), rows.today, rows.calendar)
        text = ngettext("{days} working day late", "{days} working days late", late)
        return (("red", text.format(days=figure(late))),) if late else ()

    def _missing(self, part: Row) -> list[str]:
        """Return what a clause lacks of its texts."""
        words = {"fa": _("The Persian text is missing"), "en": _("The English text is missing")}
        return [each for lang, each in words.items() if not part.get(f"text_{lang}")]

    def follow_up(self) -> None:
        """Open the follow-up of the current clause, or make it from what the clause says."""
        article = self.current()
        if article is None or self.rows is None:
            return
        there = self.rows.follow_up(article.uid)
        if there is not None:
            self.workspace.open_record("follow_up", there.uid)
            return
        if self.workspace.refuses("follow_up"):
            return
        values, archive = follow_up_values(self.rows, article), self.workspace.archive

        def write(change: Change) -> None:
            # The key may have been pressed again before the page knew of the first.
            if not archive.rows(FollowUp, {"article": article.uid}):
                change.add(FollowUp, values)

        self.workspace.write(
            _("Make a follow-up of a clause"),
            write,
            lambda _nothing: self.workspace.say(
                _("The clause is in the follow-up list."), _("Undo"), self.workspace.undo
            ),
            owner=self,
        )
