"""Leaving what is typed: kept as a draft, or given up knowingly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liaison.i18n import _
from ui.drafts import not_kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ui.page import Page
    from ui.widgets.toast import Banner
    from ui.workspace import Workspace


def all_kept(
    workspace: Workspace, banner: Banner, pages: Iterable[Page], lose: Callable[[], object]
) -> bool:
    """Tell whether what is typed on `pages` is kept; where it is not, ask, and `lose` it."""
    missed = workspace.drafts_missed
    for page in pages:
        page.keep_drafts()
    if workspace.drafts_missed == missed:
        return True
    banner.ask(not_kept(), (_("Stay here"), lambda: None), (_("Close and lose it"), lose))
    return False
