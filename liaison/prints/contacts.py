"""Whom one reaches how on a visit: the host officer first, then everyone else of the house."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from liaison.domain.records.checklist_item import ChecklistItem
from liaison.domain.records.officer import Officer
from liaison.domain.records.person import Person
from liaison.domain.records.position import Position
from liaison.domain.rules.facts import Facts
from liaison.i18n import N_
from liaison.prints.both import Both, said
from liaison.prints.excerpts import Excerpts
from liaison.prints.people import titled_name_of
from liaison.prints.visit_file import VisitFile

_REACHED: Final = ("mobile", "phone", "messenger", "email")


@dataclass(frozen=True)
class Contact:
    """Someone with their office or duty, and the ways to reach them."""

    name: Both
    office: Both
    ways: Sequence[Both]


def of_the_house(excerpts: Excerpts, file: VisitFile) -> list[Contact]:
    """Return the host officer, whoever else is responsible for something, and the interpreter."""
    tasks = excerpts.rows(ChecklistItem, {"visit": file.visit.uid})
    host = file.visit.get("host_officer")
    named = [each.get("responsible") for each in (*file.programme, *tasks)]
    officers = (excerpts.record(Officer, uid) for uid in dict.fromkeys((host, *named)))
    found = [
        _officer(excerpts, each, is_host=each.uid == host) for each in officers if each is not None
    ]
    interpreter = excerpts.record(Person, file.visit.get("interpreter"))
    duty = said(N_("Interpreter"))
    found.append(Contact(titled_name_of(excerpts, interpreter), duty, ways(excerpts, interpreter)))
    return _known(found)


def of_the_partner(excerpts: Excerpts, file: VisitFile) -> list[Contact]:
    """Return who holds an office at the body that the visit is with."""
    if file.partner is None:
        return []
    found = []
    for each in excerpts.rows(Position, {"partner": file.partner.uid}):
        person = excerpts.record(Person, each.get("person"))
        title = excerpts.text(each, "title")
        found.append(Contact(titled_name_of(excerpts, person), title, ways(excerpts, person)))
    return _known(found)


def ways(excerpts: Excerpts, person: Facts | None) -> list[Both]:
    """Return every way to reach a person, telephones first."""
    if person is None:
        return []
    return list(filter(None, (excerpts.shown(person, key) for key in _REACHED)))


def _officer(excerpts: Excerpts, officer: Facts, *, is_host: bool) -> Contact:
    person = excerpts.record(Person, officer.get("person"))
    duty = said(N_("Host officer")) if is_host else excerpts.shown(officer, "role")
    mail = excerpts.shown(officer, "email")
    reached = [*ways(excerpts, person), *([mail] if mail else ())]
    return Contact(excerpts.text(officer, "name"), duty, reached)


def _known(found: Iterable[Contact]) -> list[Contact]:
    """Leave out whom nobody could reach."""
    return [each for each in found if each.ways]
