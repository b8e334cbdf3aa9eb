"""Buttons that whoever is signed in may not use: grey, and saying why."""

from PySide6.QtWidgets import QAbstractButton

from liaison.i18n import _
from ui.workspace import NOT_YOURS, Workspace


def allow(button: QAbstractButton, workspace: Workspace, type_name: str, tip: str = "") -> None:
    """Let `button` add or delete records of a type where one may; `tip` is what it says then."""
    allowed = workspace.may_write(type_name)
    button.setEnabled(allowed)
    button.setToolTip(tip if allowed else _(NOT_YOURS))
