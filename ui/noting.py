"""Taking note of reminders, wherever they are shown: for good, and for the whole office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liaison.i18n import _
from liaison.storage.acknowledged import Acknowledged

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import date

    from PySide6.QtCore import QObject

    from ui.workspace import Workspace


def take_note(
    workspace: Workspace,
    keys: Collection[str],
    today: date,
    owner: QObject,
    then: Callable[[], object] | None = None,
    failed: Callable[[Exception], object] | None = None,
) -> None:
    """Take note of the reminders `keys` in one change, and offer to take that back."""
    noted = Acknowledged(workspace.archive)
    only = next(iter(keys)) if len(keys) == 1 else None

    def work() -> None:
        if only is not None:
            noted.acknowledge(only, today)
        else:
            noted.acknowledge_all(sorted(keys), today)

    def done(_nothing: None) -> None:
        workspace.changed.emit()
        if then is not None:
            then()
        workspace.say(_("Acknowledged."), _("Undo"), workspace.undo)

    workspace.jobs.run(work, done, failed, owner=owner)
