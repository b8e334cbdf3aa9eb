"""Reading one scan, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Final

from liaison.storage.confinement import StoppedError
from liaison.storage.scans.pages import draw
from liaison.storage.scans.scanned_text import ScannedText, put_together
from liaison.storage.scans.table import PageText, read_table
from liaison.storage.scans.tesseract import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from liaison.storage.scans.tesseract import Tesseract

MOST_PAGES: Final = 60
"""Pages of a file that are read; what is longer is no agreement."""


def read_scan(
    tesseract: Tesseract,
    content: BinaryIO,
    name: str,
    should_stop: Callable[[], bool],
    page_begun: Callable[[int], object] = lambda _page: None,
) -> ScannedText:
    """Return the text of the pages of a file that hold none themselves.

    A page that cannot be read is missing from it, and told there. Raises StoppedError as soon as
    `should_stop` says so, OSError where a program does not start.
    """
    pages: list[PageText | None] = []
    count, languages = 1, ""
    while len(pages) < min(count, MOST_PAGES):
        if should_stop():
            raise StoppedError
        page_begun(len(pages) + 1)
        content.seek(0)
        drawn = draw(content, name, len(pages), should_stop)
        if drawn is None:
            pages.append(None)
            continue
        count = drawn.pages
        pages += [PageText()] * (min(drawn.number, MOST_PAGES) - len(pages))
        if drawn.picture and len(pages) < MOST_PAGES:
            languages = "+".join(LANGUAGES)
            answer = tesseract.read(drawn.picture, should_stop)
            whole = answer.code == 0 and not answer.ended
            table = answer.written.decode("utf-8", "ignore")
            pages.append(read_table(table) if whole else None)
    return put_together(pages, count, languages)
