"""Where an archive cannot live."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from liaison.errors import DamagedError, StorageError
from liaison.storage.archive import Archive
from liaison.storage.backups import routine
from liaison.storage.place import network_kind

MOUNTS = """
/dev/sda1 / ext4 rw 0 0
server:/home /home/office nfs4 rw 0 0
//server/share /mnt/share\\040two cifs rw 0 0
me@host:/ /mnt/ssh fuse.sshfs rw 0 0
/dev/sdb1 /home/office/local ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/me/archive", ""),
        ("/home/office/archive", "nfs4"),
        ("/home/office", "nfs4"),
        ("/home/office/local/archive", ""),
        ("/home/officer", ""),
        ("/mnt/share two/x", "cifs"),
        ("/mnt/ssh/x", "fuse.sshfs"),
        ("\\\\server\\share", "UNC"),
        ("//server/share", "UNC"),
    ],
)
def test_a_folder_on_another_computer_is_recognised(folder: str, kind: str) -> None:
    assert network_kind(Path(folder), MOUNTS) == kind
    if not folder.startswith(("//", "\\\\")):
        assert network_kind(Path(folder), "") == ""


def test_a_network_folder_is_refused_with_a_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"server:/x {tmp_path} nfs4 rw 0 0\n")
    monkeypatch.setattr("liaison.storage.place._MOUNTS", mounts)
    with pytest.raises(StorageError, match=r"another computer \(nfs4\)"):
        Archive.open(tmp_path / "archive")
    assert not (tmp_path / "archive").exists()


def test_a_folder_of_backups_alone_does_not_become_a_new_archive(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    with Archive.open(folder) as archive:
        routine.back_up(archive, datetime(2026, 11, 28, tzinfo=UTC), always=True)
    for each in folder.glob("archive.*"):
        each.unlink()
    for create in (True, False):
        with pytest.raises(DamagedError, match="backups"):
            Archive.open(folder, create=create)
    assert not (folder / "archive.db").exists()
