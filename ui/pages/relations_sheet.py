"""The worksheet of exactly what the page of relations shows."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from liaison.domain.records.relation import Relation
from liaison.domain.rules import classes
from liaison.domain.rules.facts import Facts
from liaison.domain.schema import CLASSIFICATION, fields_of
from liaison.exchange.workbook import Column, Heading, Kind, Line, Sheet
from liaison.i18n import N_, translated
from liaison.time import jalali, span
from liaison.time.span import Span
from ui.figures import figure
from ui.pages.relations_cells import heading_of, kind_words, since_words
from ui.pages.relations_reading import CHOICE_LABELS, Bound, Choice, Reading

_COLUMNS: Final = (
    (N_("City or body"), Kind.TEXT, 22),
    (N_("Country"), Kind.TEXT, 16),
    (N_("Kind of relation"), Kind.TEXT, 28),
    (N_("Stage"), Kind.TEXT, 16),
    (N_("Since"), Kind.DAY, 16),
    (N_("Activity of the relation"), Kind.TEXT, 16),
    (N_("Last contact"), Kind.DAY, 12),
    (N_("Known from"), Kind.TEXT, 30),
    (N_("Days since"), Kind.NUMBER, 8),
    (N_("Open commitments"), Kind.NUMBER, 10),
    (N_("Overdue"), Kind.NUMBER, 8),
    (N_("Why it is dormant"), Kind.TEXT, 36),
    (N_("Relationship officer"), Kind.TEXT, 20),
    (N_("Proposal"), Kind.TEXT, 32),
)


def sheets_of(reading: Reading, shown: Sequence[Bound], choice: Choice) -> list[Sheet]:
    """Return the sheet of the rows in `shown`, and that of the register's totals by kind."""

    def say(message: str) -> str:
        return translated(message, reading.lang)

    day = jalali.dual_date(reading.review.today, reading.lang)
    months = reading.review.thresholds.dormant
    notes = [
        say(N_("As of {day}")).format(day=day),
        say(N_("Dormant: no contact {since}")).format(since=since_words(reading)),
        say(CHOICE_LABELS[choice]).format(months=figure(months)),
    ]
    level = classes.highest(map(class_of, shown))
    if level != classes.NORMAL:
        notes.append(f"{say(N_('Classification'))}: {say(CLASSIFICATION.options[level])}")
    columns = [Column(say(label), kind, width) for label, kind, width in _COLUMNS]
    title = say(N_("Dormant sister cities"))
    lines = list(_lines(reading, shown))
    return [Sheet(title, columns, lines, title, notes, reading.lang), _totals(reading, notes[:1])]


def class_of(bound: Bound) -> str:
    """Return the class of what a row says: of its relations and what is owed to them."""
    return classes.of_print((*bound.line.relations, *bound.line.tasks))


def _totals(reading: Reading, notes: Sequence[str]) -> Sheet:
    lang = reading.lang
    columns = [
        Column(translated(N_("Kind of relation"), lang), width=32),
        Column(translated(N_("Total"), lang), Kind.NUMBER, 10),
    ]
    counts = {kind: each.total() for kind, each in reading.review.totals().items()}
    lines: list[Line] = [(kind_words(kind), count) for kind, count in counts.items()]
    lines.append((translated(N_("Total"), lang), sum(counts.values())))
    name = translated(N_("Relations by kind"), lang)
    return Sheet(name, columns, lines, name, notes, lang)


def _lines(reading: Reading, shown: Sequence[Bound]) -> Iterator[Line]:
    """Yield the rows under their headings; a city with two relations has a row for each."""
    for group, found in groupby(shown, lambda each: each.line.group):
        bound = list(found)
        heading = heading_of(group, bound, reading)
        yield Heading(heading.spoken)
        for each in bound:
            for relation in each.line.relations:
                yield _line(each, relation, heading.text, reading)


def _day(since: Span | None, lang: str) -> date | str:
    """Return a day that is known as such; a year or a season stays in words."""
    if since is None:
        return ""
    exact = since.since if since.since == since.until else None
    return exact or span.show(since, lang)


def _line(bound: Bound, relation: Facts, group: str, reading: Reading) -> Line:
    lang, contact = reading.lang, bound.line.contact
    stage, since = relation.get("stage"), relation.get("since")
    return (
        bound.title,
        bound.country,
        kind_words(relation.get("kind")),
        fields_of(Relation)["stage"].kind.show(stage, lang) if stage else "",
        _day(since, lang),
        group,
        contact.day if contact else None,
        bound.contact[2] if bound.contact else "",
        bound.line.days(reading.review.today),
        bound.line.owing.open,
        bound.line.owing.overdue,
        bound.reason,
        " · ".join(name for _uid, name in bound.officers),
        " · ".join(title for _uid, title in bound.tasks),
    )
