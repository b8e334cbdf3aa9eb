"""The side of a visit's page: what is ready and what is not, or the form of what is edited."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Final

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from liaison.domain.rules.facts import Facts, Finding, each_once, quoted
from liaison.domain.rules.share_ready import Readiness
from liaison.i18n import _, ngettext
from ui.figures import figure, quotes_apart
from ui.records.panel import FormPanel
from ui.speaking import Speaking
from ui.widgets.pieces import button, card, clear, label, set_tone
from ui.workspace import Workspace

NARROW: Final = 330
WIDE: Final = 440
_SHOWN: Final = 6


class ReadinessCard(Speaking, QFrame):
    """The checks of a visit, and what is missing; each sentence leads to its place."""

    jump_wanted = Signal(object)
    """The finding to go to."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.readiness: Readiness | None = None
        self._all = False
        self.links: list[QWidget] = []
        self._title = label("card-title")
        self._checks = QGridLayout()
        self._checks.setVerticalSpacing(6)
        self._checks.setHorizontalSpacing(12)
        for each in (0, 1):
            self._checks.setColumnStretch(each, 1)
        self._missing = QVBoxLayout()
        self._missing.setSpacing(2)
        self._rest = button("link", self._show_rest)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addLayout(self._checks)
        column.addLayout(self._missing)
        column.addWidget(self._rest, 0, Qt.AlignmentFlag.AlignLeading)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self._show()

    def show_readiness(self, readiness: Readiness) -> None:
        """Show what is ready."""
        self.readiness = readiness
        self._show()

    def _show_rest(self) -> None:
        self._all = True
        self._show()

    def _show(self) -> None:
        clear(self._checks)
        clear(self._missing)
        self.links = []
        if self.readiness is None:
            self._title.setText(_("Readiness"))
            self._rest.hide()
            return
        percent = _("{number}%").format(number=figure(self.readiness.percent))
        self._title.setText(_("Readiness {percent}").format(percent=percent))
        for number, check in enumerate(self.readiness.checks):
            sign, role = ("✗", "error") if check.missing else ("✓", "")
            self._checks.addWidget(label(role, f"{sign} {_(check.label)}"), *divmod(number, 2))
        self._show_preparations(self.readiness.preparations)
        missing = each_once(self.readiness.missing)
        shown = missing if self._all else missing[:_SHOWN]
        for finding in shown:
            self._missing.addWidget(self._link(finding))
        left = len(missing) - len(shown)
        self._rest.setText(
            ngettext("{count} more", "{count} more", left).format(count=figure(left))
        )
        self._rest.setVisible(left > 0)

    def _show_preparations(self, tasks: Sequence[Facts]) -> None:
        """Show the tasks before the arrival below the checks, those done ticked."""
        first = self._checks.rowCount()
        for number, task in enumerate(tasks):
            done = task.get("done_on") is not None
            at, column = divmod(number, 2)
            text = label(
                "" if done else "error", f"{'✓' if done else '✗'} {quoted(task)}", wrap=True
            )
            # Broken lines that read from the right are drawn beyond their end by a space.
            text.setContentsMargins(4 if self.isRightToLeft() else 0, 0, 0, 0)
            self._checks.addWidget(text, first + at, column, Qt.AlignmentFlag.AlignTop)

    def _link(self, finding: Finding) -> QWidget:
        """Return a button with the sentence of a finding, which leads to its record."""
        made = SentenceButton(finding.message, lambda: self.jump_wanted.emit(finding))
        self.links.append(made)
        return made


class SentenceButton(QFrame):
    """A sentence on as many lines as it needs, worked like a button."""

    def __init__(self, sentence: str, work: Callable[[], object]) -> None:
        super().__init__()
        self._text = label("muted", quotes_apart(sentence), wrap=True)
        self._arrow = button("link", work)
        self._arrow.setText("‹" if self.isRightToLeft() else "›")
        self._arrow.setAccessibleName(sentence)
        self._arrow.setToolTip(_("Go there"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self._text, 0, 0)
        grid.addWidget(self._arrow, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        self.setFocusProxy(self._arrow)

    def press(self) -> None:
        """Go where the sentence leads."""
        self._arrow.click()


class Side(QStackedWidget):
    """Cards about the visit, or in their place the form of one record."""

    edited = Signal(str)
    """The record with this uid was saved."""
    closed = Signal()
    """The side shows its cards again, and nothing has the keyboard."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.panel: FormPanel | None = None
        self._origin: QWidget | None = None
        self.readiness = ReadinessCard()
        inside = QWidget()
        inside.setProperty("role", "plain")
        self.cards = QVBoxLayout(inside)
        self.cards.setContentsMargins(0, 0, 0, 0)
        self.cards.setSpacing(12)
        self.cards.addWidget(self.readiness)
        self.cards.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self.addWidget(area)
        self.setFixedWidth(NARROW)
        workspace.changed.connect(self._look_again)

    def edit(
        self,
        type_name: str,
        uid: str = "",
        *,
        values: Mapping[str, Any] | None = None,
        hidden: Collection[str] = (),
        keys: Collection[str] | None = None,
        focus: str = "",
    ) -> FormPanel:
        """Show the form of a record, new where `uid` is empty, with the keyboard at `focus`."""
        self._leave_from()
        self._drop()
        wanted = list(keys) if keys is not None else None
        frame, column = card(margin=14)
        self.addWidget(frame)
        self.setFixedWidth(WIDE)
        panel = FormPanel(self.workspace, type_name, uid, values, wanted, hidden, parent=frame)
        self.panel = panel
        set_tone(panel.heading, "role", "card-title")
        column.addWidget(panel)
        panel.left.connect(self.close_form)
        panel.saved.connect(self._saved)
        self.setCurrentWidget(frame)
        panel.form.focus(focus)
        return panel

    def show_widget(self, widget: QWidget, width: int = WIDE) -> None:
        """Show `widget` in place of the cards until `close_form`."""
        self._leave_from()
        self._drop()
        self.addWidget(widget)
        self.setCurrentWidget(widget)
        self.setFixedWidth(width)

    def close_form(self) -> None:
        """Return to the cards, and give the keyboard back to where it came from."""
        self._drop()
        self.setFixedWidth(NARROW)
        origin = self._origin
        if origin is not None and shiboken6.isValid(origin) and origin.isVisible():
            origin.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.closed.emit()

    def _look_again(self) -> None:
        """Read the record of the form again, which may have been written or undone elsewhere."""
        panel, archive = self.panel, self.workspace.archive
        if panel is not None and panel.uid:
            record_type, uid = panel.record_type, panel.uid
            self.workspace.jobs.run(
                lambda: archive.exists(record_type, uid),
                lambda is_there: self._renew(panel, is_there=is_there),
                owner=panel,
                lane="there",
            )

    def _renew(self, panel: FormPanel, *, is_there: bool) -> None:
        if panel is not self.panel:
            return
        if is_there:
            panel.refresh()
        else:
            self.close_form()

    def _leave_from(self) -> None:
        """Remember where the keyboard is, unless it is at the side already."""
        focused = QApplication.focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            self._origin = focused

    @property
    def shows_cards(self) -> bool:
        """Whether nothing stands in place of the cards."""
        return self.currentIndex() == 0

    def keep_drafts(self) -> None:
        """Write down what is typed and not saved."""
        if self.panel is not None:
            self.panel.keep_draft()

    def _drop(self) -> None:
        self.keep_drafts()
        self.panel = None
        while (gone := self.widget(1)) is not None:
            self.removeWidget(gone)
            gone.deleteLater()

    def _saved(self, uid: str) -> None:
        self.close_form()
        self.edited.emit(uid)
