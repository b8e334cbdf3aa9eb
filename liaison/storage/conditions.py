"""What a reader asks for by field: values, ranges of days, nothing at all."""

import json
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum
from typing import Any, Final, Literal, TypeAlias

from sqlalchemy import ColumnElement, bindparam, case, func, literal_column, or_, select

from liaison.domain.schema import (
    AnyKind,
    Day,
    Instant,
    Line,
    Number,
    Period,
    RecordType,
    fields_of,
)
from liaison.domain.schema.kind import Several
from liaison.errors import UserError
from liaison.i18n import _
from liaison.language import keys
from liaison.storage.statements import among, constant, table
from liaison.time import instant

UID: Final = "uid"
"""What a record is known by, which is asked for like a field."""

Test: TypeAlias = Literal[
    "is",
    "none",
    "some",
    "from",
    "until",
    "among",
    "among_or_none",
    "holding",
    "containing",
    "reaching",
    "beginning",
]
_LAST, _FIRST = constant("9999-12-31"), constant("0000-01-01")


class Presence(Enum):
    """What is asked of a field whose value does not matter."""

    SOME = "some"


SOME: Final = Presence.SOME
"""Asks for any value at all."""


@dataclass(frozen=True)
class Containing:
    """Asks for a text in which these letters stand, whatever their spelling and spacing."""

    text: str


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
        return _CLAUSES[self.test](table(record_type).c[self.field], self.parameter)


def _end(
    span: ColumnElement[Any], end: str, other: str, endless: ColumnElement[str]
) -> ColumnElement[Any]:
    """Return the day on which a span ends, `endless` where it is open there.

    Nothing where neither end is known: words alone lie on no day.
    """
    known = func.json_extract(span, constant(f"$.{other}")).is_not(None)
    return func.coalesce(func.json_extract(span, constant(f"$.{end}")), case((known, endless)))


def _holding(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Return the condition that one of the values in a column is among those asked for."""
    each = func.json_each(column).table_valued("value")
    return select(each.c.value).where(among(each.c.value, name)).exists()


_Clause: TypeAlias = Callable[[ColumnElement[Any], str], ColumnElement[bool]]
_CLAUSES: Final[Mapping[Test, _Clause]] = {
    "is": lambda column, name: column == bindparam(name),
    "none": lambda column, _name: column.is_(None),
    "some": lambda column, _name: column.is_not(None),
    "from": lambda column, name: column >= bindparam(name),
    "until": lambda column, name: column <= bindparam(name),
    "among": among,
    "among_or_none": lambda column, name: or_(column.is_(None), among(column, name)),
    "holding": _holding,
    "containing": lambda column, name: (
        func.holds_letters(column, bindparam(name)) == literal_column("1")
    ),
    "reaching": lambda column, name: _end(column, "until", "from", _LAST) >= bindparam(name),
    "beginning": lambda column, name: _end(column, "from", "until", _FIRST) <= bindparam(name),
}


def conditions_of(
    record_type: RecordType, where: Mapping[str, Any]
) -> tuple[tuple[Condition, ...], dict[str, Any]]:
    """Return the tests for `where` and the values bound in them, by parameter.

    A value asks for equality, None for its absence, `SOME` for its presence, a set for any of its
    members (None among them for absence; where a field holds several, for one of these at least),
    a pair for a closed range of days, instants or numbers whose ends may be None, and of spans for
    those that share a day with it; `Containing` for letters in a text. Beside the fields "uid" may
    be asked for. Raises UserError for unknown fields.
    """
    tests: dict[Condition, Any] = {}
    for key, wanted in where.items():
        tests.update(_tests(key, _kind(record_type, key), wanted))
    bound = {
        each.parameter: value for each, value in tests.items() if each.test not in {"none", "some"}
    }
    return tuple(tests), bound


_RANGED: Final[tuple[type[AnyKind], ...]] = (Day, Instant, Number, Period)


def _tests(key: str, kind: AnyKind, wanted: Any) -> Iterator[tuple[Condition, Any]]:  # noqa: ANN401 - each kind has its own values
    if wanted is None:
        yield Condition(key, "none"), None
    elif wanted is SOME:
        yield Condition(key, "some"), None
    elif isinstance(wanted, Containing):
        yield Condition(key, "containing"), keys.joined(wanted.text)
    elif isinstance(wanted, AbstractSet):
        yield _among(key, kind, wanted)
    elif isinstance(wanted, tuple) and isinstance(kind, _RANGED):
        yield from _within(key, kind, *wanted)
    else:
        yield Condition(key, "is"), kind.store(wanted)


def _among(key: str, kind: AnyKind, wanted: AbstractSet[Any]) -> tuple[Condition, Any]:
    """Return the test for any of some values."""
    if isinstance(kind, Several) and all(isinstance(each, str) for each in wanted):
        return Condition(key, "holding"), json.dumps(sorted(wanted))
    stored = json.dumps([kind.store(each) for each in wanted if each is not None])
    return Condition(key, "among_or_none" if None in wanted else "among"), stored


def _within(key: str, kind: AnyKind, since: Any, until: Any) -> Iterator[tuple[Condition, Any]]:  # noqa: ANN401 - days, instants or numbers
    """Give the tests for a range."""
    spans = isinstance(kind, Period)
    if since is not None:
        end = Day().store(since) if spans else kind.store(_moment(kind, since, time.min))
        yield Condition(key, "reaching" if spans else "from"), end
    if until is not None:
        end = Day().store(until) if spans else kind.store(_moment(kind, until, time.max))
        yield Condition(key, "beginning" if spans else "until"), end


def _moment(kind: AnyKind, end: Any, hour: time) -> Any:  # noqa: ANN401 - what the kind stores
    """Return the end of a range; a day bounds instants by the office's own clock."""
    if isinstance(kind, Instant) and isinstance(end, date) and not isinstance(end, datetime):
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
