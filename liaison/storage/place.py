"""The folder of an archive: what lies where, and whether it is a place an archive can live in."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from liaison.errors import DamagedError, StorageError
from liaison.i18n import _
from liaison.storage.connection import APPLICATION_ID
from liaison.storage.disk import sync_folder
from liaison.storage.faults import reason_of
from liaison.storage.first_look import DATABASE

FILES: Final = "files"
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
    "glusterfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "smb2",
    "smb3",
    "smbfs",
    "sshfs",
}
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

    def finish_restoring(self) -> None:
        """Give a restored database its name, where that was broken off after the old one went."""
        if self.restored.exists() and not self.database.exists():
            self.restored.replace(self.database)
            sync_folder(self.folder)

    @property
    def files(self) -> Path:
        """The folder of attached files."""
        return self.folder / FILES

    def is_writable(self) -> bool:
        """Tell whether an archive here can be written to."""
        if not os.access(self.folder, os.W_OK | os.X_OK):
            return False
        return not self.database.exists() or os.access(self.database, os.W_OK)

    def refuse_network(self) -> None:
        """Raise StorageError where the folder lies on another computer."""
        kind = network_kind(self.folder.absolute(), _mounts())
        if kind:
            raise StorageError(
                _(
                    "The folder {folder} lies on another computer ({kind}), where a lost connection"
                    " can damage an archive; choose a folder on a disk of this computer."
                ).format(folder=self.folder, kind=kind)
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
        point = mounted.replace("\\040", " ")
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
