"""A membership in brief: figures, line of time, rungs climbed, goals, members at home, sections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison.domain.rules.facts import in_either
from liaison.domain.rules.memberships import RUNG_LABELS, Rung, horizons
from liaison.drawing.timeline import Mark
from liaison.i18n import N_, _
from ui.pages.network_figures import NetworkFigures
from ui.pages.network_words import RESULT_TONES, horizon_words, percent
from ui.pages.partner_list import BriefCard
from ui.pages.partner_summary import beside, stacked
from ui.pages.partner_timeline import TimelineCard
from ui.pages.partner_words import spanned
from ui.pages.visit_rows import Cell, Entry
from ui.widgets.pieces import no_margins, scrolled
from ui.widgets.tab_stack import StackedTab

if TYPE_CHECKING:
    from datetime import date

    from liaison.storage.archive import Row
    from ui.pages.network_reading import NetworkRows
    from ui.workspace import Workspace

_TONES: Final = {"office_won": "accent", "office_hosted": "blue", "role": "accent"}


class OverviewTab(StackedTab["NetworkRows"]):
    """How a membership stands, on one screen."""

    offices_wanted = Signal()
    """All offices and candidacies are to be shown."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.figures = NetworkFigures(workspace)
        self.timeline = TimelineCard(
            workspace.theme, N_("Offices, roles and candidacies"), N_("All of them")
        )
        self.timeline.all_wanted.connect(self.offices_wanted)
        self.ladder = BriefCard(
            workspace, N_("Rungs of the network"), (("", 150), ("", 0.99), ("", 120))
        )
        self.goals = BriefCard(
            workspace,
            N_("Goals by horizon"),
            (("", 0.6), ("", 0.4)),
            of_type="membership_goal",
        )
        self.members = BriefCard(
            workspace, N_("Members at home"), (("", 0.99), ("", 120)), of_type="membership"
        )
        self.sections = BriefCard(
            workspace, N_("Sections of the network"), (("", 0.99),), of_type="partner"
        )
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "plain")
        line = QHBoxLayout(inside)
        no_margins(line)
        column = QVBoxLayout()
        no_margins(column, 12)
        line.addLayout(column, 1)
        line.addSpacing(8)  # the cards keep off the bar that scrolls them
        column.addWidget(self.figures)
        left = stacked(self.timeline, self.ladder)
        right = stacked(self.goals, self.members, self.sections)
        column.addLayout(beside((left, 3), (right, 2)))
        column.addStretch(1)
        area = scrolled(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        no_margins(outer)
        outer.addWidget(area)

    def show_rows(self, rows: NetworkRows) -> None:
        """Show what was read."""
        self.rows = rows
        file = rows.file
        self.figures.show_rows(rows)
        self.timeline.show_marks(marks_of(rows))
        steps = {each.rung: each.record for each in file.steps}
        records = {record.uid: record for record in self._records(rows)}
        self.ladder.show_records(
            [_rung(rung, rows) for rung in reversed(Rung)],
            [records[each.uid] for each in steps.values() if each.uid in records],
            len(steps),
        )
        goals = rows.standing.goals
        shown = [
            Entry(
                each.goals[0].uid,
                (
                    Cell(horizon_words(each.name, each.years)),
                    Cell(percent(each.progress), share=each.progress or 0),
                ),
            )
            for each in horizons(goals)
        ]
        self.goals.show_records(shown, goals, len(goals))
        members = [membership for membership, _holder in file.co_members]
        self.members.show_records(
            [
                Entry(
                    membership.uid,
                    (
                        Cell(in_either(holder, "name") or _("untitled"), _standing(membership)),
                        Cell(spanned(membership.get("since"))),
                    ),
                )
                for membership, holder in file.co_members
            ],
            members,
            len(members),
        )
        self._show_sections(rows)

    def _show_sections(self, rows: NetworkRows) -> None:
        file = rows.file
        shown = []
        if file.parent is not None:
            words = _("belongs to: {body}").format(body=in_either(file.parent, "name"))
            shown.append(Entry(file.parent.uid, (Cell(words),)))
        shown += [
            Entry(each.uid, (Cell(in_either(each, "name") or _("untitled")),))
            for each in file.sections
        ]
        bodies = [*([file.parent] if file.parent is not None else []), *file.sections]
        self.sections.show_records(shown, bodies, len(bodies))
        self.sections.setVisible(bool(bodies))

    def _records(self, rows: NetworkRows) -> list[Row]:
        return [rows.membership, *rows.standing.milestones]

    def start(self) -> None:
        """Put the keyboard on the first figure that opens something, else on the goals."""
        for each in self.figures.cards:
            if not each.link.isHidden():
                each.link.setFocus(Qt.FocusReason.TabFocusReason)
                return
        self.goals.start()


def marks_of(rows: NetworkRows) -> list[Mark]:
    """Return what was won, hosted and stood for on the line of time, and the next session."""
    marks = []
    for each in rows.standing.milestones:
        when = each.get("when")
        day: date | None = (when.since or when.until) if when is not None else None
        if day is None:
            continue
        tone = _TONES.get(each.get("kind") or "", "blue")
        if each.get("kind") in {"candidacy", "bid"}:
            shown = RESULT_TONES[each.get("result") or "pending"]
            tone = "muted" if shown == "grey" else shown
        title = in_either(each, "title") or _("untitled")
        marks.append(Mark(day.toordinal(), title, spanned(when), tone=tone))
    since = rows.membership.get("since")
    if since is not None and since.since is not None:
        marks.append(Mark(since.since.toordinal(), _("Member"), spanned(since), tone="accent"))
    if marks and rows.standing.coming:
        coming = rows.standing.coming[0]
        marks.append(
            Mark(coming.begins.toordinal(), _("Next session"), spanned(coming.window), ahead=True)
        )
    return sorted(marks, key=lambda each: each.at)


def _rung(rung: Rung, rows: NetworkRows) -> Entry:
    """Return a rung: reached by what and when, or faded where it is still to be reached."""
    step = next((each for each in rows.file.steps if each.rung == rung), None)
    label = _(RUNG_LABELS[rung])
    if step is None:
        highest = max((each.rung for each in rows.file.steps), default=None)
        words = _("not reached") if highest is None or rung > highest else ""
        return Entry("", (Cell(f"○  {label}"), Cell(words), Cell()), faded=True)
    record = step.record
    when = record.get("since") or record.get("when")
    title = in_either(record, "title") if record.get("title_fa") or record.get("title_en") else ""
    return Entry(
        record.uid,
        (Cell(f"●  {label}", bold=True), Cell(title), Cell(spanned(when))),
    )


def _standing(membership: Row) -> tuple[tuple[str, str], ...]:
    words = in_either(membership, "standing")
    return (("muted", words),) if words else ()
