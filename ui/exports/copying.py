"""A list on its way to Word: a table on the clipboard, read on the worker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from liaison.errors import UserError
from liaison.i18n import _, language, ngettext
from ui.day import today
from ui.figures import figure

if TYPE_CHECKING:
    from liaison.exchange.leaving.order import Order, Report, Selection
    from liaison.storage.archive import Archive
    from ui.exports.listed import Listed
    from ui.workspace import Workspace

MOST: Final = 5000
"""Rows that are copied at once; more belong into a file."""

Copied = tuple[str, str, "Report"]
"""The table for Word, the lines for all others, and what is in them."""


def copied(archive: Archive, selection: Selection, order: Order) -> Copied:
    """Make the table; raises UserError where it is too long for a clipboard."""
    from liaison.exchange.leaving.order import Report
    from liaison.exchange.leaving.table import sheet_of
    from liaison.exchange.leaving.word import as_html, as_text

    sheet, found, level = sheet_of(archive, selection, order)
    if len(sheet.lines) > MOST:
        raise UserError(
            _(
                "At most {most} rows can be copied at once; narrow the list, or save it as a file."
            ).format(most=figure(MOST))
        )
    return as_html(sheet), as_text(sheet), Report(len(sheet.lines), level, found.behind)


def put(made: Copied) -> str:
    """Put the table on the clipboard, and return what to tell of it."""
    html, text, report = made
    content = QMimeData()
    content.setHtml(html)
    content.setText(text)
    QGuiApplication.clipboard().setMimeData(content)
    message = ngettext(
        "{count} row copied; paste it in Word.",
        "{count} rows copied; paste them in Word.",
        report.count,
    )
    return " ".join([message.format(count=figure(report.count)), *report.sentences()])


def copy_for_word(workspace: Workspace, listed: Listed) -> None:
    """Copy what a page shows, or the rows selected on it, with the columns of the list."""
    from liaison.exchange.leaving.order import Order  # seldom wanted

    archive, order = workspace.archive, Order(today(), language(), listed.title)
    selection, *others = listed.selections(order.lang, selected=bool(listed.selected))
    if others:
        workspace.say(_("A calendar is no table; export it instead."))
        return
    workspace.jobs.run(
        lambda: copied(archive, selection, order),
        lambda made: workspace.say(put(made)),
        owner=workspace,
        lane="copy",
    )
