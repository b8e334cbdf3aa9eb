"""The texts of a document: every version and scan, the newest of each first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from liaison.domain.records.document import Document
from liaison.domain.rules.facts import in_either
from liaison.i18n import N_, _, language
from liaison.time import jalali
from ui.editors.file_edit import size_text
from ui.figures import figure, isolated
from ui.handing_out import HandingOut
from ui.pages.agreement_reading import AgreementRows
from ui.pages.agreement_tab import AgreementTab
from ui.pages.attaching import attach, chosen_files
from ui.pages.file_tab import Listed
from ui.pages.visit_list import ListCard, Tool
from ui.pages.visit_rows import Cell, Entry
from ui.pages.visit_words import option
from ui.widgets.pieces import no_margins

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from liaison.domain.schema import StoredFile
    from liaison.storage.archive import Row
    from ui.pages.visit_side import Side
    from ui.workspace import Workspace

_TYPE: Final = "document"


class VersionsTab(Listed[AgreementRows], AgreementTab):
    """Documents in chains of versions: Enter opens the file, F4 the form."""

    def __init__(self, workspace: Workspace, side: Side, parent: QWidget) -> None:
        super().__init__(workspace, side, parent)
        self.handing_out = HandingOut(workspace, self)
        columns = (
            (N_("Title"), 0.6),
            (N_("Version"), 88),
            (N_("Kind of document"), 0.4),
            (N_("Date"), 108),
            (N_("File"), 96),
        )
        tools = (
            Tool(N_("Newer version…"), self.choose_newer, ("Ctrl+Ins",), shown=True, writes=_TYPE),
            Tool(
                N_("+ Attach a file…"), self.choose, ("Ins",), shown=True, needs=False, writes=_TYPE
            ),
            Tool(N_("Open the file"), self.open_file, ("Ctrl+Return",), icon="open"),
            Tool(N_("Edit"), self.edit, ("F4",), icon="edit"),
            Tool(N_("Delete"), self._delete, ("Del",), icon="trash", writes=_TYPE),
        )
        empty = N_("No text and no scan yet. Drop files here, or press Insert to choose one.")
        title = N_("Versions and scans")
        self.list = ListCard(workspace, title, columns, tools, empty, parent=self)
        self.list.view.let_drop_files()
        self.list.view.files_dropped.connect(self.attach)
        self.list.let_drop_files(self.attach)
        self.list.view.opened.connect(self.open_file)
        column = QVBoxLayout(self)
        no_margins(column)
        column.addWidget(self.list)

    @override
    def show_rows(self, rows: AgreementRows) -> None:
        self.rows = rows
        chains = chained(rows.documents)
        self.list.show_entries([self._entry(each, place) for each, place in chains])

    def _entry(self, each: Row, place: tuple[int, int]) -> Entry:
        file: StoredFile | None = each.get("file")
        day, (version, newest) = each.get("day"), place
        name = (("muted", isolated(file.name)),) if file is not None else ()
        return Entry(
            uid=each.uid,
            cells=(
                Cell(in_either(each, "title") or _("untitled"), name, bold=version == newest),
                Cell(figure(version)),
                Cell(option(Document, "kind", each.get("kind"))),
                Cell(jalali.short_date(day, language()) if day else "—"),
                Cell(size_text(file.size) if file is not None else _("none")),
            ),
            faded=version < newest,
        )

    @override
    def listed(self, rows: AgreementRows) -> Sequence[Row]:
        return rows.documents

    @override
    def new(self) -> None:
        self.choose()

    def choose(self) -> None:
        """Ask for files and attach them."""
        if paths := chosen_files(self):
            self.attach(paths)

    def choose_newer(self) -> None:
        """Ask for a file and attach it as a newer version of the current one."""
        row = self.current()
        if row is not None and (paths := chosen_files(self)):
            self.attach(paths[:1], row)

    def attach(self, paths: Sequence[Path], earlier: Row | None = None) -> None:
        """Take files in; one that follows on an `earlier` version is of the same kind."""
        if self.rows is None:
            return
        values = {"attached_to": ("agreement", self.rows.agreement.uid), "day": self.rows.today}
        if earlier is None:
            values["kind"] = "agreement_text"
        else:
            values |= {"version_of": earlier.uid, "kind": earlier.get("kind")}
        attach(self, self.workspace, paths, values, self._attached)

    def _attached(self, uids: list[str]) -> None:
        self.workspace.say(_("Attached. Press F4 to say what kind of document it is."))
        self.made.emit(uids[0])

    def edit(self) -> None:
        """Open the form of the current document at the side."""
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
        else:
            self.handing_out.open(stored)

    def _delete(self) -> None:
        self.delete(_TYPE, self.list.view.uid())


def chained(documents: Sequence[Row]) -> list[tuple[Row, tuple[int, int]]]:
    """Return documents in chains, the newest version first, each with (its version, the newest)."""
    by_uid = {each.uid: each for each in documents}
    older = {each.get("version_of") for each in documents}
    found: list[tuple[Row, tuple[int, int]]] = []
    placed: set[str] = set()
    for newest in reversed([each for each in documents if each.uid not in older]):
        chain: list[Row] = []
        step: Row | None = newest
        while step is not None and step.uid not in placed:
            placed.add(step.uid)
            chain.append(step)
            step = by_uid.get(step.get("version_of") or "")
        count = len(chain)
        found += [(each, (count - at, count)) for at, each in enumerate(chain)]
    return found + [(each, (1, 1)) for each in documents if each.uid not in placed]
