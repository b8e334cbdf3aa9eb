"""What left the print room against what its papers would say now.

A paper keeps its revision for as long as it says the same. Both sides are compared as of the day
on which the paper was handed out, so that nothing differs only because days went by.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal, cast

from liaison.errors import UserError
from liaison.insight.joining import followed
from liaison.prints.both import Both
from liaison.prints.editions import Edition, Languages
from liaison.prints.issuing import issue, said_by
from liaison.prints.of_visit import subjects
from liaison.prints.office import Office
from liaison.prints.order import Order, Terms
from liaison.prints.paper import Paper, Part
from liaison.prints.product import Product
from liaison.prints.register import PRODUCTS
from liaison.prints.selection import Selection
from liaison.storage.archive import Archive
from liaison.storage.issued import IssuedPrint, PrintPart, Way

Kind = Literal["changed", "added", "removed"]
Progress = Callable[[int, int], bool]
"""Hears how many of how many papers are compared; returns whether to go on."""


@dataclass(frozen=True)
class Difference:
    """A part of a paper that is not as it was handed out; key and title are empty for the rest."""

    key: str
    title: Both
    kind: Kind


@dataclass(frozen=True)
class Affected:
    """A paper that was handed out, and what it would say otherwise today.

    `revision` is what a reprint bears. `refusal` says why the paper can no longer be made.
    """

    issued: IssuedPrint
    revision: int
    differences: tuple[Difference, ...] = ()
    refusal: str = ""

    @property
    def is_changed(self) -> bool:
        """Whether what was handed out no longer holds."""
        return bool(self.differences or self.refusal)

    @property
    def wanted(self) -> frozenset[str]:
        """The keys of the parts to be printed again, such as single cards."""
        return _wanted(self.differences)


@dataclass(frozen=True)
class Ready:
    """A paper under the revision it bears, with all that the whole of it says, to be handed out.

    `last` is its former issue, None where it never left, and `differences` those since then.
    """

    product: Product
    order: Order
    paper: Paper
    whole: tuple[Part, ...]
    last: IssuedPrint | None = None
    differences: tuple[Difference, ...] = ()

    @property
    def revision(self) -> int:
        """The revision it bears, from 1."""
        return self.order.terms.revision

    @property
    def wanted(self) -> frozenset[str]:
        """The keys of the parts that were not handed out as they are now."""
        return _wanted(self.differences)


def ready(  # noqa: PLR0913 - the words of an order, all but the first four by name
    archive: Archive,
    product: Product,
    uid: str,
    edition: Edition,
    *,
    today: date,
    now: datetime | None = None,
    selection: Selection | None = None,
    terms: Terms | None = None,
) -> Ready:
    """Make a paper under the revision that the register of issued papers gives it.

    Raises UserError as `register.make` does. The revision in `terms` is not looked at; lists of
    the office are of their day and have none.
    """
    terms = terms or Terms()
    office = Office.of(archive, today, now)
    (uid,) = followed(archive, [uid])
    order = Order(archive, uid, edition, office, selection or Selection(), terms)
    last = archive.issued.last(product.name, uid, edition.languages, guest=edition.guest)
    revision = 1
    differences: tuple[Difference, ...] = ()
    if uid and last is not None:
        differences = _since(product, last, archive)
        revision = last.revision + bool(differences)
    office = replace(office, revision=revision)
    order = replace(order, office=office, terms=replace(terms, revision=revision))
    paper = issue(product, order)
    is_whole = not (terms.only or terms.copy)
    whole = paper.parts if is_whole else said_by(product, _plain(order))
    return Ready(product, order, paper, whole, last, differences)


def issue_out(archive: Archive, done: Ready, way: Way, at: datetime) -> IssuedPrint:
    """Enter a paper that was printed or saved at the moment `at` into the register.

    Where only some cards were made, the others stay as they were handed out before. Raises
    StorageError where nothing can be written.
    """
    order = done.order
    edition = order.edition
    parts = [_kept(each) for each in done.whole]
    if order.terms.only:
        last = archive.issued.last(
            done.product.name, order.uid, edition.languages, guest=edition.guest
        )
        before = {each.key: each for each in last.parts} if last else {}
        parts = [
            each if each.key in order.terms.only else before[each.key]
            for each in parts
            if each.key in order.terms.only or each.key in before
        ]
    return archive.issued.record(
        IssuedPrint(
            done.product.name,
            order.uid,
            edition.languages,
            edition.guest,
            order.terms.revision,
            order.office.today,
            at,
            done.paper.pages,
            way,
            tuple(parts),
            order.terms.override,
        )
    )


def handed_out(archive: Archive, visit: str) -> list[IssuedPrint]:
    """Return the newest issue of each edition of each paper of a visit, in the products' order."""
    places = [
        (name, uid)
        for name, product in PRODUCTS.items()
        for uid in subjects(archive, product, visit)
    ]
    newest: dict[tuple[str, str, str, bool], IssuedPrint] = {}
    for each in archive.issued.of_subjects(dict.fromkeys(uid for _name, uid in places)):
        newest.setdefault((each.product, each.subject, each.languages, each.guest), each)
    known = [each for each in newest.values() if (each.product, each.subject) in places]
    return sorted(known, key=lambda each: places.index((each.product, each.subject)))


def compared(archive: Archive, issued: IssuedPrint) -> Affected:
    """Compare a paper that was handed out with what it would say now as of that day."""
    try:
        differences = _since(PRODUCTS[issued.product], issued, archive)
    except UserError as error:
        return Affected(issued, issued.revision, refusal=error.message)
    return Affected(issued, issued.revision + bool(differences), differences)


def affected(
    archive: Archive, visit: str, progress: Progress = lambda _done, _all: True
) -> list[Affected]:
    """Return every paper handed out for a visit, compared; fewer where `progress` says to stop."""
    found: list[Affected] = []
    papers = handed_out(archive, visit)
    for each in papers:
        if not progress(len(found), len(papers)):
            break
        found.append(compared(archive, each))
    return found


def _since(product: Product, last: IssuedPrint, archive: Archive) -> tuple[Difference, ...]:
    """Return what the paper would say otherwise than `last`, as of that day."""
    edition = Edition(cast("Languages", last.languages), last.guest)
    office = Office.of(archive, last.day)
    now = said_by(product, Order(archive, last.subject, edition, office))
    return tuple(_differences(product, last.parts, now))


def _differences(
    product: Product, before: Sequence[PrintPart], after: Sequence[Part]
) -> Iterator[Difference]:
    """Give the differing parts in the order of the paper; of cards only the cards themselves."""
    known = {each.key: each for each in before}
    for part in after:
        former = known.pop(part.key, None)
        if product.cards and not part.key:
            continue
        if former is None:
            yield Difference(part.key, part.title, "added")
        elif former.digest != part.digest:
            yield Difference(part.key, part.title, "changed")
    for each in known.values():
        if each.key or not product.cards:
            yield Difference(each.key, Both(each.title_fa, each.title_en), "removed")


def _wanted(differences: Sequence[Difference]) -> frozenset[str]:
    return frozenset(each.key for each in differences if each.kind != "removed")


def _plain(order: Order) -> Order:
    """Return the order of the whole paper, without a number of its copy."""
    terms = replace(order.terms, only=frozenset(), start=1, copy=0, copies=0)
    return replace(order, terms=terms)


def _kept(part: Part) -> PrintPart:
    return PrintPart(part.key, part.title.fa, part.title.en, part.digest)
