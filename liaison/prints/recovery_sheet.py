"""The sheet with a recovery key: to be printed once, and kept in a safe."""

from dataclasses import replace
from datetime import date, datetime
from typing import Final

from liaison.i18n import N_
from liaison.pdf.fonts import FontSet
from liaison.pdf.part import PageSetup
from liaison.pdf.style import ParagraphStyle
from liaison.pdf.table import Table
from liaison.pdf.table_layout import Column, TableLook
from liaison.prints.both import Both, plain_day, said
from liaison.prints.editions import Edition
from liaison.prints.excerpts import Excerpts
from liaison.prints.issuing import issue
from liaison.prints.layout import Layout, PageMark
from liaison.prints.office import Office
from liaison.prints.order import Order
from liaison.prints.paper import Paper
from liaison.prints.product import Draft, Product
from liaison.storage.archive import Archive

_LABEL: Final = N_("Recovery key of the archive")
_WHAT_FOR: Final = N_(
    "This key opens the archive when nobody remembers a passphrase. Whoever holds it reads"
    " everything: keep this sheet in a safe, away from the computer, and make no copy of it."
)
_HOW: Final = N_(
    "To use it, open the program, choose “Recovery key…” in the sign-in page and type the nine"
    " groups as they stand here. Small and capital letters are alike; there is no letter I, L, O"
    " or U among them."
)
_OLD: Final = N_(
    "When a new recovery key is made this one opens the archive no more; destroy the sheet then."
)
_SIZE: Final = 27.0
_IN_A_LINE: Final = 3


def recovery_sheet(archive: Archive, key: str, today: date, now: datetime | None = None) -> Paper:
    """Set the sheet with a recovery key, as it is written in groups, in both languages."""
    office = Office.of(archive, today, now)
    return issue(_product(key), Order(archive, "", Edition("both"), office))


def _product(key: str) -> Product:
    def draft(order: Order) -> Draft:
        def compose(layout: Layout) -> PageMark:
            made = plain_day(order.office.today, dual=False)
            layout.title(said(_LABEL), said(N_("Made on {day}"), day=made))
            layout.text(said(_WHAT_FOR))
            # What the key is goes into no digest of the paper.
            layout.add(_groups(key, layout.density.fonts), said=())
            layout.text(said(_HOW))
            layout.text(said(_OLD))
            return layout.mark()

        return Draft(
            Excerpts(order.archive, order.edition),
            said(_LABEL),
            Both(),
            compose,
            least_class="highly_confidential",
            most_pages=1,
            arrange=_one_page,
        )

    return Product("recovery-key", _LABEL, "", draft, ("both",), guests=False)


def _one_page(setup: PageSetup) -> PageSetup:
    return replace(setup, landscape=False)


def _groups(key: str, fonts: FontSet) -> Table:
    """Return the groups of a key, three to a line, read from the left in either language."""
    style = ParagraphStyle(_SIZE, _SIZE * 1.6, "ltr", "center", bold=True, fonts=fonts)
    look = TableLook("ltr", rule_weight=0, layout=True, whole=True, before=8, after=10)
    groups = key.split("-")
    lines = [tuple(groups[at : at + _IN_A_LINE]) for at in range(0, len(groups), _IN_A_LINE)]
    return Table(lines, [Column(style=style, firm=True)] * _IN_A_LINE, look=look)
