from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.storage.archive import Archive
from ui.drafts import Drafts


def test_a_draft_is_found_again_and_dropped(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    key = drafts.key("visit", "")
    assert drafts.find(key) is None
    assert drafts.keep(key, {"title_fa": "سفر آزمون", "themes": ["culture"]}, 3)
    found = Drafts(tmp_path).find(key)
    assert found is not None
    assert found.fields == {"title_fa": "سفر آزمون", "themes": ["culture"]}
    assert found.version == 3
    assert datetime.now(UTC) - found.kept_at < timedelta(minutes=1)
    drafts.drop(key)
    assert drafts.find(key) is None


def test_a_half_written_file_is_no_draft(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "visit-new.json").write_text('{"fields": {"title_fa": "س')
    assert drafts.find("visit-new") is None


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "drafts").write_text("")
    missed: list[str] = []
    drafts = Drafts(tmp_path, lambda: missed.append("missed"))
    assert not drafts.keep("visit-new", {"title_fa": "الف"}, 0)
    assert missed == ["missed"]


def test_the_folder_of_an_archive_that_was_moved_is_not_made_anew(tmp_path: Path) -> None:
    assert not Drafts(tmp_path / "archive").keep("visit-new", {"title_fa": "الف"}, 0)
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=30)
@given(st.text(max_size=40))
def test_a_key_never_leaves_the_folder(text: str) -> None:
    file = Drafts(Path("/archive"))._file(text)
    assert file.parent == Path("/archive/drafts")


KEY = bytes(range(32))


def test_drafts_of_an_encrypted_archive_are_sealed_by_name_and_content(tmp_path: Path) -> None:
    key = Drafts.key("partner", "", "Hidden City")
    assert Drafts(tmp_path, key=KEY).keep(key, {"name_en": "Hidden words"}, 3)
    (file,) = (tmp_path / "drafts").iterdir()
    assert b"Hidden" not in file.read_bytes()
    assert "Hidden" not in file.name
    found = Drafts(tmp_path, key=KEY).find(key)
    assert found is not None
    assert (found.fields, found.version) == ({"name_en": "Hidden words"}, 3)
    assert Drafts(tmp_path, key=bytes(32)).find(key) is None
    assert Drafts(tmp_path).find(key) is None
    Drafts(tmp_path, key=KEY).drop(key)
    assert list((tmp_path / "drafts").iterdir()) == []


def test_a_sealed_draft_in_the_place_of_another_is_none(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path, key=KEY)
    drafts.keep("visit-new", {"title_fa": "یک"}, 0)
    (one,) = (tmp_path / "drafts").iterdir()
    drafts.keep("partner-new", {"name_fa": "دو"}, 0)
    (other,) = set((tmp_path / "drafts").iterdir()) - {one}
    one.replace(other)
    assert drafts.find("partner-new") is None


def test_what_was_kept_before_encryption_is_sealed(tmp_path: Path) -> None:
    key = Drafts.key("partner", "", "شهر آزمون")
    Drafts(tmp_path).keep(key, {"name_fa": "پیش از آن"}, 1)
    drafts = Drafts(tmp_path, key=KEY)
    drafts.seal_plain()
    assert [each.suffix for each in (tmp_path / "drafts").iterdir()] == [".draft"]
    found = drafts.find(key)
    assert found is not None
    assert found.fields == {"name_fa": "پیش از آن"}


def test_a_file_that_only_a_sealed_draft_speaks_of_is_not_swept(tmp_path: Path) -> None:
    folder, later = tmp_path / "archive", datetime.now(UTC) + timedelta(days=3)
    with Archive.open(folder, key=KEY) as archive:
        stored = archive.attach(BytesIO(b"content"), "letter.txt")
    drafts = Drafts(folder, key=KEY)
    kept = {"name": stored.name, "sha256": stored.sha256, "size": stored.size}
    assert drafts.keep("document-new", {"file": kept}, 0)
    with Archive.open(folder, key=KEY) as archive:
        assert archive.sweep(later).files == 0
        drafts.drop("document-new")
        assert archive.sweep(later).files == 1
