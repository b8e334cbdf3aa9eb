"""A paper as the print room wants it, made on the worker."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from liaison.domain.rules.classes import NORMAL
from liaison.domain.rules.facts import each_once
from liaison.errors import UserError

if TYPE_CHECKING:
    from liaison.domain.rules.owed import Asked
    from liaison.prints.editions import Languages
    from liaison.prints.order import Terms
    from liaison.prints.paper import Paper
    from liaison.prints.revisions import Ready
    from liaison.storage.archive import Archive
    from liaison.storage.issued import Way
    from ui.workspace import Workspace


@dataclass(frozen=True)
class Wish:
    """Which paper is wanted, in which edition; `classification` is the highest class of a list.

    `only`, `start`, `reason`, `copy`, `copies`, `since`, `until` and `sections` are the terms of an
    order;
    `shown` is what a list has to hold exactly.
    """

    product: str
    uid: str = ""
    languages: "Languages" = "fa"
    guest: bool = False
    classification: str = NORMAL
    only: frozenset[str] = frozenset()
    start: int = 1
    reason: str = ""
    copy: int = 0
    copies: int = 0
    since: date | None = None
    until: date | None = None
    sections: frozenset[str] = frozenset()
    shown: "Asked | None" = None

    def but(self, **changes: Any) -> "Wish":
        """Return the wish with `changes`."""
        return replace(self, **changes)

    @property
    def spoken(self) -> str:
        """The language in which the paper is named."""
        return "en" if self.languages == "en" else "fa"

    def each_copy(self) -> "list[Wish]":
        """Return the wish once for every numbered copy."""
        return [self.but(copy=number) for number in range(1, self.copies + 1)] or [self]


@dataclass(frozen=True)
class Told:
    """One thing to know before printing, and the record to put it right in (type, uid)."""

    message: str
    record: tuple[str, str] | None


@dataclass(frozen=True)
class Made:
    """A paper with what there is to know about it; none where `told` says why it may not be.

    `wants_reason` tells that a reason would let it be made.
    """

    wish: Wish
    day: date
    ready: "Ready | None" = None
    told: Sequence[Told] = ()
    wants_reason: bool = False

    @property
    def paper(self) -> "Paper | None":
        """The paper itself."""
        return self.ready.paper if self.ready else None


def make_paper(archive: "Archive", wish: Wish, today: date) -> Made:
    """Make the paper of `wish` as it stands on `today`, or say why it may not be made."""
    from liaison.prints.editions import Edition
    from liaison.prints.issuing import ReasonNeededError
    from liaison.prints.register import PRODUCTS
    from liaison.prints.revisions import ready
    from liaison.prints.selection import Selection

    try:
        done = ready(
            archive,
            PRODUCTS[wish.product],
            wish.uid,
            Edition(wish.languages, wish.guest),
            today=today,
            now=datetime.now(UTC),
            selection=Selection(classification=wish.classification, shown=wish.shown),
            terms=_terms(wish),
        )
    except UserError as error:
        told = [Told(error.message, _record(archive, (error.record,)))]
        needs = isinstance(error, ReasonNeededError)
        return Made(wish, today, told=told, wants_reason=needs)
    findings = each_once(done.paper.findings)
    told = [Told(each.message, _record(archive, each.records)) for each in findings]
    return Made(wish, today, done, told)


def register(workspace: "Workspace", made: Made, way: "Way") -> None:
    """Enter a paper that left into the register, unless the archive can only be read."""
    from liaison.prints.revisions import issue_out

    archive, done, at = workspace.archive, made.ready, datetime.now(UTC)
    if done is not None and not archive.read_only:
        workspace.jobs.run(lambda: issue_out(archive, done, way, at), owner=workspace)


def _terms(wish: Wish) -> "Terms":
    from liaison.prints.order import Terms

    return Terms(
        only=wish.only,
        start=wish.start,
        override=wish.reason,
        copy=wish.copy,
        copies=wish.copies,
        since=wish.since,
        until=wish.until,
        sections=wish.sections,
    )


def _record(archive: "Archive", uids: Iterable[str]) -> tuple[str, str] | None:
    """Return type and uid of the first of `uids` that is a record."""
    from liaison.domain.records import CATALOGUE

    for uid in filter(None, uids):
        for record_type in CATALOGUE:
            if archive.exists(record_type, uid):
                return record_type.__tablename__, uid
    return None
