"""Passphrases on the command line: from files, never on the line itself."""

import getpass
import json
from pathlib import Path

import pytest

from liaison.domain.records import Officer
from liaison.storage.signing_in import found
from tests.commands.conftest import Line

FIRST, SECOND = "a long passphrase", "another long passphrase"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_text(FIRST + "\n", "utf-8")
    second.write_text(SECOND, "utf-8-sig")
    return first, second


def test_a_new_archive_is_encrypted_where_a_passphrase_comes_along(
    line: Line, tmp_path: Path, files: tuple[Path, Path]
) -> None:
    folder, (first, second) = tmp_path / "archive", files
    status, _out, err = line(folder, "sample", "--passphrase-file", first)
    assert status == 0
    assert "Recovery key" in err
    assert (folder / "archive.keys").exists()
    assert b"SQLite" not in (folder / "archive.db").read_bytes()
    status, out, _err = line(folder, "--passphrase-file", first, "search", "لاهور")
    assert status == 0
    assert "Lahore" in out
    assert line(folder, "stats")[0] == 1
    status, out, err = line(folder, "stats", "--passphrase-file", second)
    assert (status, out) == (1, "")
    assert "passphrase is not right" in err


def test_a_new_archive_without_one_says_once_that_it_is_not(line: Line, tmp_path: Path) -> None:
    assert "not encrypted" in line(tmp_path / "archive", "sample")[2]
    bundle = tmp_path / "bundle.json"
    assert line(tmp_path / "archive", "export", bundle)[0] == 0
    assert "not encrypted" not in line(tmp_path / "archive", "import", bundle)[2]


def test_a_passphrase_is_changed_and_a_recovery_key_gives_a_new_one(
    line: Line, tmp_path: Path, files: tuple[Path, Path]
) -> None:
    folder, (first, second) = tmp_path / "archive", files
    key = line(folder, "sample", "--passphrase-file", first)[2].rpartition(": ")[2]
    change = ("passphrase", "--new-passphrase-file")
    assert line(folder, *change, second, "--passphrase-file", first)[0] == 0
    assert line(folder, "check", "--passphrase-file", first)[0] == 1
    assert line(folder, "check", "--passphrase-file", second)[0] == 0
    recovery = tmp_path / "recovery"
    recovery.write_text(key.lower(), "utf-8")
    given = ("--passphrase-file", recovery, "--name")
    assert line(folder, *change, first, *given, "nobody of the office")[0] == 1
    assert line(folder, *change, first, *given, getpass.getuser())[0] == 0
    assert line(folder, "check", "--passphrase-file", first)[0] == 0
    assert line(folder, "check", "--passphrase-file", second)[0] == 1


def test_backups_and_copies_open_with_the_same_passphrase(
    line: Line, tmp_path: Path, files: tuple[Path, Path]
) -> None:
    folder, (first, second) = tmp_path / "archive", files
    opened = ("--passphrase-file", first)
    line(folder, "sample", *opened)
    assert line(folder, "backup", *opened)[0] == 0
    name = line(folder, "backups")[1].split("\t")[0]
    assert "Nothing is wrong" in line(folder, "backups", "--verify", *opened)[1]
    assert line(folder, "restore", name, "--into", tmp_path / "r1", *opened)[0] == 0
    assert "Nothing is wrong" in line(tmp_path / "r1", "check", *opened)[1]
    stick = tmp_path / "stick.liaison-copy"
    assert line(folder, "copy", stick, *opened)[0] == 0
    refused = line(folder, "restore", stick, "--into", tmp_path / "r2", "--passphrase-file", second)
    assert refused[0] == 1
    assert not (tmp_path / "r2").exists()
    assert line(tmp_path / "none", "restore", stick, "--into", tmp_path / "r2", *opened)[0] == 0
    assert "Nothing is wrong" in line(tmp_path / "r2", "check", *opened)[1]


def test_an_archive_is_encrypted_and_decrypted_as_a_copy(
    line: Line, tmp_path: Path, files: tuple[Path, Path]
) -> None:
    first = files[0]
    line(tmp_path / "plain", "sample")
    stick = tmp_path / "stick.liaison-copy"
    assert line(tmp_path / "plain", "copy", stick, "--new-passphrase-file", first)[0] == 0
    sealed = tmp_path / "sealed"
    new = ("--new-passphrase-file", first, "--name", "آزمونگر")
    status, out, _err = line(tmp_path / "plain", "encrypt", "--into", sealed, *new)
    assert status == 0
    assert "Recovery key" in out
    assert "Nothing is wrong" in line(sealed, "check", "--passphrase-file", first)[1]
    open_again = ("decrypt", "--into", tmp_path / "open", "--passphrase-file", first)
    assert line(sealed, *open_again)[0] == 0
    assert "Nothing is wrong" in line(tmp_path / "open", "check")[1]
    before, after = (
        json.loads(line(tmp_path / each, "stats", "--json")[1]) for each in ("plain", "open")
    )
    assert after.pop("officer") == before.pop("officer") + 1
    assert after == before


@pytest.mark.parametrize("content", [None, b"\xff\xfe\xff"])
def test_a_file_that_holds_no_passphrase_is_told(
    line: Line, tmp_path: Path, files: tuple[Path, Path], content: bytes | None
) -> None:
    line(tmp_path / "archive", "sample", "--passphrase-file", files[0])
    other = tmp_path / "other"
    if content is not None:
        other.write_bytes(content)
    status, out, err = line(tmp_path / "archive", "stats", "--passphrase-file", other)
    assert (status, out) == (1, "")
    assert "cannot be read" in err


def test_two_people_with_one_passphrase_are_not_taken_for_each_other(
    line: Line, tmp_path: Path, files: tuple[Path, Path]
) -> None:
    folder = tmp_path / "archive"
    with found(folder, "نام آزمون", "", FIRST).archive as archive:
        with archive.change("officer") as change:
            uid = change.add(Officer, {"name_fa": "دیگری", "role": "manager"})
        archive.people.admit(uid, FIRST)
    status, _out, err = line(folder, "stats", "--passphrase-file", files[0])
    assert status == 1
    assert "Several people" in err
