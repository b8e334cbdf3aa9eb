"""How papers that were handed out are listed: their state, and what of them changed."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from liaison.i18n import N_, _, language
from liaison.time import clock, instant, jalali
from ui.figures import figure, isolated
from ui.pages.visit_rows import Cell, Entry
from ui.prints.edition_choice import edition_words
from ui.prints.making import Wish
from ui.prints.offers import Offer

if TYPE_CHECKING:
    from liaison.prints.revisions import Affected
    from liaison.storage.archive import Archive
    from liaison.storage.issued import IssuedPrint

_KINDS: Final = (
    ("changed", N_("Changed: {parts}")),
    ("added", N_("New: {parts}")),
    ("removed", N_("No longer needed: {parts}")),
)


def read_handed_out(archive: "Archive", visit: str) -> "list[IssuedPrint]":
    """Return the newest issue of every paper of a visit."""
    from liaison.prints.revisions import handed_out  # loaded on the worker

    return handed_out(archive, visit)


def compare(archive: "Archive", issued: "IssuedPrint") -> "Affected":
    """Compare a paper that was handed out with what it would say now."""
    from liaison.prints.revisions import compared  # loaded on the worker

    return compared(archive, issued)


def can_be_reprinted(each: "Affected", offer: Offer | None) -> bool:
    """Tell whether something of a paper has to be printed again."""
    if offer is None or each.refusal or not each.is_changed:
        return False
    return bool(each.wanted) or offer.sheet is None


def reprint(each: "Affected", offer: Offer, start: int) -> Wish:
    """Return the wish for what changed of a paper; of cards only those, from `start` on."""
    issued = each.issued
    wish = Wish(issued.product, issued.subject).but(
        languages=issued.languages, guest=issued.guest, reason=issued.reason
    )
    return wish.but(only=each.wanted, start=start) if offer.sheet else wish


def entry(each: "Affected", offers: Mapping[str, Offer]) -> Entry:
    """Return the row of a paper."""
    issued = each.issued
    offer = offers.get(issued.product)
    name = _(offer.label) if offer else issued.product
    title = offer.records.get(issued.subject, "") if offer and len(offer.records) > 1 else ""
    local = issued.issued_at.astimezone(instant.zone())
    day = jalali.short_date(local.date(), language())
    hour = clock.show(local.time(), language())
    edition = edition_words(issued.languages, guest=issued.guest)
    notes = [("muted", words) for words in (title, edition) if words]
    return Entry(
        issued.uid,
        (
            Cell(name, tuple(notes), bold=True),
            _state(each),
            Cell("", tuple(("muted", words) for words in changes(each))),
            Cell(_revision(each)),
            Cell(day, (("muted", hour),)),
        ),
        faded=not each.is_changed,
    )


def changes(each: "Affected") -> Sequence[str]:
    """Return what changed, a line for each way of changing."""
    if each.refusal:
        return [each.refusal]
    lines = []
    for kind, text in _KINDS:
        differing = [one for one in each.differences if one.kind == kind]
        named = [one.title.of(language()) or one.title.fa for one in differing if one.key]
        if named:
            between = "؛ " if language() == "fa" else "; "
            lines.append(_(text).format(parts=between.join(map(isolated, named))))
    return lines


def _state(each: "Affected") -> Cell:
    if each.refusal:
        return Cell(_("Cannot be made"), chip="red")
    if each.is_changed:
        return Cell(_("Changed"), chip="amber")
    return Cell(_("Unchanged"), chip="green")


def _revision(each: "Affected") -> str:
    """Return the revision that was handed out, and the one that a reprint bears."""
    former = figure(each.issued.revision)
    if not each.differences:
        return former
    arrow = "←" if language() == "fa" else "→"
    return f"{former} {arrow} {figure(each.revision)}"
