"""A form with its record: reading, saving, conflicts and drafts."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison.domain.records import by_name
from liaison.errors import ConflictError, UserError
from liaison.i18n import _, language
from liaison.storage.archive import Row
from liaison.time import instant
from ui import actions
from ui.drafts import Drafts
from ui.records.form import RecordForm, starting_values
from ui.speaking import Speaking
from ui.widgets.pieces import button, label, row, scrolled
from ui.widgets.toast import Banner
from ui.workspace import NOT_YOURS, Workspace

if TYPE_CHECKING:
    from liaison.storage.change import Change

_PAUSE = 700


class FormPanel(Speaking, QWidget):
    """The form of one record, new or old, with its buttons; for a page or for a side panel.

    `keys` narrows the form to some fields, `hidden` leaves some out; `values` are what a new
    record starts from. Fields of `values` that the form does not show are saved all the same.
    """

    saved = Signal(str)
    """The uid of the record that was written."""
    left = Signal()
    """Escape or “Cancel”: what was typed is kept as a draft."""
    loaded = Signal()

    def __init__(
        self,
        workspace: Workspace,
        type_name: str,
        uid: str = "",
        values: Mapping[str, Any] | None = None,
        keys: Sequence[str] | None = None,
        hidden: Collection[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.type_name = type_name
        self.record_type = by_name(type_name)
        self.uid = uid
        self.given = dict(values or {})
        self.row: Row | None = None
        self.record_title = ""
        self._saving, self._sent = False, dict[str, Any]()
        self._drafts = workspace.drafts
        self._draft_timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._draft_timer.timeout.connect(self.keep_draft)
        self.heading = label("page-title", wrap=True)
        self.notice = Banner("notice")
        self.fault = Banner("banner")
        self.save_button = button("primary", self.save)
        self.cancel_button = button("", self.leave)
        self.buttons = row(self.cancel_button, self.save_button)
        inside = self._lay_out()
        self.form = RecordForm(workspace, self.record_type, keys, hidden, inside)
        self.body.addWidget(self.form)
        self.form.changed.connect(self._edited)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, self.save, "Ctrl+S", "F2", context=within)
        self.retranslate()
        self._begin()

    def _lay_out(self) -> QWidget:
        """Lay the frame out and return the widget the form goes into."""
        self.head = row(spacing=12)
        self.head.addWidget(self.heading, 1)
        self.head.addLayout(self.buttons)
        self.area = scrolled()
        inside = QWidget(self.area)
        inside.setProperty("role", "plain")
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(2, 2, 10, 2)
        self.body.setSpacing(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self.head)
        column.addWidget(self.notice)
        column.addWidget(self.fault)
        column.addWidget(self.area, 1)
        self.area.setWidget(inside)
        return inside

    def retranslate(self) -> None:
        """Say everything again."""
        self.save_button.setText(_("Save"))
        self.cancel_button.setText(_("Close"))
        self.cancel_button.setToolTip("Esc")
        self._name()
        if self.uid and self.row is not None:
            self._ask_title()

    def _name(self) -> None:
        kind = _(self.record_type.singular)
        title = self.record_title if self.uid else _("New: {type}").format(type=kind)
        self.heading.setText(title or kind)

    # -- reading

    def _begin(self) -> None:
        if self.uid:
            self.reload()
            return
        self.form.show_values({**starting_values(self.record_type), **self.given})
        self._let_write()
        self._offer_draft()
        self.loaded.emit()

    def reload(self) -> None:
        """Read the record again and show it, whatever was typed."""
        self._read(self._take)

    def refresh(self) -> None:
        """Read the record again unless something was typed, or is before it has been read."""
        if self.uid and not self._saving and not self.form.touched():
            self._read(lambda answer: None if self.form.touched() else self._take(answer))

    def _read(self, take: Callable[[tuple[Row, str]], object]) -> None:
        archive, uid, lang = self.workspace.archive, self.uid, language()
        record_type = self.record_type
        read = lambda: (archive.read(record_type, uid), archive.title(uid, lang))  # noqa: E731 - one line of work
        self.workspace.jobs.run(read, take, owner=self, lane="read")

    def _take(self, answer: tuple[Row, str], *, typed_stays: bool = False) -> None:
        self.row, self.record_title = answer
        self.form.show_values(self.row.values, self.form.touched() if typed_stays else ())
        self._let_write()
        self._name()
        self._offer_draft()
        self.loaded.emit()

    def _let_write(self) -> None:
        """Let those fields be written that whoever is signed in may write."""
        row = self.row  # what is typed for a new record can be kept elsewhere
        fixed = row is not None and (self.workspace.archive.read_only or bool(row.deleted_at))
        writable = self.form.let_write(fixed=fixed, is_new=not self.uid)
        self.save_button.setEnabled(writable)
        self.save_button.setToolTip("Ctrl+S, F2" if writable or fixed else _(NOT_YOURS))

    def _ask_title(self) -> None:
        archive, uid, lang = self.workspace.archive, self.uid, language()
        self.workspace.jobs.run(
            lambda: archive.title(uid, lang), self._take_title, owner=self, lane="title"
        )

    def _take_title(self, title: str) -> None:
        self.record_title = title
        self._name()

    # -- saving

    def save(self) -> None:
        """Write the record; faults are marked and nothing that was typed is lost."""
        if self._saving:
            return
        self.fault.hide()
        touched = self.form.touched()
        try:
            values = self.form.values(touched if self.uid else None)
        except UserError as error:
            self._show_fault(error)
            return
        if self.uid and not values:
            self.saved.emit(self.uid)
            return
        self._write(values)

    def _write(self, values: dict[str, Any]) -> None:
        record_type, uid = self.record_type, self.uid
        kind = _(record_type.singular)
        self._saving, self._sent = True, self.form.draft()
        self.save_button.setEnabled(False)
        if uid:
            version = self.row.version if self.row is not None else None
            changed = _("Change {type}: {title}").format(type=kind, title=self.record_title)
            self.workspace.write(
                changed,
                lambda change: change.update(record_type, uid, values, version=version),
                lambda _nothing: self._written(),
                self._refused,
                owner=self,
            )
        else:
            filled = {key: value for key, value in values.items() if value is not None}
            unseen = {k: v for k, v in self.given.items() if k not in self.form.editors}
            self.workspace.write(
                _("Add {type}").format(type=kind),
                lambda change: self.add(change, {**unseen, **filled}),
                self._added,
                self._refused,
                owner=self,
            )

    def add(self, change: "Change", values: dict[str, Any]) -> str:
        """Add the record within `change`; a page that adds more along with it does so here."""
        return change.add(self.record_type, values)

    def _added(self, uid: str) -> None:
        self._drafts.drop(self._key())
        self.uid = uid
        self._written()

    def _written(self) -> None:
        self._saving = False
        self.save_button.setEnabled(True)
        self._draft_timer.stop()
        self._drafts.drop(self._key())
        self.form.settle(self._sent)
        if self.form.touched():  # what was typed meanwhile is not written yet
            self._edited()
        self.notice.hide()
        self.workspace.say(_("Saved."))
        self._read(partial(self._take, typed_stays=True))
        self.saved.emit(self.uid)

    def _refused(self, error: Exception) -> None:
        self._saving = False
        self.save_button.setEnabled(True)
        self.keep_draft()
        match error:
            case ConflictError():
                self.fault.ask(
                    error.message,
                    (_("Keep mine as a draft, show theirs"), self.reload),
                    (_("Forget mine"), self._forget),
                )
            case UserError():
                self._show_fault(error)
            case _:
                self.workspace.troubled.emit(error)

    def _show_fault(self, error: UserError) -> None:
        if error.field and self.form.mark(error.field, error.message):
            focus = self.form.leading(error.field)
            if focus is not None:
                self.area.ensureWidgetVisible(focus)
        else:
            self.fault.show_message(error.message)

    # -- drafts

    def _key(self) -> str:
        owner = "-".join(str(each) for each in self.given.values() if isinstance(each, str))
        return Drafts.key(self.type_name, self.uid, "" if self.uid else owner[:80])

    def _edited(self) -> None:
        self._draft_timer.start()

    def keep_draft(self) -> bool:
        """Write down what is typed and not saved; tell whether none of it could be lost."""
        self._draft_timer.stop()
        fields, version = self.form.draft(), self.row.version if self.row else 0
        return not fields or self._saving or self._drafts.keep(self._key(), fields, version)

    def _offer_draft(self) -> None:
        draft = self._drafts.find(self._key())
        if draft is None or self.form.touched():
            return
        when = instant.shown(draft.kept_at, instant.zone(), language())
        self.notice.ask(
            _("There is unsaved text here from {when}.").format(when=when),
            (_("Put it back"), lambda: self.form.set_draft(draft.fields)),
            (_("Discard it"), lambda: self._drafts.drop(self._key())),
        )

    def _forget(self) -> None:
        self._drafts.drop(self._key())
        self.reload()

    # -- leaving

    def leave(self) -> None:
        """Close; what is typed stays as a draft."""
        if self.form.touched() and self.keep_draft():
            self.workspace.say(_("What you typed is kept as a draft and offered next time."))
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
