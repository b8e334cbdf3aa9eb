"""Stories and settings that several tests print."""

from itertools import cycle

from reportlab.platypus import Flowable

from liaison.pdf.facing import facing, facing_heading
from liaison.pdf.furniture import Bilingual, Edition, Letterhead
from liaison.pdf.markup import escape
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.part import PageSetup
from liaison.pdf.style import ParagraphStyle
from liaison.pdf.table import Table
from liaison.pdf.table_layout import Column
from tests.pdf.corpus import ENGLISH, PERSIAN

PERSIAN_BODY = ParagraphStyle(align="justify", after=4)
ENGLISH_BODY = PERSIAN_BODY.but(direction="ltr")
TITLE = ParagraphStyle(size=17, leading=26, bold=True, tag="H1")


def paragraphs(texts: list[str], style: ParagraphStyle) -> list[Flowable]:
    return [Paragraph(escape(text), style) for text in texts]


def facing_pages() -> list[Flowable]:
    pairs = zip(PERSIAN, cycle(ENGLISH), strict=False)
    return [facing(escape(persian), escape(english)) for persian, english in pairs]


def counterparts(rows: int) -> Table:
    """Give a table with a heading row; every row names its number."""
    english = ParagraphStyle(direction="ltr", size=9.5)
    columns = [Column(width=40), Column(3), Column(2, style=english)]
    body = [
        (str(row), f"<b>شهردار شهر آزمون {row}</b>", f"Mayor of Test City {row}")
        for row in range(1, rows + 1)
    ]
    return Table([("#", "نام", "Name"), *body], columns, header_rows=1)


def brief(rows: int = 3) -> list[Flowable]:
    """Give a short bilingual brief with everything a page can hold."""
    english = TITLE.but(direction="ltr")
    return [
        facing(Paragraph("برگهٔ توجیهی", TITLE), Paragraph("Meeting brief", english, bookmark="")),
        facing_heading("هدف دیدار", "Purpose"),
        facing(PERSIAN[0], ENGLISH[0]),
        facing(
            "<b>جملهٔ کلیدی:</b> تمام کنیم.", "<b>Key:</b> Finish.", ground="#FBF5E9", bar="#9A6700"
        ),
        facing_heading("طرف مقابل", "Counterparts"),
        counterparts(rows),
    ]


def setup(edition: Edition = "both") -> PageSetup:
    return PageSetup(
        "برگهٔ توجیهی دیدار",
        edition=edition,
        letterhead=Letterhead(
            ("شهرداری آزمون", "مرکز ارتباطات"), ("Municipality of Test", "Centre"), "بسمه تعالی"
        ),
        running=Bilingual("برگهٔ توجیهی", "Meeting brief"),
        classification=Bilingual("محرمانه", "CONFIDENTIAL"),
        note="رابط · ۱۴۰۵/۰۸/۲۹",
    )
