"""A book of papers: sections behind dividers, chapters within them, a table of what is where."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reportlab.platypus.flowables import Spacer

from liaison.i18n import N_
from liaison.pdf.contents import ContentsLine, Place, Side
from liaison.pdf.furniture import Bilingual
from liaison.pdf.markup import escape
from liaison.pdf.part import PageSetup, PartBreak
from liaison.pdf.style import MUTED, ParagraphStyle
from liaison.pdf.tags import Element
from liaison.prints.both import Both, figure, joined, said
from liaison.prints.layout import Layout, paragraphs
from liaison.prints.layout_styles import directed
from liaison.prints.product import Draft, as_it_is
from liaison.prints.styled import Words, styled

_DIVIDER_SHARE = 0.3
_INDENT = 14.0
_MUTED_SIZE = 12.0


@dataclass(frozen=True)
class Chapter:
    """One paper of a book; `arrange` changes the book's pages for it."""

    title: Both
    compose: Callable[[Layout], object]
    arrange: Callable[[PageSetup], PageSetup] = as_it_is

    @classmethod
    def of(cls, draft: Draft) -> "Chapter":
        """Return a paper that is also printed by itself."""
        title = draft.subject or draft.label
        return cls(title, draft.compose, draft.arrange)


@dataclass(frozen=True)
class Section:
    """The chapters behind one divider."""

    key: str
    title: Both
    chapters: Sequence[Chapter]


def contents(layout: Layout, sections: Sequence[Section]) -> None:
    """List the sections and chapters with their pages; the lines lead to them."""
    layout.title(said(N_("Contents")), Both())
    whole = Element("TOC")
    for number, section in enumerate(sections, 1):
        title = joined((figure(number), section.title), ". ")
        _line(layout, title, _place(layout, section), whole, bold=True)
        if len(section.chapters) > 1:
            for at, chapter in enumerate(section.chapters):
                _line(layout, chapter.title, _place(layout, section, at), whole)


def bind(layout: Layout, sections: Sequence[Section]) -> None:
    """Add the sections one after the other, each behind its divider."""
    for number, section in enumerate(sections, 1):
        layout.part(section.key, section.title)
        _divider(layout, section, number)
        for at, chapter in enumerate(section.chapters):
            _begin(layout, chapter.title, chapter.arrange, depth=1)
            layout.add(Place(_place(layout, section, at)), said=())
            chapter.compose(layout)


def words_in_the_middle(layout: Layout, lines: Sequence[tuple[Words, float]]) -> None:
    """Set lines, each with its size in points, large and centred, every language below another."""
    for words, size in lines:
        for lang in layout.spoken:
            if text := styled(words).of(lang):
                style = _centred(layout, size, lang)
                layout.add(*paragraphs(text, style), said=(words,))


def _divider(layout: Layout, section: Section, number: int) -> None:
    """Add the page that stands before a section."""
    _begin(layout, section.title, as_it_is, depth=0)
    layout.add(
        Place(_place(layout, section)),
        Spacer(1, layout.setup.frame.height * _DIVIDER_SHARE),
        said=(),
    )
    words_in_the_middle(layout, [(figure(number), 40.0)])
    for lang in layout.spoken:
        outline = None if lang == layout.spoken[0] else ""
        style = _centred(layout, 24.0, lang).but(bold=True, tag="H1")
        text = escape(section.title.of(lang))
        layout.add(*paragraphs(text, style, outline), said=(section.title,))
    if len(section.chapters) > 1:
        words_in_the_middle(layout, [(chapter.title, 11.0) for chapter in section.chapters])


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


def _line(layout: Layout, title: Both, target: str, whole: Element, *, bold: bool = False) -> None:
    indent = 0.0 if bold else _INDENT
    sides = []
    for lang in layout.spoken:
        style = layout.density.paragraph(lang).but(bold=bold, start_indent=indent)
        sides.append(Side(styled(title).of(lang), style, lang))
    layout.add(ContentsLine(sides, target, whole), said=(title,))


def _place(layout: Layout, section: Section, chapter: int | None = None) -> str:
    """Return the name of the place at which a section or chapter begins, in this language."""
    place = f"{layout.languages}:{section.key}"
    return place if chapter is None else f"{place}:{chapter}"


def _centred(layout: Layout, size: float, lang: str) -> ParagraphStyle:
    style = layout.density.paragraph("fa").but(
        size=size, leading=size * 1.6, align="center", after=6, keep_lines=1
    )
    return directed(style if size > _MUTED_SIZE else style.but(colour=MUTED), lang)
