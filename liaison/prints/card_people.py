"""Who gets a card: the members of a delegation, and our side at its meetings."""

from collections.abc import Sequence
from dataclasses import dataclass

from liaison.domain.records.participant import Participant
from liaison.domain.records.partner import Partner
from liaison.domain.records.person import Person
from liaison.domain.rules import names, precedence
from liaison.domain.rules.facts import Facts
from liaison.prints.both import COMMA, Both, by_language, joined
from liaison.prints.excerpts import Excerpts
from liaison.prints.visit_file import VisitFile


@dataclass(frozen=True)
class Bearer:
    """One person as cards name them; `name` is empty for who is known by office alone.

    `key` is the uid of the member, or of the person of our side; `record` is the row the name is
    put right in, `role` that in the delegation, empty for our side.
    """

    key: str
    name: Both
    full: Both
    office: Both
    place: Both
    role: str
    record: Facts
    person: Facts | None

    @property
    def called(self) -> Both:
        """The name, or the office where no name is known."""
        return self.name or self.office


def members(excerpts: Excerpts, file: VisitFile) -> list[Bearer]:
    """Return the members who come, in their order, the support group last."""
    listing = precedence.listing(file.members)
    there = [*listing.members, *listing.support]
    everyone = list(file.people.values())
    return [_member(excerpts, file, each, everyone) for each in there]


def hosts(excerpts: Excerpts, file: VisitFile) -> list[Bearer]:
    """Return our side at the meetings of the visit, each once, in the order of the first."""
    rows: dict[str, Facts] = {}
    for meeting in file.meetings:
        taking_part = excerpts.rows(Participant, {"meeting": meeting.uid})
        taking_part.sort(key=lambda each: each.get("rank") or 0)
        for each in taking_part:
            if each.get("side") == "ours" and each.get("attendance") not in precedence.AWAY:
                rows.setdefault(each.get("person") or each.uid, each)
    people = {
        key: person
        for key, row in rows.items()
        if (person := excerpts.record(Person, row.get("person"))) is not None
    }
    everyone = list(people.values())
    return [
        _bearer(
            excerpts, key, row, people.get(key), excerpts.text(row, "capacity"), Both(), everyone
        )
        for key, row in rows.items()
    ]


def _member(
    excerpts: Excerpts, file: VisitFile, member: Facts, everyone: Sequence[Facts]
) -> Bearer:
    person = file.people.get(member.get("person") or "")
    city = excerpts.record(Partner, member.get("city")) or file.partner
    place = Both()
    if city is not None:
        place = joined((excerpts.text(city, "name"), excerpts.shown(city, "country")), COMMA)
    office = excerpts.text(member, "title")
    return _bearer(excerpts, member.uid, member, person, office, place, everyone)


def _bearer(
    excerpts: Excerpts,
    key: str,
    row: Facts,
    person: Facts | None,
    office: Both,
    place: Both,
    everyone: Sequence[Facts],
) -> Bearer:
    short = full = Both()
    if person is not None:
        excerpts.text(person, "family_name")
        short = by_language(lambda lang: names.on_card(person, everyone, lang))
        full = by_language(lambda lang: names.plain(person, lang))
    return Bearer(key, short, full, office, place, row.get("role") or "", row, person)
