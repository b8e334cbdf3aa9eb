"""The delegation of a visit in its order of precedence, and the ways people get into it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedLayout

from liaison.domain.records.delegation_member import DelegationMember
from liaison.domain.rules import precedence
from liaison.domain.rules.facts import Facts, in_language
from liaison.domain.rules.names import in_list, plain
from liaison.i18n import N_, _, language
from ui.figures import figure
from ui.pages.visit_list import ListCard, Tool
from ui.pages.visit_members import ensure_delegation, partner_names
from ui.pages.visit_order import HandOrder
from ui.pages.visit_paste import PasteSheet
from ui.pages.visit_rows import Cell, Entry
from ui.pages.visit_suggestion import SuggestionCard
from ui.pages.visit_tab import ListTab
from ui.pages.visit_words import TONES, option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from liaison.domain.rules.precedence import Place
    from liaison.storage.archive import Row
    from liaison.storage.change import Change
    from ui.pages.visit_reading import VisitRows
    from ui.pages.visit_side import Side
    from ui.workspace import Workspace

_TYPE: Final = "delegation_member"


class DelegationTab(ListTab):
    """Members by rank: Alt+Up and Alt+Down or dragging moves, Ctrl+V pastes a table of them."""

    def __init__(self, workspace: Workspace, side: Side, parent: QWidget) -> None:
        super().__init__(workspace, side, parent)
        self.ranks = HandOrder(self._moved)
        columns = (
            (N_("Order"), 60),
            (N_("Persian"), 0.4),
            (N_("English"), 0.36),
            (N_("Role"), 0.24),
            (N_("Attendance"), 104),
        )
        tools = (
            # Translators: «چسباندن جدول» in Persian.
            Tool(N_("Paste a table"), self.paste, ("Ctrl+V",), shown=True, needs=False),
            Tool(N_("Suggest an order"), self.suggest, shown=True),
            Tool(N_("+ Add a member"), self.new, ("Ins",), shown=True, needs=False, writes=_TYPE),
            Tool(N_("Move up"), self.ranks.up, ("Alt+Up",), icon="up"),
            Tool(N_("Move down"), self.ranks.down, ("Alt+Down",), icon="down"),
            Tool(N_("Edit"), self.edit, ("F4",), icon="edit"),
            Tool(N_("Open the person"), self.open_person, ("Ctrl+Return",), icon="open"),
            Tool(N_("Delete"), self._delete, ("Del",), icon="trash", writes=_TYPE),
        )
        empty = N_(
            "Nobody is in the delegation yet. Copy the list of names from Excel or an e-mail and"
            " press Ctrl+V here, or press Insert to add one member."
        )
        self.list = ListCard(
            workspace, N_("In order of precedence"), columns, tools, empty, parent=self
        )
        self.ranks.hold(self.list)
        self.list.view.opened.connect(self.edit)
        self.sheet = PasteSheet(workspace, self)
        self.sheet.left.connect(self._close_sheet)
        self.sheet.added.connect(self._added)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.sheet)

    # -- showing

    def show_rows(self, rows: VisitRows) -> None:
        """Show the members, the support group below a line, and who does not come."""
        self.rows = rows
        listing = precedence.listing(rows.members)
        number = 0
        entries = []
        for heading, those in (
            ("", listing.members),
            # Translators: «گروه پشتیبانی (زیر خط)» in Persian.
            (_("Support group, below the line"), listing.support),
            (_("Not attending"), listing.away),
        ):
            if heading and those:
                cell = Cell(notes=(("muted", heading),))
                entries.append(Entry("", (cell,), heading=True))
            for member in those:
                number += 1
                entries.append(self._entry(rows, member, number))
        self.list.show_entries(entries)

    def _entry(self, rows: VisitRows, member: Facts, number: int) -> Entry:
        attendance = member.get("attendance") or "invited"
        role = option(DelegationMember, "role", member.get("role"))
        reason = member.get("rank_reason")
        return Entry(
            uid=member.uid,
            cells=(
                Cell(figure(number), disc=True),
                self._named(rows, member, "fa"),
                self._named(rows, member, "en"),
                Cell(role, (("muted", reason),) if reason else ()),
                Cell(option(DelegationMember, "attendance", attendance), chip=TONES[attendance]),
            ),
            faded=attendance in precedence.AWAY,
        )

    def _named(self, rows: VisitRows, member: Facts, lang: str) -> Cell:
        """Return name and office in one language, and what is missing of the name."""
        person = rows.people.get(member.get("person") or "")
        office = in_language(member, "title", lang)
        if person is None:
            note = _("Known by office only") if lang == language() else ""
            return Cell(office or "—", (("amber", note),) if note else (), bold=lang == "fa")
        name = plain(person, lang) if lang == "fa" else in_list(person, lang)
        notes = [("muted", office)] if office else []
        if not name:
            missing = {"fa": _("No Persian name yet"), "en": _("No English name yet")}[lang]
            notes.append(("amber", missing))
        elif lang == language() and not person.get("name_confirmed"):
            notes.append(("amber", _("Spelling not confirmed")))
        return Cell(name or "—", tuple(notes), bold=lang == "fa")

    def listed(self, rows: VisitRows) -> Sequence[Row]:
        """Return the records of this tab."""
        return rows.members

    # -- working

    def new(self) -> None:
        """Begin a member; a visit without a delegation gets one first."""
        if self.rows is None:
            return
        if self.rows.delegation:
            self._begin(self.rows.delegation)
            return
        visit, archive = self.rows.visit, self.workspace.archive
        self.workspace.write(
            _("Add the delegation of a visit"),
            lambda change: ensure_delegation(change, visit, partner_names(archive, visit.values)),
            self._begin,
            owner=self,
        )

    def _begin(self, delegation: str) -> None:
        rank = len(self.rows.members) + 1 if self.rows is not None else 1
        values = {"delegation": delegation, "rank": rank, "attendance": "invited"}
        self.side.edit(_TYPE, values=values, hidden=("delegation", "rank"), focus="person")

    def edit(self) -> None:
        """Open the current member at the side."""
        if uid := self.list.view.uid():
            self.side.edit(_TYPE, uid, hidden=("delegation", "rank"), focus="person")

    def open_person(self) -> None:
        """Open the person behind the current member, to complete the name."""
        member = self.current()
        if member is not None and member.get("person"):
            self.workspace.open_record("person", member["person"])
        elif member is not None:
            self.workspace.say(_("This member is known by office only; choose a person first."))

    def _delete(self) -> None:
        self.delete(_TYPE, self.list.view.uid())

    # -- order

    def _moved(self, order: list[str], uid: str) -> None:
        """Write an order set by hand; the reason for a former place no longer holds."""
        self._write_order(_("Reorder the delegation"), order, {uid: ""})

    def _write_order(self, label: str, order: Sequence[str], reasons: dict[str, str]) -> None:
        """Show the new order at once and write it; `reasons` by uid replace those there were."""
        if self.rows is None:
            return
        ranks = {uid: rank for rank, uid in enumerate(order, start=1)}
        former = {row.uid: row for row in self.rows.members}
        new: dict[str, dict[str, object]] = {}
        for uid, rank in ranks.items():
            if former[uid].get("rank") != rank:
                new.setdefault(uid, {})["rank"] = rank
            if uid in reasons and (former[uid].get("rank_reason") or "") != reasons[uid]:
                new.setdefault(uid, {})["rank_reason"] = reasons[uid] or None
        members = [
            replace(former[uid], values={**former[uid].values, **new.get(uid, {})}) for uid in order
        ]
        self.show_rows(replace(self.rows, members=members))

        def write(change: Change) -> None:
            for uid, values in new.items():
                change.update(DelegationMember, uid, values)

        self.workspace.write(label, write, None, self._refused, owner=self)

    def _refused(self, error: Exception) -> None:
        """Say why the order was not written, and show the one that stands."""
        self.workspace.troubled.emit(error)
        self.workspace.changed.emit()

    def suggest(self) -> None:
        """Show the usual order with the reason of each place, to be taken over or not."""
        if self.rows is None or not self.rows.members:
            return
        levels = {
            row.uid: self.rows.levels[row["person"]]
            for row in self.rows.members
            if row.get("person") in self.rows.levels
        }
        shown = SuggestionCard(self.rows, precedence.suggested(self.rows.members, levels))
        shown.accepted.connect(self._accept)
        shown.left.connect(self.side.close_form)
        self.side.show_widget(shown)
        shown.accept_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _accept(self, places: list[Place]) -> None:
        self.side.close_form()
        reasons = {each.member: each.reason for each in places}
        self._write_order(_("Suggested order of the delegation"), list(reasons), reasons)
        self.start()

    # -- pasting

    def paste(self) -> None:
        """Show what the clipboard holds as a table of members."""
        if self.rows is None:
            return
        self._stack.setCurrentWidget(self.sheet)
        self.sheet.begin(self.rows, QApplication.clipboard().text())

    def _close_sheet(self) -> None:
        self._stack.setCurrentWidget(self.list)
        self.start()

    def _added(self, uids: list[str]) -> None:
        self._close_sheet()
        if uids:
            self.made.emit(uids[0])
