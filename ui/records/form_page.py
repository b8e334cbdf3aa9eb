"""The page of one record: its form, and its parts below."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from liaison.i18n import _
from ui.chapters import chapter_of
from ui.history_button import HistoryButton
from ui.page import Page
from ui.records.panel import FormPanel
from ui.records.parts import Parts, parts_of
from ui.rights import allow
from ui.widgets.pieces import button, card
from ui.workspace import Workspace


class FormPage(Page):
    """One record, new or old.

    With `then`, saving returns to the page below and tells it the uid.
    """

    def __init__(
        self,
        workspace: Workspace,
        type_name: str,
        uid: str = "",
        *,
        values: Mapping[str, Any] | None = None,
        then: Callable[[str], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, parent)
        self.type_name = type_name
        self._then = then
        self._stale = False
        self.parts: list[Parts] = []
        self._prints: Sequence[tuple[str, str]] = ()
        self._offered: list[tuple[QPushButton, str]] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 20)
        frame, column = card(margin=20)
        outer.addWidget(frame)
        self.panel = FormPanel(workspace, type_name, uid, values, parent=frame)
        column.addWidget(self.panel)
        self.enter_at(next(iter(self.panel.form.editors.values())).control)
        self._delete = button("danger", self.delete)
        self._history = HistoryButton(workspace.theme, self.show_history)
        self.panel.buttons.insertWidget(0, self._delete)
        self.panel.buttons.insertWidget(0, self._history)
        self.panel.saved.connect(self._saved)
        self.panel.left.connect(workspace.go_back)
        self.panel.loaded.connect(self._loaded)
        self.retranslate()

    def chapter(self) -> str:
        """Return the chapter of the guide about this page."""
        return chapter_of(self.type_name)

    def title(self) -> str:
        """Return the title of the record, or the name of its type."""
        return self.panel.heading.text()

    def retranslate(self) -> None:
        """Say everything again."""
        self._delete.setText(_("Delete"))
        for each in (self._delete, self._history):
            each.setVisible(bool(self.panel.uid))
        for made, text in self._offered:
            made.setText(_(text))

    def refresh(self) -> None:
        """Read the record again unless something was typed."""
        self.panel.refresh()

    def new(self) -> None:
        """Begin another record of the type."""
        self.workspace.new_record(self.type_name)

    def delete(self) -> None:
        """Put the record into the bin and go back."""
        self.workspace.delete(self.type_name, self.panel.uid, self._deleted)

    def step(self, asked: tuple[Any, ...]) -> tuple[Any, ...]:
        """Return the step to the record, once a new one was saved."""
        return ("record", self.type_name, self.panel.uid) if self.panel.uid else asked

    def subject(self) -> str:
        """Return the uid of the record, "" for a new one."""
        return self.panel.uid

    def subject_type(self) -> str:
        """Return the type of the record."""
        return self.type_name

    def keep_drafts(self) -> None:
        """Write down what is typed and not saved."""
        self.panel.keep_draft()

    def offer_prints(self, prints: Sequence[tuple[str, str]]) -> None:
        """Add a button for each print (product, label) of this record."""
        self._prints = tuple(prints)
        for product, text in prints:
            made = button("", self._printer(product))
            self._offered.append((made, text))
            self.panel.buttons.insertWidget(0, made)
        self.retranslate()

    def offer_beginnings(self, beginnings: Sequence[tuple[str, str, str]]) -> None:
        """Add a button for each record (type, field, label) that begins with this one."""
        for type_name, key, text in beginnings:
            made = button("", self._beginner(type_name, key))
            self._offered.append((made, text))
            self.panel.buttons.insertWidget(0, made)
        self.retranslate()

    def print_shown(self) -> None:
        """Preview the first print of this record."""
        if self._prints and self.panel.uid:
            self.workspace.print_record(self._prints[0][0], self.panel.uid)
        else:
            super().print_shown()

    def _printer(self, product: str) -> Callable[[], object]:
        return lambda: self.workspace.print_record(product, self.panel.uid)

    def _beginner(self, type_name: str, key: str) -> Callable[[], object]:
        return lambda: self.workspace.new_record(type_name, {key: self.panel.uid})

    def _deleted(self, _nothing: None) -> None:
        self.workspace.go_back()

    def _loaded(self) -> None:
        for each in (self._delete, self._history):
            each.setVisible(bool(self.panel.uid))
        allow(self._delete, self.workspace, self.type_name)
        if self.panel.uid and not self.parts:
            for record_type, key in parts_of(self.type_name):
                part = Parts(self.workspace, record_type, key, self.panel.uid)
                self.parts.append(part)
                self.panel.body.addWidget(part)
        self.name_window()

    def _saved(self, uid: str) -> None:
        if self._then is not None:
            then = self._then
            self._then = None
            self.workspace.go_back()
            then(uid)
