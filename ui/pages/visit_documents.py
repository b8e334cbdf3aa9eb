"""The documents of a visit and its meetings: drop a file to add one, open it, say what it is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from typing_extensions import override

from liaison.domain.rules.facts import in_either
from liaison.i18n import N_, _, language, ngettext
from ui import places
from ui.figures import figure, isolated
from ui.pages.documents_of import DocumentsOf
from ui.pages.visit_export import write_documents
from ui.pages.visit_list import Tool
from ui.pages.visit_reading import VisitRows
from ui.pages.visit_rows import Cell, Entry
from ui.pages.visit_tab import VisitTab

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from liaison.storage.archive import Row
    from ui.pages.visit_side import Side
    from ui.workspace import Workspace


class DocumentsTab(DocumentsOf[VisitRows], VisitTab):
    """The documents of a visit with what each belongs to."""

    def __init__(self, workspace: Workspace, side: Side, parent: QWidget) -> None:
        super().__init__(workspace, side, parent)
        saving = Tool(
            N_("Save all files in a folder…"), self.save_all, ("Ctrl+Shift+S",), icon="save"
        )
        self.lay_out(
            N_("Documents"),
            ((N_("Title"), 0.5), (N_("Kind of document"), 0.22), (N_("Attached to"), 0.28)),
            N_("No document yet. Drop files here, or press Insert to choose one."),
            ((), (saving,)),
        )

    @override
    def show_rows(self, rows: VisitRows) -> None:
        self.rows = rows
        self.list.show_entries([self._entry(rows, each) for each in rows.documents])

    def _entry(self, rows: VisitRows, each: Row) -> Entry:
        owner = each.get("attached_to")
        of_visit = owner is None or owner[0] == "visit"
        where = _("This visit") if of_visit else self._meeting(rows, owner[1])
        return Entry(uid=each.uid, cells=self.cells(each, self.kind(each), Cell(where)))

    def _meeting(self, rows: VisitRows, uid: str) -> str:
        each = rows.meeting(uid)
        return in_either(each.meeting, "title") if each is not None else ""

    @override
    def listed(self, rows: VisitRows) -> Sequence[Row]:
        return rows.documents

    @override
    def attach(self, paths: Sequence[Path]) -> None:
        if self.rows is not None:
            owner = ("visit", self.rows.visit.uid)
            self.take_in(paths, {"attached_to": owner, "day": self.rows.today})

    def save_all(self) -> None:
        """Ask for a folder and write the files of all documents into one of the visit's name."""
        start = places.last_folder(self.workspace.settings)
        into = places.ask_for_folder(self, start) if self.rows is not None else None
        if into is not None:
            self.save_into(into)

    def save_into(self, into: Path) -> None:
        """Write the files of all documents into a folder of the visit's name below `into`."""
        if self.rows is None:
            return
        archive, rows, lang = self.workspace.archive, self.rows, language()
        places.remember_folder(self.workspace.settings, into)
        self.workspace.jobs.run(
            lambda: write_documents(archive, rows.visit, rows.documents, into, rows.today, lang),
            self._saved,
            owner=self,
        )

    def _saved(self, written: tuple[Path, int]) -> None:
        folder, count = written
        text = ngettext("Saved {count} file in {name}.", "Saved {count} files in {name}.", count)
        self.workspace.say(
            text.format(count=figure(count), name=isolated(folder.name)),
            _("Open the folder"),
            partial(places.open_folder, self.workspace, folder),
        )
