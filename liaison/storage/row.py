"""A record as it is read: plain values, bound to nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from liaison.domain.schema import Instant, RecordType, fields_of
from liaison.storage.statements import STANDING

_INSTANT = Instant()


@dataclass(frozen=True)
class Row:
    """One record: its standing columns and the values of its fields by key."""

    record_type: RecordType
    id: int
    uid: str
    version: int
    created_at: datetime
    updated_at: datetime
    deleted_at: datetime | None
    values: Mapping[str, Any]

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 - each field has its own type
        """Return the value of the field `key`, None where it has none."""
        return self.values[key]

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - each field has its own
        """Return the value of the field `key`, `default` where the type has no such field."""
        return self.values.get(key, default)


@cache
def _loaders(record_type: RecordType) -> tuple[tuple[str, Any], ...]:
    return tuple((key, each.kind.load) for key, each in fields_of(record_type).items())


def loaded(record_type: RecordType, stored: tuple[Any, ...]) -> Row:
    """Return the record of a row that `statements.row_select` gave."""
    identity, uid, version, created, updated, deleted = stored[: len(STANDING)]
    return Row(
        record_type,
        identity,
        uid,
        version,
        _INSTANT.load(created),
        _INSTANT.load(updated),
        None if deleted is None else _INSTANT.load(deleted),
        {
            key: None if value is None else load(value)
            for (key, load), value in zip(
                _loaders(record_type), stored[len(STANDING) :], strict=True
            )
        },
    )
