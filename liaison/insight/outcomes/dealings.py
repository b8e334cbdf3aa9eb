"""Visits and meetings of the period: which came, which went, and what came of them."""

from collections.abc import Callable, Mapping, Sequence
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
    Row,
    Section,
    Table,
    counted,
)
from liaison.insight.outcomes.pieces import (
    compared,
    grouped,
    numbers,
    partner_cell,
    records,
    where,
)
from liaison.insight.outcomes.source import WHOSE, Known, Source
from liaison.language import digits
from liaison.language.both import said
from liaison.time.names import SOLAR_MONTHS

WAYS: Final = ("incoming", "outgoing")
SUBSTANTIVE: Final = "substantive"
_HEIGHT: Final = 84.0
_MONTHS: Final = 12
_CLASS: Final = "outcome_class"
_LABELS: Final[Mapping[str, str]] = {
    "visit": N_("Visits: {what}"),
    "meeting": N_("Meetings: {what}"),
}


def dealings(source: Source) -> Section:
    """Tell the visits and meetings of the period, and how many of them were substantive."""
    earlier = source.before
    visits, visits_before = (
        each.visits("direction", "partner", _CLASS) for each in (source, earlier)
    )
    meetings, meetings_before = (each.meetings(WHOSE, _CLASS) for each in (source, earlier))
    figures = [
        *(
            compared(
                way,
                {"incoming": N_("Incoming visits"), "outgoing": N_("Outgoing visits")}[way],
                "visit",
                where(visits, "direction", way),
                where(visits_before, "direction", way),
            )
            for way in WAYS
        ),
        compared("meetings", N_("Meetings held"), "meeting", meetings, meetings_before),
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
    return Section(
        "dealings",
        said(N_("Visits and meetings")),
        figures,
        [_by_partner(source, visits, meetings)],
        [
            Drawing(
                said(N_("Visits in and out, by month")), visits_chart(visits, source.asked.period)
            )
        ],
    )


def _classes(type_name: str, now: Sequence[Known], then: Sequence[Known]) -> list[Figure]:
    """Return how many were of each class, as a share of all of the type."""
    return [
        Figure(
            f"{type_name}_{key}",
            said(_LABELS[type_name], what=said(label)),
            records(type_name, where(now, _CLASS, key)),
            records(type_name, where(then, _CLASS, key)),
            records(type_name, now),
            records(type_name, then),
            type_name,
        )
        for key, label in OUTCOME_CLASS.options.items()
    ]


def _by_partner(source: Source, visits: Sequence[Known], meetings: Sequence[Known]) -> Table:
    of_visits = grouped(visits, lambda each: each.get("partner") or "")
    of_meetings = grouped(meetings, lambda each: each.get(WHOSE) or "")
    names = source.names({*of_visits, *of_meetings})

    def order(uid: str) -> tuple[bool, int, str]:
        return not uid, -len(of_visits.get(uid, ())) - len(of_meetings.get(uid, ())), uid

    rows = []
    for uid in sorted({*of_visits, *of_meetings}, key=order):
        ours, held = of_visits.get(uid, []), of_meetings.get(uid, [])
        counts = (
            records("visit", where(ours, "direction", "incoming")),
            records("visit", where(ours, "direction", "outgoing")),
            records("visit", where(ours, _CLASS, SUBSTANTIVE)),
            records("meeting", held),
            records("meeting", where(held, _CLASS, SUBSTANTIVE)),
        )
        rows.append(Row((partner_cell(uid, names), *map(counted, counts))))
    labels = (
        ("incoming", N_("Incoming visits")),
        ("outgoing", N_("Outgoing visits")),
        ("substantive_visits", N_("Substantive visits")),
        ("meetings", N_("Meetings held")),
        ("substantive_meetings", N_("Substantive meetings")),
    )
    heading = Column("partner", said(N_("City or body")), share=2.0)
    return Table("partner", said(N_("By city or body")), [heading, *numbers(*labels)], rows)


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
