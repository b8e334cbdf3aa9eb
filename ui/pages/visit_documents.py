"""The documents of a visit and its meetings: drop a file to add one, open it, say what it is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout

from liaison.domain.records.document import Document
from liaison.domain.rules.facts import in_either
from liaison.i18n import N_, _, language, ngettext
from liaison.time import jalali
from ui import places
from ui.editors.file_edit import size_text
from ui.figures import figure, isolated
from ui.handing_out import HandingOut
from ui.pages.attaching import attach, chosen_files
from ui.pages.visit_export import write_documents
from ui.pages.visit_list import ListCard, Tool
from ui.pages.visit_rows import Cell, Entry
from ui.pages.visit_tab import ListTab
from ui.pages.visit_words import option
from ui.widgets.pieces import no_margins

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from liaison.domain.schema import StoredFile
    from liaison.storage.archive import Row
    from ui.pages.visit_reading import VisitRows
    from ui.pages.visit_side import Side
    from ui.workspace import Workspace

_TYPE: Final = "document"


class DocumentsTab(ListTab):
    """Documents with kind and file: Enter opens the file, F4 the form."""

    def __init__(self, workspace: Workspace, side: Side, parent: QWidget) -> None:
        super().__init__(workspace, side, parent)
        self.handing_out = HandingOut(workspace, self)
        columns = (
            (N_("Title"), 0.5),
            (N_("Kind of document"), 0.22),
            (N_("Attached to"), 0.28),
            (N_("Date"), 108),
            (N_("File"), 96),
        )
        tools = (
            Tool(
                N_("+ Attach a file…"), self.choose, ("Ins",), shown=True, needs=False, writes=_TYPE
            ),
            Tool(N_("Open the file"), self.open_file, ("Ctrl+Return",), icon="open"),
            Tool(N_("Edit"), self.edit, ("F4",), icon="edit"),
            Tool(N_("Save all files in a folder…"), self.save_all, ("Ctrl+Shift+S",), icon="save"),
            Tool(N_("Delete"), self._delete, ("Del",), icon="trash", writes=_TYPE),
        )
        empty = N_("No document yet. Drop files here, or press Insert to choose one.")
        self.list = ListCard(workspace, N_("Documents"), columns, tools, empty, parent=self)
        self.list.view.let_drop_files()
        self.list.view.files_dropped.connect(self.attach)
        self.list.let_drop_files(self.attach)
        self.list.view.opened.connect(self.open_file)
        column = QVBoxLayout(self)
        no_margins(column)
        column.addWidget(self.list)

    def show_rows(self, rows: VisitRows) -> None:
        """Show the documents of the visit and its meetings."""
        self.rows = rows
        self.list.show_entries([self._entry(rows, each) for each in rows.documents])

    def _entry(self, rows: VisitRows, each: Row) -> Entry:
        file: StoredFile | None = each.get("file")
        owner = each.get("attached_to")
        day = each.get("day")
        name = (("muted", isolated(file.name)),) if file is not None else ()
        of_visit = owner is None or owner[0] == "visit"
        return Entry(
            uid=each.uid,
            cells=(
                Cell(in_either(each, "title") or _("untitled"), name, bold=True),
                Cell(option(Document, "kind", each.get("kind"))),
                Cell(_("This visit") if of_visit else self._meeting(rows, owner[1])),
                Cell(jalali.short_date(day, language()) if day else "—"),
                Cell(size_text(file.size) if file is not None else _("none")),
            ),
        )

    def _meeting(self, rows: VisitRows, uid: str) -> str:
        each = rows.meeting(uid)
        return in_either(each.meeting, "title") if each is not None else ""

    def listed(self, rows: VisitRows) -> Sequence[Row]:
        """Return the records of this tab."""
        return rows.documents

    def new(self) -> None:
        """Choose files to attach."""
        self.choose()

    def choose(self) -> None:
        """Ask for files and attach them."""
        if paths := chosen_files(self):
            self.attach(paths)

    def attach(self, paths: Sequence[Path]) -> None:
        """Take files in and make a document of each, all in one change."""
        if self.rows is None:
            return
        values = {"attached_to": ("visit", self.rows.visit.uid), "day": self.rows.today}
        attach(self, self.workspace, paths, values, self._attached)

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

    def _attached(self, uids: list[str]) -> None:
        self.workspace.say(_("Attached. Press F4 to say what kind of document it is."))
        self.made.emit(uids[0])

    def edit(self) -> None:
        """Open the current document at the side."""
        if uid := self.list.view.uid():
            self.side.edit(_TYPE, uid, focus="kind")

    def open_file(self) -> None:
        """Open the file of the current document with the program of the system."""
        row = self.current()
        if row is None:
            return
        stored = row.get("file")
        if stored is None:
            self.edit()
            return
        self.handing_out.open(stored)

    def _delete(self) -> None:
        self.delete(_TYPE, self.list.view.uid())
