"""Tables that stand in one language or face each other in two."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from liaison.pdf.markup import escape
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.style import RED
from liaison.pdf.table import Table
from liaison.pdf.table_layout import Cell, Column, Row, TableLook
from liaison.prints.both import Both
from liaison.prints.editions import RunLanguages
from liaison.prints.layout_styles import BAND_GROUND, Density
from liaison.prints.styled import Words, styled


@dataclass(frozen=True)
class Plan:
    """A column: its heading and its width (points, or a share `weight` of the rest).

    Where both languages face each other a `paired` column stands once on either side; any other
    stands once, in Persian. A `boxed` column is an empty one to write in.
    """

    heading: Both
    weight: float = 1.0
    width: float = 0.0
    paired: bool = False
    boxed: bool = False


TableRow = Sequence[Words]


@dataclass(frozen=True)
class Band:
    """A row across the whole table that `heads` the rows below it, or remarks on that above."""

    words: Words
    ground: str = BAND_GROUND
    heads: bool = True


@dataclass(frozen=True)
class Item:
    """A few lines that belong together, and a remark kept in one language below them."""

    lines: Sequence[Words]
    label: Both = field(default_factory=Both)
    remark: Both = field(default_factory=Both)


def grid(
    plans: Sequence[Plan],
    rows: Sequence[TableRow | Band],
    languages: RunLanguages,
    density: Density,
    look: TableLook,
) -> Table:
    """Lay out a table in the languages of an edition; the headings are its first row."""
    places = _places(plans, languages)
    columns = [Column(plans[at].weight, plans[at].width, density.cell(lang)) for at, lang in places]
    heading = [escape(plans[at].heading.of(lang)) for at, lang in places]
    body = [_laid(row, plans, places) for row in rows]
    for at, below in enumerate(rows[1:]):
        if isinstance(below, Band) and not below.heads:
            body[at] = replace(body[at], kept=True)
    return Table([heading, *body], columns, header_rows=1, look=look)


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
            rows.append(_remark(each, spoken, density))
    gutter = 28.0 if len(spoken) > 1 else 0.0
    return Table(rows, columns, look=replace(look, gutter=gutter, layout=True))


def _remark(item: Item, spoken: Sequence[str], density: Density) -> Row:
    """Set the remark in the direction it reads, its label in the languages of the paper."""
    label = " / ".join(escape(item.label.of(lang)) for lang in spoken)
    style = density.cell("fa").but(direction="auto")
    remark = escape(item.remark.of(spoken[0]) or item.remark.of(spoken[-1]))
    words = f'<span color="{RED}"><b>{label}:</b></span> {remark}'
    if len(spoken) == 1:
        style = density.cell(spoken[0])
    return Row((Cell((Paragraph(words, style),), span=len(spoken)),))


def _places(plans: Sequence[Plan], languages: RunLanguages) -> list[tuple[int, str]]:
    """Return what each column shows: which plan, in which language."""
    if languages != "both":
        return [(at, languages) for at in range(len(plans))]
    paired = [(at, "en") for at, plan in enumerate(plans) if plan.paired]
    return [*((at, "fa") for at in range(len(plans))), *paired]


def _laid(row: TableRow | Band, plans: Sequence[Plan], places: Sequence[tuple[int, str]]) -> Row:
    if isinstance(row, Band):
        spoken = [lang for _, lang in places]
        words = styled(row.words)
        cells = [Cell((words.of(lang),), span=spoken.count(lang)) for lang in dict.fromkeys(spoken)]
        return Row(cells, ground=row.ground, kept=row.heads)
    return Row(
        [
            Cell(("",), boxed=True) if plans[at].boxed else Cell((styled(row[at]).of(lang),))
            for at, lang in places
        ]
    )
