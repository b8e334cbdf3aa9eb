"""Taking files in as documents of a record: chosen or dropped, all in one change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QFileDialog, QWidget

from liaison.domain.records.document import Document
from liaison.i18n import _, ngettext
from liaison.language.tongues import language_of
from ui.figures import figure

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from liaison.domain.schema import StoredFile
    from ui.workspace import Workspace

_PHOTOS: Final = frozenset({".jpg", ".jpeg", ".png", ".heic", ".tif", ".tiff", ".webp"})
_SLIDES: Final = frozenset({".ppt", ".pptx", ".odp"})


def chosen_files(widget: QWidget) -> list[Path]:
    """Ask for files to attach; return none where that is given up."""
    names, _kind = QFileDialog.getOpenFileNames(widget.window(), _("Attach files"))
    return [Path(name) for name in names]


def attach(
    widget: QWidget,
    workspace: Workspace,
    paths: Sequence[Path],
    values: Mapping[str, Any],
    then: Callable[[list[str]], object],
) -> None:
    """Take files in and make a document of each with `values`; `then` gets their uids."""
    archive = workspace.archive

    def take() -> list[dict[str, Any]]:
        return [document_of(path, archive.attach(path, path.name)) for path in paths]

    def taken(documents: list[dict[str, Any]]) -> None:
        count = len(documents)
        text = ngettext("Attach {count} document", "Attach {count} documents", count)
        workspace.write(
            text.format(count=figure(count)),
            lambda change: [change.add(Document, {**each, **values}) for each in documents],
            then,
            owner=widget,
        )

    workspace.say(_("Taking the files in…"))
    workspace.jobs.run(take, taken, owner=widget)


def document_of(path: Path, stored: StoredFile) -> dict[str, Any]:
    """Return the document of a file: its name as title, its kind where the ending tells."""
    kind = "other"
    if path.suffix.lower() in _PHOTOS:
        kind = "photo"
    elif path.suffix.lower() in _SLIDES:
        kind = "presentation"
    title = path.stem.replace("_", " ").strip() or path.name
    return {f"title_{language_of(title)}": title, "kind": kind, "file": stored}
