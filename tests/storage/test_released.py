"""Archives of released versions, made by the programs of their days: this one takes them over."""

import shutil
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest

from liaison.domain.records import Document, FollowUp, Gift, Partner
from liaison.storage import version
from liaison.storage.archive import Archive
from tests.storage.released import KEY, RELEASED, Rows, encrypt, rows_of, unpack

MADE_ANEW = {"alembic_version", "stamp"}
"""Tables that say of the program what they say, and not of the office."""
GROWING = {"change", "link"}
"""Tables in which the taking over itself is written down."""
Was = tuple[Path, bytes | None, Rows]


@pytest.fixture(params=[None, KEY], ids=["plain", "encrypted"])
def key(request: pytest.FixtureRequest) -> bytes | None:
    found: bytes | None = request.param
    return found


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, bytes | None], Was]:
    """Give a way to have the archive of a version unpacked, once; nobody writes to it."""

    @cache
    def unpacked(name: str, key: bytes | None) -> Was:
        folder = unpack(name, tmp_path_factory.mktemp("released") / "archive")
        if key is not None:
            encrypt(folder, key)
        return folder, key, rows_of(folder / "archive.db", key)

    return unpacked


@pytest.fixture(params=RELEASED)
def was(
    request: pytest.FixtureRequest,
    key: bytes | None,
    kept: Callable[[str, bytes | None], Was],
    tmp_path: Path,
) -> Was:
    """Give the folder of a version's archive, its key, and all of its rows."""
    folder, _key, rows = kept(request.param, key)
    return shutil.copytree(folder, tmp_path / "archive"), key, rows


def test_every_version_before_this_one_is_kept() -> None:
    assert set(version.known_versions()[:-1]) <= set(RELEASED)


def test_every_row_is_taken_over(was: Was) -> None:
    folder, key, before = was
    Archive.open(folder, key=key).close()
    after = rows_of(folder / "archive.db", key)
    assert after["alembic_version"] == [{"version_num": version.newest()}]
    assert before.keys() <= after.keys()
    for name in before.keys() - MADE_ANEW:
        kept = [
            {column: row[column] for column in old}
            for old, row in zip(before[name], after[name], strict=name not in GROWING)
        ]
        assert kept == before[name], name
    migrated = len(after["change"]) - len(before["change"])
    assert migrated == int(before["alembic_version"][0]["version_num"] < version.newest())
    assert len(before["history"]) > 216


def test_nothing_is_wrong_and_what_was_kept_is_found(was: Was) -> None:
    folder, key, _before = was
    with Archive.open(folder, key=key) as archive:
        assert archive.check() == []
        assert archive.counts()["partner"] == 70
        assert [each.uid for each in archive.search("شهر آزمون", types=["partner"])]
        (document,) = archive.rows(Document, {"title_fa": "سند آزمون"})
        assert [hit.uid for hit in archive.search("كمياب")] == [document.uid]
        assert archive.search("پیشین") == []
        with archive.open_file(document["file"]) as content:
            assert content.read().decode() == "واژهٔ کمیاب"
        assert [each.action for each in archive.history(document.uid)] == ["add", "update"]
        assert [row["title_fa"] for row in archive.bin()] == ["پیگیری آزمون 0"]
        assert archive.settings.get("office_en") == "Test Office"


def test_work_goes_on(was: Was) -> None:
    folder, key, _before = was
    with Archive.open(folder, key=key) as archive:
        (document,) = archive.rows(Document, {"title_fa": "سند آزمون"})
        with archive.change("later") as change:
            change.add(Gift, {"item_fa": "فرش آزمون"})
            change.update(Document, document.uid, {"title_fa": "نام تازه"})
            change.restore(FollowUp, archive.bin()[0].uid)
        assert archive.undo() == "later"
        assert archive.redo() == "later"
        assert archive.read(Document, document.uid)["title_fa"] == "نام تازه"
        assert archive.undo() == "later"
        assert archive.read(Document, document.uid)["title_fa"] == "سند آزمون"
        assert len(archive.bin()) == 1
        stored = archive.attach(BytesIO("واژهٔ تازه".encode()), "تازه.txt")
        with archive.change("file") as change:
            change.add(Document, {"title_fa": "سند تازه", "file": stored})
        assert archive.check() == []


def test_what_was_before_lies_beside_it_whole(was: Was) -> None:
    folder, key, before = was
    Archive.open(folder, key=key).close()
    old = before["alembic_version"][0]["version_num"] < version.newest()
    copies = list((folder / "backups").iterdir()) if old else []
    assert [each.name for each in copies] == [f"archive-before-{version.newest()}.db"] * old
    for copy in copies:
        assert rows_of(copy, key) == before


def test_a_step_that_waits_to_be_done_again_waits_in_its_own_version_only(was: Was) -> None:
    folder, key, before = was
    current = before["alembic_version"] == [{"version_num": version.newest()}]
    with Archive.open(folder, key=key) as archive:
        assert archive.redo() == ("نام دیگر" if current else None)
        found = archive.rows(Partner, {"name_fa": "شهر برگشتنی"})
        assert len(found) == int(current)
        assert archive.check() == []
