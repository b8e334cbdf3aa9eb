"""Documents of a record as a tab: attached by choosing or dropping, opened, said what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtWidgets import QVBoxLayout

from liaison.domain.records.document import Document
from liaison.domain.rules.facts import in_either
from liaison.i18n import N_, _, language
from liaison.time import jalali
from ui.editors.file_edit import size_text
from ui.figures import isolated
from ui.handing_out import HandingOut
from ui.pages.attaching import attach, chosen_files
from ui.pages.file_tab import FileTab, Listed
from ui.pages.visit_list import ListCard, Tool
from ui.pages.visit_rows import Cell
from ui.pages.visit_words import option
from ui.scans.line import show_text
from ui.scans.words import told
from ui.widgets.pieces import no_margins
from ui.widgets.tab_stack import Read as Rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import Any

    from liaison.domain.schema import StoredFile
    from liaison.storage.archive import Row
    from liaison.storage.scans.scanned_text import ScannedText

TYPE: Final = "document"


class DocumentsOf(Listed[Rows]):
    """Mixed into a tab that lists documents: Enter opens the file, F4 the form.

    The first column is the title, the last two are the date and the file.
    """

    handing_out: HandingOut

    @property
    def _tab(self) -> FileTab[Rows]:
        """The tab this is mixed into: Qt takes the signals of one base only, so this is no tab."""
        return cast("FileTab[Rows]", self)

    def lay_out(
        self,
        title: str,
        columns: Sequence[tuple[str, float]],
        empty: str,
        more: tuple[Sequence[Tool], Sequence[Tool]] = ((), ()),
    ) -> None:
        """Put up the list; `more` are tools that stand first, and before deleting."""
        tab = self._tab
        self.handing_out = HandingOut(tab.workspace, tab)
        tools = (
            *more[0],
            Tool(
                N_("+ Attach a file…"), self.choose, ("Ins",), shown=True, needs=False, writes=TYPE
            ),
            Tool(N_("Open the file"), self.open_file, ("Ctrl+Return",), icon="open"),
            Tool(N_("Text of the picture"), self.open_scan),
            Tool(N_("Edit"), self.edit, ("F4",), icon="edit"),
            *more[1],
            Tool(N_("Delete"), self._delete, ("Del",), icon="trash", writes=TYPE),
        )
        whole = (*columns, (N_("Date"), 108), (N_("File"), 96))
        self.list = ListCard(tab.workspace, title, whole, tools, empty, parent=tab)
        self.list.view.let_drop_files()
        self.list.view.files_dropped.connect(self.attach)
        self.list.let_drop_files(self.attach)
        self.list.view.opened.connect(self.open_file)
        column = QVBoxLayout(tab)
        no_margins(column)
        column.addWidget(self.list)

    def cells(self, each: Row, *between: Cell, bold: bool = True) -> tuple[Cell, ...]:
        """Return how a document reads in the list, with what stands after its title."""
        file: StoredFile | None = each.get("file")
        day = each.get("day")
        name = (("muted", isolated(file.name)),) if file is not None else ()
        return (
            Cell(in_either(each, "title") or _("untitled"), name, bold=bold),
            *between,
            Cell(jalali.short_date(day, language()) if day else "—"),
            Cell(size_text(file.size) if file is not None else _("none")),
        )

    def kind(self, each: Row) -> Cell:
        """Return the cell that says what kind of document it is."""
        return Cell(option(Document, "kind", each.get("kind")))

    def new(self) -> None:
        """Choose files to attach."""
        self.choose()

    def choose(self) -> None:
        """Ask for files and attach them."""
        if paths := chosen_files(self._tab):
            self.attach(paths)

    def attach(self, paths: Sequence[Path]) -> None:
        """Take files in and make a document of each, all in one change."""
        raise NotImplementedError

    def take_in(self, paths: Sequence[Path], values: dict[str, Any]) -> None:
        """Make a document of each file with `values`."""
        attach(self._tab, self._tab.workspace, paths, values, self._attached)

    def _attached(self, uids: list[str]) -> None:
        self._tab.workspace.say(_("Attached. Press F4 to say what kind of document it is."))
        self._tab.made.emit(uids[0])

    def edit(self) -> None:
        """Open the form of the current document at the side."""
        if uid := self.list.view.uid():
            self._tab.side.edit(TYPE, uid, focus="kind")

    def open_file(self) -> None:
        """Open the file of the current document with the program of the system."""
        row = self.current()
        if row is None:
            return
        stored = row.get("file")
        if stored is None:
            self.edit()
        else:
            self.handing_out.open(stored)

    def open_scan(self) -> None:
        """Show what was read from the picture of the current document, or say what became of it."""
        row, tab = self.current(), self._tab
        stored: StoredFile | None = None if row is None else row.get("file")
        if stored is None:
            return

        def show(text: ScannedText | None) -> None:
            if text is not None and text.state == "read":
                show_text(text, stored, tab)
            else:
                nothing = _("Nothing was read from a picture of this document.")
                tab.workspace.say((told(text) if text else "") or nothing)

        scans = tab.workspace.archive.scans
        tab.workspace.jobs.run(lambda: scans.of(stored.sha256), show, owner=tab)

    def _delete(self) -> None:
        self._tab.delete(TYPE, self.list.view.uid())
