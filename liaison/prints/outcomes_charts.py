"""The charts of the outcomes report: visits by month, promises by side, partners by theme."""

from collections.abc import Mapping

from liaison.domain.rules.outcomes import THEMES, by_month, kept
from liaison.domain.schema.vocabulary import THEME
from liaison.drawing.bars import bars
from liaison.drawing.columns import columns
from liaison.drawing.matrix import matrix
from liaison.drawing.setting import Category, Setting
from liaison.drawing.shapes import Chart
from liaison.i18n import N_, translated
from liaison.language import digits
from liaison.prints.both import Both, said
from liaison.prints.charts import add_chart
from liaison.prints.layout import Layout
from liaison.prints.outcomes_file import OutcomesFile
from liaison.prints.sides import IN_HOUSE
from liaison.time.names import SOLAR_MONTHS

_HEIGHT = 84.0
SIDES = {side: IN_HOUSE[side] for side in ("ours", "theirs")}


def visits(layout: Layout, file: OutcomesFile) -> None:
    """Draw the visits that came and went, month by month."""
    title = said(N_("Visits in and out, by month"))
    ways = (said(N_("Incoming")), said(N_("Outgoing")))
    came, went = (
        by_month(file.now.visits_by_way(way), file.period) for way in ("incoming", "outgoing")
    )

    with_year = len(came) > len(SOLAR_MONTHS["fa"])

    def draw(setting: Setting) -> Chart:
        lang = setting.language
        categories = [
            Category(_month(key, lang, with_year), (came[key], went[key])) for key in came
        ]
        return columns(categories, setting, (ways[0].of(lang), ways[1].of(lang)), _HEIGHT)

    layout.heading(title)
    add_chart(layout, title, draw)


def promises(layout: Layout, file: OutcomesFile) -> None:
    """Draw what each side promised: how much of it is kept, and how much is open."""
    title = said(N_("Commitments kept and open, by side"))
    series = (said(N_("Kept")), said(N_("Open")))
    sides = {side: kept(file.now.follow_ups, side, file.period.until) for side in SIDES}

    def draw(setting: Setting) -> Chart:
        lang = setting.language
        categories = [
            Category(
                said(label).of(lang),
                (sides[side].kept, sides[side].open),
                said(
                    N_("{kept} of {all} kept"),
                    kept=digits.number(sides[side].kept, lang),
                    all=digits.number(sides[side].kept + sides[side].open, lang),
                ).of(lang),
            )
            for side, label in SIDES.items()
        ]
        return bars(categories, setting, (series[0].of(lang), series[1].of(lang)))

    layout.heading(title)
    add_chart(layout, title, draw)


def themes(layout: Layout, file: OutcomesFile, names: Mapping[str, Both]) -> None:
    """Draw how many records each partner has in each of the six themes."""
    title = said(N_("Relations by theme"))

    def draw(setting: Setting) -> Chart:
        lang = setting.language
        headings = [translated(THEME.options[each], lang) for each in THEMES]
        rows = [Category(names[uid].of(lang), counts) for uid, counts in file.themes.items()]
        return matrix(rows, headings, setting)

    layout.heading(title)
    layout.note(
        said(
            N_(
                "Number of follow-ups, agreements, clauses and experiences; "
                "one with several themes counts in each."
            )
        )
    )
    add_chart(layout, title, draw)


def _month(key: tuple[int, int], lang: str, with_year: bool) -> str:  # noqa: FBT001 - the wish itself
    year, month = key
    name = SOLAR_MONTHS[lang][month - 1]
    return f"{name} {digits.number(year % 100, lang)}" if with_year else name
