"""The rows of a partner's profile: who they are, what happened, who needs what."""

from datetime import date, timedelta
from typing import Final

from liaison.domain.records.person import Person
from liaison.domain.records.position import Position
from liaison.domain.rules.facts import Facts, in_order
from liaison.domain.schema import fields_of
from liaison.i18n import N_
from liaison.prints.bond import relation_words
from liaison.prints.both import Both, by_language, counted, joined, said, short_day
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout_tables import TableRow
from liaison.prints.partner_file import PartnerFile, matches
from liaison.prints.people import name_of
from liaison.prints.styled import Styled, Words, alarming, bold, muted, together

MOST_HAPPENINGS: Final = 8
"""How many events stand in the profile; the archive has them all."""
_OLD: Final = timedelta(days=2 * 366)
# Translators: «نیازمند به‌روزرسانی» in Persian.
OUT_OF_DATE: Final = N_("needs updating")
_ABOUT: Final = ("country", "region", "languages", "weekend", "website")


def identity(excerpts: Excerpts, file: PartnerFile, today: date) -> list[tuple[Both, Words]]:
    """Return who the partner is; figures with their day, and a word where that is long ago."""
    partner = file.partner
    labels = fields_of(excerpts.type_of(partner))
    rows: list[tuple[Both, Words]] = [
        (said(labels[key].label), excerpts.shown(partner, key)) for key in _ABOUT
    ]
    rows.insert(0, (said(labels["name_local"].label), excerpts.shown(partner, "name_local")))
    rows.append((said(labels["population"].label), _population(excerpts, partner, today)))
    rows.append((said(N_("Head of the city")), _head(excerpts, file)))
    verified = partner.get("verified_on")
    if verified is not None and today - verified > _OLD and not excerpts.edition.guest:
        checked = together((short_day(verified), alarming(said(OUT_OF_DATE))))
        rows.append((said(N_("Checked on")), checked))
    kept = [row for row in rows if row[1]]
    return kept or [(said(N_("Country")), Both())]


def relation(excerpts: Excerpts, row: Facts, today: date) -> Styled:
    """Word a relation with the source it is known from, and whether that is old."""
    parts: list[Words] = [relation_words(excerpts, row)]
    source = row.get("source")
    if source and not excerpts.edition.guest:
        parts.append(muted(said(N_("source: {source}"), source=source)))
    as_of = None if excerpts.edition.guest else row.get("as_of")
    if as_of and as_of.until and today - min(as_of.until, today) > _OLD:
        parts.append(alarming(said(OUT_OF_DATE)))
    return together(parts, " · ")


def timeline(excerpts: Excerpts, file: PartnerFile) -> list[TableRow]:
    """Return what took place, the newest first."""
    rows: list[TableRow] = []
    for each in file.happenings:
        record_type = excerpts.type_of(each.record)
        kind = said(record_type.singular)
        way = each.record.get("direction")
        if way:
            kind = joined((kind, excerpts.shown(each.record, "direction")))
        rows.append((short_day(each.day), excerpts.text(each.record, "title"), kind))
    return rows


def more(count: int) -> Both:
    """Say plainly how many events are not shown."""
    return counted(
        N_("{count} earlier event is in the archive."),
        N_("{count} earlier events are in the archive."),
        count,
    )


def matched(excerpts: Excerpts, file: PartnerFile) -> list[TableRow]:
    """Return the needs of either side beside what the other could give."""
    return [
        (
            excerpts.shown(each.need, "theme"),
            _subject(excerpts, each.need, file),
            _subject(excerpts, each.strength, file),
        )
        for each in matches(file)
    ]


def experience(excerpts: Excerpts, row: Facts) -> TableRow:
    """Word an experience with its lesson."""
    return (
        bold(excerpts.text(row, "title")),
        excerpts.shown(row, "result"),
        excerpts.text(row, "lesson"),
    )


def claim(excerpts: Excerpts, row: Facts) -> TableRow:
    """Word what one source says; what others say stands beside it."""
    value = joined((excerpts.shown(row, "value"), excerpts.text(row, "qualifier")), " ")
    source = row.get("source") or ""
    return (
        excerpts.text(row, "fact"),
        value,
        joined((Both(source, source), excerpts.when(row, "as_of"))),
    )


def contacts(excerpts: Excerpts, file: PartnerFile) -> list[TableRow]:
    """Return who holds which office there today, the highest first."""
    positions = in_order(excerpts.rows(Position, {"partner": file.partner.uid}), "rank_level")
    rows: list[TableRow] = []
    for each in positions:
        if each.get("until") is None:
            person = excerpts.record(Person, each.get("person"))
            rows.append((bold(name_of(excerpts, person)), excerpts.text(each, "title")))
    return rows


def _head(excerpts: Excerpts, file: PartnerFile) -> Both:
    """Return who leads the city."""
    for each in excerpts.rows(Position, {"partner": file.partner.uid, "rank_level": 1}):
        if each.get("until") is None:
            return name_of(excerpts, excerpts.record(Person, each.get("person")))
    return Both()


def _population(excerpts: Excerpts, partner: Facts, today: date) -> Words:
    day = partner.get("population_on")
    count = excerpts.shown(partner, "population")
    if not count or day is None:
        return count
    dated = together((count, said(N_("(as of {day})"), day=short_day(day))))
    is_old = today - day > _OLD and not excerpts.edition.guest
    return together((dated, alarming(said(OUT_OF_DATE)))) if is_old else dated


def _subject(excerpts: Excerpts, row: Facts, file: PartnerFile) -> Styled:
    """Word a subject and say whose it is."""
    is_theirs = row in file.subjects
    owner = said(N_("their side") if is_theirs else N_("our side"))
    return together(
        (excerpts.shown(row, "subject"), muted(by_language(lambda lang: f"({owner.of(lang)})")))
    )
