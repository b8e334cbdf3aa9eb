"""A part of the archive that another one can take in: chosen records, and what they cannot lack."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from liaison.domain.records import CATALOGUE, by_name
from liaison.domain.records.document import Document
from liaison.domain.schema import RecordType, fields_of
from liaison.exchange.leaving.order import Chosen, may_leave
from liaison.storage.archive import Archive, Row
from liaison.storage.references import Link, links


@dataclass(frozen=True)
class Part:
    """Records in the order of a bundle, with the fields each goes without, by uid.

    `behind` counts the chosen records that cannot go because something they belong to may not.
    """

    rows: list[Row]
    without: Mapping[str, Collection[str]]
    behind: int


class Gathering:
    """Follows what records refer to, until nothing is missing."""

    def __init__(self, archive: Archive, *, classified: bool, with_referred: bool) -> None:
        self._archive, self._classified = archive, classified
        self._with_referred = with_referred
        self._found: dict[str, Row] = {}
        self._asked: set[str] = set()

    def gather(self, chosen: Chosen) -> Part:
        """Return `chosen` as a part of the archive.

        What a record belongs to always goes along, for it could not be taken in without; anything
        else it refers to goes along where that is wanted, and else the field is left out.
        """
        rows = list(chosen.rows)
        if self._with_referred:
            rows += self._belongings(rows)
        self._add(rows)
        while lacking := self._lacking():
            self._asked.update(*lacking.values())
            self._add(self._read(lacking))
        kept = self._reached(self._whole(), rows)
        behind = sum(row.uid not in kept for row in chosen.rows)
        ordered = sorted(kept.values(), key=lambda row: (CATALOGUE.index(row.record_type), row.uid))
        return Part(ordered, {row.uid: set(self._left_out(row, kept)) for row in ordered}, behind)

    def _add(self, rows: Iterable[Row]) -> None:
        self._found |= {row.uid: row for row in rows if self._classified or may_leave(row)}

    def _belongings(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the parts of records, their parts, and the documents attached to them all."""
        known = {row.uid: row for row in rows}
        fresh = list(known.values())
        while fresh:
            uids = frozenset(row.uid for row in fresh)
            found = [
                row
                for link in _owned({row.record_type for row in fresh})
                for row in self._archive.rows(link.record_type, {link.field: uids})
            ]
            attached = frozenset((row.record_type.__tablename__, row.uid) for row in fresh)
            found += self._archive.rows(Document, {"attached_to": attached})
            fresh = [row for row in found if row.uid not in known]
            known |= {row.uid: row for row in fresh}
            yield from fresh

    def _lacking(self) -> dict[str, set[str]]:
        """Return by type the uids that have to come along and were not looked for yet."""
        wanted: dict[str, set[str]] = {}
        for row in self._found.values():
            for each in _references(row):
                looked_for = each.uid in self._found or each.uid in self._asked
                if not looked_for and (self._with_referred or each.needed):
                    wanted.setdefault(each.target, set()).add(each.uid)
        return wanted

    def _read(self, lacking: Mapping[str, set[str]]) -> Iterator[Row]:
        for target, uids in lacking.items():
            yield from self._archive.rows(by_name(target), {"uid": frozenset(uids)})

    def _whole(self) -> dict[str, Row]:
        """Return the records that have everything they belong to."""
        kept = dict(self._found)
        while gone := [uid for uid, row in kept.items() if not _is_whole(row, kept)]:
            for uid in gone:
                del kept[uid]
        return kept

    @staticmethod
    def _reached(kept: Mapping[str, Row], rows: Iterable[Row]) -> dict[str, Row]:
        """Return of the records `kept` those in `rows`, and what leads on from these."""
        found = {row.uid: row for row in rows if row.uid in kept}
        fresh = list(found.values())
        for row in fresh:  # grows while it is walked
            for each in _references(row):
                if each.uid in kept and each.uid not in found:
                    found[each.uid] = kept[each.uid]
                    fresh.append(kept[each.uid])
        return found

    def _left_out(self, row: Row, kept: Collection[str]) -> Iterator[str]:
        """Yield the fields that a record goes without."""
        if not self._classified:
            fields = fields_of(row.record_type)
            yield from (key for key, field in fields.items() if field.restricted)
        yield from (field.key for field in _references(row) if field.uid not in kept)


class _Reference(NamedTuple):
    """A reference of a record: by which field, whether it needs it, and to what."""

    key: str
    needed: bool
    target: str
    uid: str


def _references(row: Row) -> Iterator[_Reference]:
    for link in links():
        if link.record_type is not row.record_type or (value := row.get(link.field)) is None:
            continue
        needed = link.owner or fields_of(row.record_type)[link.field].required
        target, uid = (link.target, value) if link.target else value
        yield _Reference(link.field, needed, target, uid)


def _is_whole(row: Row, kept: Collection[str]) -> bool:
    return all(each.uid in kept for each in _references(row) if each.needed)


def _owned(types: Collection[RecordType]) -> Iterator[Link]:
    """Yield the fields by which records are parts of those of `types`."""
    names = {each.__tablename__ for each in types}
    return (link for link in links() if link.owner and link.target in names)
