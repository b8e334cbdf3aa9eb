"""The pieces papers are made of, in whichever languages an edition speaks.

A product states its blocks once; here each becomes Persian text, English text, or both facing
each other at the same height.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from reportlab.platypus.flowables import Flowable, PageBreak

from liaison.i18n import N_
from liaison.pdf.canvas import PageCanvas
from liaison.pdf.facing import facing
from liaison.pdf.markup import escape
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.part import PageSetup
from liaison.pdf.style import LINE, MUTED, ParagraphStyle
from liaison.pdf.table import Table
from liaison.pdf.table_layout import FACING_LOOK, Cell, Column, Row, TableLook
from liaison.prints.both import Both, said
from liaison.prints.editions import RunLanguages
from liaison.prints.layout_styles import AMBER_GROUND, Density, directed
from liaison.prints.layout_tables import Band, Item, Plan, TableRow, grid, item_table
from liaison.prints.ledger import Ledger
from liaison.prints.styled import AMBER, Styled, Words, labelled, muted, styled

# Translators: «داده‌ای ثبت نشده» in Persian.
NO_RECORD = N_("No data recorded")

_LABEL_WIDTH = 62.0
_WIDE_LABEL = 92.0
_TIED = 2


class PageMark(Flowable):  # type: ignore[misc] # reportlab carries no types
    """A point in the text that knows, once typeset, on which page it came to stand."""

    def __init__(self) -> None:
        super().__init__()
        self.page = 0
        self.y = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take no room."""
        del width, height
        return 0.0, 0.0

    def drawOn(self, canvas: PageCanvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803 - reportlab's names
        """Draw nothing; note the page, counted from 1, and the height on it in points."""
        del x
        self.page, self.y = canvas.page + 1, y


class Layout:
    """A story under way: blocks are added in reading order."""

    def __init__(
        self,
        languages: RunLanguages,
        density: Density,
        ledger: Ledger | None = None,
        setup: PageSetup | None = None,
    ) -> None:
        self.languages = languages
        self.density = density
        self.setup = setup or PageSetup("", edition=languages)
        self.blocks: list[Flowable] = []
        self._ledger = ledger or Ledger(self.spoken)

    @property
    def spoken(self) -> tuple[str, ...]:
        """The languages of the text, Persian first."""
        return ("fa", "en") if self.is_facing else (self.languages,)

    @property
    def is_facing(self) -> bool:
        """Whether both languages stand side by side."""
        return self.languages == "both"

    def part(self, key: str, title: Both) -> None:
        """Take what follows for a part that can change, and be printed again, by itself."""
        self._ledger.begin(key, title)

    def add(self, *blocks: Flowable, said: Sequence[object]) -> None:
        """Add blocks made elsewhere; `said` is all that they say, for what has changed since."""
        self._ledger.enter(*said)
        self.blocks.extend(blocks)

    def title(self, title: Both, subtitle: Words) -> None:
        """Begin a paper: what it is, and below it of whom it speaks."""
        self._pair(title, self.density.title, keep_with_next=True)
        if subtitle:
            self._pair(subtitle, self.density.subtitle)

    def heading(self, words: Both) -> None:
        """Begin a section; in facing editions the Persian heading goes into the outline."""
        self._ledger.enter(words)
        size, dense = self.density.heading, self.density.is_dense
        look = TableLook(row_padding=1 if dense else 2, side_padding=0, layout=True)
        look = replace(
            look,
            before=size * (0.42 if dense else 0.6),
            after=3 if dense else 4,
            direction=self._direction,
        )
        if self.is_facing:
            sides = self._sides(words, self.density.head("fa"))
            self.blocks.append(facing(*sides, look=look, keep_with_next=True))
            return
        style = self.density.head(self.languages)
        paragraph = Paragraph(escape(words.of(self.languages)), style)
        self.blocks.append(Table([(paragraph,)], [Column()], look=look, keep_with_next=True))

    def text(self, words: Words) -> None:
        """Add running text; each line of it is a paragraph."""
        self._pair(words, self.density.paragraph("fa"))

    def nothing(self) -> None:
        """Say in a section that matters that nothing is recorded."""
        self._pair(muted(said(NO_RECORD)), self.density.paragraph("fa"))

    def note(self, words: Words, *, leads: bool = False) -> None:
        """Add a remark in small grey letters; one that `leads` stands with what follows."""
        style = self.density.small("fa").but(keep_with_next=leads)
        self._pair(words, style, keep_with_next=leads)

    def box(self, words: Words) -> None:
        """Set one message off from everything else."""
        self._ledger.enter(words)
        style = self.density.paragraph("fa")
        if self.is_facing:
            sides = self._sides(words, style)
            look = replace(FACING_LOOK, before=3, side_padding=10, row_padding=4, gutter=14)
            self.blocks.append(facing(*sides, look=look, ground=AMBER_GROUND, bar=AMBER))
            return
        look = TableLook(side_padding=10, row_padding=4, rule_weight=0, layout=True, before=4)
        look = replace(look, split_rows=True, after=4, direction=self._direction)
        row = Row((Cell(self._lines(words, style, self.languages)),), AMBER_GROUND, AMBER)
        self.blocks.append(Table([row], [Column()], look=look))

    def facts(
        self, rows: Sequence[tuple[Both, Words]], *, run_in: bool = False, whole: bool = False
    ) -> None:
        """Add labels with their values, a line below each row.

        `run_in` sets the labels at the head of the values where two languages share the width.
        Facts that are `whole` stand on one page.
        """
        if run_in and self.is_facing:
            named = [Item((labelled(label, value or styled_nothing()),)) for label, value in rows]
            self.items(named)
            return
        self._ledger.enter(rows)
        cell = self.density.cell
        fa_label, en_label = (cell(lang).but(colour=MUTED) for lang in ("fa", "en"))
        width = _LABEL_WIDTH if self.is_facing else _WIDE_LABEL
        persian = [Column(width=width, style=fa_label), Column(style=cell("fa"))]
        english = [Column(width=width, style=en_label), Column(style=cell("en"))]
        columns = {"fa": persian, "en": english, "both": [*persian, *reversed(english)]}
        look = self.density.look(self._direction)
        self.blocks.append(
            Table(
                [self._fact(*row) for row in rows],
                columns[self.languages],
                look=replace(look, layout=True, split_rows=not whole, whole=whole),
            )
        )

    def table(
        self,
        plans: Sequence[Plan],
        rows: Sequence[TableRow | Band],
        *,
        rules: str = LINE,
        whole: bool = False,
        alike: Sequence[TableRow] = (),
        going_on: Words | None = None,
    ) -> None:
        """Add a table with lines in the colour `rules`; its headings stand on every page.

        One that is `whole` is cut only where no page has room for it. Rows that are `alike` stand
        in tables of the same columns, whose edges are to be the same. `going_on` stands above the
        rows on further pages.
        """
        self._ledger.enter(plans, rows)
        look = self.density.look(self._direction)
        look = replace(look, rule_colour=rules, before=self._above_table, whole=whole)
        made = grid(plans, rows, self.languages, self.density, look, alike, going_on)
        self.blocks.append(made)

    def items(self, items: Sequence[Item]) -> None:
        """Add items of several lines each, a line below each item."""
        self._ledger.enter(items)
        look = self.density.look(self._direction)
        self.blocks.append(
            item_table(items, self.languages, self.density, replace(look, side_padding=0, after=3))
        )

    def tie_end(self) -> None:
        """Keep the end of what stands here on a page with what follows.

        So goes the last part of a text with who signs it: two pieces of it, or the last rows of a
        table, and their heading.
        """
        pieces = 0
        for block in reversed(self.blocks):
            if isinstance(block, Table) and block.rows_left > 1:
                block.tied = True
                return
            if isinstance(block, PageBreak):
                return
            pieces += not isinstance(block, PageMark) and not block.getKeepWithNext()
            block.keepWithNext = True
            if pieces == _TIED:
                return

    def new_page(self) -> None:
        """Go on at the head of a page."""
        self.blocks.append(PageBreak())

    def mark(self) -> PageMark:
        """Add a point whose page is known once the paper is typeset."""
        point = PageMark()
        self.blocks.append(point)
        return point

    @property
    def _above_table(self) -> float:
        """The space above a table in points: below its own heading less than below other text."""
        if not self.blocks or self.blocks[-1].getKeepWithNext():
            return 3.0
        return 6.0 if self.density.is_dense else 9.0

    @property
    def _direction(self) -> Literal["rtl", "ltr"]:
        return "ltr" if self.languages == "en" else "rtl"

    def _directed(self, style: ParagraphStyle) -> ParagraphStyle:
        return directed(style, self.languages)

    def _pair(self, words: Words, style: ParagraphStyle, *, keep_with_next: bool = False) -> None:
        """Add words in one column or in two."""
        self._ledger.enter(words)
        if self.is_facing:
            sides = self._sides(words, style)
            look = replace(FACING_LOOK, after=style.after or FACING_LOOK.after)
            self.blocks.append(facing(*sides, look=look, keep_with_next=keep_with_next))
            return
        self.blocks.extend(self._lines(words, style, self.languages))

    def _sides(
        self, words: Words, style: ParagraphStyle
    ) -> tuple[list[Paragraph], list[Paragraph]]:
        return self._lines(words, style, "fa"), self._lines(words, style, "en")

    def _lines(self, words: Words, style: ParagraphStyle, lang: str) -> list[Paragraph]:
        """Set each line of a text as a paragraph; only Persian headings go into the outline."""
        outline = "" if self.is_facing and lang == "en" else None
        return paragraphs(styled(words).of(lang), directed(style, lang), outline)

    def _fact(self, label: Both, value: Words) -> tuple[str, ...]:
        words = styled(value) or styled_nothing()
        persian = (escape(label.fa), words.fa)
        english = (escape(label.en), words.en)
        if self.languages == "fa":
            return persian
        return english if self.languages == "en" else (*persian, *reversed(english))


def paragraphs(markup: str, style: ParagraphStyle, bookmark: str | None = None) -> list[Paragraph]:
    """Set each line of a text as a paragraph."""
    lines = [line for line in markup.split("\n") if line.strip()]
    return [Paragraph(line, style, bookmark=bookmark) for line in lines]


def styled_nothing() -> Styled:
    """Return the words for a place where nothing is recorded."""
    return muted(said(NO_RECORD))
