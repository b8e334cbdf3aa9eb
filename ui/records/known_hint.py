"""A quiet word below the head of a new form where what is typed is there already."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison.errors import UserError
from liaison.i18n import _, language
from liaison.insight.known_already import Known, known_already
from ui.figures import quotes_apart
from ui.speaking import Speaking
from ui.widgets.pieces import button, label, no_margins

if TYPE_CHECKING:
    from typing import Any

    from ui.records.panel import FormPanel

_PAUSE: Final = 600


class KnownHint(Speaking, QWidget):
    """Says which record is like the one being typed, and leads to it; nothing is refused."""

    def __init__(self, panel: FormPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self.known: Known | None = None
        self._text = label("muted", wrap=True)
        self.open_button = button("link", self._open)
        line = QHBoxLayout(self)
        no_margins(line, 8)
        line.addWidget(self._text, 1)
        line.addWidget(self.open_button)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._look)
        panel.form.changed.connect(self._timer.start)
        panel.saved.connect(self._saved)
        column = panel.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(1, self)
        self.hide()
        if panel.given:  # a name that was typed elsewhere
            self._timer.start()

    def retranslate(self) -> None:
        """Say everything again."""
        self._show(self.known)

    def _look(self) -> None:
        """Look for what is typed so far, as far as it can be read."""
        panel, lang = self._panel, language()
        if panel.uid:
            return
        values: dict[str, Any] = {}
        for key, editor in panel.form.editors.items():
            with suppress(UserError):
                values[key] = editor.value()
        archive, name = panel.workspace.archive, panel.type_name
        panel.workspace.jobs.run(
            lambda: known_already(archive, name, values, lang),
            self._show,
            owner=self,
            lane="known",
        )

    def _show(self, known: Known | None) -> None:
        self.known = None if self._panel.uid else known
        if self.known is not None:
            text = _("There is “{title}” already. {reason}").format(
                title=self.known.title, reason=self.known.likeness.sentence
            )
            self._text.setText(quotes_apart(text))
        self.open_button.setText(_("Show it"))
        self.open_button.setAccessibleName(_("Show the record that is there already"))
        self.setVisible(self.known is not None)

    def _saved(self, _uid: str) -> None:
        self._timer.stop()
        self._show(None)

    def _open(self) -> None:
        if self.known is not None:
            self._panel.workspace.open_record(self._panel.type_name, self.known.uid)
