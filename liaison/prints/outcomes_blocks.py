"""The figures of the outcomes report and the lists behind them."""

from collections.abc import Sequence

from liaison.domain.rules.outcomes import Outcomes, kept
from liaison.domain.schema.vocabulary import OUTCOME_CLASS
from liaison.i18n import N_
from liaison.language import digits
from liaison.prints.both import Both, by_language, figure, joined, said
from liaison.prints.layout import Layout
from liaison.prints.layout_tables import Plan, TableRow
from liaison.prints.outcomes_file import OutcomesFile


def figures(layout: Layout, file: OutcomesFile) -> None:
    """State the figures of the period beside those of the same days a year before."""
    layout.heading(said(N_("The period at a glance")))
    until = file.period.until, file.period.before.until
    now, before = _figures(file.now), _figures(file.before)
    kept_of = [
        [
            kept(each.follow_ups, side, day)
            for each, day in zip((file.now, file.before), until, strict=True)
        ]
        for side in ("ours", "theirs")
    ]
    rows: list[TableRow] = [
        (label, figure(a), figure(b)) for (label, a), (_label, b) in zip(now, before, strict=True)
    ]
    for label, pair in zip(
        (said(N_("Our commitments kept")), said(N_("Their commitments kept"))), kept_of, strict=True
    ):
        rows.append((label, *(_part(each.kept, each.kept + each.open) for each in pair)))
    layout.table(
        [
            Plan(said(N_("Figure")), 2.2, paired=True),
            Plan(said(N_("In the period"))),
            Plan(said(N_("A year before"))),
        ],
        rows,
    )


def trips(layout: Layout, rows: Sequence[TableRow]) -> None:
    """List the journeys with what the council asks of each."""
    plans = [
        Plan(said(N_("Visit")), 1.8, paired=True),
        Plan(said(N_("City or body")), 0.9),
        Plan(said(N_("Days")), width=84),
        Plan(said(N_("Members")), width=44),
        Plan(said(N_("Cost and bearer")), 0.9),
        Plan(said(N_("Achievements")), 1.6, paired=True),
    ]
    _listed(layout, said(N_("Visits")), plans, rows)


def meetings(layout: Layout, rows: Sequence[TableRow]) -> None:
    """List the meetings that were held."""
    plans = [
        Plan(said(N_("Day")), width=72),
        Plan(said(N_("Meeting")), 2.0, paired=True),
        Plan(said(N_("City or body"))),
        Plan(said(N_("Class of outcome")), width=84),
    ]
    _listed(layout, said(N_("Meetings held")), plans, rows)


def agreements(layout: Layout, rows: Sequence[TableRow]) -> None:
    """List the documents that were signed."""
    plans = [
        Plan(said(N_("Signed on")), width=110),
        Plan(said(N_("Agreement")), 2.0, paired=True),
        Plan(said(N_("Stage")), width=90),
    ]
    _listed(layout, said(N_("Agreements signed")), plans, rows)


def overdue(layout: Layout, rows: Sequence[TableRow]) -> None:
    """List the commitments of either side whose day has passed."""
    plans = [
        Plan(said(N_("Commitment")), 2.0, paired=True),
        Plan(said(N_("City or body"))),
        Plan(said(N_("Owed by")), width=62),
        Plan(said(N_("Due on")), width=72),
        Plan(said(N_("State")), width=92),
    ]
    _listed(layout, said(N_("Overdue commitments")), plans, rows)


def _listed(layout: Layout, title: Both, plans: Sequence[Plan], rows: Sequence[TableRow]) -> None:
    layout.heading(title)
    if rows:
        layout.table(plans, rows)
    else:
        layout.nothing()


def _figures(outcomes: Outcomes) -> list[tuple[Both, int]]:
    counts = [
        (said(N_("Incoming visits")), len(outcomes.visits_by_way("incoming"))),
        (said(N_("Outgoing visits")), len(outcomes.visits_by_way("outgoing"))),
        (said(N_("Meetings held")), len(outcomes.meetings)),
        (said(N_("Agreements signed")), len(outcomes.agreements)),
    ]
    outcome = said(N_("Outcomes"))
    return counts + [
        (joined((outcome, said(label)), ": "), outcomes.classes.get(key, 0))
        for key, label in OUTCOME_CLASS.options.items()
    ]


def _part(done: int, whole: int) -> Both:
    """Return how many of how many, with the share of them."""
    if not whole:
        return Both("–", "–")
    share = by_language(lambda lang: digits.percent(100 * done / whole, lang, 0))
    return said(N_("{done} of {all} ({share})"), done=figure(done), all=figure(whole), share=share)
