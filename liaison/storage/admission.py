"""Whether an encrypted archive still has the keyring that its people sign in with."""

from pathlib import Path

from liaison.errors import StorageError
from liaison.i18n import _
from liaison.storage.connection import Connection, scalar
from liaison.storage.holding import values_told
from liaison.storage.keys import KEYS
from liaison.storage.settings import PEOPLE


def refuse_keyless(connection: Connection, folder: Path) -> None:
    """Raise StorageError where people sign in to an archive, and its keyring is gone or damaged."""
    people = scalar(connection, "SELECT value FROM setting WHERE key = ?", (PEOPLE,))
    if not values_told(str(people)):
        return
    from liaison.storage.keys.keyring import Keyring  # only who has a key pays for its use

    if Keyring.read(folder) is None:
        raise keyless(folder)


def keyless(folder: Path) -> StorageError:
    """Return the error for an encrypted archive without its keyring."""
    return StorageError(
        _(
            "The file {file}, which holds the keys of the archive, is missing; put the one from"
            " the newest backup in its place."
        ).format(file=folder / KEYS)
    )
