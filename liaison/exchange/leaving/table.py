"""The records of a list as one table: a column a field, a row a record, in one language."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from liaison.domain.rules import classes
from liaison.domain.schema import (
    CLASSIFICATION,
    AnyReference,
    Day,
    Field,
    Instant,
    Number,
    Period,
    Phone,
    RecordType,
    Reference,
    fields_of,
)
from liaison.errors import UserError
from liaison.exchange.leaving.named import named
from liaison.exchange.leaving.order import Chosen, Order, Selection, chosen
from liaison.exchange.sheets import Column, Kind, Sheet, Value
from liaison.i18n import N_, _, translated
from liaison.storage.archive import Archive, Row
from liaison.time import instant, jalali

_IN: Final = {
    # Translators: the Persian of a field that has both languages, as «عنوان (فارسی)»
    "fa": N_("{label} (Persian)"),
    "en": N_("{label} (English)"),
}
_KINDS: Final = {Day: Kind.DAY, Period: Kind.DAY, Instant: Kind.MOMENT, Phone: Kind.PHONE}
_NARROWEST, _WIDEST = 8, 50
"""Letters in a column of a worksheet."""


@dataclass(frozen=True)
class Offered:
    """A field that can become a column."""

    key: str
    field: Field

    def text(self, lang: str) -> str:
        """Return what the column is called."""
        label = translated(self.field.label, lang)
        each = _IN.get(self.field.language)
        return translated(each, lang).format(label=label) if each else label


def offered(record_type: RecordType) -> list[Offered]:
    """Return every field of a type, in the order of its form."""
    return [Offered(key, each) for key, each in fields_of(record_type).items()]


def listed(record_type: RecordType) -> tuple[str, ...]:
    """Return the fields that the list of a type shows."""
    return tuple(each.key for each in offered(record_type) if each.field.listed)


def sheet_of(archive: Archive, selection: Selection, order: Order) -> tuple[Sheet, Chosen, str]:
    """Return the records as a sheet, what was chosen, and the class of the sheet."""
    found = chosen(archive, selection, classified=order.classified)
    columns = _columns(selection.record_type, order)
    restricted = any(
        each.field.restricted and row.get(each.key) is not None
        for each in columns
        for row in found.rows
    )
    others = named(archive, set(_referred(found.rows, columns)), order)
    level = classes.highest(
        (
            found.classification,
            others.classification,
            classes.CONFIDENTIAL if restricted else classes.NORMAL,
        )
    )
    lines = [
        [_value(row.get(each.key), each.field, others.titles, order.lang) for each in columns]
        for row in found.rows
    ]
    title = order.title or translated(selection.record_type.plural, order.lang)
    sheet = Sheet(
        title,
        [
            Column(each.text(order.lang), _kind(each.field), _width(each, at, lines, order.lang))
            for at, each in enumerate(columns)
        ],
        lines,
        title,
        _notes(order, level),
        order.lang,
    )
    return sheet, found, level


def _columns(record_type: RecordType, order: Order) -> list[Offered]:
    """Return the columns that are asked for and may leave; raises UserError for an unknown one."""
    fields = fields_of(record_type)
    wanted = order.columns or listed(record_type)
    for key in wanted:
        if key not in fields:
            raise UserError(
                _("Records of type “{type}” have no field “{field}”.").format(
                    type=record_type.__tablename__, field=key
                ),
                field=key,
            )
    found = [Offered(key, fields[key]) for key in wanted]
    return [each for each in found if order.classified or not each.field.restricted]


def _notes(order: Order, level: str) -> list[str]:
    """Return what a reader must know of the rows: their day, and their class."""
    as_of = translated(N_("As of {day}"), order.lang)
    notes = [as_of.format(day=jalali.dual_date(order.day, order.lang))]
    if level != classes.NORMAL:
        label = translated(N_("Classification"), order.lang)
        notes.append(f"{label}: {translated(CLASSIFICATION.options[level], order.lang)}")
    return notes


def _kind(field: Field) -> Kind:
    number = Kind.NUMBER if type(field.kind) is Number else Kind.TEXT
    return _KINDS.get(type(field.kind), number)


def _width(column: Offered, at: int, lines: Sequence[Sequence[Value]], lang: str) -> int:
    """Return how many letters a column is wide: as its longest text, within reason."""
    texts = (line[at] for line in lines)
    longest = max(
        (len(piece) for text in texts if isinstance(text, str) for piece in text.split("\n")),
        default=0,
    )
    return min(max(longest, len(column.text(lang)), _NARROWEST) + 2, _WIDEST)


def _referred(rows: Iterable[Row], columns: Sequence[Offered]) -> Iterator[str]:
    keys = [each.key for each in columns if isinstance(each.field.kind, Reference)]
    any_keys = [each.key for each in columns if isinstance(each.field.kind, AnyReference)]
    for row in rows:
        yield from (row[key] for key in keys if row[key])
        yield from (row[key][1] for key in any_keys if row[key])


def _value(value: Any, field: Field, titles: Mapping[str, str], lang: str) -> Value:  # noqa: ANN401 - a value of any kind
    """Return what a cell holds: numbers, days and moments as such, all else as it is shown."""
    if value is None:
        return None
    match field.kind:
        case Day() | Phone() | Number():
            kept: date | str | int = value
            return kept
        case Instant():
            return local(value)
        case Period():
            exact = value.since if value.since == value.until else None
            return exact or field.kind.show(value, lang)
        case Reference() | AnyReference():
            return titles.get(value if isinstance(value, str) else value[1], "")
    return field.kind.show(value, lang)


def local(moment: datetime) -> datetime:
    """Return a moment as the office's clock shows it, without a zone, as worksheets have it."""
    return moment.astimezone(instant.zone()).replace(tzinfo=None)
