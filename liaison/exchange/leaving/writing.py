"""Records written into a file whose ending says in which form, whole or not at all."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeAlias

from liaison.domain.records.person import Person
from liaison.domain.rules import classes
from liaison.errors import UserError
from liaison.exchange.archive_file import write_archive_file
from liaison.exchange.formats import wrong_ending
from liaison.exchange.leaving.calendar_file import calendar_file
from liaison.exchange.leaving.cards import cards
from liaison.exchange.leaving.days import TYPES
from liaison.exchange.leaving.order import Chosen, Order, Report, Selection, chosen
from liaison.exchange.leaving.part import Gathering
from liaison.exchange.leaving.table import sheet_of
from liaison.exchange.leaving.text_file import text_file
from liaison.exchange.sheets import Sheet
from liaison.exchange.whole_file import whole_file
from liaison.exchange.workbook import write_workbook
from liaison.i18n import _
from liaison.storage.archive import Archive

Writer: TypeAlias = Callable[[Archive, Path, Sequence[Selection], Order], Report]


def write(archive: Archive, path: Path, selections: Sequence[Selection], order: Order) -> Report:
    """Write the records of `selections` to `path` and tell what became of them.

    Raises UserError for an ending there is no form for, and for records that a form cannot hold;
    StorageError where the disk refuses.
    """
    return writer_of(path)(archive, path, selections, order)


def writer_of(path: Path) -> Writer:
    """Return what writes the form that the name of `path` asks for."""
    found = WRITERS.get(path.suffix.lower())
    if found is None:
        raise wrong_ending(path, WRITERS)
    return found


def write_sheets(path: Path, sheets: Sequence[Sheet], report: Report, order: Order) -> Report:
    """Write sheets whose `report` is known: all into a workbook, or the first of them as text."""
    if path.suffix.lower() == ".xlsx":
        write_workbook(path, sheets, order.day)
        return report
    made = text_file(sheets[0], order.separator, old_programs=order.old_programs)
    _put(path, made.content)
    return replace(report, lost=made.lost)


def _write_table(
    archive: Archive, path: Path, selections: Sequence[Selection], order: Order
) -> Report:
    if len(selections) != 1:
        raise UserError(_("A table holds records of one type; name that type."))
    sheet, found, level = sheet_of(archive, selections[0], order)
    return write_sheets(path, [sheet], Report(len(found.rows), level, found.behind), order)


def _write_cards(
    archive: Archive, path: Path, selections: Sequence[Selection], order: Order
) -> Report:
    if any(each.record_type is not Person for each in selections):
        raise UserError(_("Contact cards are made of people alone."))
    found = _all(archive, selections, order)
    if not found.rows:
        raise UserError(_("There is nobody to make a card of."))
    _put(path, cards(archive, found.rows, order))
    return Report(len(found.rows), found.classification, found.behind)


def _write_calendar(
    archive: Archive, path: Path, selections: Sequence[Selection], order: Order
) -> Report:
    if any(each.record_type.__tablename__ not in TYPES for each in selections):
        raise UserError(
            _("A calendar is made of visits, meetings, events, agreements and follow-ups alone.")
        )
    found = _all(archive, selections, order)
    made = calendar_file(archive, found.rows, order)
    if made.undated == len(found.rows):
        raise UserError(_("None of these records has a day to stand on in a calendar."))
    _put(path, made.content)
    count = len(found.rows) - made.undated
    return Report(count, found.classification, found.behind, made.undated)


def _write_part(
    archive: Archive, path: Path, selections: Sequence[Selection], order: Order
) -> Report:
    found = _all(archive, selections, order)
    gathering = Gathering(archive, classified=order.classified, with_referred=order.with_referred)
    part = gathering.gather(found)
    write_archive_file(archive, path, part.rows, part.without)
    level = classes.of_print(part.rows)
    return Report(len(part.rows), level, found.behind + part.behind)


def _all(archive: Archive, selections: Sequence[Selection], order: Order) -> Chosen:
    """Return the records of all selections, one after the other."""
    found = [chosen(archive, each, classified=order.classified) for each in selections]
    rows = [row for each in found for row in each.rows]
    return Chosen(rows, sum(each.behind for each in found))


def _put(path: Path, content: bytes) -> None:
    with whole_file(path) as stream:
        stream.write(content)


WRITERS: Final[Mapping[str, Writer]] = {
    ".xlsx": _write_table,
    ".csv": _write_table,
    ".vcf": _write_cards,
    ".ics": _write_calendar,
    ".liaison": _write_part,
}
"""What writes a form, by the ending of a file's name."""
