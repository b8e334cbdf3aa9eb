"""Who sits where at a meeting: the table, where it departs from the rule, and the flags."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from liaison.domain.records.participant import Participant
from liaison.domain.rules import flags, seating
from liaison.domain.rules.precedence import AWAY
from liaison.i18n import _, language, ngettext
from liaison.prints.both import Both
from liaison.prints.seating_picture import Table, mark_of, place_of
from liaison.prints.sides import IN_HOUSE
from ui.figures import figure, isolated
from ui.pages.seating_table import SeatingTable
from ui.pages.visit_card import WorkCard
from ui.widgets.pieces import button, label, row

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from liaison.storage.archive import Row
    from liaison.storage.change import Change
    from ui.pages.visit_reading import MeetingRows, VisitRows
    from ui.workspace import Workspace

WIDTH = 640
_SPARE = 1
"""So many places stay free at each end, to move somebody there."""


class SeatingCard(WorkCard):
    """The table of one meeting; each move is written at once, and undo takes it back."""

    def __init__(self, workspace: Workspace, name: Callable[[VisitRows, Row], str]) -> None:
        """Show the meeting given later; `name` says what a participant is called."""
        super().__init__()
        self.workspace, self._name = workspace, name
        self._rows: VisitRows | None = None
        self._meeting: MeetingRows | None = None
        self._title, self.subject = label("card-title"), label("muted", wrap=True)
        self.table = SeatingTable(workspace.theme)
        self.who, self.flags = label("strong", wrap=True), label("muted", wrap=True)
        self.unseated, self._how = label("warning", wrap=True), label("muted", wrap=True)
        self.rule_button = button("", self.follow_rule)
        self.print_button = button("", self.print_plan)
        self.close_button = button("", self.left.emit)
        column = self.column
        for each in (self._title, self.subject, self.table, self.who):
            column.addWidget(each)
        for each in (self.unseated, self.flags, self._how):
            column.addWidget(each)
        column.addStretch(1)
        column.addLayout(row(self.rule_button, 1, self.close_button, self.print_button))
        self.table.moved.connect(self.seat)
        self.table.chosen.connect(self._show_chosen)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self._title.setText(_("Seating"))
        self._how.setText(_("Drag a chair to another place, or press Alt and an arrow key."))
        self.rule_button.setText(_("Seat them by the rule"))
        self.print_button.setText(_("Print the plan"))
        self.close_button.setText(_("Close"))
        self.close_button.setToolTip("Esc")
        if self._rows is not None and self._meeting is not None:
            self.show_meeting(self._rows, self._meeting)

    def start(self) -> None:
        """Put the keyboard on the table."""
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def show_meeting(self, rows: VisitRows, meeting: MeetingRows) -> None:
        """Show the table of `meeting`."""
        self._rows, self._meeting = rows, meeting
        sides = seating.sides_of_table(meeting.participants, rows.members)
        known = {each.uid: each for each in meeting.participants}
        called = {}
        for seats in sides.values():
            for seat in seats:
                name = self._name(rows, known[seat.person.uid])
                called[seat.person.uid] = Both(name, name)
        self.table.show_table(Table(sides, called, _SPARE))
        self.subject.setText(isolated(rows.title(meeting.meeting.uid)))
        self.flags.setText(_(flags.advice(meeting.meeting)))
        chosen = [each for each in meeting.participants if each.get("seat") is not None]
        self.rule_button.setEnabled(bool(chosen))
        self._tell_unseated(meeting)

    def _tell_unseated(self, meeting: MeetingRows) -> None:
        """Say how many have no seat since nobody said on which side they are."""
        count = sum(
            each.get("side") not in seating.SIDES and each.get("attendance") not in AWAY
            for each in meeting.participants
        )
        text = ngettext(
            "{count} participant has no side yet, and so no seat.",
            "{count} participants have no side yet, and so no seat.",
            count,
        )
        self.unseated.setText(text.format(count=figure(count)))
        self.unseated.setVisible(bool(count))

    def _show_chosen(self, uid: str) -> None:
        """Say who is chosen and where they sit."""
        seat, side = self.table.seat, self.table.side
        if not uid or seat is None:
            self.who.setText(_("Nobody sits at this table yet."))
            return
        lang = language()
        words = (mark_of(seat, lang), isolated(self.table.name_of(uid)))
        place = (_(IN_HOUSE[side]), place_of(seat, lang))
        self.who.setText(f"{': '.join(words)} — {' · '.join(place)}")
        self.table.setAccessibleDescription(self.who.text())

    # -- writing

    def seat(self, uid: str, to: int) -> None:
        """Seat somebody at a place of their side, and who sat there where they came from."""
        side = self.table.side
        seats = self._sides()[side]
        self._write(_("Move somebody at the table"), seating.moved(seats, uid, to))

    def follow_rule(self) -> None:
        """Forget the seats chosen by hand, on both sides."""
        everybody = [each.uid for each in self._meeting.participants] if self._meeting else []
        self._write(_("Seat them by the rule"), dict.fromkeys(everybody))

    def print_plan(self) -> None:
        """Open the print room with the plan of this meeting."""
        if self._meeting is not None:
            self.workspace.print_record("seating-plan", self._meeting.meeting.uid)

    def _sides(self) -> Mapping[str, list[seating.Seat]]:
        if self._rows is None or self._meeting is None:
            return {}
        return seating.sides_of_table(self._meeting.participants, self._rows.members)

    def _write(self, label_text: str, places: Mapping[str, int | None]) -> None:
        self.workspace.write(label_text, partial(_write_places, dict(places)), owner=self)


def _write_places(places: Mapping[str, int | None], change: Change) -> None:
    for uid, place in places.items():
        change.update(Participant, uid, {"seat": place})
