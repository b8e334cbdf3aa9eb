"""People as a paper names them: by name and capacity, or by office alone."""

from collections.abc import Mapping
from dataclasses import dataclass

from liaison.domain.rules import names
from liaison.domain.rules.facts import Facts
from liaison.domain.rules.precedence import AWAY
from liaison.i18n import translated
from liaison.prints.both import Both, bracketed, by_language, joined, said
from liaison.prints.excerpts import Excerpts
from liaison.prints.styled import NOT_TRANSLATED, Styled, bold, muted, together


@dataclass(frozen=True)
class Attendee:
    """Someone at a meeting or in a delegation; `name` is empty while only the office is known.

    `titled` is the name with its honorific, `address` how the person wishes to be spoken to, and
    `absence` why someone does not come.
    """

    side: str | None
    name: Both
    titled: Both
    capacity: Both
    address: Both
    absence: Both
    person: Facts | None

    @property
    def called(self) -> Both:
        """The name, or the office where no name is known."""
        return self.name or self.capacity

    @property
    def addressed(self) -> Both:
        """The name with its honorific, or the office where no name is known."""
        return self.titled or self.capacity

    def line(self) -> Styled:
        """Return name and capacity as a list has them; a name still to come is said to be so."""
        if self.name:
            return together((bold(self.titled), self.capacity), " — ")
        to_come = said(names.TO_BE_CONFIRMED)
        if not self.capacity:
            return muted(to_come)
        return together((bold(self.capacity), muted(bracketed(to_come))))


def attendee(
    excerpts: Excerpts, row: Facts, member: Facts | None, people: Mapping[str, Facts]
) -> Attendee:
    """Return who a participant is; what is not said of the meeting is that of the delegation."""
    person = people.get(row.get("person") or (member and member.get("person")) or "")
    capacity = excerpts.text(row, "capacity")
    if not capacity and member is not None:
        capacity = excerpts.text(member, "title")
    return _named(excerpts, row, person, capacity)


def delegate(excerpts: Excerpts, member: Facts, people: Mapping[str, Facts]) -> Attendee:
    """Return who a member of a delegation is."""
    person = people.get(member.get("person") or "")
    return _named(excerpts, member, person, excerpts.text(member, "title"))


def _named(excerpts: Excerpts, row: Facts, person: Facts | None, capacity: Both) -> Attendee:
    name = name_of(excerpts, person)
    address = excerpts.text(person, "form_of_address") if person else Both()
    return Attendee(
        row.get("side"),
        name,
        _titled(person, name),
        capacity,
        address,
        _absence(excerpts, row),
        person,
    )


def name_of(excerpts: Excerpts, person: Facts | None) -> Both:
    """Quote a person's name; where one language lacks it, that is marked and told."""
    if person is None:
        return Both()
    family = excerpts.text(person, "family_name")
    given = excerpts.text(person, "given_name") if not family else Both()
    if not family and not given:
        return Both()
    return by_language(lambda lang: names.plain(person, lang) or translated(NOT_TRANSLATED, lang))


def titled_name_of(excerpts: Excerpts, person: Facts | None) -> Both:
    """Quote a person's name with its honorific."""
    return _titled(person, name_of(excerpts, person))


def _titled(person: Facts | None, name: Both) -> Both:
    """Return the name with what stands before it, such as «جناب آقای دکتر»."""
    if person is None:
        return Both()
    return by_language(lambda lang: names.full(person, lang) or name.of(lang))


def _absence(excerpts: Excerpts, row: Facts) -> Both:
    """Return why someone stays away; a guest edition does not say."""
    if excerpts.edition.guest or row.get("attendance") not in AWAY:
        return Both()
    reason = excerpts.alone(row, "attendance_reason")
    return joined((excerpts.shown(row, "attendance"), reason), ": ")
