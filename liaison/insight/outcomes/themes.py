"""The six themes by partner: in which of them something moved in the period."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from liaison.domain.rules.outcomes import THEMES, by_theme
from liaison.domain.schema.vocabulary import THEME
from liaison.drawing.matrix import matrix
from liaison.drawing.setting import Category, Setting
from liaison.drawing.shapes import Chart
from liaison.i18n import N_
from liaison.insight.outcomes.declaration import (
    Cell,
    Column,
    Drawing,
    Records,
    Row,
    Section,
    Table,
)
from liaison.insight.outcomes.parties import parties
from liaison.insight.outcomes.pieces import numbers, partner_cell, records
from liaison.insight.outcomes.source import WHOSE, Known, Source
from liaison.language.both import Both, said

_TYPES: Final = ("follow_up", "agreement", "article", "experience")
NOTE: Final = N_(
    "Number of follow-ups, agreements, clauses and experiences; "
    "one with several themes counts in each."
)
Counted = tuple[str, str, Known]
"""The type of a record, its partner, and the record."""


def themes(source: Source) -> Section:
    """Tell in which themes something moved with whom."""
    now = list(themed(source))
    counts = by_theme((uid, each) for _type, uid, each in now)
    names = source.names(counts)
    chart = Drawing(said(N_("Relations by theme")), themes_chart(counts, names))
    table = _matrix(now, counts, names)
    return Section("themes", said(N_("Themes")), (), [table], [chart])


def themed(source: Source) -> Iterator[Counted]:
    """Yield what of the period has a theme, with each of its partners that is not our own."""
    ours = source.ours()
    articles = source.articles("theme", "agreement", extra="article.theme IS NOT NULL")
    signed = [each for each in source.agreements("themes") if each.get("themes")]
    bound = parties(
        source, [*(each.get("agreement") for each in articles), *(each.uid for each in signed)]
    )
    for each in source.follow_ups("theme", WHOSE, extra="follow_up.theme IS NOT NULL"):
        yield from _with("follow_up", [each.get(WHOSE)], each, ours)
    for each in source.experiences("theme", "partner"):
        yield from _with("experience", [each.get("partner")], each, ours)
    for each in articles:
        yield from _with("article", bound.get(each.get("agreement"), ()), each, ours)
    for each in signed:
        yield from _with("agreement", bound.get(each.uid, ()), each, ours)


def _with(
    type_name: str, partners: Sequence[str | None], record: Known, ours: frozenset[str]
) -> Iterator[Counted]:
    for uid in partners:
        if uid and uid not in ours and _themes_of(record):
            yield type_name, uid, record


def _themes_of(record: Known) -> Sequence[str]:
    several: Sequence[str] = record.get("themes") or ()
    return several or ([record.get("theme")] if record.get("theme") else ())


def _of(rows: Sequence[Counted], type_name: str, theme: str) -> Records:
    return records(
        type_name,
        (each for kind, _uid, each in rows if kind == type_name and theme in _themes_of(each)),
    )


def _matrix(
    rows: Sequence[Counted], counts: Mapping[str, tuple[int, ...]], names: Mapping[str, Both]
) -> Table:
    """Return a row for each partner, that with most first, and a column for each theme."""
    of_partner: dict[str, list[Counted]] = {}
    for each in rows:
        of_partner.setdefault(each[1], []).append(each)
    told = [
        Row(
            (
                partner_cell(uid, names),
                *(_cell(of_partner[uid], theme) for theme in THEMES),
            )
        )
        for uid in counts
    ]
    heading = Column("partner", said(N_("City or body")), share=1.8)
    title = said(N_("Relations by theme"))
    return Table("themes", title, [heading, *numbers(*THEME.options.items())], told, said(NOTE))


def _cell(rows: Sequence[Counted], theme: str) -> Cell:
    found = [_of(rows, type_name, theme) for type_name in _TYPES]
    return Cell(sum(map(len, found)), several=tuple(each for each in found if each))


def themes_chart(
    counts: Mapping[str, tuple[int, ...]], names: Mapping[str, Both]
) -> Callable[[Setting], Chart]:
    """Return what draws how many records each partner has in each theme."""

    def draw(setting: Setting) -> Chart:
        lang = setting.language
        headings = [said(label).of(lang) for label in THEME.options.values()]
        rows = [Category(_name(names[uid], lang), values) for uid, values in counts.items()]
        return matrix(rows, headings, setting)

    return draw


def _name(words: Both, lang: str) -> str:
    return words.of(lang) or words.fa or words.en
