"""The charts of the outcomes report: visits by month, promises by side, partners by theme."""

from collections.abc import Mapping

from liaison.domain.rules.outcomes import kept
from liaison.i18n import N_
from liaison.insight.outcomes.dealings import visits_chart
from liaison.insight.outcomes.promises import SIDES, promises_chart
from liaison.insight.outcomes.themes import NOTE, themes_chart
from liaison.prints.both import Both, said
from liaison.prints.charts import add_chart
from liaison.prints.layout import Layout
from liaison.prints.outcomes_file import OutcomesFile


def visits(layout: Layout, file: OutcomesFile) -> None:
    """Draw the visits that came and went, month by month."""
    title = said(N_("Visits in and out, by month"))
    layout.heading(title)
    add_chart(layout, title, visits_chart(file.now.visits, file.period))


def promises(layout: Layout, file: OutcomesFile) -> None:
    """Draw what each side promised: how much of it is kept, and how much is open."""
    title = said(N_("Commitments kept and open, by side"))
    layout.heading(title)
    stands = {side: kept(file.now.follow_ups, side, file.period.until) for side in SIDES}
    numbers = {side: (each.kept, each.open) for side, each in stands.items()}
    add_chart(layout, title, promises_chart(numbers))


def themes(layout: Layout, file: OutcomesFile, names: Mapping[str, Both]) -> None:
    """Draw how many records each partner has in each of the six themes."""
    title = said(N_("Relations by theme"))
    layout.heading(title)
    layout.note(said(NOTE))
    add_chart(layout, title, themes_chart(file.themes, names))
