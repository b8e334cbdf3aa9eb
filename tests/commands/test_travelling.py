"""A trip on the command line: out, in, work, back, in."""

from pathlib import Path

from liaison.domain.records import by_name
from liaison.storage.archive import Archive
from tests.commands.conftest import Line


def test_a_trip_goes_out_and_comes_back(line: Line, tmp_path: Path) -> None:
    office, laptop = tmp_path / "office", tmp_path / "laptop"
    out, back, code = tmp_path / "out", tmp_path / "back", tmp_path / "code"
    with Archive.open(office) as archive, archive.change("A city") as change:
        city = change.add(by_name("partner"), {"name_en": "Test city", "kind": "city"})
    status, told, _error = line(office, "travel", "out", out, "--record", f"partner/{city}")
    assert status == 0
    code.write_text(told.rpartition(": ")[2])
    assert line(laptop, "travel", "open", out, "--file-passphrase-file", code)[0] == 0
    for folder, notes in ((office, "office"), (laptop, "laptop")):
        with Archive.open(folder) as archive, archive.change("Notes") as change:
            change.update(by_name("partner"), city, {"notes": notes})
    assert line(laptop, "travel", "back", back)[0] == 0
    status, _told, error = line(office, "travel", "open", back)
    assert (status, error) == (
        1,
        "1 question has to be answered: open the file in the window, or say --answers.\n",
    )
    assert line(office, "travel", "open", back, "--answers", "theirs")[0] == 0
    with Archive.open(office) as archive:
        assert archive.read(by_name("partner"), city)["notes"] == "laptop"
    assert "Sent out from here\t1" in line(office, "travel", "list")[1]
    assert line(office, "travel", "back", back)[0] == 1
    assert line(office, "travel", "out")[0] == 1


def test_a_class_above_normal_is_told_when_it_goes_out(line: Line, tmp_path: Path) -> None:
    office = tmp_path / "office"
    with Archive.open(office) as archive, archive.change("A city") as change:
        city = change.add(by_name("partner"), {"name_en": "Test city", "kind": "city"})
        values = {"partner": city, "title_en": "Task", "classification": "confidential"}
        change.add(by_name("follow_up"), values)
    told = line(office, "travel", "out", tmp_path / "out", "--record", f"partner/{city}")[1]
    assert "classed “Confidential”" in told
