"""The table of contents of a book: on one page where it can be, else on pages of like length."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from liaison.i18n import N_
from liaison.pdf.contents import ContentsLine, Side
from liaison.pdf.tags import Element
from liaison.prints.both import Both, said
from liaison.prints.layout import Layout
from liaison.prints.measuring import height_of
from liaison.prints.styled import styled

_INDENT: Final = 14.0
_EASY: Final = 3.0
_CLOSER: Final = (2.2, 1.4, 0.6)
"""The room above and below a line, in points: at ease, and where that spares a page."""


@dataclass(frozen=True)
class Entry:
    """What a line names, the place it leads to, and whether it is a section's own line."""

    title: Both
    target: str
    is_section: bool


def add_contents(layout: Layout, entries: Sequence[Entry]) -> None:
    """List the entries with their pages; the lines lead to them.

    They are set closer only where fewer pages then hold them all.
    """
    whole = Element("TOC")
    frame = layout.setup.frame
    heading = Layout(layout.languages, layout.density, setup=layout.setup)
    heading.title(said(N_("Contents")), Both())
    room = frame.height - height_of(heading.blocks, frame.width)
    settings = []
    for padding in (_EASY, *_CLOSER):
        lines = [_line(layout, each, whole, padding) for each in entries]
        settings.append((lines, list(_pages(lines, entries, frame.width, room))))
    lines, pages = min(settings, key=lambda setting: len(setting[1]))
    title = said(N_("Contents"))
    for page in pages:
        if page.start:
            layout.new_page()
            title = said(N_("Contents (continued)"))
        layout.title(title, Both())
        for at in page:
            layout.add(lines[at], said=(entries[at].title,))


def _pages(
    lines: Sequence[ContentsLine], entries: Sequence[Entry], width: float, room: float
) -> Iterator[range]:
    """Share the lines among as few pages as hold them, no page much shorter than the others.

    The line of a section stands with the first of its chapters.
    """
    heights = [height_of([each], width) for each in lines]
    pages = max(ceil(sum(heights) / room), 1)
    share, first, taken = sum(heights) / pages, 0, 0.0
    for at, height in enumerate(heights):
        following = heights[at + 1] if at + 1 < len(heights) else 0.0
        is_full = (taken >= share and pages > 1) or taken + height > room
        parts = entries[at].is_section and taken + height + following > room
        if at > first and (is_full or parts):
            yield range(first, at)
            first, taken, pages = at, 0.0, pages - 1
        taken += height
    yield range(first, len(lines))


def _line(layout: Layout, entry: Entry, whole: Element, padding: float) -> ContentsLine:
    sides = []
    for lang in layout.spoken:
        style = layout.density.paragraph(lang) if padding == _EASY else layout.density.cell(lang)
        style = style.but(bold=entry.is_section, start_indent=0 if entry.is_section else _INDENT)
        sides.append(Side(styled(entry.title).of(lang), style, lang))
    return ContentsLine(sides, entry.target, whole, padding=padding)
