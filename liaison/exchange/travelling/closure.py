"""What goes along with chosen records: all that is theirs, and what it refers to."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Final

from liaison.domain.records import by_name
from liaison.domain.rules.classes import highest
from liaison.domain.rules.sides import references
from liaison.domain.schema import AnyReference, RecordType, Reference, fields_of
from liaison.storage.archive import Archive, Row
from liaison.storage.references import holders, links_to

STANDING: Final = frozenset(
    {"partner", "person", "visit", "event", "officer", "unit", "holiday", "objective"}
)
"""Types whose records stand by themselves: one goes along because it was chosen or is referred to,
never because it refers to another; else a city would bring all its visits, and they the country."""


@dataclass
class Closure:
    """Records by uid: those that belong to what was chosen, and those they only refer to."""

    inside: dict[str, Row] = field(default_factory=dict)
    context: dict[str, Row] = field(default_factory=dict)

    @property
    def rows(self) -> list[Row]:
        """All of them."""
        return [*self.inside.values(), *self.context.values()]

    @property
    def classification(self) -> str:
        """The class of the file they travel in: that of the most secret of them."""
        return highest(row.values.get("classification") for row in self.rows)


def closure(archive: Archive, chosen: Collection[tuple[RecordType, str]]) -> Closure:
    """Return what goes along with `chosen` records: their parts, what refers to them, and so on.

    Of records that stand by themselves and are only referred to, a person's positions come too.
    The office's own city, its units and its officers always go along.
    """
    found = Closure()
    waiting = [(record_type, uid, True) for record_type, uid in chosen]
    waiting += [(row.record_type, row.uid, False) for row in _own(archive)]
    for record_type, uid, is_inside in waiting:  # grows while it is walked
        if uid in found.inside or (uid in found.context and not is_inside):
            continue
        row = archive.read(record_type, uid)
        if row.deleted_at is not None:
            continue
        found.context.pop(uid, None)
        (found.inside if is_inside else found.context)[uid] = row
        waiting += _referred(row, inside=is_inside)
        waiting += _belonging(archive, row, is_inside=is_inside)
    return found


def _own(archive: Archive) -> list[Row]:
    own = archive.rows(by_name("partner"), {"is_ours": True})
    return [*own, *archive.rows(by_name("unit")), *archive.rows(by_name("officer"))]


def closed(archive: Archive, uids: Collection[tuple[RecordType, str]]) -> dict[str, Row]:
    """Return records, the bin included, with all that they refer to."""
    found: dict[str, Row] = {}
    waiting = list(uids)
    for record_type, uid in waiting:  # grows while it is walked
        if uid not in found:
            row = archive.read(record_type, uid)
            found[uid] = row
            waiting += [(target, each) for target, each, _inside in _referred(row, inside=False)]
    return found


def _referred(row: Row, *, inside: bool) -> Iterator[tuple[RecordType, str, bool]]:
    """Yield what a record refers to, and whether that belongs to it, which only its type says."""
    for key, uid in references(row.record_type, row.values):
        kind = fields_of(row.record_type)[key].kind
        name = row[key][0] if isinstance(kind, AnyReference) else ""
        if isinstance(kind, Reference):
            name = kind.target
        belongs = name == "delegation" or not STANDING & {name, row.record_type.__tablename__}
        yield by_name(name), uid, inside and belongs


def _belonging(
    archive: Archive, row: Row, *, is_inside: bool
) -> Iterator[tuple[RecordType, str, bool]]:
    """Yield the parts of a record, and what refers to it and does not stand by itself."""
    name = row.record_type.__tablename__
    if not is_inside and name != "person":
        return
    for link in links_to(name):
        stands_alone = link.record_type.__tablename__ in STANDING or not is_inside
        if stands_alone and not link.owner:
            continue
        with archive.reading() as connection:
            uids = holders(connection, link, name, row.uid)
        for uid in uids:
            yield link.record_type, uid, is_inside
