"""The commands on real archives, as the terminal sees them."""

import io
import json
import os
import re
import sys
from datetime import date
from pathlib import Path

import pytest

from liaison import commands
from liaison.commands.terminal import SAMPLE_MEETING
from liaison.domain.records import by_name
from liaison.storage.archive import Archive
from tests.commands.conftest import Line, no_window


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample") / "archive"
    assert commands.run(["--data", str(folder), "sample"], no_window) == 0
    return folder


def refused(answer: tuple[int, str, str]) -> str:
    status, out, err = answer
    assert status == 1
    assert out == ""
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err


def test_list_gives_programs_an_array(filled: Path, line: Line) -> None:
    status, out, err = line(filled, "list", "meeting", "--json")
    records = json.loads(out)
    assert (status, err, len(records)) == (0, "", 4)
    assert all(set(each) == {"type", "uid", "title", "fields"} for each in records)
    (meeting,) = (each for each in records if each["uid"] == SAMPLE_MEETING)
    assert meeting["title"] == "Meeting of the Azerbaijani delegation with the Mayor of Tehran"
    assert meeting["fields"]["starts_at"] is None
    assert meeting["fields"]["kind"] == "on_the_margins"


def test_list_gives_people_a_line_a_record(filled: Path, line: Line) -> None:
    status, out, _err = line(filled, "list", "person", lang="fa")
    rows = [each.split("\t") for each in out.splitlines()]
    assert status == 0
    assert [len(each) for each in rows] == [2] * 7
    assert "مهدی چمران" in {title for _uid, title in rows}


def test_list_is_in_the_order_of_the_alphabet(filled: Path, line: Line) -> None:
    _status, out, _err = line(filled, "list", "partner", lang="fa")
    titles = [each.split("\t")[1] for each in out.splitlines()]
    assert titles.index("آنکارا") < titles.index("پاریس") < titles.index("تهران")
    assert titles.index("تهران") < titles.index("کابل") < titles.index("لندن")


@pytest.mark.parametrize("words", ["پاریس", "paris", "باريس", "PARIS"])
def test_search_finds_a_name_in_any_spelling(filled: Path, line: Line, words: str) -> None:
    status, out, _err = line(filled, "search", words, "--type", "partner", "--json")
    assert status == 0
    assert "Paris" in [each["title"] for each in json.loads(out)]


@pytest.mark.parametrize("words", ['"*', "NEAR(", "", " ", "-- x", "x" * 10_000, "%", "'"])
def test_search_never_fails(filled: Path, line: Line, words: str) -> None:
    status, out, err = line(filled, "search", "--json", "--", words)
    assert (status, err) == (0, "")
    assert isinstance(json.loads(out), list)


def test_search_stops_where_it_is_told(filled: Path, line: Line) -> None:
    _status, out, _err = line(filled, "search", "تهران", "--limit", 3)
    assert len(out.splitlines()) == 3


def test_stats_count(filled: Path, line: Line) -> None:
    status, out, _err = line(filled, "stats", "--json", "--today", "2026-11-20")
    counts = json.loads(out)
    assert status == 0
    assert (counts["partner"], counts["relation"], counts["holiday"]) == (70, 29, 0)
    _status, out, _err = line(filled, "stats")
    assert out.splitlines()[0].split("\t")[0] == "70"
    persian = line(filled, "--lang", "fa", "stats", "--today", "2026-11-20")[1]
    assert "از ۱۴۰۵/۰۷/۰۱ تا ۱۴۰۵/۱۲/۲۹" in persian
    assert not re.search("[0-9]", persian)


def test_stats_tell_the_outcomes_of_a_period(line: Line, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    with Archive.open(folder) as archive, archive.change("A visit") as change:
        values = {"number": "V-1", "direction": "incoming", "stage": "closed"}
        change.add(by_name("visit"), {**values, "starts_on": date(2026, 5, 1)})
    asked = ("stats", "--json", "--today", "2026-06-01")
    told = json.loads(line(folder, *asked)[1])["outcomes"]
    assert (told["since"], told["until"]) == ("2026-03-21", "2026-09-22")
    assert told["figures"]["dealings.incoming"] == {"value": 1, "before": 0}
    other = json.loads(line(folder, *asked, "--period", "2025-05-01..2025-06-01")[1])["outcomes"]
    assert other["figures"]["dealings.incoming"]["value"] == 0
    assert json.loads(line(folder, *asked, "--period", "year")[1])["outcomes"]["until"] > "2027"
    assert line(folder, "stats", "--period", "2026-05-02..2026-05-01")[0] == 2


def test_check_finds_nothing_wrong(filled: Path, line: Line) -> None:
    assert line(filled, "check")[0] == 0


def test_sweep_removes_what_nothing_speaks_of_and_says_how_much(line: Line, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    with Archive.open(folder) as archive:
        stray = archive.attach(io.BytesIO(b"x" * 3000), "stray.txt")
        path = archive._files.verified(stray)
        status, out, err = line(folder, "sweep")
        assert (status, out) == (1, "")
        assert "open in another window" in err
    assert line(folder, "sweep") == (0, "There was nothing to remove.\n", "")
    status, out, _err = line(folder, "check")
    assert (status, len(out.splitlines())) == (0, 2)
    os.utime(path, (0, 0))
    assert line(folder, "sweep") == (0, "Removed 1 file that nothing speaks of, 3 KB.\n", "")
    assert not path.exists()
    assert line(folder, "check") == (0, "Nothing is wrong with the archive.\n", "")
    assert "no archive" in refused(line(tmp_path / "nowhere", "sweep"))


def test_a_second_sample_is_refused(filled: Path, line: Line) -> None:
    assert "empty" in refused(line(filled, "sample"))


@pytest.mark.parametrize(
    "words",
    [
        ("list", "partnr"),
        ("search", "x", "--type", "partnr"),
        ("import", "none.json"),
        ("import", "none.liaison"),
        ("import", "records.xls"),
        ("export", "records.docx"),
        ("export", "missing/records.json"),
        ("export", "records.json", "--type", "partnr"),
        ("print", "brief", SAMPLE_MEETING, "-o", "x.pdf"),
        ("print", "meeting-brief", "-o", "x.pdf"),
        ("print", "meeting-brief", "42", "-o", "x.pdf"),
        ("print", "meeting-brief", SAMPLE_MEETING[:-1] + "0", "-o", "x.pdf"),
        ("print", "meeting-brief", SAMPLE_MEETING, "-o", "missing/x.pdf"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("lang", ["fa", "en"])
def test_what_cannot_be_done_is_one_line(
    filled: Path,
    line: Line,
    words: tuple[str, ...],
    lang: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    refused(line(filled, *words, lang=lang))
    assert not list(tmp_path.iterdir())


def test_unknown_endings_and_prints_name_the_known(
    filled: Path, line: Line, tmp_path: Path
) -> None:
    assert ".json, .liaison" in refused(line(filled, "import", tmp_path / "x.ods"))
    said = refused(line(filled, "print", "brief", "-o", tmp_path / "x.pdf"))
    assert "meeting-brief" in said
    assert "follow-up-list" in said


def test_reading_makes_no_archive(line: Line, tmp_path: Path) -> None:
    folder = tmp_path / "mistyped"
    for words in (("list", "partner"), ("search", "x"), ("stats",), ("check",)):
        refused(line(folder, *words))
    assert not folder.exists()


def test_import_names_record_and_field(line: Line, tmp_path: Path) -> None:
    record = {"type": "partner", "uid": SAMPLE_MEETING, "fields": {"name_en": "T", "kind": "town"}}
    path = tmp_path / "broken.json"
    path.write_text(json.dumps({"format": "liaison-bundle", "version": 1, "records": [record]}))
    said = refused(line(tmp_path / "archive", "import", path))
    assert said.startswith(f"«T» ({SAMPLE_MEETING}), kind: ")


def test_import_says_what_it_did(filled: Path, line: Line, tmp_path: Path) -> None:
    path, elsewhere = tmp_path / "all.json", tmp_path / "elsewhere"
    assert line(filled, "export", path) == (0, "", "")
    total = len(json.loads(path.read_text("utf-8"))["records"])
    dry = line(elsewhere, "import", path, "--dry-run")
    assert dry == (0, f"Would add {total}, change 0, leave 0 as they are.\n", "")
    first = line(elsewhere, "import", path)
    assert first[:2] == (0, f"Added {total}, changed 0, left 0 as they were.\n")
    assert "not encrypted" in first[2]
    second = line(elsewhere, "import", path)
    assert second == (0, f"Added 0, changed 0, left {total} as they were.\n", "")


@pytest.mark.parametrize("words", [("follow-up-list",), ("meeting-brief", SAMPLE_MEETING)])
def test_prints_are_the_same_the_same_day(
    filled: Path, line: Line, tmp_path: Path, words: tuple[str, ...]
) -> None:
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"
    for path in (first, second):
        status, out, _warnings = line(filled, "print", *words, "-o", path, "--today", "2026-11-20")
        assert (status, out) == (0, "")
    assert first.read_bytes().startswith(b"%PDF")
    assert first.read_bytes() == second.read_bytes()


def test_check_tells_what_is_wrong(line: Line, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    with Archive.open(folder) as archive:
        file = archive.attach(io.BytesIO(b"test"), "test.txt")
        with archive.change("add") as change:
            change.add(by_name("document"), {"title_en": "Test document", "file": file})
        path = archive._files.verified(file)
    path.chmod(0o644)
    path.write_bytes(b"other")
    status, out, _err = line(folder, "check")
    assert status == 1
    assert "test.txt" in out


def test_a_bundle_says_how_many_files_it_leaves_behind(line: Line, tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "archive", tmp_path / "elsewhere"
    with Archive.open(folder) as archive:
        file = archive.attach(io.BytesIO(b"test"), "test.txt")
        with archive.change("add") as change:
            change.add(by_name("document"), {"title_en": "Test document", "file": file})
    status, out, err = line(folder, "export", tmp_path / "all.json")
    assert (status, out) == (0, "")
    assert err.startswith("1 attached file stays behind")
    assert line(folder, "export", tmp_path / "all.liaison") == (0, "", "")
    assert line(elsewhere, "import", tmp_path / "all.liaison")[0] == 0
    assert line(elsewhere, "check")[0] == 0


@pytest.mark.skipif(sys.platform == "win32", reason="a program of the shell")
def test_scans_are_read_and_counted(
    line: Line, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, bare = tmp_path / "archive", tmp_path / "bin"
    bare.mkdir()
    with Archive.open(folder) as archive, archive.change("Attach") as change:
        file = archive.attach(io.BytesIO(b"no picture"), "scan.png")
        change.add(by_name("document"), {"title_fa": "سند", "file": file})
    monkeypatch.setenv("PATH", str(bare))
    assert "not installed on this computer" in refused(line(folder, "scans"))
    program = bare / "tesseract"
    program.write_text(
        '#!/bin/sh\ncase "$1" in\n--version) echo tesseract 5.3.0;;\n'
        "--list-langs) echo List; echo eng; echo fas;;\nesac\n"
    )
    program.chmod(0o755)
    status, out, err = line(folder, "scans")
    assert (status, out) == (0, "0 scans were read. 0 held no text. 1 could not be read.\n")
    assert "Reading scans: 1 of 1, page 1" in err
    assert line(folder, "scans")[1] == "0 scans were read. 0 held no text. 0 could not be read.\n"
