"""The command that counts: records by type, and the figures of the outcomes."""

from argparse import ArgumentTypeError
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from liaison.commands.parser import Parser
from liaison.commands.request import Request, day, declare_json, declare_today, opened
from liaison.commands.terminal import figure, say_json, say_rows
from liaison.domain.rules.periods import Period, half_year, quarter_of, year_of
from liaison.i18n import _
from liaison.time import jalali
from liaison.time.instant import zone

if TYPE_CHECKING:
    from liaison.insight.outcomes.declaration import Figure
    from liaison.storage.archive import Archive

_RUNNING: Final[Mapping[str, Callable[[date], Period]]] = {
    "half": half_year,
    "quarter": quarter_of,
    "year": year_of,
}
"""The stretches of the Solar Hijri year that one can ask for by name."""
_BETWEEN: Final = ".."


def declare_stats(parser: Parser) -> None:
    """Declare what `stats` takes."""
    declare_json(parser)
    declare_today(parser)
    parser.choices.add_argument(
        "--period",
        type=_period,
        default=half_year,
        metavar="P",
        help=_("half, quarter or year, or two days: 2026-03-21..2026-09-22; else the half-year."),
    )


def stats(request: Request) -> int:
    """Count the records by type, without the bin, and tell the outcomes of the period."""
    from liaison.domain.records import CATALOGUE

    asked = request.options
    today: date = asked.today or datetime.now(zone()).date()
    period = asked.period(today)
    with opened(request) as archive:
        counts = archive.counts()
        told = _outcomes(archive, period, today)
    figures = {each.__tablename__: counts.get(each.__tablename__, 0) for each in CATALOGUE}
    if asked.json:
        say_json({**figures, "outcomes": _as_json(period, told)})
        return 0
    labels = {each.__tablename__: _(each.plural) for each in CATALOGUE}
    say_rows((figure(count), labels[name]) for name, count in figures.items() if count)
    words = _("From {since} to {until}")
    lang = request.language
    since, until = (jalali.short_date(each, lang) for each in (period.since, period.until))
    say_rows([(words.format(since=since, until=until),)])
    say_rows(
        (figure(each.value), figure(each.value_before or 0), each.label.of(lang))
        for each in told.values()
        if each.value or each.value_before
    )
    return 0


def _outcomes(archive: "Archive", period: Period, today: date) -> dict[str, "Figure"]:
    """Return every figure of the outcomes by the keys of its section and its own."""
    from liaison.insight.outcomes.declaration import Asked
    from liaison.insight.outcomes.sections import SECTIONS, outcomes

    sheet = outcomes(archive, Asked(period, today))
    return {f"{key}.{each.key}": each for key in SECTIONS for each in sheet.section(key).figures}


def _as_json(period: Period, told: Mapping[str, "Figure"]) -> dict[str, object]:
    return {
        "since": period.since.isoformat(),
        "until": period.until.isoformat(),
        "figures": {
            key: {"value": each.value, "before": each.value_before} for key, each in told.items()
        },
    }


def _period(text: str) -> Callable[[date], Period]:
    """Read a period: a name, or two days."""
    if text in _RUNNING:
        return _RUNNING[text]
    since, between, until = text.partition(_BETWEEN)
    if not between or day(since) > day(until):
        raise ArgumentTypeError(
            _("“{text}” is not a period such as 2026-03-21..2026-09-22.").format(text=text)
        )
    found = Period(day(since), day(until))
    return lambda _today: found
