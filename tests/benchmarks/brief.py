"""A long bilingual brief in plain blocks, for any typesetter to set: the same text for each.

A block is a mapping with its "kind": "heading" and "pair" with a side "fa" and "en", "text" with a
"language", "table" with "rows" of a number, a Persian and an English cell, the first its heading.
"""

from collections.abc import Iterator
from itertools import cycle
from typing import Any

from tests.pdf.corpus import ENGLISH, PERSIAN

RUNNING = ("برگهٔ توجیهی دیدار", "Meeting brief")
CLASS = ("محرمانه", "CONFIDENTIAL")
LETTERHEAD = (("شهرداری آزمون", "مرکز ارتباطات"), ("Municipality of Test", "Centre"))
NOTE = "رابط · ۱۴۰۵/۰۸/۲۹"
Block = dict[str, Any]


def bilingual(sections: int = 9) -> list[Block]:
    """Return a brief of both languages side by side: six pages for nine sections."""
    blocks: list[Block] = []
    sides = _sides()
    for section in range(1, sections + 1):
        blocks.append({"kind": "heading", "fa": f"بخش {section}", "en": f"Section {section}"})
        blocks += [{"kind": "pair", **next(sides)} for _ in range(6)]
        blocks.append({"kind": "table", "rows": _people(section)})
    return blocks


def one_language(language: str) -> list[Block]:
    """Return the hard paragraphs of one language."""
    texts = PERSIAN if language == "fa" else ENGLISH
    return [{"kind": "text", "language": language, "text": text} for text in texts]


def facing() -> list[Block]:
    """Return the hard paragraphs of both languages side by side."""
    pairs = zip(PERSIAN, cycle(ENGLISH), strict=False)
    return [{"kind": "pair", "fa": persian, "en": english} for persian, english in pairs]


def _sides() -> Iterator[Block]:
    persian, english = cycle(PERSIAN), cycle(ENGLISH)
    while True:
        fa = f"{next(persian)} {next(persian)}"
        yield {"fa": fa, "en": f"{next(english)} {next(english)}"}


def _people(section: int) -> list[tuple[str, str, str]]:
    rows = [
        (str(row), f"شهردار شهر آزمون {section}{row}", f"Mayor of Test City {section}{row}")
        for row in range(1, 7)
    ]
    return [("#", "نام و سمت", "Name and office"), *rows]
