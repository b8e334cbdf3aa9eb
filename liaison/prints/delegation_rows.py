"""The members of a delegation as lists have them: by precedence, the support group last."""

from collections import Counter

from liaison.domain.records.partner import Partner
from liaison.domain.rules import names, precedence
from liaison.domain.rules.facts import Facts
from liaison.i18n import N_
from liaison.prints.both import COMMA, Both, by_language, counted, figure, joined, said, short_day
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout_tables import Band, TableRow, dashed
from liaison.prints.people import name_of
from liaison.prints.styled import Words, bold, muted, together
from liaison.prints.visit_file import VisitFile
from liaison.time import clock, instant


def numbered(excerpts: Excerpts, file: VisitFile, *, internal: bool) -> list[TableRow | Band]:
    """Return a row for each member who comes, the support group below its line.

    Where the house has both languages on one page, city and role share a column.
    """
    close = internal and excerpts.edition.is_facing
    listing = precedence.listing(file.members)
    rows: list[TableRow | Band] = []
    numbers = precedence.numbers(file.members)
    for each in (*listing.members, *listing.support):
        if listing.support and each is listing.support[0]:
            rows.append(Band(said(N_("Support group"))))
        name, office, city, role = _member(excerpts, file, each)
        place = (together((city, role), "<br/>"),) if close else (city, role)
        row = (figure(numbers[each.uid]), name, office, *place)
        rows.append(dashed((*row, *_travels(excerpts, file, each))) if internal else row)
    return rows


def away(excerpts: Excerpts, file: VisitFile) -> list[TableRow]:
    """Return who does not come, and why; for the house alone."""
    numbers = precedence.numbers(file.members)
    return [
        (
            figure(numbers[each.uid]),
            listed_name(excerpts, file, each),
            excerpts.text(each, "title"),
            joined(
                (excerpts.shown(each, "attendance"), excerpts.shown(each, "attendance_reason")),
                ": ",
            ),
        )
        for each in precedence.listing(file.members).away
    ]


def statistics(excerpts: Excerpts, file: VisitFile) -> Both:
    """Return how many come, how many of them interpret, and from which cities."""
    listing = precedence.listing(file.members)
    there = [*listing.members, *listing.support]
    if not there:
        return Both()
    interpreters = sum(each.get("role") == "interpreter" for each in there)
    cities = Counter(each.get("city") for each in there if each.get("city"))
    by_city = [
        joined((excerpts.text(city, "name"), figure(count)), ": ")
        for uid, count in cities.most_common()
        if (city := excerpts.record(Partner, uid)) is not None
    ]
    return joined(
        (
            counted(N_("{count} member"), N_("{count} members"), len(there)),
            counted(N_("{count} interpreter"), N_("{count} interpreters"), interpreters)
            if interpreters
            else Both(),
            *(by_city if len(by_city) > 1 else ()),
        )
    )


def listed_name(excerpts: Excerpts, file: VisitFile, member: Facts) -> Words:
    """Return the name as lists have it, "SALIMZADE Mehdi"; for none, that it is to come."""
    person = file.people.get(member.get("person") or "")
    name = name_of(excerpts, person)
    if person is None or not name:
        return muted(said(names.TO_BE_CONFIRMED))
    shown = by_language(lambda lang: names.in_list(person, lang) or name.of(lang))
    return bold(shown)


def _member(
    excerpts: Excerpts, file: VisitFile, member: Facts
) -> tuple[Words, Words, Words, Words]:
    """Return name, office, city and role; whose city is not told comes from that of all."""
    place = excerpts.record(Partner, member.get("city")) or file.home
    return (
        listed_name(excerpts, file, member),
        excerpts.text(member, "title"),
        joined(
            (
                excerpts.text(place, "name") if place is not None else Both(),
                excerpts.shown(place, "country") if place is not None else Both(),
            ),
            COMMA,
        ),
        excerpts.shown(member, "role"),
    )


def _travels(excerpts: Excerpts, file: VisitFile, member: Facts) -> tuple[Words, ...]:
    """Return passport, flights, room and diet with telephone: what only the house has."""
    person = file.people.get(member.get("person") or "")
    passport = excerpts.shown(person, "passport_no") if person is not None else Both()
    diet = excerpts.shown(person, "diet") if person is not None else Both()
    phone = Both()
    if person is not None:
        phone = excerpts.shown(person, "mobile") or excerpts.shown(person, "phone")
    return (
        passport,
        _flight(excerpts, member, "arrives", "arrival_flight"),
        _flight(excerpts, member, "departs", "departure_flight"),
        excerpts.shown(member, "room"),
        together((diet, phone), "<br/>"),
    )


def _flight(excerpts: Excerpts, member: Facts, when: str, flight: str) -> Words:
    """Return day and hour, and below them the flight."""
    moment = member.get(when)
    code = excerpts.shown(member, flight)
    if moment is None:
        return code
    excerpts.shown(member, when)
    local = moment.astimezone(instant.zone())
    time = by_language(lambda lang: clock.show(local.time(), lang))
    return together((joined((short_day(local.date()), time), " "), code), "<br/>")
