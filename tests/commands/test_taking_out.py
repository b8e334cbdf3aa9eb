"""Records taken out by a command, in every form."""

import csv
from io import StringIO
from pathlib import Path

import openpyxl
import pytest
import vobject

from liaison.domain.records.person import Person
from liaison.domain.records.visit import Visit
from liaison.storage.archive import Archive
from tests.commands.conftest import Line
from tests.exchange.leaving.made import made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("out") / "archive"
    with Archive.open(place) as archive:
        made(archive)
    return place


def test_a_list_becomes_a_worksheet_and_text(folder: Path, line: Line, tmp_path: Path) -> None:
    sheet, text = tmp_path / "a.xlsx", tmp_path / "a.csv"
    asked = ("--type", "partner", "--columns", "name_fa, name_en")
    assert line(folder, "export", sheet, *asked) == (0, "", "")
    assert line(folder, "export", text, *asked, "--separator", "comma") == (0, "", "")
    cells = [cell.value for row in openpyxl.load_workbook(sheet).worksheets[0] for cell in row]
    assert {"شهر آزمون", "Test City"} <= set(cells)
    rows = list(csv.reader(StringIO(text.read_text("utf-8-sig"))))
    assert rows[0] == ["Name (Persian)", "Name (English)"]
    assert ["شهر آزمون", "Test City"] in rows


def test_the_language_is_that_of_the_line(folder: Path, line: Line, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    asked = ("export", path, "--type", "visit", "--columns", "starts_on")
    assert line(folder, *asked, lang="fa")[0] == 0
    assert path.read_text("utf-8-sig").splitlines()[1] == '"2026-11-20";"۱۴۰۵/۰۸/۲۹"'


def test_old_programs_get_their_letters_and_what_they_lack_is_told(
    folder: Path, line: Line, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    asked = ("export", path, "--type", "person", "--columns", "family_name_fa", "--old-programs")
    status, out, err = line(folder, *asked)
    assert (status, out) == (0, "")
    assert "stayed behind" in err
    assert "“\u0654” left out (1 times)" in err
    assert '"خانواده؛ يک"'.encode("cp1256") in path.read_bytes()


def test_cards_and_calendars_take_the_types_they_are_for(
    folder: Path, line: Line, tmp_path: Path
) -> None:
    cards, days = tmp_path / "a.vcf", tmp_path / "a.ics"
    status, _out, err = line(folder, "export", cards, "--classified", "--vcard", "3.0")
    assert (status, err) == (0, "The file is classed “Confidential”.\n")
    assert len(list(vobject.readComponents(cards.read_text("utf-8")))) == 2
    status, _out, err = line(folder, "export", days)
    assert (status, "no day" in err) == (0, True)
    calendar = vobject.readOne(days.read_text("utf-8"))
    assert len(calendar.vevent_list) == 5
    assert line(folder, "export", days, "--type", "visit") == (0, "", "")
    assert len(vobject.readOne(days.read_text("utf-8")).vevent_list) == 1


@pytest.mark.parametrize(
    "words",
    [
        ("x.xlsx",),
        ("x.csv", "--type", "person", "--type", "visit"),
        ("x.csv", "--type", "person", "--columns", "colour"),
        ("x.vcf", "--type", "visit"),
        ("x.ics", "--type", "person"),
        ("x.docx",),
    ],
    ids=" ".join,
)
def test_what_has_no_such_form_is_one_line(
    folder: Path,
    line: Line,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = line(folder, "export", *words)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert list(tmp_path.iterdir()) == []


def test_whole_archives_hold_everything_as_before(folder: Path, line: Line, tmp_path: Path) -> None:
    path = tmp_path / "all.liaison"
    assert line(folder, "export", path) == (0, "", "")
    with Archive.open(tmp_path / "other"):
        pass
    assert line(tmp_path / "other", "import", path)[0] == 0
    with Archive.open(tmp_path / "other") as other:
        assert {row["classification"] for row in other.rows(Person)} == {"normal", "confidential"}
        assert len(other.rows(Visit)) == 1
