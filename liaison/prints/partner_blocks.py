"""The rows of a partner's profile: who they are, what happened, who needs what."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from liaison.domain.records.person import Person
from liaison.domain.records.position import Position
from liaison.domain.rules.claims import by_fact
from liaison.domain.rules.facts import Facts, in_order
from liaison.domain.rules.freshness import is_old, known_on
from liaison.domain.rules.matching import matches
from liaison.domain.schema import fields_of
from liaison.i18n import N_
from liaison.insight.partner_file import PartnerFile
from liaison.language import digits
from liaison.prints.bond import relation_words
from liaison.prints.both import Both, bracketed, by_language, joined, plain_span, said, short_day
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout_tables import Item, TableRow
from liaison.prints.partner_chart import Event
from liaison.prints.partner_standing import UNDATED, kind_of
from liaison.prints.people import name_of
from liaison.prints.sides import Sides
from liaison.prints.styled import (
    AMBER,
    Styled,
    Words,
    alarming,
    bold,
    coloured,
    listed,
    muted,
    together,
)
from liaison.storage.row import Row
from liaison.time import abroad

# Translators: «نیازمند به‌روزرسانی» in Persian.
OUT_OF_DATE: Final = N_("needs updating")
_NOBODY: Final = Both("–", "–")
_CITIES: Final = frozenset({"city", "municipality"})
_ABOUT: Final = ("languages", "weekend", "website")


def identity(excerpts: Excerpts, file: PartnerFile, today: date) -> list[tuple[Both, Words]]:
    """Return who the partner is; figures with their day, and a word where that is long ago."""
    partner = file.partner
    labels = fields_of(excerpts.type_of(partner))
    where = joined((excerpts.shown(partner, "country"), excerpts.shown(partner, "region")))
    is_city = partner.get("kind") in _CITIES
    rows: list[tuple[Both, Words]] = [
        (said(N_("Names")), _names(excerpts, partner)),
        (said(N_("Country")), where),
        (said(N_("Mayor") if is_city else N_("Head of the body")), _head(excerpts, file, today)),
        (said(N_("Population")), _population(excerpts, partner, today)),
        *((said(labels[key].label), excerpts.shown(partner, key)) for key in _ABOUT),
        (said(N_("Time difference")), _hours(excerpts, file, today)),
    ]
    verified = partner.get("verified_on")
    if verified is not None and not excerpts.edition.guest:
        rows.append(
            (said(N_("Checked on")), _dated(excerpts, short_day(verified), verified, today))
        )
    return [row for row in rows if row[1]]


def relations(excerpts: Excerpts, file: PartnerFile, today: date) -> list[Item]:
    """Return each relation with the source it is known from, and whether that is old."""
    return [_relation(excerpts, each, today) for each in file.relations]


def differ(excerpts: Excerpts, rows: Iterable[Facts]) -> bool:
    """Tell whether several records come from different places; a guest is not told."""
    if excerpts.edition.guest:
        return False
    return len({each.get("source") for each in rows} - {None, ""}) > 1


def timeline(excerpts: Excerpts, file: PartnerFile) -> list[TableRow]:
    """Return what took place, the newest first, what has no day last."""
    rows: list[TableRow] = []
    for each in file.happenings:
        kind = kind_of(excerpts, each.record)
        if each.record.get("direction"):
            kind = joined((kind, excerpts.shown(each.record, "direction")))
        title = excerpts.text(each.record, "title") or excerpts.shown(each.record, "kind")
        rows.append((_when(excerpts, each.record, each.day), title, kind))
    return rows


def events(excerpts: Excerpts, file: PartnerFile) -> list[Event]:
    """Return what took place on a known day or in a known stretch of days, the newest first."""
    found = []
    for each in file.happenings:
        signed = each.record.get("signed_on")
        if each.day is not None:
            when = short_day(each.day)
            if signed is not None and signed.precision != "day":
                when = plain_span(signed, dual=False)
            title = excerpts.text(each.record, "title") or excerpts.shown(each.record, "kind")
            found.append(Event(each.day, title, when))
    return found


def matched(excerpts: Excerpts, file: PartnerFile, sides: Sides) -> list[TableRow]:
    """Return the needs of either side beside what the other could give, then what met nothing."""
    rows: list[TableRow] = []
    given: set[str] = set()
    ours, theirs = sides.heading("ours"), sides.heading("theirs")
    for needing, giving, owner, giver in (
        (file.our_subjects, file.subjects, ours, theirs),
        (file.subjects, file.our_subjects, theirs, ours),
    ):
        for each in matches(needing, giving):
            given |= {gift.uid for gift in each.gifts}
            gifts = [_owned(excerpts, gift, giver) for gift in each.gifts]
            if each.gifts or owner is theirs:
                need = _owned(excerpts, each.need, owner)
                rows.append((_theme(excerpts, each.need), need, listed(gifts) or _NOBODY))
    rows.sort(key=lambda row: row[2] is _NOBODY)
    return rows + [
        (_theme(excerpts, each), _NOBODY, _owned(excerpts, each, theirs))
        for each in file.subjects
        if each.get("kind") != "need" and each.uid not in given
    ]


def experience(excerpts: Excerpts, row: Facts) -> TableRow:
    """Word an experience with its lesson."""
    result = joined((excerpts.shown(row, "result"), excerpts.shown(row, "direction")))
    return bold(excerpts.text(row, "title")), result, excerpts.text(row, "lesson")


def claims(excerpts: Excerpts, rows: Sequence[Facts], today: date) -> list[TableRow]:
    """Word what each source says of a fact, beside what others say of the same one."""
    found: list[TableRow] = []
    for stated in by_fact(rows):
        fact: Words = excerpts.text(stated.claims[0], "fact")
        if stated.disagree:
            disagree = coloured(said(N_("the sources disagree")), AMBER)
            fact = together((fact, disagree), "<br/>")
        for at, each in enumerate(stated.claims):
            value = joined((excerpts.shown(each, "value"), excerpts.text(each, "qualifier")))
            found.append((Both() if at else fact, value, _source(excerpts, each, today)))
    return found


def contacts(excerpts: Excerpts, file: PartnerFile, today: date) -> list[TableRow]:
    """Return who holds which office there today, the highest first; how to reach them inside."""
    rows: list[TableRow] = []
    for each in _positions(excerpts, file, today):
        person = excerpts.record(Person, each.get("person"))
        if person is None or not excerpts.handed([person]):
            continue
        row: list[Words] = [bold(name_of(excerpts, person)), excerpts.text(each, "title")]
        if not excerpts.edition.guest:
            ways = (excerpts.shown(person, key) for key in ("mobile", "phone", "email"))
            row.append(next(filter(None, ways), _NOBODY))
        rows.append(row)
    return rows


def _names(excerpts: Excerpts, partner: Facts) -> Both:
    """Return the names of the partner in every language, that of the paper first."""
    name = excerpts.text(partner, "name")
    persian = name.fa if partner.get("name_fa") else ""
    english = name.en if partner.get("name_en") else ""
    local = excerpts.shown(partner, "name_local").fa

    def worded(*names: str) -> str:
        return " · ".join(dict.fromkeys(filter(None, (*names, local))))

    return Both(worded(persian, english), worded(english, persian))


def _positions(excerpts: Excerpts, file: PartnerFile, today: date) -> list[Facts]:
    """Return the offices held there today."""
    bodies = frozenset(each.uid for each in file.bodies)
    rows = excerpts.handed(excerpts.rows(Position, {"partner": bodies}))
    return in_order((each for each in rows if _lasts(each, today)), "rank_level")


def _lasts(position: Facts, today: date) -> bool:
    until = position.get("until")
    return until is None or until.until is None or until.until >= today


def _head(excerpts: Excerpts, file: PartnerFile, today: date) -> Both:
    """Return who leads the city or body."""
    for each in _positions(excerpts, file, today):
        person = excerpts.record(Person, each.get("person"))
        if each.get("rank_level") == 1 and person is not None and excerpts.handed([person]):
            return name_of(excerpts, person)
    return Both()


def _population(excerpts: Excerpts, partner: Facts, today: date) -> Words:
    """Return the population with the day and the source it is of."""
    count, day = excerpts.shown(partner, "population"), partner.get("population_on")
    if not count:
        return count
    source = _source_words(excerpts, partner)
    if day is None:
        return together((count, source))
    dated = said(N_("(as of {day})"), day=short_day(day))
    return together((_dated(excerpts, joined((count, dated), " "), day, today), source))


def _dated(excerpts: Excerpts, words: Words, day: date | None, today: date) -> Words:
    """Mark what is older than two years, for the house alone."""
    if not is_old(day, today) or excerpts.edition.guest:
        return words
    return together((words, alarming(said(OUT_OF_DATE))))


def _hours(excerpts: Excerpts, file: PartnerFile, today: date) -> Both:
    """Return how far their clocks are from ours; a guest reads in which country ours are."""
    country = file.partner.get("country")
    apart = abroad.difference(country, today) if country else None
    if apart is None:
        return Both()
    if not apart:
        return said(N_("none"))
    whole, minutes = divmod(abs(apart).seconds // 60, 60)
    length = f"{whole}:{minutes:02}"
    hours, is_ahead = Both(digits.to_persian(length), length), apart > timedelta()
    if not excerpts.edition.guest:
        return said(N_("{hours} ahead of us") if is_ahead else N_("{hours} behind us"), hours=hours)
    place = excerpts.shown(file.own, "country") if file.own is not None else Both()
    message = N_("{hours} ahead of {place}") if is_ahead else N_("{hours} behind {place}")
    return said(message, hours=hours, place=place) if place else Both()


def _relation(excerpts: Excerpts, row: Row, today: date) -> Item:
    words = _dated(
        excerpts, relation_words(excerpts, row), known_on(row, today, row.updated_at.date()), today
    )
    return Item(tuple(filter(None, (words, _source_words(excerpts, row)))))


def _source(excerpts: Excerpts, row: Facts, today: date) -> Words:
    """Return where a claim stands and of when it speaks."""
    as_of = row.get("as_of")
    when = joined((excerpts.shown(row, "source"), excerpts.when(row, "as_of")))
    return _dated(excerpts, when, as_of.until if as_of else None, today)


def _source_words(excerpts: Excerpts, row: Facts) -> Styled:
    """Return where something is known from; a guest is not told."""
    if excerpts.edition.guest:
        return Styled()
    source = excerpts.alone(row, "source")
    return muted(by_language(lambda lang: _sourced(source, lang)))


def _sourced(source: Both, lang: str) -> str:
    return said(N_("source: {source}"), source=source).of(lang) if source.of(lang) else ""


def _when(excerpts: Excerpts, record: Facts, day: date | None) -> Words:
    """Return the day of something, as exactly as it is known."""
    signed = record.get("signed_on")
    if signed is not None and signed.precision != "day":
        return excerpts.when(record, "signed_on")
    return short_day(day) or muted(said(UNDATED))


def _theme(excerpts: Excerpts, row: Facts) -> Both:
    return excerpts.shown(row, "theme") or _NOBODY


def _owned(excerpts: Excerpts, row: Facts, owner: Both) -> Styled:
    """Word a subject and say whose it is."""
    return together((excerpts.shown(row, "subject"), muted(bracketed(owner))))
