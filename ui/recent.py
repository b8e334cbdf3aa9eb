"""The records opened last on this computer, by their uids alone."""

from collections.abc import Sequence
from typing import Final

from ui.remembering import own_place
from ui.workspace import Workspace

MOST: Final = 8


def _place(workspace: Workspace) -> str:
    return f"recent/{own_place(workspace.folder)}"


def recent(workspace: Workspace) -> Sequence[str]:
    """Return the uids of the records opened last in this archive, the newest first."""
    kept = workspace.settings.get(_place(workspace))
    return [each for each in kept if isinstance(each, str)][:MOST] if isinstance(kept, list) else []


def remember(workspace: Workspace, uid: str) -> None:
    """Put a record at the head of those opened last."""
    others = [each for each in recent(workspace) if each != uid]
    workspace.settings.set(_place(workspace), [uid, *others][:MOST])
