"""The visit of US-01 without a window: taken in, listed, found, printed, and handed on."""

import json
from pathlib import Path

import pytest

from liaison.domain.records import CATALOGUE
from tests.acceptance import story
from tests.acceptance.terminal import done, refused, within
from tests.pdf.extraction import by_pdfium, comparable
from tests.pdf.structure import complaints

Capture = pytest.CaptureFixture[str]
TODAY = ("--today", "2026-04-22")


@pytest.fixture
def archive(tmp_path: Path, capsys: Capture) -> Path:
    """Take the story in from a `.liaison` file, and again: a second time changes nothing."""
    folder = tmp_path / "archive"
    given = json.dumps(story.bundle(), ensure_ascii=False).encode()
    file = story.write_file(tmp_path / "story.liaison", given)
    count = len(story.bundle()["records"])
    for told, *words in (
        (f"Would add {count}, change 0, leave 0 as they are.", "--dry-run"),
        (f"Added {count}, changed 0, left 0 as they were.",),
        (f"Added 0, changed 0, left {count} as they were.",),
    ):
        assert done(within(capsys, folder, "import", file, *words)).strip() == told
    return folder


def test_it_is_listed_counted_and_sound(archive: Path, capsys: Capture) -> None:
    members = json.loads(done(within(capsys, archive, "list", "delegation_member", "--json")))
    assert len(members) == 7
    assert [each["title"] for each in members if not each["fields"]["person"]] == [
        "Head of Transport Department"
    ]
    assert sum(story.FAMILY in each["title"] for each in members) == 6
    counts = json.loads(done(within(capsys, archive, "stats", "--json")))
    assert (counts["visit"], counts["meeting"], counts["document"]) == (1, 1, 1)
    assert within(capsys, archive, "check").status == 0


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("شهر آزمون ۱", story.CITY),
        ("test city 1", story.CITY),
        ("harbour protocol", story.uid(14)),
        ("معاون شهردار", story.uid(202)),
        ("پیشنویس برنامه", story.uid(402)),
    ],
)
def test_it_is_found(archive: Path, capsys: Capture, words: str, found: str) -> None:
    hits = json.loads(done(within(capsys, archive, "search", words, "--json")))
    assert found in [each["uid"] for each in hits]


def test_its_papers_are_printed(archive: Path, capsys: Capture, tmp_path: Path) -> None:
    texts = {}
    for name, words in {
        "brief": ("meeting-brief", story.MEETING, "--edition", "both"),
        "again": ("meeting-brief", story.MEETING, "--edition", "both"),
        "guest": ("meeting-brief", story.MEETING, "--edition", "en", "--guest"),
        "list": ("follow-up-list", "--edition", "fa"),
    }.items():
        path = tmp_path / f"{name}.pdf"
        done(within(capsys, archive, "print", *words, "-o", path, *TODAY))
        assert complaints(path.read_bytes()) == []
        texts[name] = comparable(by_pdfium(path.read_bytes()))
    assert (tmp_path / "brief.pdf").read_bytes() == (tmp_path / "again.pdf").read_bytes()
    told = (*story.POINT, *story.PROMISE, *story.CLAUSE, "HIDDEN-SENSITIVITY", "آبان ۱۳۷۳")
    for words in told:
        assert comparable(words) in texts["brief"]
    assert "Given1" in texts["guest"]
    for words in ("HIDDEN-SENSITIVITY", story.PROMISE[1], "CONFIDENTIAL"):
        assert words not in texts["guest"]
    assert comparable(story.PROMISE[0]) in texts["list"]


def test_what_goes_out_comes_in_the_same(archive: Path, capsys: Capture, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    for ending in ("liaison", "json"):
        first, second = tmp_path / f"first.{ending}", tmp_path / f"second.{ending}"
        for folder, path in ((archive, first), (elsewhere, second)):
            done(within(capsys, folder, "export", path))
            if folder == archive and ending == "liaison":
                done(within(capsys, elsewhere, "import", path))
        assert first.read_bytes() == second.read_bytes()
    hits = json.loads(done(within(capsys, elsewhere, "search", "harbour", "--json")))
    assert story.uid(14) in [each["uid"] for each in hits]


def test_one_wrong_record_keeps_all_the_others_out(capsys: Capture, tmp_path: Path) -> None:
    bundle = story.bundle()
    bundle["records"][-1]["fields"]["partner"] = story.uid(999)
    file = story.write_file(tmp_path / "broken.liaison", json.dumps(bundle).encode())
    told = refused(within(capsys, tmp_path / "archive", "import", file))
    assert story.uid(402) in told
    assert "partner" in told
    counts = json.loads(done(within(capsys, tmp_path / "archive", "stats", "--json")))
    assert not any(counts[each.__tablename__] for each in CATALOGUE)
    assert not [path for path in (tmp_path / "archive" / "files").rglob("*") if path.is_file()]
