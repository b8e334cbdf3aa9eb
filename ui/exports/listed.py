"""What a page lists, for those who take it out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from liaison.exchange.leaving.order import Report, Selection
    from liaison.exchange.sheets import Sheet
    from liaison.storage.archive import Listing


@dataclass(frozen=True)
class Listed:
    """The records a page shows, under `title`, and which of them are selected, if several are.

    `ids` are the numbers of those shown in their order, None for whatever the listing says;
    `sheets` makes, on the worker, what the page itself writes of them under its own headings, with
    what is classified or without, and tells what is in it. A calendar shows records of `others`
    too, and leaves as one alone.
    """

    title: str
    listing: Listing
    ids: Sequence[int] | None = None
    selected: Sequence[int] = ()
    others: Sequence[Listing] = ()
    sheets: Callable[[bool], tuple[list[Sheet], Report]] | None = None

    @property
    def type_name(self) -> str:
        """The name of the type of the records."""
        return self.listing.record_type.__tablename__

    def selections(self, lang: str, *, selected: bool) -> list[Selection]:
        """Return the records that leave: all that are shown, or those selected."""
        from liaison.exchange.leaving.order import Selection  # seldom wanted

        ids = self.selected if selected else self.ids
        others = [Selection(each) for each in self.others]
        return [Selection(replace(self.listing, lang=lang), ids), *others]
