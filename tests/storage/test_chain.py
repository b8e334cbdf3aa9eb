"""The chain of changes: whatever is done to the history behind the program's back is named."""

import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from liaison.domain.records import Partner
from liaison.errors import DamagedError, StorageError
from liaison.i18n import install
from liaison.storage import chain, derived, marker
from liaison.storage.archive import Archive
from liaison.storage.connection import Connection, connect, scalar
from liaison.storage.first_look import DATABASE
from liaison.storage.place import SUMS

KEY = bytes(range(32))
Deed = Callable[[Connection], object]


def fill(archive: Archive) -> None:
    """Make seven changes: two cities, one renamed, one binned, taken back, done again, purged."""
    with archive.change("add") as change:
        kept = change.add(Partner, {"name_fa": "شهر آزمون ۱"})
        gone = change.add(Partner, {"name_fa": "شهر آزمون ۲"})
    with archive.change("rename") as change:
        change.update(Partner, kept, {"name_fa": "شهر آزمون ۳"})
    with archive.change("bin") as change:
        change.delete(Partner, gone)
    archive.undo()
    archive.redo()
    archive.empty_bin()
    with archive.change("last") as change:
        change.update(Partner, kept, {"region": "شمال"})


@pytest.fixture
def full(archive: Archive) -> Archive:
    fill(archive)
    return archive


def deeds_of(folder: Path, *deeds: str | Deed, key: bytes | None = None) -> None:
    """Do something to the database as somebody with another program would."""
    with closing(connect(folder / DATABASE, "rw", key)) as other:
        other.execute("PRAGMA foreign_keys = OFF")
        other.execute("BEGIN IMMEDIATE")
        derived.drop(other)
        for deed in deeds:
            if isinstance(deed, str):
                other.execute(deed)
            else:
                deed(other)
        derived.create(other)
        other.execute("COMMIT")
    (folder / SUMS).unlink(missing_ok=True)  # who knows the program knows what would tell


def removed(number: int) -> tuple[str, ...]:
    return (
        f"DELETE FROM history WHERE change = {number}",  # noqa: S608 - a number of this file
        f"DELETE FROM link WHERE change = {number}",  # noqa: S608 - the same
        f"DELETE FROM change WHERE id = {number}",  # noqa: S608 - the same
    )


def computed_anew(connection: Connection) -> None:
    connection.execute("DELETE FROM link")
    chain.relink(connection, chain.chain_key(None))


def forgotten_as(purge: int) -> tuple[Deed | str, ...]:
    """Empty the rows of the second change, and say that a purge did it."""

    def forge(connection: Connection) -> None:
        row = connection.execute(
            "SELECT id, CAST(salt AS BLOB), CAST(before AS BLOB), CAST(after AS BLOB)"
            " FROM history WHERE change = 2"
        ).fetchone()
        assert row is not None
        given = (row[0], purge, chain._told(row[1:]))
        connection.execute("INSERT INTO forgotten(history, change, digest) VALUES (?, ?, ?)", given)

    return (forge, EMPTY)


EMPTY = "UPDATE history SET salt = NULL, before = NULL, after = NULL WHERE change = 2"
NEW_CHANGE = "INSERT INTO change(at, author, label, kind) VALUES ('2026-11-20T08:30:00Z', '', '', "
TAMPERINGS: dict[str, tuple[str, tuple[str | Deed, ...]]] = {
    "after": (
        "Change 2 of .* is not as",
        ("UPDATE history SET after = json_set(after, '$.name_fa', 'x') WHERE change = 2",),
    ),
    "before": (
        "Change 2 of .* is not as",
        ("UPDATE history SET before = json_set(before, '$.name_fa', 'x') WHERE change = 2",),
    ),
    "no JSON": ("Change 2 of", ("UPDATE history SET after = '{' WHERE change = 2",)),
    "no text": ("Change 2 of", ("UPDATE change SET author = CAST(x'ff' AS TEXT) WHERE id = 2",)),
    "salt": ("Change 7 of", ("UPDATE history SET salt = zeroblob(16) WHERE change = 7",)),
    "uid": ("Change 7 of", ("UPDATE history SET uid = 'x' WHERE change = 7",)),
    "type": ("Change 7 of", ("UPDATE history SET type = 'person' WHERE change = 7",)),
    "action": ("Change 4 of", ("UPDATE history SET action = 'update' WHERE change = 4",)),
    "who is in an emptied row": (
        "Change 1 of",
        ("UPDATE history SET uid = 'x' WHERE change = 1 AND after IS NULL",),
    ),
    "a row moved": ("Change 1 of", ("UPDATE history SET change = 2 WHERE id = 1",)),
    "a row removed": ("Change 2 of", ("DELETE FROM history WHERE change = 2",)),
    "a row added": (
        "Change 4 of",
        ("INSERT INTO history(change, type, uid, action) SELECT 4, type, uid, '' FROM history",),
    ),
    "rows in another order": (
        "Change 1 of",
        (
            "UPDATE history SET id = 100 WHERE id = 1",
            "UPDATE history SET id = 1 WHERE id = 2",
            "UPDATE history SET id = 2 WHERE id = 100",
        ),
    ),
    "author": ("Change 3 of", ("UPDATE change SET author = 'x' WHERE id = 3",)),
    "label": ("Change 3 of", ("UPDATE change SET label = 'x' WHERE id = 3",)),
    "kind": ("Change 6 of", ("UPDATE change SET kind = 'change' WHERE id = 6",)),
    "undoes": ("Change 4 of", ("UPDATE change SET undoes = 1 WHERE id = 4",)),
    "moment": (
        r"Change 3 of 20 Nov 2020, 12:00 is not as",
        ("UPDATE change SET at = '2020-11-20T08:30:00Z' WHERE id = 3",),
    ),
    "no moment": ("Change 3 of x is not as", ("UPDATE change SET at = 'x' WHERE id = 3",)),
    "a change removed": ("Change 4 is missing from the history", removed(4)),
    "the first change removed": ("Change 1 is missing", removed(1)),
    "a change added": ("Change 8 of 20 Nov 2026.* not recorded by", (f"{NEW_CHANGE}'change')",)),
    "a change added with the link of another": (
        "Change 8 of .* is not as",
        (f"{NEW_CHANGE}'change')", "INSERT INTO link SELECT 8, digest, seal FROM link LIMIT 1"),
    ),
    "a link removed": ("Change 3 of .* not recorded by", ("DELETE FROM link WHERE change = 3",)),
    "a hash": ("Change 3 of", ("UPDATE link SET digest = zeroblob(32) WHERE change = 3",)),
    "no hash": ("Change 7 of", ("UPDATE link SET digest = 'x' WHERE change = 7",)),
    "a seal": ("Change 3 of", ("UPDATE link SET seal = zeroblob(32) WHERE change = 3",)),
    "emptied": ("Change 2 of", (EMPTY,)),
    "emptied in the name of a purge": ("Change 6 of", forgotten_as(6)),
    "emptied in the name of no purge": ("Change 7 of", forgotten_as(7)),
    "emptied in the name of nothing": ("Change 2 of", forgotten_as(9)),
    "emptied in the name of an earlier one": ("Change 1 of", forgotten_as(1)),
    "what was forgotten is forgotten": ("Change 1 of", ("DELETE FROM forgotten",)),
    "written into an emptied row": (
        "Change 1 of",
        ("UPDATE history SET after = '{}' WHERE change = 1 AND after IS NULL",),
    ),
    "the last change removed": ("ends too early: 1 change is", removed(7)),
    "all computed anew": (
        "Change 7 of .* not the one this program wrote last",
        ("UPDATE change SET author = 'x' WHERE id = 3", computed_anew),
    ),
}


@pytest.mark.parametrize("case", TAMPERINGS)
def test_tampering_is_found_and_named(full: Archive, case: str) -> None:
    assert full.check() == []
    sentence, deeds = TAMPERINGS[case]
    deeds_of(full.folder, *deeds)
    found = [str(each) for each in full.check()]
    told = [each for each in found if re.search(r"^Change \d|^The history ", each)]
    assert len(told) == 1
    assert re.search(sentence, told[0]), told[0]


def test_of_a_purge_that_was_removed_the_end_is_missed_first(full: Archive) -> None:
    deeds_of(full.folder, *removed(7), *removed(6))
    told = [str(each) for each in full.check()]
    assert "2 changes are missing" in told[0]
    assert told[1].startswith("Change 1 of")  # what it emptied is covered by nothing now


def test_it_is_told_in_persian_too(full: Archive) -> None:
    deeds_of(full.folder, "UPDATE change SET label = 'x' WHERE id = 3")
    install("fa")
    assert "۳" in str(full.check()[0])


def test_a_row_of_a_change_that_is_not_there_is_found(full: Archive) -> None:
    deeds_of(full.folder, "INSERT INTO history(change, type, uid, action) VALUES (9, '', '', '')")
    assert any("“change”" in str(each) for each in full.check())


def test_without_the_key_no_seal_is_right(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", key=KEY) as archive:
        fill(archive)
        assert archive.check() == []
        deeds_of(archive.folder, computed_anew, key=KEY)
        assert str(archive.check()[0]).startswith("Change 1 of")


def test_a_marker_by_somebody_else_is_told(full: Archive) -> None:
    file = full.folder / marker.NAME
    content = file.read_bytes()
    other = b"11\n" if content.endswith(b"00\n") else b"00\n"
    for altered in (content.replace(b"7", b"6", 1), content[:-3] + other, b"6 ab cd\n"):
        file.write_bytes(altered)
        assert [str(each).split()[:3] for each in full.check()] == [["The", "file", "archive.head"]]
    for nothing in (b"", bytes(150), content[:20]):  # what a power cut can leave of a line
        file.write_bytes(nothing)
        assert full.check() == []


def test_a_history_written_anew_while_closed_is_not_opened(full: Archive) -> None:
    full.close()
    deeds_of(full.folder, "UPDATE change SET author = 'x' WHERE id = 3", computed_anew)
    with pytest.raises(DamagedError, match=r"change 7 is another.*archive\.head"):
        Archive.open(full.folder)
    (full.folder / marker.NAME).unlink()
    with Archive.open(full.folder) as again:
        assert again.check() == []


@pytest.mark.parametrize("deeds", [removed(7), (f"{NEW_CHANGE}'change')",)])
def test_no_change_covers_up_what_was_done_to_an_open_archive(
    full: Archive, deeds: tuple[str, ...]
) -> None:
    deeds_of(full.folder, *deeds)
    with pytest.raises(StorageError, match="Another program"), full.change("next") as change:
        change.add(Partner, {"name_fa": "شهر"})
    assert full.counts() == {"partner": 1}
    assert len(full.check()) >= 1


def test_an_added_change_stays_found_when_others_follow(full: Archive) -> None:
    full.close()
    deeds_of(full.folder, f"{NEW_CHANGE}'change')")
    with Archive.open(full.folder) as again:
        with again.change("next") as change:
            change.add(Partner, {"name_fa": "شهر"})
        assert [str(each)[:8] for each in again.check()] == ["Change 8"]


def test_the_past_is_never_changed_but_emptied_by_a_purge(full: Archive) -> None:
    with closing(connect(full.folder / DATABASE, "rw")) as other:
        for table in ("history", "change"):
            for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET id = id"):  # noqa: S608 - names of our own
                with pytest.raises(dbapi2.IntegrityError, match="never changed"):
                    other.execute(statement)
        for kind, statement in (
            ("change", EMPTY),
            ("purge", "UPDATE history SET after = '{}'"),
            ("purge", EMPTY.replace("SET", "SET uid = 'x',")),
            ("purge", "DELETE FROM history"),
        ):
            other.execute("BEGIN")
            other.execute(f"{NEW_CHANGE}'{kind}')")
            other.execute("INSERT INTO writing SELECT max(id) FROM change")
            with pytest.raises(dbapi2.IntegrityError, match="never changed"):
                other.execute(statement)
            other.execute("ROLLBACK")


def test_what_is_forgotten_cannot_be_guessed_from_its_hash(full: Archive) -> None:
    with full.reading() as connection:
        rows = connection.execute(
            "SELECT salt, before, after FROM history JOIN forgotten ON history = history.id"
        ).fetchall()
        salts = connection.execute(
            "SELECT count(DISTINCT salt), min(length(salt)), count(*) FROM history"
            " WHERE after IS NOT NULL"
        ).fetchone()
    assert rows == [(None, None, None)] * 4  # added, binned, taken back, binned again
    assert salts == (3, 16, 3)


def test_a_record_that_came_back_is_forgotten_again(full: Archive) -> None:
    with full.reading() as connection:
        uid = scalar(connection, "SELECT uid FROM history WHERE change = 6")
    for _twice in range(2):
        with full.change("again") as change:
            change.add(Partner, {"name_fa": "شهر"}, uid)
        with full.change("bin") as change:
            change.delete(Partner, uid)
        assert full.empty_bin() == 1
        assert full.check() == []
