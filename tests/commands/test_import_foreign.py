"""Old files taken in by the command line: what is sure comes in, the rest is listed."""

from pathlib import Path

import openpyxl

from tests.commands.conftest import Line
from tests.exchange.foreign.old_contacts import file_of_1256

SMALL = "نام,نام خانوادگی,سمت,سازمان,تلفن\nعلي,نمونه,شهردار,شهرداري آزمون,55601234\n"


def _written(folder: Path, content: bytes, name: str = "old.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_file_comes_in_once_and_its_doubts_are_told(line: Line, tmp_path: Path) -> None:
    file, folder = _written(tmp_path, SMALL.encode()), tmp_path / "archive"
    status, said, told = line(folder, "import", file, "--dry-run")
    assert (status, said) == (
        0,
        "Rows read: 1; would be added: 3; changed: 0; left as they are: 0; not taken in: 0.\n",
    )
    assert "“55601234” was left out" in told
    status, said, told = line(folder, "import", file)
    assert said == "Rows read: 1; added: 3; changed: 0; known already: 0; not taken in: 0.\n"
    assert "row 2: علی نمونه" in told
    assert "known already: 3" in line(folder, "import", file)[1]


def test_the_report_is_written_and_the_numbers_said_in_persian(line: Line, tmp_path: Path) -> None:
    file, report = _written(tmp_path, file_of_1256()), tmp_path / "report.xlsx"
    status, said, _told = line(tmp_path / "archive", "import", file, "--report", report, lang="fa")
    assert status == 0
    assert "۴۲۰" in said
    sheet = openpyxl.load_workbook(report).worksheets[0]
    assert sheet.sheet_view.rightToLeft


def test_letters_that_look_wrong_are_asked_about(line: Line, tmp_path: Path) -> None:
    wrong = "".join(
        bytes([code]).decode("cp1252", "ignore") or chr(code)
        for code in "نام;شهر\nالف;تهران".encode("cp1256")
    )
    file, folder = _written(tmp_path, wrong.encode()), tmp_path / "archive"
    status, _said, told = line(folder, "import", file)
    assert status == 1
    assert "windows-1256-misread" in told
    assert not folder.exists()
    assert "added: 1" in line(folder, "import", file, "--encoding", "windows-1256-misread")[1]


def test_what_cannot_be_read_leaves_nothing(line: Line, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    for content, name in ((b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old.xlsx"), (b"x", "card.vcf")):
        status, _said, told = line(folder, "import", _written(tmp_path, content, name))
        assert status == 1
        assert name in told
    assert "there are:" in line(folder, "import", _written(tmp_path, b"a;b"), "--profile", "x")[2]
