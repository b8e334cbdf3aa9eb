"""What the page of trips says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liaison.i18n import _, language, ngettext
from liaison.time import instant
from ui.figures import figure, isolated
from ui.pages.visit_rows import Cell, Entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from liaison.exchange.travelling.merging import Merged
    from liaison.exchange.travelling.trips import Trip
    from ui.travel.reading import Weighed


def entry_of(trip: Trip) -> Entry:
    """Return the line of a trip in the list."""
    role = _("Sent out from here") if trip.home else _("This archive was filled from it")
    cells = (
        Cell(trip.title, notes=(("muted", role),), bold=True),
        Cell(trip.recipient),
        Cell(_moment(trip.at)),
        Cell(figure(trip.records)),
        _returned(trip),
    )
    return Entry(f"{trip.uid}/{'home' if trip.home else 'away'}", cells)


def _returned(trip: Trip) -> Cell:
    """Tell whether a trip came back, or how often it was made ready to."""
    if not trip.home:
        if not trip.made:
            return Cell(_("Nothing was made ready to return yet"))
        text = ngettext("{count} file to return", "{count} files to return", trip.made)
        return Cell(text.format(count=figure(trip.made)))
    if not trip.passages:
        return Cell(_("On the way"), chip="amber")
    last = max(trip.passages, key=lambda each: each.at)
    people = _(", ").join(last.authors)
    notes = (("muted", people),) if people else ()
    return Cell(_("Back on {day}").format(day=_moment(last.at)), notes=notes)


def _moment(at: datetime) -> str:
    return instant.shown(at, instant.zone(), language())


def brought(weighed: Weighed) -> str:
    """Say what a file brings before anything is written."""
    found = weighed.comparison
    newer = {uid for uid, values in found.takes.items() if values and uid in found.ours}
    newer |= {each.target for each in found.voices if not (each.under or each.question)}
    taken = len(newer)
    counts = (
        (ngettext("{count} new record", "{count} new records", len(found.adds)), len(found.adds)),
        (ngettext("{count} with newer values", "{count} with newer values", taken), taken),
        (
            ngettext("{count} into the bin", "{count} into the bin", len(found.bins)),
            len(found.bins),
        ),
        (ngettext("{count} as it is here", "{count} as they are here", found.same), found.same),
    )
    told = [text.format(count=figure(count)) for text, count in counts if count]
    return _(", ").join(told) or _("The file brings nothing new.")


def questions(count: int, waiting: int) -> str:
    """Say how many questions there are, and how many wait."""
    if not count:
        return _("There is nothing to ask.")
    if not waiting:
        return _("Every question has its answer; nothing is written before you take it in.")
    text = ngettext(
        "{waiting} of {count} question waits for an answer; nothing is written before.",
        "{waiting} of {count} questions wait for an answer; nothing is written before.",
        count,
    )
    return text.format(waiting=figure(waiting), count=figure(count))


def done(merged: Merged) -> str:
    """Say what was written, and what did not come as it was there."""
    return " ".join(_sentences(merged))


def _sentences(merged: Merged) -> Iterator[str]:
    yield _("Taken in: {added} added, {updated} changed, {same} as they were.").format(
        added=figure(merged.added), updated=figure(merged.updated), same=figure(merged.same)
    )
    for old, new in merged.numbers:
        yield _("Number {old} was given on both sides; what came back is {new} now.").format(
            old=isolated(old), new=isolated(new)
        )
    if merged.kept:
        yield ngettext(
            "{count} record that was put into the bin on the trip stays: something here refers"
            " to it.",
            "{count} records that were put into the bin on the trip stay: something here refers"
            " to them.",
            len(merged.kept),
        ).format(count=figure(len(merged.kept)))
