"""Visits and meetings of the period: which came, which went, and what came of them."""

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Final

from liaison.domain.rules.facts import Facts
from liaison.domain.rules.outcomes import by_month
from liaison.domain.rules.periods import Period
from liaison.domain.schema.vocabulary import DIRECTION, OUTCOME_CLASS
from liaison.drawing.columns import columns
from liaison.drawing.setting import Category, Setting
from liaison.drawing.shapes import Chart
from liaison.i18n import N_
from liaison.insight.outcomes.declaration import (
    Column,
    Drawing,
    Figure,
    Records,
    Row,
    Section,
    Table,
    counted,
)
from liaison.insight.outcomes.pieces import chosen, compared, numbers, partner_cell, where, whole
from liaison.insight.outcomes.source import WHOSE, Source, Tally
from liaison.language import digits
from liaison.language.both import said
from liaison.time.names import SOLAR_MONTHS

WAYS: Final = ("incoming", "outgoing")
_SUBSTANTIVE: Final = "substantive"
_HEIGHT: Final = 84.0
_MONTHS: Final = 12
_CLASS: Final = "outcome_class"
_VISIT: Final = (WHOSE, _CLASS, "direction")
_MEETING: Final = (WHOSE, _CLASS)
_OUTCOME, _WAY = 1, 2
"""The places of these in what visits and meetings are counted by."""
_LABELS: Final[Mapping[str, str]] = {
    "visit": N_("Visits: {what}"),
    "meeting": N_("Meetings: {what}"),
}


def dealings(source: Source) -> Section:
    """Tell the visits and meetings of the period, and how many of them were substantive."""
    earlier = source.before
    visits, visits_before = (each.tally("visit", _VISIT) for each in (source, earlier))
    meetings, meetings_before = (each.tally("meeting", _MEETING) for each in (source, earlier))
    figures = [
        *(
            Figure(
                way,
                said(label),
                Records("visit", chosen(visits, _WAY, way)),
                Records("visit", chosen(visits_before, _WAY, way)),
            )
            for way, label in (
                ("incoming", N_("Incoming visits")),
                ("outgoing", N_("Outgoing visits")),
            )
        ),
        Figure(
            "meetings",
            said(N_("Meetings held")),
            Records("meeting", whole(meetings)),
            Records("meeting", whole(meetings_before)),
        ),
        compared(
            "agreements",
            N_("Agreements signed"),
            "agreement",
            source.agreements(),
            earlier.agreements(),
        ),
        *_classes("visit", visits, visits_before),
        *_classes("meeting", meetings, meetings_before),
    ]
    chart = visits_chart(source.visits("direction"), source.asked.period)
    return Section(
        "dealings",
        said(N_("Visits and meetings")),
        figures,
        [_by_partner(source, visits, meetings)],
        [Drawing(said(N_("Visits in and out, by month")), chart)],
    )


def _classes(type_name: str, now: Tally, then: Tally) -> list[Figure]:
    """Return how many were of each class, as a share of all of the type."""
    every, every_before = Records(type_name, whole(now)), Records(type_name, whole(then))
    return [
        Figure(
            f"{type_name}_{key}",
            said(_LABELS[type_name], what=said(label)),
            Records(type_name, chosen(now, _OUTCOME, key)),
            Records(type_name, chosen(then, _OUTCOME, key)),
            every,
            every_before,
            type_name,
        )
        for key, label in OUTCOME_CLASS.options.items()
    ]


def _by_partner(source: Source, visits: Tally, meetings: Tally) -> Table:
    of_visits, of_meetings = _of_partners(visits), _of_partners(meetings)
    names = source.names({*of_visits, *of_meetings})
    told = []
    for uid in {*of_visits, *of_meetings}:
        ours, held = of_visits.get(uid, {}), of_meetings.get(uid, {})
        counts = (
            Records("visit", chosen(ours, _WAY, "incoming")),
            Records("visit", chosen(ours, _WAY, "outgoing")),
            Records("visit", chosen(ours, _OUTCOME, _SUBSTANTIVE)),
            Records("meeting", whole(held)),
            Records("meeting", chosen(held, _OUTCOME, _SUBSTANTIVE)),
        )
        number = len(whole(ours)) + len(counts[3])
        row = Row((partner_cell(uid, names), *map(counted, counts)))
        told.append(((not uid, -number, uid), row))
    rows = [row for _order, row in sorted(told, key=itemgetter(0))]
    labels = (
        ("incoming", N_("Incoming visits")),
        ("outgoing", N_("Outgoing visits")),
        ("substantive_visits", N_("Substantive visits")),
        ("meetings", N_("Meetings held")),
        ("substantive_meetings", N_("Substantive meetings")),
    )
    heading = Column("partner", said(N_("City or body")), share=2.0)
    return Table("partner", said(N_("By city or body")), [heading, *numbers(*labels)], rows)


def _of_partners(tally: Tally) -> Mapping[str, Tally]:
    """Return what of a tally is each partner's, the first of what it is counted by."""
    found: dict[str, dict[tuple[str | None, ...], frozenset[str]]] = {}
    for key, uids in tally.items():
        found.setdefault(key[0] or "", {})[key] = uids
    return found


def visits_chart(visits: Sequence[Facts], period: Period) -> Callable[[Setting], Chart]:
    """Return what draws the visits that came and went, month by month."""
    came, went = (by_month(where(visits, "direction", way), period) for way in WAYS)
    ways = [said(DIRECTION.options[way]) for way in WAYS]
    with_year = len(came) > _MONTHS

    def draw(setting: Setting) -> Chart:
        lang = setting.language
        categories = [
            Category(_month(key, lang, with_year=with_year), (came[key], went[key])) for key in came
        ]
        return columns(categories, setting, tuple(each.of(lang) for each in ways), _HEIGHT)

    return draw


def _month(key: tuple[int, int], lang: str, *, with_year: bool) -> str:
    year, month = key
    name = SOLAR_MONTHS[lang][month - 1]
    return f"{name} {digits.number(year % 100, lang)}" if with_year else name
