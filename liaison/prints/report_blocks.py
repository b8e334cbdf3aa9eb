"""The blocks of a visit's report."""

from collections.abc import Sequence
from typing import Final

from reportlab.platypus.flowables import Spacer

from liaison.drawing.bars import bars
from liaison.drawing.setting import Category, Setting
from liaison.drawing.shapes import Chart, Picture, Raster
from liaison.i18n import N_
from liaison.pdf.markup import escape
from liaison.pdf.picture import Figure
from liaison.prints.both import COMMA, figure, joined, said
from liaison.prints.charts import add_chart
from liaison.prints.columns import occupied
from liaison.prints.filled import filled
from liaison.prints.gift_list import gift_plans
from liaison.prints.layout import Layout
from liaison.prints.layout_tables import Band, Plan, TableRow
from liaison.prints.report_file import Photo, VisitReport
from liaison.prints.styled import Words, together

_PHOTO_WIDTH: Final = 300.0


def identity(layout: Layout, report: VisitReport) -> None:
    """State what the council asks for, and plainly what nobody filled in."""
    layout.heading(said(N_("The visit")))
    layout.facts([(label, filled(words)) for label, words in report.facts], run_in=True)


def officials(layout: Layout, report: VisitReport) -> None:
    """List who travelled, in order of precedence."""
    plans = [
        Plan(said(N_("#")), width=36),
        Plan(said(N_("Name and office")), 2.2, paired=True),
        Plan(said(N_("Role")), 0.8),
    ]
    _table(layout, N_("Officials"), plans, report.officials)


def programme(layout: Layout, report: VisitReport) -> None:
    """Sum up the programme day by day."""
    plans = [
        Plan(said(N_("Day")), width=_moments(layout)),
        Plan(said(N_("Programme")), paired=True),
    ]
    _table(layout, N_("Summary of the programme"), plans, report.programme)


def meetings(layout: Layout, report: VisitReport) -> None:
    """List the meetings with what came of each."""
    plans = [
        Plan(said(N_("When")), width=_moments(layout)),
        Plan(said(N_("Meeting and outcome")), paired=True),
        Plan(said(N_("Class of outcome")), width=80),
    ]
    _table(layout, N_("Meetings"), plans, report.meetings)


def experiences(layout: Layout, report: VisitReport) -> None:
    """List what was learned, the failed attempts included."""
    plans = [
        Plan(said(N_("Experience")), paired=True),
        Plan(said(N_("Result")), width=72),
        Plan(said(N_("Lesson")), 1.6, paired=True),
    ]
    _table(layout, N_("Experiences"), plans, report.experiences)


def reactions(layout: Layout, report: VisitReport) -> None:
    """Count the reactions by group, and list them."""
    plans = [
        Plan(said(N_("Published on")), width=96 if layout.is_facing else 150),
        Plan(said(N_("Headline")), 1.8, paired=True),
        Plan(said(N_("Group of reactions")), width=90),
        Plan(said(N_("Tone")), width=60),
    ]
    _table(layout, N_("Reactions"), plans, report.reactions)
    if report.groups:

        def draw(setting: Setting) -> Chart:
            lang = setting.language
            return bars([Category(label.of(lang), (n,)) for label, n in report.groups], setting)

        add_chart(layout, said(N_("Reactions by group")), draw)


def listed(layout: Layout, heading: str, lines: Sequence[Words]) -> None:
    """List lines under a heading; nothing at all where there are none."""
    if lines:
        layout.heading(said(heading))
    for number, each in enumerate(lines, 1):
        layout.text(together((figure(number), each), ". "))


def photos(layout: Layout, report: VisitReport) -> None:
    """Show the photographs, each with its caption under it."""
    if report.photos:
        layout.heading(said(N_("Photographs")))
    for each in report.photos:
        layout.add(Spacer(1, 6), _figure(layout, each), said=(each.caption, each.content))


def _figure(layout: Layout, photo: Photo) -> Figure:
    lang = layout.spoken[0]
    high = _PHOTO_WIDTH * photo.height / photo.width
    raster = Raster(photo.content, 0, 0, _PHOTO_WIDTH, high)
    captions = [escape(photo.caption.of(each)) for each in layout.spoken if photo.caption.of(each)]
    return Figure(
        Picture(_PHOTO_WIDTH, high, (raster,)),
        photo.caption.of(lang) or said(N_("Photograph")).of(lang),
        lang,
        caption="<br/>".join(captions),
        fonts=layout.density.fonts,
    )


def gifts(layout: Layout, report: VisitReport) -> None:
    """List the gifts with what they are worth and where they are."""
    _table(layout, N_("Gifts"), gift_plans(internal=True), report.gifts)


def unrecorded(layout: Layout, report: VisitReport) -> None:
    """Say in one line of which blocks nothing is recorded."""
    sections = [
        said(heading)
        for heading, rows in (
            (N_("Officials"), report.officials),
            (N_("Summary of the programme"), report.programme),
            (N_("Meetings"), report.meetings),
            (N_("Documents signed"), report.agreements),
            (N_("Experiences"), report.experiences),
            (N_("Reactions"), report.reactions),
            (N_("Gifts"), report.gifts),
            (N_("Photographs"), report.photos),
        )
        if not rows
    ]
    if sections:
        layout.note(said(N_("Not recorded: {sections}."), sections=joined(sections, COMMA)))


def _moments(layout: Layout) -> float:
    """Return how wide a day in both calendars stands, where a paper has one language or two."""
    return 150 if layout.is_facing else 190


def _table(
    layout: Layout, heading: str, plans: Sequence[Plan], rows: Sequence[TableRow | Band]
) -> None:
    if rows:
        layout.heading(said(heading))
        layout.table(*occupied(plans, rows))
