"""Charts in a paper: one for each language, read aloud by a sentence."""

from collections.abc import Callable

from reportlab.platypus.flowables import Spacer

from liaison.drawing.setting import Setting
from liaison.drawing.shapes import Chart
from liaison.i18n import N_
from liaison.pdf.picture import Figure
from liaison.prints.both import Both, said
from liaison.prints.layout import Layout

_BREATH = 6.0
_NOTHING = N_("There is nothing to show yet.")


def add_chart(layout: Layout, title: Both, draw: Callable[[Setting], Chart]) -> None:
    """Add a chart as wide as the text in each language of the paper; `title` heads what is read."""
    width = layout.setup.frame.width
    for lang in layout.spoken:
        setting = Setting(width, lang, title.of(lang), said(_NOTHING).of(lang))
        chart = draw(setting)
        figure = Figure(chart.picture, chart.alternative, lang, fonts=layout.density.fonts)
        above = Spacer(1, _BREATH)
        above.keepWithNext = True
        layout.add(above, figure, Spacer(1, _BREATH), said=(chart.alternative,))
