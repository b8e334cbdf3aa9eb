"""What stands in the cells of the outcomes, worded for a paper."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from liaison.domain.rules.facts import Finding
from liaison.i18n import LANGUAGES, _, language
from liaison.insight.outcomes.declaration import Cell, Column, Section, Value
from liaison.language import bidi, digits
from liaison.language.listing import enumerated
from liaison.prints.both import Both, figure, plain_day, plain_span, said
from liaison.prints.filled import NOT_FILLED_IN, filled
from liaison.prints.styled import NOT_TRANSLATED, Words
from liaison.storage.archive import Archive
from liaison.time.span import Span

_UNREAD: Final = "unknown"


def worded(value: Value) -> Both:
    """Return a value in both languages: days in both calendars, a missing translation marked."""
    if isinstance(value, Both):
        return _marked(value)
    if isinstance(value, Span):
        if value.precision == _UNREAD:
            return _marked(Both(value.text, "" if bidi.base_level(value.text) else value.text))
        return plain_span(value, dual=True)
    if isinstance(value, date):
        return plain_day(value, dual=True)
    return Both() if value is None else figure(value)


def cell(told: Cell, column: Column) -> Words:
    """Return what a cell says; an empty one that is owed says that it is not filled in."""
    words = worded(told.value)
    return filled(words, NOT_FILLED_IN) if column.owed else words


def untranslated(
    archive: Archive, sections: Iterable[Section], spoken: Iterable[str]
) -> list[Finding]:
    """Return a finding for each record whose words lack a language that the paper speaks."""
    lacking: dict[str, dict[str, None]] = {}
    wanted = tuple(spoken)
    for uid, label, words in _texts(sections):
        if any(not _in(words, lang) for lang in wanted):
            lacking.setdefault(uid, {})[label] = None
    message = _("Not translated in “{record}”: {fields}.")
    titles = archive.titles(lacking, language())
    return [
        Finding(
            "translation",
            message.format(record=titles.get(uid, ""), fields=enumerated([*labels], language())),
            (uid,),
        )
        for uid, labels in lacking.items()
    ]


def _texts(sections: Iterable[Section]) -> Iterator[tuple[str, str, Both]]:
    """Yield every text, with its column and the record to put it right in."""
    for table in (each for section in sections for each in section.tables):
        for row in table.rows:
            first = next((each.opens for each in row.cells if each.opens), None)
            for told, column in zip(row.cells, table.columns, strict=True):
                opens = told.opens or first
                if isinstance(told.value, Both) and told.value and opens is not None:
                    yield opens[1], column.label.of(language()), told.value


def _marked(words: Both) -> Both:
    """Return words with a mark for the language they lack; nothing where there are none."""
    if not words:
        return words
    marks = said(NOT_TRANSLATED)
    found = (words.of(lang) if _in(words, lang) else marks.of(lang) for lang in LANGUAGES)
    persian, english = found
    return Both(digits.in_persian(persian), english)


def _in(words: Both, lang: str) -> bool:
    """Tell whether words are written in `lang`; a Persian text is no English one."""
    text = words.of(lang)
    return bool(text) and not (lang == "en" and text == words.fa and bidi.base_level(text))
