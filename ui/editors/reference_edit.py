"""The editor of a reference: the record is found as one types, or made on the spot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from liaison.domain.records import by_name
from liaison.domain.schema import AnyReference, Json, Reference
from liaison.errors import UserError
from liaison.i18n import _, language
from liaison.storage.archive import Listing
from ui import actions
from ui.editors.editor import Editor
from ui.found import suggestions
from ui.icons import icon
from ui.widgets.drop_down import DropDown
from ui.widgets.hits import Suggestion
from ui.widgets.pieces import no_margins
from ui.widgets.typing_aids import WritingLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from liaison.storage.archive import Line
    from liaison.storage.search import Hit
    from ui.workspace import Workspace

_PAUSE = 90
_SHOWN = 20
_WIDTH = 340
_OPEN_KEY, _CLEAR_KEY = "Ctrl+Return", "Ctrl+Delete"


class ReferenceEditor(Editor):
    """A line that names a record: type to find it, Down to see the first ones."""

    def __init__(
        self,
        kind: Reference | AnyReference,
        workspace: Workspace,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kind, workspace, parent)
        self.target = kind.target if isinstance(kind, Reference) else ""
        self.line: QLineEdit = WritingLine()
        self._type, self._uid, self._title = self.target, "", ""
        self._hasty = False  # Enter came before the records that match
        self.drop_down = DropDown(self.line, _WIDTH)
        self.drop_down.picked.connect(self._picked)
        self.drop_down.more.connect(self._make)
        self.opener = self._tool(self._open)
        self.clearer = self._tool(self._clear)
        whole = QWidget()
        line = QHBoxLayout(whole)
        no_margins(line, 2)
        for each in (self.line, self.clearer, self.opener):
            line.addWidget(each)
        self.hold(whole, self.line)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._search)
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self._finished)
        self.line.installEventFilter(self)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, self._open, _OPEN_KEY, context=within)
        actions.bind(self, self.clearer.click, _CLEAR_KEY, context=within)
        workspace.theme.changed.connect(self._draw)
        self._draw()
        self.retranslate()
        self._settle()

    def _tool(self, work: Any) -> QToolButton:  # noqa: ANN401 - a slot
        made = QToolButton()
        made.setProperty("role", "inside")
        made.setIconSize(QSize(16, 16))
        # Tab goes on to the next field, as everywhere in a form; these have keys of their own.
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(work)
        return made

    def _draw(self) -> None:
        """Draw the buttons in the colours of the theme."""
        for made, name in ((self.opener, "open"), (self.clearer, "close")):
            made.setIcon(icon(name, self.workspace.theme.tokens.muted))

    def retranslate(self) -> None:
        """Say what can be typed, and the title in the language in use."""
        self.line.setPlaceholderText(_("Type to search…"))
        for made, text, key in (
            (self.opener, _("Open it"), _OPEN_KEY),
            (self.clearer, _("Clear"), _CLEAR_KEY),
        ):
            made.setToolTip(f"{text} ({key})")
            made.setAccessibleName(text)
        if self._uid and self.line.text() == self._title:
            self._ask_title()

    def set_name(self, name: str) -> None:
        """Name the line and its buttons."""
        super().set_name(name)
        self.opener.setAccessibleName(_("Open: {field}").format(field=name))
        self.clearer.setAccessibleName(_("Clear: {field}").format(field=name))

    # -- the value

    def value(self) -> Any:  # noqa: ANN401 - the kind's own type
        """Return the uid, or the type and uid where any record may stand."""
        text = self.line.text().strip()
        if not text:
            return None
        if not self._uid or text != self._title:
            raise UserError(_("Choose a record from the list, or make a new one."))
        return self._uid if self.target else (self._type, self._uid)

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - the kind's own type
        """Show the title of the record."""
        self._type, self._uid = self.target, ""
        if value is not None:
            self._type, self._uid = (self.target, value) if self.target else value
        self._put_title("…" if self._uid else "")
        self.mark("")
        if self._uid:
            self._ask_title()

    def draft(self) -> Json:
        """Return the reference where there is one, else the text."""
        if self._uid and self.line.text() == self._title:
            return {"type": self._type, "uid": self._uid}
        return self.line.text()

    def set_draft(self, draft: Json) -> None:
        """Put the reference or the text back."""
        if isinstance(draft, dict):
            uid, type_name = str(draft["uid"]), str(draft["type"])
            self.set_value(uid if self.target else (type_name, uid))
        else:
            self.set_value(None)
            self.line.setText(str(draft or ""))
        self.changed.emit()

    def _put_title(self, title: str) -> None:
        self._title = title
        self.line.setText(title)
        self.line.setCursorPosition(0)
        self._settle()

    def _settle(self) -> None:
        self.opener.setVisible(bool(self._uid))
        self.clearer.setVisible(bool(self.line.text()) and not self.line.isReadOnly())

    def _ask_title(self) -> None:
        archive, uid, lang = self.workspace.archive, self._uid, language()
        self.workspace.jobs.run(
            lambda: (uid, archive.title(uid, lang)), self._take_title, owner=self, lane="title"
        )

    def _take_title(self, answer: tuple[str, str]) -> None:
        uid, title = answer
        if uid == self._uid and self.line.text() == self._title:
            self._put_title(title or "—")

    # -- finding

    def _typed(self) -> None:
        self.mark("")
        self._hasty = False
        if not self.line.text().strip():
            self._uid = ""
            self.drop_down.close()
        else:
            self._timer.start()
        self._settle()
        self.changed.emit()

    def _search(self) -> None:
        archive, text = self.workspace.archive, self.line.text()
        types = (self.target,) if self.target else ()
        self.workspace.jobs.run(
            lambda: archive.search(text, types=types, limit=_SHOWN),
            self._found,
            owner=self,
            lane="search",
        )

    def _found(self, hits: Sequence[Hit]) -> None:
        found = suggestions(hits, kinds=not self.target)
        hasty, self._hasty = self._hasty, False
        if hasty and len(found) == 1:
            self._picked(found[0])
        else:
            self._drop(found)

    def _show_first(self) -> None:
        if not self.target:
            return
        archive, listing = (
            self.workspace.archive,
            Listing(by_name(self.target), lang=language()),
        )
        self.workspace.jobs.run(
            lambda: archive.first(listing, _SHOWN), self._first, owner=self, lane="search"
        )

    def _first(self, lines: Sequence[Line]) -> None:
        self._drop([Suggestion(self.target, each.uid, each.cells[0] or "—") for each in lines])

    def _drop(self, found: list[Suggestion]) -> None:
        if not self.line.hasFocus():
            return
        offer = ""
        if self.target:
            name = _(by_name(self.target).singular)
            offer = _("+ New: {type}").format(type=name)
        self.drop_down.show(found, _("Nothing was found."), offer)

    def _picked(self, suggestion: Suggestion) -> None:
        self._type, self._uid = suggestion.type_name, suggestion.uid
        self._put_title(suggestion.title)
        self.mark("")
        self.changed.emit()
        self._ask_title()

    def _finished(self) -> None:
        if not self.drop_down.visible:
            self.check()

    # -- making, opening, clearing

    def _make(self) -> None:
        """Begin a record of the target's type with what was typed as its title."""
        record_type = by_name(self.target)
        title = record_type.title_fields[0] if record_type.title_fields else ""
        text = self.line.text().strip() if not self._uid else ""
        values = {}
        if text and f"{title}_fa" in record_type.__table__.columns:
            values[f"{title}_{'en' if text.isascii() else 'fa'}"] = text
        self.workspace.new_record(self.target, values, self._made)

    def _made(self, uid: str) -> None:
        self.set_value(uid if self.target else (self._type, uid))
        self.changed.emit()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        if self._uid:
            self.workspace.open_record(self._type, self._uid)

    def _clear(self) -> None:
        self.set_value(None)
        self.changed.emit()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - the state itself
        """Let the record be opened, not changed."""
        self.line.setReadOnly(read_only)
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Show the first records with Down; take the only one that matches with Enter."""
        if (
            event.type() != QEvent.Type.KeyPress
            or not isinstance(event, QKeyEvent)
            or self.drop_down.visible
            or self.line.isReadOnly()
        ):
            return super().eventFilter(watched, event)
        text = self.line.text().strip()
        is_open = bool(text) and (not self._uid or text != self._title)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if is_open:
                self._hasty = True
                self._timer.stop()
                self._search()
            case Qt.Key.Key_Down | Qt.Key.Key_F4 if is_open:
                self._search()
            case Qt.Key.Key_Down | Qt.Key.Key_F4:
                self._show_first()
            case _:
                return super().eventFilter(watched, event)
        return True
