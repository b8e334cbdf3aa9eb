"""When the office was last in touch with each partner."""

from collections.abc import Mapping
from datetime import date, datetime

from liaison.domain.rules.relations import Contact
from liaison.storage import contacts
from liaison.storage.archive import Archive
from liaison.time import instant


def last_contacts(archive: Archive, today: date) -> Mapping[str, Contact]:
    """Return the last contact with each partner by `today`, by the partner's uid.

    What an institution was party to counts for the city it sits in, and the body it belongs to,
    as well. Partners without any contact lack.
    """
    with archive.reading() as connection:
        found = list(contacts.latest(connection, today))
        seats = contacts.seats(connection)
    own: dict[str, tuple[str, str]] = {}
    for partner, moment, record in found:
        _keep(own, partner, (_day(moment), record))
    whole = dict(own)
    for institution, place in seats:
        if institution in own:
            _keep(whole, place, own[institution])
    return {
        partner: Contact(date.fromisoformat(day), record)
        for partner, (day, record) in whole.items()
    }


def _keep(kept: dict[str, tuple[str, str]], partner: str, contact: tuple[str, str]) -> None:
    """Keep the later of two contacts, each a day as it is stored and a record."""
    known = kept.get(partner)
    if known is None or known[0] < contact[0]:
        kept[partner] = contact


def _day(moment: str) -> str:
    """Return the day of a stored day or instant, by the office's own clock."""
    if "T" in moment:
        return datetime.fromisoformat(moment).astimezone(instant.zone()).date().isoformat()
    return moment
