"""A paper as the preview wants it, made on the worker."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from liaison.domain.rules.classes import NORMAL
from liaison.errors import UserError

if TYPE_CHECKING:
    from liaison.prints.editions import Languages
    from liaison.prints.paper import Paper
    from liaison.storage.archive import Archive


@dataclass(frozen=True)
class Wish:
    """Which paper is wanted, in which edition; `classification` is the highest class of a list."""

    product: str
    uid: str = ""
    languages: "Languages" = "fa"
    guest: bool = False
    classification: str = NORMAL

    def but(self, **changes: str | bool) -> "Wish":
        """Return the wish with `changes`."""
        return replace(self, **changes)  # type: ignore[arg-type] # fields of the wish, by name


@dataclass(frozen=True)
class Told:
    """One thing to know before printing, and the record to put it right in (type, uid)."""

    message: str
    record: tuple[str, str] | None


@dataclass(frozen=True)
class Made:
    """A paper with what there is to know about it; none where `told` says why it may not be."""

    paper: "Paper | None"
    told: Sequence[Told]
    day: date


def make_paper(archive: "Archive", wish: Wish, today: date) -> Made:
    """Make the paper of `wish` as it stands on `today`, or say why it may not be made."""
    from liaison.prints.editions import Edition
    from liaison.prints.register import PRODUCTS, make
    from liaison.prints.selection import Selection

    try:
        paper = make(
            archive,
            PRODUCTS[wish.product],
            wish.uid,
            Edition(wish.languages, wish.guest),
            today=today,
            now=datetime.now(UTC),
            selection=Selection(classification=wish.classification),
        )
    except UserError as error:
        return Made(None, [Told(error.message, _record(archive, (error.record,)))], today)
    told = [Told(each.message, _record(archive, each.records)) for each in paper.findings]
    return Made(paper, told, today)


def _record(archive: "Archive", uids: Iterable[str]) -> tuple[str, str] | None:
    """Return type and uid of the first of `uids` that is a record."""
    from liaison.domain.records import CATALOGUE

    for uid in filter(None, uids):
        for record_type in CATALOGUE:
            if archive.exists(record_type, uid):
                return record_type.__tablename__, uid
    return None
