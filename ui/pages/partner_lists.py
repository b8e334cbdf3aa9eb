"""The tabs of a partner that are lists: dealings, documents, promises, people, subjects."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from liaison.domain.rules.names import on_screen
from liaison.i18n import N_, _
from liaison.insight.partner_file import day_of
from ui.pages import partner_entries as entries
from ui.pages.lists_tab import ListsTab
from ui.pages.partner_words import source_notes, spanned
from ui.pages.visit_rows import Cell, Entry
from ui.pages.visit_words import both

if TYPE_CHECKING:
    from collections.abc import Iterable

    from liaison.storage.archive import Row
    from ui.pages.partner_beginning import Beginning
    from ui.pages.partner_reading import PartnerRows
    from ui.workspace import Workspace

_CHIP: Final = 132
_DAY: Final = 168


class DealingsTab(ListsTab["PartnerRows"]):
    """Visits and meetings, the newest first."""

    def __init__(self, workspace: Workspace, beginning: Beginning) -> None:
        super().__init__(workspace, beginning)
        self.visits = self.add_card(
            N_("Visits"),
            ((N_("Title"), 0.99), (N_("Direction"), 96), (N_("Day"), _DAY), (N_("Stage"), _CHIP)),
            N_("No visit yet. Press Insert to plan the first."),
            "visit",
        )
        self.meetings = self.add_card(
            N_("Meetings"),
            ((N_("Title"), 0.99), (N_("Kind"), 150), (N_("Day"), _DAY), (N_("State"), _CHIP)),
            N_("No meeting yet. Press Insert to record the first."),
            "meeting",
        )

    def show_rows(self, rows: PartnerRows) -> None:
        """Show the dealings, the newest first."""
        self.rows = rows
        visits, meetings = _newest(rows.file.visits), _newest(rows.file.meetings)
        most = self.visits.most
        shown = [entries.visit(rows, each) for each in visits[:most]]
        self.visits.show_records(shown, visits, len(visits))
        shown = [entries.meeting(rows, each) for each in meetings[:most]]
        self.meetings.show_records(shown, meetings, len(meetings))


class AgreementsTab(ListsTab["PartnerRows"]):
    """Cooperation documents with their validity."""

    def __init__(self, workspace: Workspace, beginning: Beginning) -> None:
        super().__init__(workspace, beginning)
        columns = (
            (N_("Title"), 0.99),
            (N_("Kind of document"), 150),
            (N_("Signed on"), 130),
            (N_("Valid until"), 130),
            (N_("Stage"), _CHIP),
        )
        empty = N_("No document yet. Press Insert to begin the first.")
        self.list = self.add_card(N_("Cooperation documents"), columns, empty, "agreement")

    def show_rows(self, rows: PartnerRows) -> None:
        """Show the documents, those in force as they were signed."""
        self.rows = rows
        papers = _newest(rows.file.agreements)
        self.list.show_records([entries.agreement(rows, each) for each in papers], papers)


class PromisesTab(ListsTab["PartnerRows"]):
    """What either side promised, the open first; clauses of documents in force among them."""

    def __init__(self, workspace: Workspace, beginning: Beginning) -> None:
        super().__init__(workspace, beginning)
        self.list = self.add_promises()

    def show_rows(self, rows: PartnerRows) -> None:
        """Show the promises."""
        self.rows = rows
        promised = rows.promised
        shown = [entries.promise(rows, each) for each in promised[: self.list.most]]
        self.list.show_records(shown, promised, len(promised))


class PeopleTab(ListsTab["PartnerRows"]):
    """Who holds which office there, from when to when; those who left below."""

    def __init__(self, workspace: Workspace, beginning: Beginning) -> None:
        super().__init__(workspace, beginning)
        columns = (
            (N_("Name"), 0.4),
            (N_("Office held"), 0.6),
            (N_("Since"), 120),
            (N_("Until"), 120),
        )
        empty = N_("Nobody is recorded yet. Press Insert to record who holds which office there.")
        self.list = self.add_card(N_("People"), columns, empty, "position")

    def show_rows(self, rows: PartnerRows) -> None:
        """Show the offices."""
        self.rows = rows
        today = rows.today
        now = [each for each in rows.positions if not _has_left(each, today)]
        gone = [each for each in rows.positions if _has_left(each, today)]
        shown = [self._entry(rows, each, faded=False) for each in now]
        if gone:
            shown.append(heading(_("Formerly")))
            shown += [self._entry(rows, each, faded=True) for each in gone]
        self.list.show_records(shown, rows.positions)

    def _entry(self, rows: PartnerRows, each: Row, *, faded: bool) -> Entry:
        person = rows.people.get(each.get("person") or "")
        name = on_screen(person) if person is not None else ""
        office, second = both(each, "title")
        body = each.get("partner")
        notes = [("muted", second)] if second else []
        if body and body != rows.partner.uid:
            notes.append(("muted", rows.title(body)))
        return Entry(
            each.uid,
            (
                Cell(name or "—", source_notes(each, rows.today), bold=True),
                Cell(office or "—", tuple(notes)),
                Cell(spanned(each.get("since")) or "—"),
                Cell(spanned(each.get("until")) or ("" if not faded else "—")),
            ),
            faded=faded,
        )


def heading(words: str) -> Entry:
    """Return a line over the entries that follow."""
    return Entry("", (Cell(notes=(("muted", words),)),), heading=True)


def _has_left(position: Row, today: date) -> bool:
    until = position.get("until")
    return until is not None and until.until is not None and until.until < today


def _newest(rows: Iterable[Row]) -> list[Row]:
    """Return `rows` from the latest day to the earliest, those without a day first."""
    return sorted(rows, key=lambda each: day_of(each) or date.max, reverse=True)
