"""The worksheet of exactly what the follow-ups page shows."""

from collections.abc import Iterator
from typing import Final

from liaison.domain.records.follow_up import FollowUp
from liaison.domain.rules import classes
from liaison.domain.rules.owed import CHOICE_LABELS, GROUPING_LABELS, SORTING_LABELS, Asked
from liaison.domain.schema import CLASSIFICATION, fields_of
from liaison.exchange.leaving.order import Report
from liaison.exchange.workbook import Column, Heading, Kind, Line, Sheet
from liaison.i18n import N_, translated
from liaison.storage.archive import Archive
from liaison.time import jalali
from ui.pages.follow_ups_headings import counted, heading_of
from ui.pages.follow_ups_numbers import Numbers
from ui.pages.follow_ups_reading import Owed, Reading, read_follow_ups, read_owed

_AT_ONCE: Final = 2000
_COLUMNS: Final = (
    (N_("#"), Kind.NUMBER, 6),
    (N_("Follow-up"), Kind.TEXT, 48),
    (N_("Origin"), Kind.TEXT, 32),
    (N_("City or body"), Kind.TEXT, 20),
    (N_("Responsible"), Kind.TEXT, 20),
    (N_("Due on"), Kind.DAY, 12),
    (N_("Working days late"), Kind.NUMBER, 10),
    (N_("Progress"), Kind.PERCENT, 10),
    (N_("Priority"), Kind.TEXT, 10),
    (N_("State"), Kind.TEXT, 16),
    (N_("Classification"), Kind.TEXT, 14),
)


def sheet_of(
    archive: Archive, shown: Reading, numbers: Numbers, *, classified: bool
) -> tuple[Sheet, Report]:
    """Read everything that is shown and return its sheet: rows, headings, order and numbers.

    Without `classified` what is above the normal class is left out, and its number stays free.
    """
    asked, day, lang = shown.asked, shown.today, shown.lang
    reading = read_follow_ups(archive, asked, day, lang)
    found: list[str] = []
    lines = list(_lines(archive, reading, numbers, found, classified=classified))

    def say(message: str) -> str:
        return translated(message, lang)

    words = [say(N_("As of {day}")).format(day=jalali.dual_date(day, lang)), filters(asked, lang)]
    behind = 0 if classified else sum(classes.is_above(each, classes.NORMAL) for each in found)
    level = classes.highest(found) if classified else classes.NORMAL
    if level != classes.NORMAL:
        words.append(f"{say(N_('Classification'))}: {say(CLASSIFICATION.options[level])}")
    columns = [Column(say(label), kind, width) for label, kind, width in _COLUMNS]
    title = say(N_("Follow-ups"))
    sheet = Sheet(title, columns, lines, title, words, lang)
    return sheet, Report(len(found) - behind, level, behind)


def filters(asked: Asked, lang: str) -> str:
    """Return in words which follow-ups are asked for, under which headings, in which order."""
    labels = (
        CHOICE_LABELS[asked.choice],
        GROUPING_LABELS[asked.grouping],
        SORTING_LABELS[asked.sorting],
    )
    words = [translated(label, lang) for label in labels]
    if asked.text:
        searched = translated(N_("with the words “{text}”"), lang)
        words.insert(1, searched.format(text=asked.text))
    return " · ".join(words)


def _lines(
    archive: Archive, reading: Reading, numbers: Numbers, found: list[str], *, classified: bool
) -> Iterator[Line]:
    """Yield headings and rows; the class of each follow-up is added to `found`."""
    begin = 0
    for lot in reading.arrangement.lots:
        yield Heading(f"{heading_of(lot, reading)} · {counted(lot)}")
        end = begin + lot.count
        for at in range(begin, end, _AT_ONCE):
            ids = reading.arrangement.ids[at : min(at + _AT_ONCE, end)]
            for owed in read_owed(archive, ids, reading):
                found.append(owed.row.get("classification") or classes.NORMAL)
                if classified or not classes.is_above(found[-1], classes.NORMAL):
                    yield _line(owed, numbers.number(owed.id), reading.lang)
        begin = end


def _line(owed: Owed, number: int, lang: str) -> Line:
    fields = fields_of(FollowUp)

    def shown(key: str) -> str:
        value = owed.row.get(key)
        return "" if value is None else fields[key].kind.show(value, lang)

    return (
        number,
        owed.title,
        owed.origin,
        owed.partner,
        owed.responsible,
        owed.due_on,
        owed.late or None,
        owed.row.get("progress"),
        shown("priority"),
        fields["state"].kind.show(owed.state, lang),
        shown("classification"),
    )
