"""Who gets a card: the members of a delegation, and who receives them at its meetings."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from liaison.domain.records.participant import Participant
from liaison.domain.records.partner import Partner
from liaison.domain.records.person import Person
from liaison.domain.rules import names, precedence
from liaison.domain.rules.facts import Facts, in_language, in_order
from liaison.language import digits
from liaison.language.phones import HOME_REGION
from liaison.prints.both import COMMA, Both, by_language, joined
from liaison.prints.excerpts import Excerpts
from liaison.prints.visit_file import VisitFile

BETWEEN = " – "
"""Between office and city; a dot would pass for a zero beside a Persian figure."""


@dataclass(frozen=True)
class Bearer:
    """One person as cards name them; `name` is empty for who is known by office alone.

    `key` is the uid of the member, or of the person who receives; `record` is the row the name is
    put right in, `role` that in the delegation, empty for who receives. `is_compatriot` tells who
    is Iranian. What is not translated is empty, and told before printing.
    """

    key: str
    name: Both
    full: Both
    record: Facts
    person: Facts | None
    office: Both = field(default_factory=Both)
    place: Both = field(default_factory=Both)
    role: str = ""
    is_compatriot: bool = False

    @property
    def called(self) -> Both:
        """The name, or the office where no name is known."""
        return self.name or self.office


def members(excerpts: Excerpts, file: VisitFile) -> list[Bearer]:
    """Return the members who come, in their order, the support group last."""
    return _members(excerpts, file, list(file.people.values()))


def sitters(excerpts: Excerpts, file: VisitFile) -> list[Bearer]:
    """Return the members who come, and after them who receives them, each once.

    Who shares a family name with another of them, on whichever side, is told apart.
    """
    hosts = _hosts(excerpts, file)
    people = {
        key: person
        for key, row in hosts.items()
        if (person := excerpts.record(Person, row.get("person"))) is not None
    }
    everyone = [*file.people.values(), *people.values()]
    return [
        *_members(excerpts, file, everyone),
        *(
            replace(
                _bearer(excerpts, key, row, people.get(key), everyone),
                office=card_text(excerpts, row, "capacity"),
            )
            for key, row in hosts.items()
        ),
    ]


def card_text(excerpts: Excerpts, facts: Facts, key: str) -> Both:
    """Quote a text for a card: a language that lacks it is left out, and told before printing."""
    excerpts.text(facts, key)
    persian = digits.in_persian(in_language(facts, key, "fa"))
    return Both(persian, in_language(facts, key, "en"))


def _members(excerpts: Excerpts, file: VisitFile, everyone: Sequence[Facts]) -> list[Bearer]:
    listing = precedence.listing(file.members)
    bearers = []
    for each in (*listing.members, *listing.support):
        person = file.people.get(each.get("person") or "")
        city = excerpts.record(Partner, each.get("city")) or file.home
        bearers.append(
            replace(
                _bearer(excerpts, each.uid, each, person, everyone),
                office=card_text(excerpts, each, "title"),
                place=_place(excerpts, city),
                role=each.get("role") or "",
                is_compatriot=_is_compatriot(file, person, city),
            )
        )
    return bearers


def _is_compatriot(file: VisitFile, person: Facts | None, city: Facts | None) -> bool:
    """Tell whether a member is Iranian: by nationality, else by whose delegation it is."""
    nationality = person.get("nationality") if person is not None else None
    country = nationality or (city.get("country") if city is not None else None)
    if country:
        return bool(country == HOME_REGION)
    return file.is_outgoing


def _hosts(excerpts: Excerpts, file: VisitFile) -> dict[str, Facts]:
    """Return who takes part in the meetings without being a member, in the order of the first."""
    rows: dict[str, Facts] = {}
    for meeting in file.meetings:
        for each in in_order(excerpts.rows(Participant, {"meeting": meeting.uid}), "rank"):
            person = each.get("person")
            is_member = each.get("member") or person in file.people
            if not is_member and each.get("attendance") not in precedence.AWAY:
                rows.setdefault(person or each.uid, each)
    return rows


def _place(excerpts: Excerpts, city: Facts | None) -> Both:
    if city is None:
        return Both()
    parts = card_text(excerpts, city, "name"), excerpts.shown(city, "country")
    return joined(parts, COMMA)


def _bearer(
    excerpts: Excerpts, key: str, row: Facts, person: Facts | None, everyone: Sequence[Facts]
) -> Bearer:
    """Return who bears a card, without office, place and role."""
    short = full = Both()
    if person is not None:
        excerpts.text(person, "family_name")
        short = by_language(lambda lang: _called(person, everyone, lang))
        full = by_language(lambda lang: names.plain(person, lang))
    return Bearer(key, short, full, row, person)


def _called(person: Facts, everyone: Sequence[Facts], lang: str) -> str:
    """Return the name of a place card; an honorific alone is none."""
    return names.on_card(person, everyone, lang) if names.plain(person, lang) else ""
