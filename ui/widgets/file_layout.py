"""How the page of one record is laid out: its head, its body, and the side where one edits."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.pieces import no_margins, row


def lay_out_file(page: QWidget, header: QWidget, body: QWidget, side: QWidget) -> None:
    """Put the `header` of a record above its `body`, with the `side` beside it."""
    line = QHBoxLayout()
    no_margins(line, 14)
    line.addWidget(body, 1)
    line.addWidget(side)
    column = QVBoxLayout(page)
    column.setContentsMargins(20, 16, 20, 16)
    column.setSpacing(14)
    column.addWidget(header)
    column.addLayout(line, 1)


def lay_out_head(
    header: QWidget,
    way: Sequence[QWidget],
    titles: Sequence[QWidget],
    chips: Sequence[QWidget],
    buttons: Sequence[QWidget],
    foot: int = 0,
) -> QVBoxLayout:
    """Put the `way` one came above the titles of a record, its chips and its buttons.

    What stands below is added to the column that is returned; `foot` is the room under that.
    """
    names = QVBoxLayout()
    names.setSpacing(0)
    for each in titles:
        names.addWidget(each)
    head = row(spacing=12)
    head.addLayout(names, 1)
    for each in chips:
        head.addWidget(each)
    head.addLayout(row(*buttons))
    column = QVBoxLayout(header)
    column.setContentsMargins(16, 8, 16, foot)
    column.setSpacing(6)
    column.addLayout(row(*way, 1, spacing=0))
    column.addLayout(head)
    return column
