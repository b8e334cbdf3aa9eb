"""Administrators: an encrypted archive keeps one who can sign in, whatever is changed."""

import json
from collections.abc import Collection
from pathlib import Path
from typing import Final

from liaison.errors import UserError
from liaison.i18n import _
from liaison.storage.connection import Connection

_AT_WORK: Final = """
    SELECT uid FROM officer
    WHERE role = 'administrator' AND deleted_at IS NULL AND active IS NOT 0"""
_CHANGED: Final = """
    SELECT uid, before FROM history WHERE change = ? AND type = 'officer' AND before IS NOT NULL"""
_MATTER: Final = {"role", "active", "deleted_at"}


def administrators(connection: Connection) -> set[str]:
    """Return the uids of the administrators at work."""
    return {row[0] for row in connection.execute(_AT_WORK)}


def able(folder: Path) -> set[str]:
    """Return the uids of the officers who can sign in to the encrypted archive in `folder`."""
    from liaison.storage.keys.keyring import Keyring  # only who has a key pays for its use

    ring = Keyring.read(folder)
    return {each.officer for each in ring.people} if ring else set()


def refuse_leaderless(connection: Connection, number: int, can: Collection[str]) -> None:
    """Raise UserError where the change `number` leaves no administrator among those who `can`.

    These are the uids of the officers who can sign in. A change that finds none is let through.
    """
    if administrators(connection) & set(can):
        return
    for uid, before in connection.execute(_CHANGED, (number,)).fetchall():
        if uid in can and json.loads(before).keys() & _MATTER:
            raise nobody_left()


def nobody_left() -> UserError:
    """Return the error for taking the last administrator away."""
    return UserError(
        _("At least one administrator has to be able to sign in; let another one in first.")
    )
