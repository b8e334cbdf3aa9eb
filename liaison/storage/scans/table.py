"""The table Tesseract writes: one line a word, with where it stands and how sure it is."""

import csv
from dataclasses import dataclass
from typing import Final

from liaison.language.normalise import stored

_WORD: Final = "5"
_LINE: Final = ("block_num", "par_num", "line_num")


@dataclass(frozen=True)
class PageText:
    """The text of one page, and how sure each of its words is, 0 to 100.

    There are as many `confidences` as there are words parted by white space in `text`.
    """

    text: str = ""
    confidences: tuple[int, ...] = ()


def read_table(table: str) -> PageText:
    """Return the text of a page from Tesseract's TSV: a line a line, paragraphs set apart.

    What is no such table holds no words.
    """
    lines: dict[tuple[str, ...], list[str]] = {}
    confidences: list[int] = []
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        words = stored(row.get("text") or "").split() if row.get("level") == _WORD else []
        if words:
            lines.setdefault(tuple(row[each] or "" for each in _LINE), []).extend(words)
            confidences += [_confidence(row.get("conf"))] * len(words)
    return PageText(_joined(lines), tuple(confidences))


def _joined(lines: dict[tuple[str, ...], list[str]]) -> str:
    text, before = "", ("", "")
    for (block, paragraph, _line), words in lines.items():
        parting = "\n" if (block, paragraph) == before else "\n\n"
        text += f"{parting if text else ''}{' '.join(words)}"
        before = (block, paragraph)
    return text


def _confidence(written: str | None) -> int:
    try:
        return min(100, max(0, round(float(written or ""))))
    except (ValueError, OverflowError):
        return 0
