"""Whether the history is what the program wrote: the chain walked from its first change on."""

from collections.abc import Iterator
from typing import Final

from liaison.domain.schema import Instant
from liaison.i18n import N_, _, language, ngettext
from liaison.language import digits
from liaison.storage import chain, marker
from liaison.storage.connection import Connection, scalar
from liaison.time import instant

_LINKS: Final = """
    SELECT id, digest, seal FROM change LEFT JOIN link ON link.change = change.id ORDER BY id"""
_AT: Final = "SELECT CAST(at AS BLOB) FROM change WHERE id = ?"

_ALTERED: Final = N_(
    "Change {number} of {moment} is not as this program recorded it; compare it with a backup."
)
_ADDED: Final = N_(
    "Change {number} of {moment} was not recorded by this program; compare it with a backup."
)
_MISSING: Final = N_(
    "Change {number} is missing from the history, before that of {moment}; look for it in a backup."
)
_OTHER: Final = N_(
    "Change {number} of {moment} is not the one this program wrote last; compare it with a backup."
)


def faults(
    connection: Connection, key: chain.ChainKey, marked: marker.Marked | None
) -> Iterator[str]:
    """Give what is at fault: that the end is missing, and the first change that is not as it was.

    `marked` is what the head marker said before the history was read.
    """
    if marked is not None and not marked.is_genuine(key):
        yield _(
            "The file {name} beside the database was not written by this program; compare the"
            " archive with a backup."
        ).format(name=marker.NAME)
        marked = None
    lost = 0 if marked is None else marked.number - marker.last_change(connection)
    if lost > 0:
        yield ngettext(
            "The history ends too early: {count} change is missing; look for it in a backup.",
            "The history ends too early: {count} changes are missing; look for them in a backup.",
            lost,
        ).format(count=digits.number(lost, language()))
    fault = _first(connection, key)
    if not fault and marked is not None and lost <= 0:
        fault = _last(connection, marked)
    if fault:
        yield fault


def _first(connection: Connection, key: chain.ChainKey) -> str:
    """Return the sentence about the first change that does not follow from those before it."""
    previous, expected = chain.START, 1
    for number, digest, seal in connection.execute(_LINKS).fetchall():
        if number != expected:
            return _said(connection, _MISSING, expected, number)
        if digest is None:
            return _said(connection, _ADDED, number, number)
        if digest != chain.digest_of(connection, number, previous):
            return _said(connection, _ALTERED, number, number)
        if seal != chain.sealed(key, number, digest):
            return _said(connection, _ALTERED, number, number)
        previous, expected = digest, number + 1
    return ""


def _last(connection: Connection, marked: marker.Marked) -> str:
    """Return the sentence about the marked change where the one that is there is another."""
    if not marked.digest or chain.digest_at(connection, marked.number) == marked.digest:
        return ""
    return _said(connection, _OTHER, marked.number, marked.number)


def _said(connection: Connection, sentence: str, number: int, dated: int) -> str:
    """Return a sentence about the change `number`, with the moment of the change `dated`."""
    return _(sentence).format(
        number=digits.number(number, language()), moment=_moment(connection, dated)
    )


def _moment(connection: Connection, number: int) -> str:
    """Return when a change was made, as people read it; as it stands there if it is no moment."""
    kept = scalar(connection, _AT, (number,)).decode(errors="replace")
    try:
        return instant.shown(Instant().load(kept), instant.zone(), language())
    except (ValueError, OverflowError):
        return str(kept)
