"""Files taken into a visit, each with a document that says what it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QFileDialog

from liaison.domain.records.document import Document
from liaison.i18n import _, ngettext
from ui.figures import figure
from ui.pages.visit_paste_text import language_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from liaison.domain.schema import StoredFile
    from ui.pages.visit_tab import VisitTab

_PHOTOS: Final = frozenset({".jpg", ".jpeg", ".png", ".heic", ".tif", ".tiff", ".webp"})
_SLIDES: Final = frozenset({".ppt", ".pptx", ".odp"})


def choose_files(tab: VisitTab, title: str) -> list[Path]:
    """Ask for files to attach."""
    names, _kind = QFileDialog.getOpenFileNames(tab.window(), title)
    return [Path(name) for name in names]


def attach(tab: VisitTab, paths: Sequence[Path], then: Callable[[list[str]], object]) -> None:
    """Take files in and make a document of each for the visit of `tab`, all in one change."""
    if tab.rows is None or not paths:
        return
    archive, owner, day = tab.workspace.archive, ("visit", tab.rows.visit.uid), tab.rows.today

    def take() -> list[dict[str, Any]]:
        return [_document(path, archive.attach(path, path.name)) for path in paths]

    def taken(documents: list[dict[str, Any]]) -> None:
        count = len(documents)
        text = ngettext("Attach {count} document", "Attach {count} documents", count)
        values = [{**each, "attached_to": owner, "day": day} for each in documents]
        tab.workspace.write(
            text.format(count=figure(count)),
            lambda change: [change.add(Document, each) for each in values],
            then,
            owner=tab,
        )

    tab.workspace.say(_("Taking the files in…"))
    tab.workspace.jobs.run(take, taken, owner=tab)


def _document(path: Path, stored: StoredFile) -> dict[str, Any]:
    """Return the document of a file: its name as title, its kind where the ending tells."""
    kind = "other"
    if path.suffix.lower() in _PHOTOS:
        kind = "photo"
    elif path.suffix.lower() in _SLIDES:
        kind = "presentation"
    title = path.stem.replace("_", " ").strip() or path.name
    return {f"title_{language_of(title)}": title, "kind": kind, "file": stored}
