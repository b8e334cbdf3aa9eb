"""A book of papers: sections behind dividers, chapters within them, a table of what is where."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import ceil

from reportlab.platypus.flowables import Spacer

from liaison.pdf.contents import Place
from liaison.pdf.facing import facing
from liaison.pdf.furniture import Bilingual
from liaison.pdf.markup import escape
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.part import PageSetup, PartBreak
from liaison.pdf.style import MUTED, ParagraphStyle
from liaison.prints.book_contents import Entry, add_contents
from liaison.prints.both import Both, figure, joined
from liaison.prints.layout import Layout, paragraphs
from liaison.prints.layout_styles import Density, directed
from liaison.prints.measuring import balanced, height_of
from liaison.prints.product import Draft, as_it_is
from liaison.prints.styled import Words, styled

_DIVIDER_SHARE = 0.3
_LIST_SIZES = (11.0, 9.5, 8.5, 0.0)
"""The sizes in which a divider lists its chapters, largest first; none where none fits."""
_MUTED_SIZE = 12.0


@dataclass(frozen=True)
class Chapter:
    """One paper of a book.

    `arrange` changes the book's pages for it; it is set in one of `densities` where that takes
    fewer pages than the book's own.
    """

    title: Both
    compose: Callable[[Layout], object]
    arrange: Callable[[PageSetup], PageSetup] = as_it_is
    densities: Sequence[Density] = ()

    @classmethod
    def of(cls, draft: Draft) -> "Chapter":
        """Return a paper that is also printed by itself."""
        title = draft.subject or draft.label
        return cls(title, draft.compose, draft.arrange, draft.densities)


@dataclass(frozen=True)
class Section:
    """The chapters behind one divider."""

    key: str
    title: Both
    chapters: Sequence[Chapter]


def contents(layout: Layout, sections: Sequence[Section]) -> None:
    """List the sections and chapters with their pages; the lines lead to them."""
    entries = []
    for number, section in enumerate(sections, 1):
        title = joined((figure(number), section.title), ". ")
        entries.append(Entry(title, _place(layout, section), is_section=True))
        if len(section.chapters) > 1:
            entries += [
                Entry(chapter.title, _place(layout, section, at), is_section=False)
                for at, chapter in enumerate(section.chapters)
            ]
    add_contents(layout, entries)


def bind(layout: Layout, sections: Sequence[Section]) -> None:
    """Add the sections one after the other, each behind its divider."""
    for number, section in enumerate(sections, 1):
        layout.part(section.key, section.title)
        _divider(layout, section, number)
        for at, chapter in enumerate(section.chapters):
            _begin(layout, chapter.title, chapter.arrange, depth=1)
            layout.add(Place(_place(layout, section, at)), said=())
            usual = layout.density
            layout.density = _fitting(layout, chapter)
            chapter.compose(layout)
            layout.density = usual


def _fitting(layout: Layout, chapter: Chapter) -> Density:
    """Return the easiest setting in which a chapter takes the fewest pages."""
    usual, frame = layout.density, chapter.arrange(layout.setup).frame
    closer = (each for each in chapter.densities if each.share < usual.share)
    taken: dict[Density, int] = {}
    for density in (usual, *(replace(each, fonts=usual.fonts) for each in closer)):
        trial = Layout(layout.languages, density, setup=layout.setup)
        chapter.compose(trial)
        taken[density] = ceil(height_of(trial.blocks, frame.width) / frame.height)
        if taken[density] == 1:
            break
    return min(taken, key=lambda each: taken[each])


def words_in_the_middle(layout: Layout, lines: Sequence[tuple[Words, float]]) -> None:
    """Set lines, each with its size in points, large and centred, every language below another."""
    for words, size in lines:
        for lang in layout.spoken:
            if text := styled(words).of(lang):
                style = _centred(layout, size, lang)
                layout.add(*_balanced(layout, text, style), said=(words,))


def _divider(layout: Layout, section: Section, number: int) -> None:
    """Add the page that stands before a section: its words begin higher the more they are."""
    _begin(layout, section.title, as_it_is, depth=0)
    frame = layout.setup.frame
    for size in _LIST_SIZES:
        trial = Layout(layout.languages, layout.density, setup=layout.setup)
        _divide(trial, section, number, size)
        left = frame.height - height_of(trial.blocks, frame.width)
        if left > 0:
            break
    above = min(frame.height * _DIVIDER_SHARE, max(left, 0.0) / 2)
    layout.add(Place(_place(layout, section)), Spacer(1, above), said=())
    _divide(layout, section, number, size)


def _divide(layout: Layout, section: Section, number: int, size: float) -> None:
    """State the number and title of a section, and its chapters in `size`, 0 for not at all."""
    words_in_the_middle(layout, [(figure(number), 40.0)])
    for lang in layout.spoken:
        outline = None if lang == layout.spoken[0] else ""
        style = _centred(layout, 24.0, lang).but(bold=True, tag="H1")
        text = escape(section.title.of(lang))
        layout.add(*_balanced(layout, text, style, outline), said=(section.title,))
    if len(section.chapters) > 1 and size:
        for chapter in section.chapters:
            _list(layout, chapter.title, size)


def _list(layout: Layout, title: Both, size: float) -> None:
    """Add a chapter to the list of a divider, both languages on one line."""
    sides = [
        paragraphs(styled(title).of(lang), _centred(layout, size, lang)) for lang in layout.spoken
    ]
    blocks = [facing(*sides)] if layout.is_facing else sides[0]
    layout.add(*blocks, said=(title,))


def _balanced(
    layout: Layout, markup: str, style: ParagraphStyle, bookmark: str | None = None
) -> list[Paragraph]:
    width = layout.setup.frame.width
    return [
        Paragraph(line, balanced(line, style, width), bookmark=bookmark)
        for line in markup.split("\n")
        if line.strip()
    ]


def _begin(
    layout: Layout, title: Both, arrange: Callable[[PageSetup], PageSetup], *, depth: int
) -> None:
    """Go on on a new page under another running title."""
    setup = layout.setup
    before = setup.running
    named = Bilingual(
        *(
            _after(*pair)
            for pair in zip((before.persian, before.english), (title.fa, title.en), strict=True)
        )
    )
    part = arrange(replace(setup, letterhead=None, running=named))
    layout.add(PartBreak(replace(part, letterhead=None), depth), said=())


def _after(book: str, chapter: str) -> str:
    """Name a chapter behind its book, as markup, on the one line there is."""
    return f"{book} – {escape(chapter)}" if chapter else book


def _place(layout: Layout, section: Section, chapter: int | None = None) -> str:
    """Return the name of the place at which a section or chapter begins, in this language."""
    place = f"{layout.languages}:{section.key}"
    return place if chapter is None else f"{place}:{chapter}"


def _centred(layout: Layout, size: float, lang: str) -> ParagraphStyle:
    style = layout.density.paragraph("fa").but(
        size=size, leading=size * 1.6, align="center", after=6, keep_lines=1
    )
    return directed(style if size > _MUTED_SIZE else style.but(colour=MUTED), lang)
