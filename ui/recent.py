"""The records opened last on this computer, by their uids alone."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ui.remembering import own_place
from ui.workspace import Workspace

if TYPE_CHECKING:
    from liaison.storage.archive import Archive
    from liaison.storage.search import Hit

MOST: Final = 8


def _place(workspace: Workspace) -> str:
    return f"recent/{own_place(workspace.folder)}"


def recent(workspace: Workspace) -> Sequence[str]:
    """Return the uids of the records opened last in this archive, the newest first."""
    kept = workspace.settings.get(_place(workspace))
    return [each for each in kept if isinstance(each, str)][:MOST] if isinstance(kept, list) else []


def known(archive: "Archive", uids: Sequence[str]) -> "list[Hit]":
    """Return what records opened last are called today; one that was joined, as what it became."""
    from liaison.insight.joining import followed  # not wanted for the first picture

    return archive.known(list(dict.fromkeys(followed(archive, uids))))


def remember(workspace: Workspace, uid: str) -> None:
    """Put a record at the head of those opened last."""
    others = [each for each in recent(workspace) if each != uid]
    workspace.settings.set(_place(workspace), [uid, *others][:MOST])
