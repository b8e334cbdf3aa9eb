"""Where the fields of a form stand: two in a line where there is room, else below each other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from liaison.domain.schema import (
    AnyKind,
    Choice,
    Choices,
    Clock,
    Code,
    Country,
    Day,
    File,
    Flag,
    Number,
    RecordType,
    Tags,
    Text,
    VisitNumber,
    fields_of,
    label_key,
)

_WIDE: Final = (Text, Choices, File, Tags)
_SHORT: Final = {Choice, Clock, Code, Country, Day, Flag, Number, VisitNumber}
_GAP: Final = 16
_TWO_LONG: Final = 34
_TWO_SHORT: Final = 24
"""Letters of average width that two fields need beside each other."""


class Room(Enum):
    """How much room a form has: for two fields in a line, for two short ones, for one."""

    TWO = "two"
    TWO_SHORT = "two short"
    ONE = "one"


def room_in(width: int, letter: int) -> Room:
    """Return the room in `width` pixels where a letter is `letter` pixels wide on average."""
    if width >= 2 * _TWO_LONG * letter:
        return Room.TWO
    return Room.TWO_SHORT if width >= 2 * _TWO_SHORT * letter else Room.ONE


@dataclass(frozen=True)
class Group:
    """The fields that share one label: one, or the two languages of a name."""

    keys: tuple[str, ...]
    kind: AnyKind

    def spans(self, room: Room) -> bool:
        """Tell whether each of its fields has a line of its own in `room`."""
        if room is Room.TWO:
            return len(self.keys) == 1 and isinstance(self.kind, _WIDE)
        return room is Room.ONE or type(self.kind) not in _SHORT


def groups(record_type: RecordType, keys: Sequence[str], lead: str) -> Iterator[Group]:
    """Yield the fields `keys` by label, the one in the language `lead` first of its pair."""
    fields = fields_of(record_type)
    pending = list(keys)
    while pending:
        key = pending[0]
        shared = label_key(record_type, key)
        twins = [each for each in pending if label_key(record_type, each) == shared]
        twins.sort(key=lambda each: fields[each].language != lead)
        pending = [each for each in pending if each not in twins]
        yield Group(tuple(twins), fields[key].kind)


class FieldGrid(QGridLayout):
    """A grid of two columns that can be laid out again in another room or language."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(_GAP)
        self.setVerticalSpacing(10)
        self.setColumnStretch(0, 1)
        self.setColumnStretch(1, 1)

    def lay(self, those: Sequence[Group], cells: Mapping[str, QWidget], room: Room) -> None:
        """Put `cells` in the order of `those` groups."""
        while self.takeAt(0) is not None:
            pass
        line, column = 0, 0
        for group in those:
            spans = group.spans(room)
            if column and (spans or len(group.keys) > 1):
                line, column = line + 1, 0
            for key in group.keys:
                if spans:
                    self.addWidget(cells[key], line, 0, 1, 2)
                    line += 1
                else:
                    self.addWidget(cells[key], line, column, Qt.AlignmentFlag(0))
                    line, column = (line, 1) if column == 0 else (line + 1, 0)
