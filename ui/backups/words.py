"""What the page of backups says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from liaison.i18n import _, language, ngettext
from liaison.time import instant
from ui.figures import figure, left_to_right, quotes_apart
from ui.pages.visit_rows import Cell, Entry

if TYPE_CHECKING:
    from liaison.storage.backups.shelf import Backup
    from ui.backups.reading import Kept

_MEGABYTE: Final = 1 << 20


def state_of(kept: Kept) -> str:
    """Return when the newest backup was made, and what came after it."""
    if not kept.backups:
        return _("No backup was made yet.")
    newest = kept.backups[0].manifest
    when = instant.shown(newest.made_at, instant.zone(), language())
    since = kept.head - newest.head
    told = _("The newest backup is of {when}.").format(when=when)
    more = _("Nothing was changed since.")
    if since > 0:
        text = ngettext("{count} change since then.", "{count} changes since then.", since)
        more = text.format(count=figure(since))
    return f"{told} {more}"


def place_of(kept: Kept) -> str:
    """Return which second place is set, and how many backups stand there."""
    if not kept.place:
        return _("No second place is set: a broken disk would take the backups with it.")
    place = left_to_right(kept.place)
    if kept.elsewhere is None:
        return _("Second place: {place} — it is not there now.").format(place=place)
    count = len(kept.elsewhere)
    text = ngettext(
        "Second place: {place} — {count} backup", "Second place: {place} — {count} backups", count
    )
    return text.format(place=place, count=figure(count))


def trial_of(kept: Kept) -> str:
    """Return when a backup was put back for a trial, and how that went."""
    if kept.trial is None:
        return _("No backup was put back for a trial yet; that happens once a month by itself.")
    when = instant.shown(kept.trial.at, instant.zone(), language())
    if kept.trial.faults:
        faults = " ".join(kept.trial.faults)
        text = _("The trial of {when} failed: {faults}").format(when=when, faults=faults)
        return quotes_apart(text)
    return _("On {when} a backup was put back for a trial, and it was whole.").format(when=when)


def entry_of(kept: Kept, backup: Backup) -> Entry:
    """Return a backup as a line of the list."""
    manifest = backup.manifest
    when = instant.shown(manifest.made_at, instant.zone(), language())
    size = _("{size} MB").format(size=figure(max(1, manifest.whole_size // _MEGABYTE)))
    there = kept.elsewhere is not None and backup.name in kept.elsewhere
    lacking = len(manifest.lacking)
    note = ngettext("{count} was lacking", "{count} were lacking", lacking)
    notes = (("amber", note.format(count=figure(lacking))),) if lacking else ()
    return Entry(
        backup.name,
        (
            Cell(when, bold=True),
            Cell(figure(manifest.records)),
            Cell(figure(len(manifest.files)), notes),
            Cell(size),
            Cell("✓" if there else "—"),
        ),
    )
