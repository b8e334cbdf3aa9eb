"""The brief of the typesetting benchmark, set by Liaison."""

from dataclasses import replace

from reportlab.platypus import Flowable

from liaison.pdf.facing import facing, facing_heading
from liaison.pdf.furniture import Bilingual, Letterhead
from liaison.pdf.markup import escape
from liaison.pdf.page import render
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.part import PageSetup
from liaison.pdf.style import ParagraphStyle
from liaison.pdf.table import Table
from liaison.pdf.table_layout import Column
from tests.benchmarks.brief import CLASS, LETTERHEAD, NOTE, RUNNING, Block
from tests.benchmarks.worker import Order, serve

BODY = {
    "fa": ParagraphStyle(align="justify", after=4),
    "en": ParagraphStyle(align="justify", after=4, direction="ltr"),
}
COLUMNS = (Column(width=24), Column(3), Column(3, style=ParagraphStyle(direction="ltr", size=9.5)))


def typeset(order: Order) -> bytes:
    """Set the blocks of an order."""
    setup = PageSetup(RUNNING[0], edition=order["edition"])
    if order["furnished"]:
        setup = replace(
            setup,
            letterhead=Letterhead(*LETTERHEAD),
            running=Bilingual(*RUNNING),
            classification=Bilingual(*CLASS),
            note=NOTE,
        )
    return render([_flowable(block) for block in order["blocks"]], setup).content


def _flowable(block: Block) -> Flowable:
    if block["kind"] == "heading":
        return facing_heading(escape(block["fa"]), escape(block["en"]))
    if block["kind"] == "pair":
        return facing(escape(block["fa"]), escape(block["en"]))
    if block["kind"] == "table":
        return Table(block["rows"], COLUMNS, header_rows=1)
    return Paragraph(escape(block["text"]), BODY[block["language"]])


if __name__ == "__main__":
    serve(typeset)
