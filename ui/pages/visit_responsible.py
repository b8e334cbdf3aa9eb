"""Who is responsible, chosen in place: a menu of the officers at the row it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from liaison.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ui.pages.visit_view import RowsView


def responsible_menu(
    view: RowsView,
    officers: Mapping[str, str],
    current: str | None,
    give: Callable[[str | None], object],
) -> QMenu:
    """Return the menu that gives the current row of `view` to an officer, or takes it back.

    `officers` are names by uid; the one whose row it is now, `current`, is marked.
    """
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(_("Responsible"))
    # A letter of its name finds an officer, so a name must not make keys of its own.
    choices = [(name.replace("&", "&&"), uid) for uid, name in officers.items()]
    for name, uid in (*choices, (_("Nobody yet"), None)):
        action = menu.addAction(name)
        action.setCheckable(True)
        action.setChecked(uid == current)
        action.triggered.connect(_giving(give, uid))
        if uid == current:
            menu.setActiveAction(action)
    return menu


def ask_at(view: RowsView, menu: QMenu) -> None:
    """Show `menu` at the current row of `view`."""
    corner = view.visualRect(view.currentIndex())
    at = corner.bottomRight() if view.isRightToLeft() else corner.bottomLeft()
    menu.popup(view.viewport().mapToGlobal(at))


def _giving(give: Callable[[str | None], object], uid: str | None) -> Callable[[], object]:
    return lambda: give(uid)
