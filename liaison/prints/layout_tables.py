"""Tables that stand in one language or face each other in two."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from liaison.i18n import N_
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.style import RED
from liaison.pdf.table import Table
from liaison.pdf.table_layout import Cell, Column, Row, TableLook
from liaison.prints.both import Both, with_colon
from liaison.prints.editions import RunLanguages
from liaison.prints.layout_styles import BAND_GROUND, Density
from liaison.prints.styled import Styled, Words, bold, coloured, muted, styled, together


@dataclass(frozen=True)
class Plan:
    """A column: its heading and its width (points, or a share `weight` of the rest).

    Where both languages face each other a `paired` column stands once on either side; any other
    stands once, English below Persian in it. A `boxed` column is an empty one to write in.
    """

    heading: Both
    weight: float = 1.0
    width: float = 0.0
    paired: bool = False
    boxed: bool = False


TableRow = Sequence[Words]
_LINE_END: Final = "<br/>"
# Translators: «ردیف» in Persian: heads the column that counts the rows of a table.
ROW_NUMBER: Final = N_("#")


@dataclass(frozen=True)
class Band:
    """A row across the whole table that `heads` the rows below it, or remarks on that above.

    One that heads them stands above them again on the next page, unless it is not `repeated`.
    """

    words: Words
    ground: str = BAND_GROUND
    heads: bool = True
    repeated: bool = True


def dashed(row: TableRow) -> TableRow:
    """Return a row of a list of the house with a dash in each cell that would stand empty."""
    return [words or muted(Both("—", "—")) for words in row]


@dataclass(frozen=True)
class Item:
    """A few lines that belong together, and a remark below them."""

    lines: Sequence[Words]
    label: Both = field(default_factory=Both)
    remark: Both = field(default_factory=Both)


def grid(
    plans: Sequence[Plan],
    rows: Sequence[TableRow | Band],
    languages: RunLanguages,
    density: Density,
    look: TableLook,
    alike: Sequence[TableRow] = (),
    going_on: Words | None = None,
) -> Table:
    """Lay out a table in the languages of an edition; the headings are its first row.

    Rows that are `alike` stand in tables of the same columns, whose edges are to be the same;
    `going_on` stands above the rows on further pages.
    """
    places = [
        _Place(at, lang, plans[at], density, shared=languages == "both" and not plans[at].paired)
        for at, lang in _places(plans, languages)
    ]
    heading = [place.heading() for place in places]
    body = [_laid(row, places) for row in rows]
    for at, below in enumerate(rows[1:]):
        if isinstance(below, Band) and not below.heads:
            body[at] = replace(body[at], kept=True)
    columns = [place.column() for place in places]
    return Table(
        [heading, *body],
        columns,
        header_rows=1,
        look=look,
        alike=[_laid(row, places) for row in alike],
        going_on=_laid(Band(going_on), places) if going_on else None,
    )


def item_table(
    items: Sequence[Item], languages: RunLanguages, density: Density, look: TableLook
) -> Table:
    """Lay out items in one column, or in two that face each other; remarks take the width."""
    spoken = ("fa", "en") if languages == "both" else (languages,)
    columns = [Column(style=density.cell(lang)) for lang in spoken]
    rows = []
    for each in items:
        cells = [Cell([styled(line).of(lang) for line in each.lines]) for lang in spoken]
        rows.append(Row(cells, rule=not each.remark, kept=bool(each.remark)))
        if each.remark:
            rows.append(_remark(each, spoken))
    gutter = 28.0 if len(spoken) > 1 else 0.0
    return Table(rows, columns, look=replace(look, gutter=gutter, layout=True))


def _remark(item: Item, spoken: Sequence[str]) -> Row:
    words = together((coloured(bold(with_colon(item.label)), RED), item.remark))
    return Row([Cell((words.of(lang),)) for lang in spoken])


def _places(plans: Sequence[Plan], languages: RunLanguages) -> list[tuple[int, str]]:
    """Return what each column shows: which plan, in which language."""
    if languages != "both":
        return [(at, languages) for at in range(len(plans))]
    paired = [(at, "en") for at, plan in enumerate(plans) if plan.paired]
    return [*((at, "fa") for at in range(len(plans))), *paired]


@dataclass(frozen=True)
class _Place:
    """A column as it stands on the paper: which plan, in which language, or `shared` by both."""

    at: int
    lang: str
    plan: Plan
    density: Density
    shared: bool

    def column(self) -> Column:
        style = self.density.cell(self.lang)
        return Column(self.plan.weight, self.plan.width, style, firm=self.plan.boxed)

    @property
    def counts(self) -> bool:
        """Whether it counts the rows: such a number is found without reading it."""
        return self.plan.heading.en == ROW_NUMBER

    def heading(self) -> Cell:
        return self._cell(styled(self.plan.heading), bold=True)

    def cell(self, row: TableRow) -> Cell:
        if self.plan.boxed:
            return Cell(("",), boxed=True)
        return self._cell(styled(row[self.at]), bold=False)

    def _cell(self, words: Styled, *, bold: bool) -> Cell:
        """Set one language, or Persian with English below it at the same edge.

        Mere numbers share a line; lines at the end that are the same in both, such as a flight,
        stand once.
        """
        if not self.shared or self.counts or not words.en or words.fa == words.en:
            return Cell((words.of(self.lang),))
        if words.en.isdecimal():
            return Cell((f"{words.fa}\u00a0/\u00a0{words.en}",))
        english = self.density.cell("en").but(align="end", bold=bold, keep_lines=1)
        below = Paragraph(words.en, english)
        persian = _without_shared_end(words.fa, words.en)
        return Cell((persian, below) if persian else (below,))


def _without_shared_end(persian: str, english: str) -> str:
    """Leave out the last lines of a Persian text that the English one ends with as well."""
    ours, theirs = persian.split(_LINE_END), english.split(_LINE_END)
    while ours and theirs and ours[-1] == theirs.pop():
        ours.pop()
    return _LINE_END.join(ours)


def _laid(row: TableRow | Band, places: Sequence[_Place]) -> Row:
    if isinstance(row, Band):
        spoken = [place.lang for place in places]
        words = styled(row.words)
        cells = [Cell((words.of(lang),), span=spoken.count(lang)) for lang in dict.fromkeys(spoken)]
        return Row(cells, ground=row.ground, kept=row.heads, heads=row.heads and row.repeated)
    return Row([place.cell(row) for place in places])
