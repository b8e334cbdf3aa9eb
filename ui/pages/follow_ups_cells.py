"""What stands in each cell of the follow-ups list, and how it is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, cast

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from liaison.domain.records.follow_up import FollowUp
from liaison.domain.rules.overdue import Group
from liaison.domain.schema import fields_of
from liaison.i18n import _, language, ngettext
from liaison.language import digits
from liaison.time import jalali
from ui.figures import figure
from ui.fonts import scaled
from ui.pages.follow_ups_reading import Owed
from ui.theme import Theme
from ui.widgets.painting import draw_line

Index = QModelIndex | QPersistentModelIndex
ROW: Final = 50
HEADING: Final = 34
_PAD: Final = 8
_CHIP: Final = 24
_CHIP_PAD: Final = 10
_LINE: Final = 21
_SOON: Final = 2
STATE_TONES: Final = {
    "open": "blue",
    "under_way": "accent",
    "waiting": "grey",
    "done": "green",
    "cancelled": "grey",
}


@dataclass(frozen=True)
class Cell:
    """A text with a smaller one below it in the colour `tone`, or a chip of the tone `chip`.

    A heading spans the row: its `note` stands beside the text. A `link` opens what it names.
    """

    text: str = ""
    note: str = ""
    tone: str = "muted"
    chip: str = ""
    bold: bool = False
    muted: bool = False
    link: bool = False

    @property
    def spoken(self) -> str:
        """Everything the cell says, in one line."""
        return " · ".join(filter(None, (self.text, self.note)))


def cells_of(owed: Owed, number: int) -> Sequence[Cell]:
    """Return the cells of a follow-up in the order of the columns."""
    progress = owed.row.get("progress")
    return (
        Cell(figure(number), muted=True),
        Cell(owed.title, owed.origin, bold=True),
        Cell(owed.partner, owed.responsible),
        due_cell(owed),
        Cell("" if progress is None else digits.percent(progress, language())),
        _state(owed),
    )


def due_cell(owed: Owed) -> Cell:
    """Return the day a follow-up is due, and how far off that is."""
    if owed.due_on is None:
        return Cell(_("No day set") if owed.is_open else "", muted=True)
    day = jalali.short_date(owed.due_on, language())
    if owed.group is Group.OVERDUE:
        return Cell(day, _late(owed), "red")
    if not owed.is_open:
        return Cell(day)
    return Cell(day, _left(owed), "amber" if owed.left <= _SOON else "muted")


def _late(owed: Owed) -> str:
    if not owed.late:
        # Translators: in Persian از دیروز گذشته: past its day, though no working day went by
        return _("past, no working day since")
    text = ngettext("{days} working day late", "{days} working days late", owed.late)
    return text.format(days=figure(owed.late))


def _left(owed: Owed) -> str:
    if not owed.left:
        # Translators: in Persian بدون روز کاری باقی‌مانده: due today, or only closed days until then
        return _("no working day left")
    text = ngettext("{days} working day left", "{days} working days left", owed.left)
    return text.format(days=figure(owed.left))


def _state(owed: Owed) -> Cell:
    fields = fields_of(FollowUp)
    priority = owed.row.get("priority")
    raised = priority in {"high", "urgent"} and owed.is_open
    return Cell(
        fields["state"].kind.show(owed.state),
        fields["priority"].kind.show(priority) if raised else "",
        "red" if priority == "urgent" else "amber",
        chip="red" if owed.group is Group.OVERDUE else STATE_TONES[owed.state],
    )


class FollowUpDelegate(QStyledItemDelegate):
    """Draws cells of two lines, chips and headings in the colours of the theme."""

    def __init__(self, theme: Theme, role: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role

    def _colour(self, name: str) -> QColor:
        return QColor(getattr(self._theme.tokens, "muted" if name == "grey" else name))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), scaled(ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: Cell = index.data(self._role)
        is_heading = not index.flags() & Qt.ItemFlag.ItemIsSelectable
        painter.save()
        painter.setClipRect(option.rect)
        self._paint_ground(painter, option, is_heading=is_heading)
        box = option.rect.adjusted(_PAD, 0, -_PAD, -1)
        if is_heading:
            # A heading spans the row: each column shows its part, which costs less than spans do.
            box.setLeft(_PAD)
            box.setWidth(cast("QAbstractScrollArea", option.widget).viewport().width() - 2 * _PAD)
            self._paint_heading(painter, option, box, cell)
        elif cell.chip:
            self._paint_chip(painter, option, box, cell)
        else:
            self._paint_lines(painter, option, box, cell)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, *, is_heading: bool
    ) -> None:
        if is_heading:
            painter.fillRect(option.rect, self._colour("ground"))
        elif option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._colour("accent_soft"))
        painter.setPen(self._colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._colour("accent"), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))

    def _fonts(self, option: QStyleOptionViewItem, cell: Cell) -> tuple[QFont, QFont]:
        text, note = QFont(option.font), QFont(option.font)
        text.setBold(cell.bold)
        note.setPixelSize(scaled(12))
        return text, note

    def _paint_lines(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, cell: Cell
    ) -> None:
        to_right = option.direction == Qt.LayoutDirection.RightToLeft
        font, small = self._fonts(option, cell)
        ink = self._colour("muted" if cell.muted else "accent" if cell.link else "ink")
        if not cell.note:
            draw_line(painter, box, cell.text, font, ink, to_right=to_right)
            return
        top = QRect(box.left(), box.center().y() - _LINE, box.width(), _LINE)
        below = top.translated(0, _LINE)
        if cell.text:
            draw_line(painter, top, cell.text, font, ink, to_right=to_right)
        else:
            below = box
        colour = self._colour(cell.tone)
        draw_line(painter, below, cell.note, small, colour, to_right=to_right)

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, cell: Cell
    ) -> None:
        to_right = option.direction == Qt.LayoutDirection.RightToLeft
        font, small = self._fonts(option, cell)
        ink, muted = self._colour("ink"), self._colour("muted")
        draw_line(painter, box, cell.text, font, ink, to_right=to_right)
        used = min(box.width(), QFontMetrics(font).horizontalAdvance(cell.text) + 10)
        rest = box.adjusted(0, 0, -used, 0) if to_right else box.adjusted(used, 0, 0, 0)
        draw_line(painter, rest, cell.note, small, muted, to_right=to_right)

    def _paint_chip(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, cell: Cell
    ) -> None:
        to_right = option.direction == Qt.LayoutDirection.RightToLeft
        _font, small = self._fonts(option, cell)
        width = min(
            QFontMetrics(small).horizontalAdvance(cell.text) + 2 * _CHIP_PAD + 4, box.width()
        )
        pill = QRect(0, 0, width, scaled(_CHIP))
        pill.moveCenter(box.center())
        if cell.note:
            pill.moveTop(box.top() + 4)
            below = QRect(box.left(), pill.bottom() + 1, box.width(), _LINE - 2)
            tone = self._colour(cell.tone)
            draw_line(painter, below, cell.note, small, tone, to_right=to_right)
        if to_right:
            pill.moveRight(box.right())
        else:
            pill.moveLeft(box.left())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(f"{cell.chip}_soft"))
        painter.drawRoundedRect(QRectF(pill), scaled(_CHIP) / 2, scaled(_CHIP) / 2)
        inside = pill.adjusted(_CHIP_PAD, 0, -_CHIP_PAD, 0)
        draw_line(painter, inside, cell.text, small, self._colour(cell.chip), to_right=to_right)
