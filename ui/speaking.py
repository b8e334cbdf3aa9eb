"""Widgets that speak: they say their texts again when the language changes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    _Base = QWidget
else:
    _Base = object  # Qt allows one widget among the bases; this one only adds to it


class Speaking(_Base):
    """Mixed into a widget whose texts are all set in `retranslate`; stands first of its bases."""

    def retranslate(self) -> None:
        """Set every text of this widget in the language in use."""

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say everything again in a new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
