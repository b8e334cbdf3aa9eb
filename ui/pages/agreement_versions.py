"""The texts of a document: every version and scan, the newest of each first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from liaison.i18n import N_
from ui.figures import figure
from ui.pages.agreement_reading import AgreementRows
from ui.pages.agreement_tab import AgreementTab
from ui.pages.attaching import chosen_files
from ui.pages.documents_of import TYPE, DocumentsOf
from ui.pages.visit_list import Tool
from ui.pages.visit_rows import Cell, Entry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from liaison.storage.archive import Row
    from ui.pages.visit_side import Side
    from ui.workspace import Workspace


class VersionsTab(DocumentsOf[AgreementRows], AgreementTab):
    """Documents in chains of versions."""

    def __init__(self, workspace: Workspace, side: Side, parent: QWidget) -> None:
        super().__init__(workspace, side, parent)
        self.lay_out(
            N_("Versions and scans"),
            ((N_("Title"), 0.6), (N_("Version"), 88), (N_("Kind of document"), 0.4)),
            N_("No text and no scan yet. Drop files here, or press Insert to choose one."),
            (
                (
                    Tool(
                        N_("Newer version…"),
                        self.choose_newer,
                        ("Ctrl+Ins",),
                        shown=True,
                        writes=TYPE,
                    ),
                ),
                (),
            ),
        )

    @override
    def show_rows(self, rows: AgreementRows) -> None:
        self.rows = rows
        chains = chained(rows.documents)
        self.list.show_entries([self._entry(each, place) for each, place in chains])

    def _entry(self, each: Row, place: tuple[int, int]) -> Entry:
        version, newest = place
        between = (Cell(figure(version)), self.kind(each))
        cells = self.cells(each, *between, bold=version == newest)
        return Entry(uid=each.uid, cells=cells, faded=version < newest)

    @override
    def listed(self, rows: AgreementRows) -> Sequence[Row]:
        return rows.documents

    def choose_newer(self) -> None:
        """Ask for a file and attach it as a newer version of the current one."""
        row = self.current()
        if row is not None and (paths := chosen_files(self)):
            self.attach(paths[:1], row)

    @override
    def attach(self, paths: Sequence[Path], earlier: Row | None = None) -> None:
        """Take files in; one that follows on an `earlier` version is of the same kind."""
        if self.rows is None:
            return
        values = {"attached_to": ("agreement", self.rows.agreement.uid), "day": self.rows.today}
        if earlier is None:
            values["kind"] = "agreement_text"
        else:
            values |= {"version_of": earlier.uid, "kind": earlier.get("kind")}
        self.take_in(paths, values)


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
