"""The follow-up the cursor stands on, edited in place."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout
from typing_extensions import override

from liaison.i18n import _
from ui.pages.follow_ups_bulk import FollowUpsBulk
from ui.pages.follow_ups_history import FollowUpHistory
from ui.pages.follow_ups_reading import Owed
from ui.records.panel import FormPanel
from ui.speaking import Speaking
from ui.widgets.pieces import label, set_tone
from ui.workspace import Workspace

_KEYS: Final = (
    "title_fa",
    "title_en",
    "assignee",
    "due_on",
    "priority",
    "state",
    "progress",
    "partner",
    "waiting_for_fa",
    "waiting_for_en",
    "outcome_fa",
    "outcome_en",
)
_PAUSE: Final = 140
_NOTING: Final = 700
_NOTE: Final = "note"


class FollowUpSide(Speaking, QFrame):
    """A form for one follow-up, its history, and a line to note what was done."""

    left = Signal()
    """Escape: the list wants the keyboard."""
    noted = Signal(str)
    """A note was typed."""
    all_changed = Signal(object)
    """New values by field for all that is selected."""
    saved = Signal(str)
    """The form of a follow-up was written; its uid."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.workspace = workspace
        self.owed: Owed | None = None
        self.panel: FormPanel | None = None
        self.history: FollowUpHistory | None = None
        self._noted: set[str] = set()  # the follow-ups a note of which may be written down
        self._wants_focus = False
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._build)
        self._nothing = label("muted", wrap=True)
        self.bulk: FollowUpsBulk | None = None
        self.note = QLineEdit()
        self.note.hide()
        self.note.returnPressed.connect(self._note)
        self._noting = QTimer(self, singleShot=True, interval=_NOTING)
        self._noting.timeout.connect(self._keep_note)
        self.note.textEdited.connect(self._noting.start)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 14)
        self._column.setSpacing(10)
        self._column.addWidget(self._nothing, 1)
        self._column.addWidget(self.note)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self._nothing.setText(_("Choose a follow-up to see and change it here."))
        self.note.setPlaceholderText(_("New note…"))
        self.note.setAccessibleName(_("New note"))

    # -- which ones

    def show_many(self, count: int) -> None:
        """Let `count` follow-ups be changed at once; what was typed on one is kept as a draft."""
        self.show_owed(None)
        self._timer.stop()
        self._build()
        self._nothing.hide()
        self.note.show()
        if self.bulk is None:
            self.bulk = FollowUpsBulk(self.workspace)
            self.bulk.wanted.connect(self.all_changed)
            self._column.insertWidget(0, self.bulk, 1)
        self.bulk.show_count(count)
        self.bulk.show()

    def show_owed(self, owed: Owed | None) -> None:
        """Show `owed` once the cursor rests; what was typed on the former is kept as a draft."""
        former, self.owed = self.owed, owed
        if self.bulk is not None and self.bulk.isVisibleTo(self):
            self.bulk.hide()
        if former is not None and owed is not None and owed.uid == former.uid:
            self.refresh()
            return
        if former is not None:
            self._keep_note(former)
            self._keep(former.uid)
        self.note.setText(self._kept_note(owed) if owed is not None else "")
        self._timer.start()

    def refresh(self) -> None:
        """Read again what is shown, unless something was typed."""
        if self.panel is not None and self.history is not None:
            self.panel.refresh()
            self.history.refresh()

    def open(self) -> None:
        """Give the keyboard to the form, at once."""
        self._wants_focus = True
        if self.bulk is not None and self.bulk.isVisibleTo(self):
            self._wants_focus = False
            self.bulk.form.focus()
        elif self._timer.isActive():
            self._timer.stop()
            self._build()
        elif self.panel is not None and self.panel.row is not None:
            self._focus()

    def write_note(self) -> None:
        """Give the keyboard to the line of a new note."""
        self.note.show()
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def save(self) -> None:
        """Write what was typed into the form, before something else writes the same record."""
        if self.panel is not None and self.panel.form.touched():
            self.panel.save()

    def keep_drafts(self) -> None:
        """Write down what is typed and not saved."""
        self._keep_note()
        if self.panel is not None:
            self.panel.keep_draft()

    def _keep_note(self, owed: Owed | None = None) -> None:
        """Write down the note that was not sent yet; one that is empty is forgotten."""
        self._noting.stop()
        about = owed or self.owed
        if about is None:
            return
        drafts, key, text = self.workspace.drafts, f"{_NOTE}-{about.uid}", self.note.text()
        if text.strip():
            drafts.keep(key, {_NOTE: text}, 0)
        elif about.uid in self._noted:
            drafts.drop(key)
        self._noted.add(about.uid)

    def _kept_note(self, owed: Owed) -> str:
        """Return the note that was begun about a follow-up."""
        draft = self.workspace.drafts.find(f"{_NOTE}-{owed.uid}")
        self._noted |= {owed.uid} if draft is not None else set()
        return str(draft.fields.get(_NOTE, "")) if draft is not None else ""

    def _keep(self, uid: str) -> None:
        if self.panel is not None and self.panel.uid == uid and self.panel.form.touched():
            self.panel.keep_draft()
            self.workspace.say(_("What you typed is kept as a draft and offered next time."))

    def _build(self) -> None:
        if self.panel is not None:
            self._column.removeWidget(self.panel)
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = self.history = None
        self._nothing.setVisible(self.owed is None)
        self.note.setVisible(self.owed is not None)
        if self.owed is None:
            return
        panel = FormPanel(self.workspace, "follow_up", self.owed.uid, keys=_KEYS, parent=self)
        panel.cancel_button.hide()
        set_tone(panel.heading, "role", "card-title")
        self.history = FollowUpHistory(self.workspace, self.owed)
        panel.body.addWidget(self.history)
        panel.body.addStretch(1)
        panel.left.connect(self.left)
        panel.saved.connect(self.saved)
        panel.loaded.connect(self._focus)
        self._column.insertWidget(1, panel, 1)
        self.panel = panel

    def _focus(self) -> None:
        if self._wants_focus and self.panel is not None:
            self._wants_focus = False
            self.panel.form.focus("title")

    def _note(self) -> None:
        text = self.note.text().strip()
        if text:
            self.note.clear()
            self._keep_note()
            self.noted.emit(text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
