"""Every paper there is of an archive: each product, of its record, in each edition."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from liaison.prints.editions import Edition
from liaison.prints.order import Terms
from liaison.prints.paper import Paper
from liaison.prints.product import Product
from liaison.prints.register import PRODUCTS, make
from liaison.storage.archive import Archive

ALL_THE_SAME = Terms(override="آزمون")
"""The reason for which unconfirmed names are printed in tests."""


def editions(product: Product) -> Iterator[Edition]:
    """Give every edition a product has."""
    for languages in product.languages:
        yield Edition(languages)
        if product.guests:
            yield Edition(languages, guest=True)


EVERY = [(product, edition) for product in PRODUCTS.values() for edition in editions(product)]


def named(case: object) -> str:
    """Name a case of EVERY."""
    if isinstance(case, Product):
        return case.name
    if isinstance(case, Edition):
        return f"{case.languages}{'-guest' if case.guest else ''}"
    return str(case)


@dataclass(frozen=True, eq=False)
class Archived:
    """An archive and which of its records each product is printed of."""

    archive: Archive
    subjects: dict[str, str]
    today: date

    @cache  # noqa: B019 - lives as long as the tests of its module
    def paper(self, product: Product, edition: Edition) -> Paper:
        """Print a product, once for all tests that look at it."""
        uid = self.subjects.get(product.subject, "")
        return make(self.archive, product, uid, edition, today=self.today, terms=ALL_THE_SAME)
