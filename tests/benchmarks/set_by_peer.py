"""The brief of the typesetting benchmark, set by another engine on reportlab and HarfBuzz.

    python -m tests.benchmarks.set_by_peer FOLDER

The folder holds the engine's modules: `rtlpara` (paragraphs), `pdfglyphs` (fonts), `tags`
(structure and finishing). It is given the same isolates, furniture, tags and PDF/A finishing as
Liaison gives its own text.
"""

import sys
from functools import cache
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from liaison.language.digits import to_persian
from liaison.language.isolation import isolate_runs
from tests.benchmarks.brief import CLASS, LETTERHEAD, NOTE, RUNNING, Block
from tests.benchmarks.worker import Order, serve

sys.path.insert(0, sys.argv[1])
import pdfglyphs
import rtlpara
import tags

LEFT, BOTTOM, WIDTH, HEIGHT = 48.2, 70.9, 462.0, 700.2
LINE = HexColor("#D9D5CC")
BORDER = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("FONT", (0, 0), (-1, -1), "R")]
BARE = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]


@cache
def open_fonts(folder: str) -> None:
    """Register the fonts, once for all orders."""
    for name, cut in (("R", "Regular"), ("B", "Bold"), ("I", "Italic")):
        pdfglyphs.register(name, str(Path(folder) / f"FiraGO_{cut}.ttf"))


class Engine:
    """The engine's styles, and the stories it makes of blocks."""

    def __init__(self) -> None:
        family = (rtlpara.Family("R", "B", "I"),)
        style = rtlpara.Style(family, family, size=10.5, leading=18)
        heading = rtlpara.replace(style, size=12, leading=20, bold=True, tag="H2")
        self.styles = {
            "fa": style,
            "en": rtlpara.replace(style, dir="ltr", size=10),
            "fa heading": heading,
            "en heading": rtlpara.replace(
                style, size=11.5, leading=20, bold=True, dir="ltr", tag="H2"
            ),
            "small": rtlpara.replace(style, size=8, leading=12),
        }
        self.root = tags.Node("Document", lang="fa-IR")

    def paragraph(self, text: str, style: str, parent: Any) -> Flowable:  # noqa: ANN401 - untyped there
        """Make a tagged paragraph."""
        look = self.styles[style]
        isolated = isolate_runs(text, int(look.dir == "rtl"))
        node = parent.add(look.tag, lang=style[:2])
        return rtlpara.BidiPara(escape(isolated), look, node=node)

    def row(self, block: Block, suffix: str = "") -> Flowable:
        """Make a row of facing sides."""
        sides = [self.paragraph(block[side], side + suffix, self.root) for side in ("fa", "en")]
        rows, widths, commands = rtlpara.mirror_table(
            [[[sides[0]], "", [sides[1]]]], [214, 34, 214], [*BORDER, *BARE]
        )
        if suffix:
            commands = [*commands, ("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE)]
        return tags.RtlTable(rows, widths, style=commands, spaceAfter=4)

    def table(self, rows: list[list[str]]) -> Flowable:
        """Make a table with a heading row and rules."""
        tree = self.root.add("Table")
        cells = []
        for number, row in enumerate(rows):
            line = tree.add("TR")
            cells.append(
                [
                    [self.paragraph(text, side, line.add("TD" if number else "TH"))]
                    for text, side in zip(row, ("fa", "fa", "en"), strict=True)
                ]
            )
        rules = [*BORDER, ("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE)]
        mirrored = rtlpara.mirror_table(cells, [24, 219, 219], rules)
        return tags.RtlTable(mirrored[0], mirrored[1], style=mirrored[2], repeatRows=1)

    def flowable(self, block: Block) -> Flowable:
        """Make what a block asks for."""
        if block["kind"] == "heading":
            return self.row(block, " heading")
        if block["kind"] == "pair":
            return self.row(block)
        if block["kind"] == "table":
            return self.table(block["rows"])
        return self.paragraph(block["text"], block["language"], self.root)


class Sheet(tags.TaggedCanvas):
    """A canvas with furniture, whose page numbers are drawn at the end."""

    engine: Engine

    def words(self, x: float, y: float, text: str, **changes: object) -> None:
        """Draw a line of furniture."""
        small = rtlpara.replace(self.engine.styles["small"], **changes)
        rtlpara.draw_text(self, x, y, text, small)

    def furnish(self, *_: object) -> None:
        """Draw what stands around a page."""
        self.mark(None)
        right, middle = LEFT + WIDTH, LEFT + WIDTH / 2
        if self.getPageNumber() == 1:
            for step, (persian, english) in enumerate(zip(*LETTERHEAD, strict=True)):
                self.words(right, BOTTOM + HEIGHT + 50 - 15 * step, persian)
                self.words(LEFT, BOTTOM + HEIGHT + 50 - 15 * step, english, dir="ltr")
        else:
            self.words(right, BOTTOM + HEIGHT + 30, RUNNING[0])
            self.words(LEFT, BOTTOM + HEIGHT + 30, RUNNING[1], dir="ltr")
        for height in (BOTTOM + HEIGHT + 30, BOTTOM - 54):
            self.words(middle, height, " · ".join(CLASS), align="center", bold=True)
        self.words(middle, BOTTOM - 27, NOTE, align="center")
        self.doForm(f"folio{self.getPageNumber()}")
        self.unmark()

    def save(self) -> None:
        """Draw the page numbers, then write the file."""
        pages = self.getPageNumber() - 1
        for page in range(1, pages + 1):
            self.beginForm(f"folio{page}")
            self.words(LEFT + WIDTH, BOTTOM - 27, to_persian(f"صفحه {page} از {pages}"))
            self.words(LEFT, BOTTOM - 27, f"Page {page} of {pages}", dir="ltr")
            self.endForm()
        super().save()


def _bare(*_: object) -> None:
    """Leave a page to its text."""


def typeset(order: Order) -> bytes:
    """Set the blocks of an order."""
    open_fonts(order["fonts"])
    engine = Engine()
    Sheet.engine = engine
    story = [engine.flowable(block) for block in order["blocks"]]
    drawn, finished = BytesIO(), BytesIO()
    paper = BaseDocTemplate(drawn, pagesize=A4, invariant=1)
    frame = Frame(LEFT, BOTTOM, WIDTH, HEIGHT, 0, 0, 0, 0)
    furnish = Sheet.furnish if order["furnished"] else _bare
    paper.addPageTemplates(PageTemplate(frames=[frame], onPage=furnish))
    paper.build(story, canvasmaker=Sheet)
    drawn.seek(0)
    tags.finish(drawn, finished, engine.root, RUNNING[0])
    return finished.getvalue()


if __name__ == "__main__":
    rl_config.useA85 = 0
    serve(typeset)
