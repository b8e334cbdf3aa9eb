"""What can be printed of a record: its products, each with the records it is printed of."""

import gc
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ui.collecting import resting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from liaison.prints.editions import Languages
    from liaison.prints.product import Product
    from liaison.storage.archive import Archive


@dataclass(frozen=True)
class Offer:
    """A product as the print room offers it; `records` are the titles of its records by uid.

    `sheet` holds the columns and rows of a sheet of cards.
    """

    name: str
    label: str
    records: dict[str, str]
    languages: "Sequence[Languages]"
    usual: "Languages | None" = None
    is_list: bool = False
    guests: bool = False
    sheet: tuple[int, int] | None = None
    period: bool = False
    sections: bool = False
    copies: bool = False

    def fitting(self, languages: "Languages") -> "Languages":
        """Return `languages`, or what comes nearest to it among those there are."""
        if languages in self.languages:
            return languages
        return "both" if "both" in self.languages else self.languages[0]


def read_offers(archive: "Archive", product: str, uid: str, lang: str) -> list[Offer]:
    """Return what can be printed where `product` of the record `uid` is.

    A visit offers every paper of it and of its meetings, its partner and its agreements; any
    other record its own papers; no record the lists of the office.
    """
    _load()
    from liaison.prints.of_visit import subjects
    from liaison.prints.register import PRODUCTS

    subject = PRODUCTS[product].subject
    found = []
    for each in PRODUCTS.values():
        if subject == "visit" and each.subject:
            uids = subjects(archive, each, uid)
        else:
            uids = [uid] if each.subject == subject else []
        titles = archive.titles(filter(None, uids), lang)
        if uids:
            found.append(_offer(each, {one: titles.get(one, "") for one in uids}))
    return found


@cache
def _load() -> None:
    """Load the print room once; the collector need not look through it at every paper.

    Each look would halt the window for a tenth of a second.
    """
    with resting():
        import liaison.prints.revisions  # noqa: F401 - every product, and the typesetting engine
        from liaison.pdf.fonts import default_fonts

        default_fonts()
        gc.freeze()


def _offer(product: "Product", records: dict[str, str]) -> Offer:
    form = product.cards
    return Offer(
        product.name,
        product.label,
        records,
        product.languages,
        product.usual,
        is_list=not product.subject,
        guests=product.guests,
        sheet=(form.columns, form.rows) if form else None,
        period=product.period,
        sections=product.sections,
        copies=product.copies,
    )
