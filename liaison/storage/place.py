"""The folder of an archive: what lies where, and whether it is a place an archive can live in."""

import os
import re
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from uuid6 import uuid7

from liaison.errors import DamagedError, LockedError, StorageError
from liaison.i18n import _
from liaison.reasons import reason_of
from liaison.storage.connection import APPLICATION_ID
from liaison.storage.disk import sync_folder
from liaison.storage.first_look import DATABASE
from liaison.storage.keys import KEYS

FILES: Final = "files"
BACKUPS: Final = "backups"
"""The folder of backups within that of the archive."""
HEAD: Final = "archive.head"
DAMAGED: Final = "damaged-"
ASIDE: Final = f"{DAMAGED}%Y-%m-%dT%H%M%S.%fZ"
"""What is added to a name, or is the name, of what is kept although it is damaged."""
SUMS: Final = "archive.sums"
"""The file that tells what the program wrote to each page of a plain database."""
_HEADER_SIZE: Final = 100
_MAGIC: Final = b"SQLite format 3\0"
_ID_AT: Final = slice(68, 72)
_MOUNTS: Final = Path("/proc/mounts")
_OVER_NETWORK: Final = {
    "afs",
    "ceph",
    "cifs",
    "coda",
    "davfs",
    "davfs2",
    "glusterfs",
    "gvfsd-fuse",
    "kio-fuse",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "rclone",
    "smb2",
    "smb3",
    "smbfs",
    "sshfs",
}
_ESCAPED: Final = re.compile(r"\\([0-7]{3})")  # a blank in a name, say, is \\040
_REMOTE_DRIVE: Final = 4  # what Windows calls DRIVE_REMOTE


@dataclass(frozen=True)
class Place:
    """The folder of an archive."""

    folder: Path

    @property
    def database(self) -> Path:
        """The database file."""
        return self.folder / DATABASE

    @property
    def log(self) -> Path:
        """The file beside the database that holds what was committed last."""
        return self.folder / f"{DATABASE}-wal"

    @property
    def shared(self) -> Path:
        """The file by which processes that read and write share the log."""
        return self.folder / f"{DATABASE}-shm"

    @property
    def restored(self) -> Path:
        """The database of a backup on its way into the place of a damaged one."""
        return self.folder / f"{DATABASE}.restored"

    @property
    def is_there(self) -> bool:
        """Whether there is an archive, if only a restored one whose last step is to be taken."""
        return self.database.exists() or self.restored.exists()

    def finish_restoring(self) -> None:
        """Give a restored database its name, where that was broken off after the old one went.

        What the old one left goes beside it: its log would be read as the new one's. Broken off
        before that, the old one stays, and the new one is dropped.
        """
        if not self.restored.exists():
            return
        if self.database.exists():
            self.restored.unlink()
            return
        aside = max(self.folder.glob(f"{DAMAGED}*"), default=None)
        for old in (self.log, self.shared, self.folder / HEAD, self.folder / SUMS):
            if old.exists():
                if aside is None:
                    old.unlink()
                else:
                    old.replace(aside / old.name)
        sync_folder(self.folder)
        self.restored.replace(self.database)
        sync_folder(self.folder)

    @property
    def files(self) -> Path:
        """The folder of attached files."""
        return self.folder / FILES

    def has_backups(self) -> bool:
        """Tell whether backups of an archive stand here."""
        return any(self.folder.glob(f"{BACKUPS}/*/manifest.json"))

    def is_writable(self) -> bool:
        """Tell whether an archive here can be written to."""
        if not os.access(self.folder, os.W_OK | os.X_OK):
            return False
        return not self.database.exists() or os.access(self.database, os.W_OK)

    def refuse_network(self) -> None:
        """Raise StorageError where the folder lies on another computer."""
        mounts = _mounts()
        kind = network_kind(self.folder, mounts) or network_kind(self.folder.resolve(), mounts)
        if kind:
            raise StorageError(
                _(
                    "The folder {folder} lies on another computer ({kind}), where a lost connection"
                    " can damage an archive; choose a folder on a disk of this computer."
                ).format(folder=self.folder, kind=kind)
            )

    @property
    def keys(self) -> Path:
        """The keyring of an encrypted archive."""
        return self.folder / KEYS

    def set_keys_aside(self) -> Path | None:
        """Take a keyring out of the way of a new archive: its own is gone, or never came to be.

        Returns where it is kept, None where there was none.
        """
        if not self.keys.exists():
            return None
        return self.keys.replace(self.folder / f"{KEYS}.{uuid7()}")

    def set_damaged_keys_aside(self) -> None:
        """Keep a file that is no keyring any more before a backup's takes its place."""
        if self.keys.exists():
            self.keys.replace(self.folder / datetime.now(UTC).strftime(f"{KEYS}.{ASIDE}"))

    def refuse_locked(self) -> None:
        """Raise LockedError where the archive is encrypted: who opens it has to sign in."""
        if self.keys.exists():
            raise LockedError(
                _("The archive in {folder} is encrypted; sign in with a passphrase.").format(
                    folder=self.folder
                )
            )

    def refuse_stranger(self) -> None:
        """Raise StorageError where the file is no database of this program; it is only read."""
        try:
            with self.database.open("rb") as file:
                header = file.read(_HEADER_SIZE)
        except OSError as fault:
            raise StorageError(
                _("The file {file} cannot be read: {reason}.").format(
                    file=self.database, reason=reason_of(fault)
                )
            ) from fault
        if len(header) < _HEADER_SIZE or not header.startswith(_MAGIC):
            raise DamagedError(
                _(
                    "The file {file} is not an archive of this program, or it is damaged."
                    " It was left as it is."
                ).format(file=self.database)
            )
        if int.from_bytes(header[_ID_AT]) != APPLICATION_ID:
            raise StorageError(
                _("The file {file} is a database of another program. It was left as it is.").format(
                    file=self.database
                )
            )


def network_kind(folder: Path, mounts: str) -> str:
    """Return how `folder` is reached over a network, empty where it lies on this computer.

    `mounts` is the text of /proc/mounts, empty where there is none. The types of file systems
    are those of mount(8) on Linux.
    """
    if str(folder).startswith(("\\\\", "//")):
        return "UNC"
    if _is_remote_drive(folder):
        return _("network drive")
    found = ""
    longest = -1
    for line in mounts.splitlines():
        _device, mounted, kind, *_rest = [*line.split(" "), "", "", ""]
        point = _ESCAPED.sub(lambda found: chr(int(found[1], 8)), mounted)
        if len(point) > longest and folder.is_relative_to(point or "/nowhere"):
            found, longest = kind, len(point)
    return found if found.removeprefix("fuse.") in _OVER_NETWORK else ""


def _mounts() -> str:
    try:
        return _MOUNTS.read_text("utf-8", "replace")
    except OSError:  # systems without it
        return ""


if sys.platform == "win32":

    def _is_remote_drive(folder: Path) -> bool:
        import ctypes

        return ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}\\") == _REMOTE_DRIVE

else:

    def _is_remote_drive(_folder: Path) -> bool:
        return False
