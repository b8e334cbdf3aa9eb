"""The talking points of a meeting in rank order, with argument, reply, response and red line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from liaison.domain.records.talking_point import TalkingPoint
from liaison.domain.rules.facts import in_either, in_language
from liaison.domain.schema import fields_of
from liaison.i18n import N_, _
from ui.figures import figure, isolated
from ui.pages.visit_meeting_part import MeetingPart
from ui.pages.visit_rows import Cell, Entry
from ui.pages.visit_words import option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from liaison.storage.archive import Row
    from ui.pages.visit_reading import MeetingRows, VisitRows
    from ui.pages.visit_side import Side
    from ui.workspace import Workspace

_BELOW: Final = ("argument", "expected_reply", "our_response")
_TONES: Final = {"certain": "accent", "may_arise": "blue", "defensive": "amber"}


class PointsCard(MeetingPart):
    """What our side has to say, the most important first."""

    type_name = "talking_point"
    focus = "point_fa"

    def __init__(self, workspace: Workspace, side: Side, parent: QWidget) -> None:
        columns = ((N_("Order"), 60), (N_("Point"), 0.99), (N_("Kind of point"), 116))
        empty = N_("There are no talking points yet. Press Insert to write the first.")
        super().__init__(workspace, side, parent, N_("Talking points"), columns, empty)

    def parts(self, meeting: MeetingRows) -> Sequence[Row]:
        """Return the talking points."""
        return meeting.points

    def entries(self, rows: VisitRows, meeting: MeetingRows) -> list[Entry]:
        """Return the points, each with what stands behind it."""
        del rows
        return [self._entry(point, number) for number, point in enumerate(meeting.points, start=1)]

    def _entry(self, point: Row, number: int) -> Entry:
        fields = fields_of(TalkingPoint)
        notes = [
            ("muted", f"{_(fields[f'{key}_fa'].label)}: {isolated(in_either(point, key))}")
            for key in _BELOW
            if in_either(point, key)
        ]
        if point.get("red_line"):
            words = _("Red line: {text}").format(text=isolated(point["red_line"]))
            notes.append(("red", words))
        for lang, words in (("fa", _("No Persian text yet")), ("en", _("No English text yet"))):
            if not in_language(point, "point", lang):
                notes.append(("amber", words))
        kind = point.get("kind")
        return Entry(
            uid=point.uid,
            cells=(
                Cell(figure(number), disc=True),
                Cell(in_either(point, "point"), tuple(notes), bold=True),
                Cell(option(TalkingPoint, "kind", kind), chip=_TONES.get(kind or "", "")),
            ),
        )

    def beginning(self, rows: VisitRows, meeting: MeetingRows) -> dict[str, Any]:
        """Return the usual kind of point."""
        del rows, meeting
        return {"kind": "certain"}
