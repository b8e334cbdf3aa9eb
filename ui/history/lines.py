"""The lines of a history: a change, the parts it touched, and the fields that got other values."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from liaison.domain.records import by_name
from liaison.domain.schema import RecordType
from liaison.i18n import _
from liaison.storage.record_past import FieldChange, PastChange, Touched
from ui.history import words

Sort: TypeAlias = Literal["change", "record", "field"]


@dataclass(frozen=True)
class Line:
    """One line: its text, who did it when, and of a field the values before and after.

    `old` is the former value as the record keeps it, to be put back.
    """

    sort: Sort
    text: str
    aside: str = ""
    before: str = ""
    after: str = ""
    number: int = 0
    type_name: str = ""
    uid: str = ""
    key: str = ""
    old: Any = None

    @property
    def place(self) -> tuple[int, str, str]:
        """What tells the line from all others: the change, the record and the field."""
        return self.number, self.uid, self.key

    def spoken(self) -> str:
        """Return the line as a screen reader says it."""
        if self.sort != "field":
            return _(", ").join(each for each in (self.text, self.aside) if each)
        return _("{field}: before {before}, after {after}").format(
            field=self.text,
            before=words.brief(self.before) or _("nothing"),
            after=words.brief(self.after) or _("nothing"),
        )


def lines_of(changes: Iterable[PastChange], own: str) -> list[Line]:
    """Return the lines of changes of the record `own`."""
    return [line for change in changes for line in _of_change(change, own)]


def _of_change(change: PastChange, own: str) -> Iterator[Line]:
    aside = words.by_whom(change.author, change.at)
    yield Line("change", words.label_of(change), aside, number=change.number)
    for touched in change.touched:
        if touched.uid != own or not touched.fields:
            yield _of_record(touched, change, own)
        yield from field_lines(
            by_name(touched.type_name), touched.uid, touched.fields, change.number
        )


def _of_record(touched: Touched, change: PastChange, own: str) -> Line:
    done = words.deed(touched.action, change.kind)
    if touched.action == "update" and not touched.fields:
        done = _("What was changed is forgotten since the bin was emptied")
    if touched.uid != own:
        name = _("{type}: {title}").format(
            type=words.kind_of(touched.type_name), title=touched.title or "—"
        )
        done = _("{record} – {deed}").format(record=name, deed=done)
    return Line("record", done, number=change.number, type_name=touched.type_name, uid=touched.uid)


def field_lines(
    record_type: RecordType, uid: str, fields: Sequence[FieldChange], number: int
) -> Iterator[Line]:
    """Yield a line for each field that differs."""
    for each in fields:
        yield Line(
            "field",
            words.field_name(record_type, each.key),
            before=each.before,
            after=each.after,
            number=number,
            type_name=record_type.__tablename__,
            uid=uid,
            key=each.key,
            old=each.old,
        )
