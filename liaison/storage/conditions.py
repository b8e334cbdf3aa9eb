"""What a reader asks for by field: values, ranges of days, nothing at all."""

import json
import operator
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final, Literal, TypeAlias

from sqlalchemy import ColumnElement, bindparam, or_

from liaison.domain.schema import AnyKind, Day, Instant, Line, RecordType, fields_of
from liaison.errors import UserError
from liaison.i18n import _
from liaison.storage.statements import among, table
from liaison.time import instant

UID: Final = "uid"
"""What a record is known by, which is asked for like a field."""

Test: TypeAlias = Literal["is", "none", "from", "until", "among", "among_or_none"]
_COMPARISONS: Final[Mapping[Test, Any]] = {
    "is": operator.eq,
    "from": operator.ge,
    "until": operator.le,
}


@dataclass(frozen=True)
class Condition:
    """A test on one field; `parameter` names its value in the statement."""

    field: str
    test: Test

    @property
    def parameter(self) -> str:
        """The name under which its value is bound."""
        return f"{self.test}_{self.field}"

    def clause(self, record_type: RecordType) -> ColumnElement[bool]:
        """Return the condition as a statement holds it."""
        column = table(record_type).c[self.field]
        if self.test == "none":
            return column.is_(None)
        if self.test == "among":
            return among(column, self.parameter)
        if self.test == "among_or_none":
            return or_(among(column, self.parameter), column.is_(None))
        compared: ColumnElement[bool] = _COMPARISONS[self.test](column, bindparam(self.parameter))
        return compared


def conditions_of(
    record_type: RecordType, where: Mapping[str, Any]
) -> tuple[tuple[Condition, ...], dict[str, Any]]:
    """Return the tests for `where` and the values bound in them, by parameter.

    A value asks for equality, None for its absence, a set for any of its members, of which None
    may be one, a pair on a day or an instant for a closed range whose ends may be None. Beside the
    fields "uid" may be asked for. Raises UserError for unknown fields.
    """
    tests: dict[Condition, Any] = {}
    for key, wanted in where.items():
        tests.update(_tests(key, _kind(record_type, key), wanted))
    bound = {each.parameter: value for each, value in tests.items() if each.test != "none"}
    return tuple(tests), bound


_DATED: Final[tuple[type[AnyKind], ...]] = (Day, Instant)


def _tests(key: str, kind: AnyKind, wanted: Any) -> Iterator[tuple[Condition, Any]]:  # noqa: ANN401 - each kind has its own values
    if wanted is None:
        yield Condition(key, "none"), None
    elif isinstance(wanted, AbstractSet):
        values = json.dumps([kind.store(each) for each in wanted if each is not None])
        yield Condition(key, "among_or_none" if None in wanted else "among"), values
    elif isinstance(wanted, tuple) and isinstance(kind, _DATED):
        since, until = wanted
        if since is not None:
            yield Condition(key, "from"), kind.store(_moment(kind, since, time.min))
        if until is not None:
            yield Condition(key, "until"), kind.store(_moment(kind, until, time.max))
    else:
        yield Condition(key, "is"), kind.store(wanted)


def _moment(kind: AnyKind, end: date, hour: time) -> Any:  # noqa: ANN401 - what the kind stores
    """Return the end of a range; a day bounds instants by the office's own clock."""
    if isinstance(kind, Instant) and not isinstance(end, datetime):
        return datetime.combine(end, hour, instant.zone())
    return end


def _kind(record_type: RecordType, key: str) -> AnyKind:
    declared = fields_of(record_type)
    if key == UID:
        return Line()
    if key not in declared:
        raise UserError(
            _("There is no field “{field}” in “{type}”.").format(
                field=key, type=record_type.__tablename__
            ),
            field=key,
        )
    return declared[key].kind
