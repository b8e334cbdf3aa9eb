"""Signing in from the command line: a passphrase from a file, or asked for at the terminal."""

import getpass
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from liaison.errors import UserError
from liaison.i18n import _

if TYPE_CHECKING:
    from liaison.storage.keys.keyring import Keyring

_LARGEST = 4096


def passphrase(file: Path | None, question: str) -> str:
    """Return the first line of `file`, or what is typed unseen where there is none.

    Raises UserError where the file cannot be read, or there is nobody to ask.
    """
    if file is not None:
        return _first_line(file)
    if not sys.stdin.isatty():
        raise UserError(_("A passphrase is needed: give --passphrase-file."))
    return _typed(question)


@cache
def _typed(question: str) -> str:
    """Return what is typed; nobody is asked the same twice while a command runs."""
    return getpass.getpass(f"{question} ")


def new_passphrase(file: Path | None) -> str:
    """Return a passphrase that is to be used from now on; at a terminal it is typed twice."""
    chosen = passphrase(file, _("New passphrase:"))
    if file is None and chosen != passphrase(None, _("The same passphrase again:")):
        raise UserError(_("The two passphrases are not the same; nothing was changed."))
    return chosen


def unlocked(rings: Iterable["Keyring"], typed: str) -> tuple[bytes, str]:
    """Return the key that `typed` opens one of the keyrings for, and the officer whose it is.

    A printed recovery key opens as well, for nobody in particular. Raises UserError where nothing
    does.
    """
    told = UserError(_("The passphrase is not right."))
    for ring in rings:
        found = list(_opened(ring, typed))
        if len(found) > 1:
            raise UserError(
                _("Several people have this passphrase; let one of them choose another one.")
            )
        if found:
            return found[0]
        try:
            return ring.recover(typed), ""
        except UserError:
            continue
    raise told


def _opened(ring: "Keyring", typed: str) -> Iterator[tuple[bytes, str]]:
    """Yield whose passphrase it is: two people may have come upon the same."""
    for person in ring.people:
        with suppress(UserError):
            yield ring.unlock(typed, person.officer)


def _first_line(file: Path) -> str:
    try:
        with file.open(encoding="utf-8-sig") as lines:
            return lines.readline(_LARGEST).rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as fault:
        raise UserError(
            _("The file {file} with the passphrase cannot be read.").format(file=file)
        ) from fault
