"""What other records are called in a file; those that may not leave are not named in it."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import NamedTuple

from liaison.domain.records import by_name
from liaison.domain.rules import classes
from liaison.domain.schema import fields_of
from liaison.exchange.leaving.order import Order, may_leave
from liaison.storage.archive import Archive


class Named(NamedTuple):
    """Titles by uid, and the class of whoever is named."""

    titles: Mapping[str, str]
    classification: str


def named(archive: Archive, uids: Collection[str], order: Order) -> Named:
    """Return what the records `uids` are called in the language of the order."""
    of_type: dict[str, set[str]] = defaultdict(set)
    for uid, name in archive.types(uids).items():
        if "classification" in fields_of(by_name(name)):
            of_type[name].add(uid)
    rows = [
        row
        for name, own in of_type.items()
        for row in archive.rows(by_name(name), {"uid": frozenset(own)})
    ]
    going = [row for row in rows if order.classified or may_leave(row)]
    behind = {row.uid for row in rows} - {row.uid for row in going}
    return Named(archive.titles(set(uids) - behind, order.lang), classes.of_print(going))
