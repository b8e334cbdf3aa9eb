"""What one looks at before two records become one."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from liaison.domain.records import by_name
from liaison.domain.schema import AnyReference, RecordType, Reference, fields_of
from liaison.storage.archive import Archive, Row
from liaison.storage.joining import joined_records, moving


@dataclass(frozen=True)
class Both:
    """Two records of a type, what each is called, and what would be led away from each.

    `referred` are the titles of the records they refer to.
    """

    rows: tuple[Row, Row]
    titles: tuple[str, str]
    moving: tuple[Counter[RecordType], Counter[RecordType]]
    referred: Mapping[str, str]

    @property
    def record_type(self) -> RecordType:
        """The type of both."""
        return self.rows[0].record_type

    @property
    def keeps(self) -> int:
        """Which of the two stays unless somebody says otherwise: more leads to it, or it is old."""
        first, second = (each.total() for each in self.moving)
        return int(second > first)

    def shown(self, key: str, value: object, lang: str) -> str:
        """Return a value of the field `key` as people read it."""
        if value is None:
            return ""
        kind = fields_of(self.record_type)[key].kind
        for uid in _referred(self.record_type, {key: value}):
            return self.referred.get(uid, "")
        return kind.show(value, lang)


def read_both(archive: Archive, type_name: str, uids: tuple[str, str], lang: str) -> Both:
    """Read two records of a type, the older first; raises UserError where one is not there."""
    record_type = by_name(type_name)
    first, second = sorted((archive.read(record_type, uid) for uid in uids), key=lambda row: row.id)
    referred = [uid for row in (first, second) for uid in _referred(record_type, row.values)]
    titles = archive.titles([first.uid, second.uid, *referred], lang)
    return Both(
        (first, second),
        (titles.get(first.uid, ""), titles.get(second.uid, "")),
        (moving(archive, record_type, first.uid), moving(archive, record_type, second.uid)),
        titles,
    )


def followed(archive: Archive, uids: Sequence[str]) -> list[str]:
    """Return where each of some records is found today: one that was joined, as what it became."""
    joined = joined_records(archive)
    return [_followed(archive, joined, uid) for uid in uids]


def _followed(archive: Archive, joined: Mapping[str, str], uid: str) -> str:
    told: set[str] = set()
    while uid in joined and uid not in told and not archive.known([uid]):
        told.add(uid)
        uid = joined[uid]
    return uid


def _referred(record_type: RecordType, values: Mapping[str, object]) -> Iterator[str]:
    """Give the uids that some values of a record refer to."""
    for key, value in values.items():
        kind = fields_of(record_type)[key].kind
        if isinstance(kind, Reference) and isinstance(value, str):
            yield value
        elif isinstance(kind, AnyReference) and isinstance(value, tuple):
            yield str(value[1])
