"""The line of time of a partner: what took place, and how long nothing has since."""

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from liaison.drawing.setting import Setting
from liaison.drawing.shapes import Chart
from liaison.drawing.timeline import Mark, timeline
from liaison.i18n import N_
from liaison.prints.both import Both, counted, said
from liaison.prints.charts import add_chart
from liaison.prints.layout import Layout

_FEWEST: Final = 3
"""Fewer events are read as fast in the table."""
_SILENCE: Final = 90
"""After so many days without anything the silence itself is drawn."""


class Event(NamedTuple):
    """What took place: a day to draw it at, its title, and when it was in words."""

    day: date
    title: Both
    when: Both


def add(layout: Layout, events: Sequence[Event], silent_until: date | None) -> None:
    """Draw events along a line, and the silence from the last of them to a day, None for no word.

    Of a few events nothing is drawn, nor where two languages share pages that are short of room.
    """
    short_of_room = layout.is_facing and layout.density.is_dense
    if short_of_room or len(events) < _FEWEST:
        return

    def draw(setting: Setting) -> Chart:
        return timeline(_marks(events, silent_until, setting.language), setting)

    add_chart(layout, said(N_("Chronology")), draw)


def _marks(events: Sequence[Event], silent_until: date | None, lang: str) -> list[Mark]:
    marks = [Mark(each.day.toordinal(), each.title.of(lang), each.when.of(lang)) for each in events]
    last = max(each.day for each in events)
    days = (silent_until - last).days if silent_until else 0
    if silent_until and days > _SILENCE:
        length = counted(N_("{count} day"), N_("{count} days"), days).of(lang)
        silence = said(N_("no event")).of(lang)
        stop = silent_until.toordinal()
        marks.append(Mark(last.toordinal(), silence, length, tone="red", stop=stop))
    return marks
