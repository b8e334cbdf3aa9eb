"""From an empty folder to printed briefs, as a person at a terminal goes."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def main(folder: Path, *words: object, lang: str = "en") -> str:
    """Run `main.py` under a locale without Persian; return what it prints."""
    done = subprocess.run(  # noqa: S603 - our own interpreter on our own program
        [sys.executable, str(ROOT / "main.py"), "--data", str(folder), "--lang", lang]
        + [str(word) for word in words],
        env={"PATH": os.environ["PATH"], "LANG": "C", "HOME": str(folder.parent)},
        capture_output=True,
        check=False,
    )
    errors = done.stderr.decode("utf-8")
    assert done.returncode == 0, errors
    assert "Traceback" not in errors
    return done.stdout.decode("utf-8")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fill an archive with the sample by the command line, once; tests copy it."""
    folder = tmp_path_factory.mktemp("filled") / "archive"
    main(folder, "sample")
    return folder


def test_from_an_empty_folder_to_printed_briefs(tmp_path: Path) -> None:
    archive, elsewhere = tmp_path / "archive", tmp_path / "elsewhere"
    main(archive, "sample", lang="fa")
    counts = json.loads(main(archive, "stats", "--json"))
    assert counts["partner"] == 46 + 24

    for words in ("پاریس", "paris", "باريس"):
        found = json.loads(main(archive, "search", words, "--json", lang="fa"))
        assert ("partner", "پاریس") in [(each["type"], each["title"]) for each in found]

    first, second = tmp_path / "first.json", tmp_path / "second.json"
    main(archive, "export", first)
    main(elsewhere, "import", first)
    main(elsewhere, "export", second)
    assert first.read_bytes() == second.read_bytes()
    main(archive, "check")

    meetings = json.loads(main(archive, "list", "meeting", "--json"))
    margins = [each for each in meetings if each["fields"]["kind"] == "on_the_margins"]
    assert len(margins) == 2
    for meeting in margins:
        path = tmp_path / f"{meeting['uid']}.pdf"
        main(archive, "print", "meeting-brief", meeting["uid"], "-o", path, "--edition", "both")
        assert path.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    "words", [("sample",), ("list", "partner"), ("search", "تهران"), ("export", "x.json")]
)
def test_no_qt_without_a_window(filled: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    if words != ("sample",):
        shutil.copytree(filled, tmp_path / "archive")
    probe = (
        "import sys; sys.argv[0] = 'main.py'; import main; status = main.main();"
        "assert 'PySide6' not in sys.modules and 'ui' not in sys.modules; sys.exit(status)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(  # noqa: S603 - our own interpreter on our own program
        [sys.executable, "-c", probe, "--data", str(tmp_path / "archive"), *words],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode("utf-8")


def test_a_reader_that_stops_early_is_no_error(filled: Path, tmp_path: Path) -> None:
    archive = shutil.copytree(filled, tmp_path / "archive")
    with subprocess.Popen(  # noqa: S603 - our own interpreter on our own program
        [sys.executable, str(ROOT / "main.py"), "--data", str(archive), "list", "claim", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""


def test_backups_are_made_listed_and_put_back(filled: Path, tmp_path: Path) -> None:
    archive, disk, restored = (tmp_path / name for name in ("archive", "disk", "restored"))
    disk.mkdir()
    shutil.copytree(filled, archive)
    assert "verified" in main(archive, "backup", "--to", disk)
    (line,) = main(archive, "backups").splitlines()
    name = line.split("\t")[0]
    assert "322 records" in line
    assert "Nothing is wrong" in main(archive, "backups", "--verify", "--from", disk)
    (archive / "archive.db").write_bytes(b"damaged")
    main(archive, "restore", name, "--into", restored)
    assert json.loads(main(restored, "stats", "--json"))["partner"] == 46 + 24
    main(restored, "check")
    assert name in main(archive, "backups", "--from", disk, lang="fa")
