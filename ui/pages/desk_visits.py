"""The visits that come, on the desk: when, who, which way, and what their papers lack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from liaison.i18n import _, language, ngettext
from liaison.language.listing import comma
from ui.figures import figure
from ui.pages.desk_words import DIRECTIONS, STAGES, day_lines, title_of
from ui.speaking import Speaking
from ui.widgets.one_line import OneLine
from ui.widgets.pieces import button, chip, clear, label, no_margins, row, rule, set_tone
from ui.widgets.title_button import UNDER_TITLE, TitleButton

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from liaison.storage.first_look import ComingVisit
    from ui.pages.desk_reading import VisitState
    from ui.workspace import Workspace

SHOWN: Final = 4
_DAY, _WAY, _READY, _PAPER = 112, 74, 136, 102
_GAP: Final = 10
_HEAD, _ROW = 26, 54
_HALF, _WHOLE = 50, 100


class ReadinessCell(QWidget):
    """How far the papers of a visit are, and what they lack; empty until that is known."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(_READY)
        self._furnished = False

    def show_state(self, state: VisitState) -> None:
        """Show how far the papers are."""
        if not self._furnished:
            self._furnish()
        bar = self.bar
        bar.setValue(state.percent)
        tone = "green" if state.percent == _WHOLE else "amber" if state.percent >= _HALF else "red"
        set_tone(bar, "tone", tone)
        percent = _("{number}%").format(number=figure(state.percent))
        self.percent.setText(percent)
        # Translators: in Persian «مانده: {names}»
        left = _("Left: {names}").format(names=comma(language()).join(state.left))
        self.missing.say(left if state.left else _("Complete"))
        self.missing.setToolTip("\n".join(state.missing))
        bar.setAccessibleName(_("Readiness {percent}").format(percent=percent))
        bar.setAccessibleDescription(" ".join(state.missing) or self.missing.text())

    def _furnish(self) -> None:
        self._furnished = True
        self.percent, self.missing = label("muted"), OneLine("muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        column = QVBoxLayout(self)
        no_margins(column, 2)
        column.addStretch(1)
        column.addLayout(row(self.bar, self.percent, spacing=6))
        column.addWidget(self.missing)
        column.addStretch(1)


class VisitRow(QWidget):
    """One coming visit."""

    def __init__(self, visit: ComingVisit, workspace: Workspace) -> None:
        super().__init__()
        self.visit = visit
        self._workspace = workspace
        self._state: VisitState | None = None
        self.setFixedHeight(_ROW)
        title = title_of(visit)
        first, second = day_lines(visit.starts_on) if visit.starts_on else ("", "")
        self.line = OneLine("muted", _(STAGES[visit.stage]) if visit.stage in STAGES else "")
        self.line.setContentsMargins(*UNDER_TITLE)
        self.ready = ReadinessCell()
        self.paper = button("", self._print)
        self.paper.setText(_("Briefing"))
        self.paper.setAccessibleName(_("Briefing for “{title}”").format(title=title))
        self.paper.setFixedWidth(_PAPER)
        opener = TitleButton(title, lambda: workspace.open_record("visit", visit.uid))
        line = QHBoxLayout(self)
        no_margins(line, _GAP)
        days = QWidget()
        days.setFixedWidth(_DAY)
        days.setLayout(_stacked(OneLine("", first), OneLine("muted", second)))
        line.addWidget(days)
        line.addLayout(_stacked(opener, self.line), 1)
        line.addWidget(self._way())
        line.addWidget(self.ready)
        line.addWidget(self.paper)

    def fill(self, state: VisitState | None) -> None:
        """Show how far the papers of the visit are; nothing moves."""
        if state is None:
            return
        self._state = state
        people, meetings = state.members, len(state.meetings)
        parts = [_(STAGES[self.visit.stage])] if self.visit.stage in STAGES else []
        if people:
            words = ngettext("{count} delegate", "{count} delegates", people)
            parts.append(words.format(count=figure(people)))
        if meetings:
            words = ngettext("{count} meeting", "{count} meetings", meetings)
            parts.append(words.format(count=figure(meetings)))
        self.line.say(" · ".join(parts))
        self.ready.show_state(state)

    def _way(self) -> QWidget:
        tone, name = DIRECTIONS.get(self.visit.direction, ("grey", ""))
        holder = QWidget()
        holder.setFixedWidth(_WAY)
        line = row(chip(tone, _(name)), 1) if name else row(1)
        holder.setLayout(line)
        return holder

    def _print(self) -> None:
        """Open the brief of the only meeting, else the book of the whole visit."""
        meetings = self._state.meetings if self._state else ()
        if len(meetings) == 1:
            self._workspace.print_record("meeting-brief", meetings[0])
        else:
            self._workspace.print_record("briefing-book", self.visit.uid)


class ComingVisits(Speaking, QFrame):
    """The nearest visits, in a table whose rows keep their room while they fill."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._workspace = workspace
        self._known: Sequence[ComingVisit] | None = None
        self.rows: list[VisitRow] = []
        self._title = label("card-title")
        self.all = button("link", lambda: workspace.open_section("visit"))
        self._heads = [OneLine("label") for _index in range(4)]
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 8)
        column.setSpacing(0)
        column.addLayout(row(self._title, 1, self.all))
        self._head = self._headings()
        column.addWidget(self._head)
        self._lines = QVBoxLayout()
        no_margins(self._lines)
        holder = QWidget()
        holder.setLayout(self._lines)
        holder.setFixedHeight(SHOWN * (_ROW + 1))
        column.addWidget(holder)
        column.addStretch(1)

    def _headings(self) -> QWidget:
        head = QWidget()
        head.setFixedHeight(_HEAD)
        line = QHBoxLayout(head)
        no_margins(line, _GAP)
        for each, width in zip(self._heads, (_DAY, 0, _WAY, _READY), strict=True):
            if width:
                each.keep(width)
            else:
                each.setContentsMargins(*UNDER_TITLE)
            line.addWidget(each, 0 if width else 1)
        line.addSpacing(_PAPER)
        return head

    def retranslate(self) -> None:
        """Say everything again."""
        self._title.setText(_("Coming visits"))
        self.all.setText(_("All"))
        self.all.setAccessibleName(_("All visits"))
        # Translators: heads of the table of coming visits: زمان، سفر، جهت، آمادگی پرونده
        heads = (_("When"), _("Visit"), _("Direction"), _("File readiness"))
        for each, text in zip(self._heads, heads, strict=True):
            each.say(text)
        known, self._known = self._known, None
        if known is not None:
            self.show_visits(known)

    def show_visits(self, visits: Sequence[ComingVisit]) -> None:
        """Show the first of `visits`; rows that stand already stay as they are."""
        shown = visits[:SHOWN]
        if shown == self._known:
            return
        self._known, self.rows = shown, []
        clear(self._lines)
        self._head.setVisible(bool(shown))
        for each in shown:
            self.rows.append(VisitRow(each, self._workspace))
            self._lines.addWidget(rule())
            self._lines.addWidget(self.rows[-1])
        if not shown:
            hint = _("Record a visit with “New record”; it will stand here.")
            self._lines.addWidget(label("muted", hint, wrap=True), 0, Qt.AlignmentFlag.AlignTop)
        self._lines.addStretch(1)

    def fill(self, states: Mapping[str, VisitState]) -> None:
        """Show how far each visit is."""
        for each in self.rows:
            each.fill(states.get(each.visit.uid))


def _stacked(*widgets: QWidget) -> QVBoxLayout:
    """Return lines one below the other, in the middle of the height."""
    column = QVBoxLayout()
    no_margins(column)
    column.addStretch(1)
    for each in widgets:
        column.addWidget(each)
    column.addStretch(1)
    return column
