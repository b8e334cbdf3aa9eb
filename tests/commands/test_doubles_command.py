import json
from pathlib import Path

import pytest

from liaison.domain.records import Partner, Person
from liaison.storage.archive import Archive
from tests.commands.conftest import Line


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    with Archive.open(folder) as archive, archive.change("Add") as change:
        for name in ("پروتوریا", "پرتوریا"):
            change.add(Partner, {"name_fa": name, "name_en": "Test"})
        for name in ("علی", "مریم"):
            change.add(Person, {"given_name_fa": name, "family_name_fa": "آزمونی"})
    return folder


def test_pairs_stand_one_a_line(folder: Path, line: Line) -> None:
    status, out, err = line(folder, "doubles", lang="fa")
    (cells,) = [each.split("\t") for each in out.splitlines()]
    assert (status, err) == (0, "")
    assert (cells[0], cells[2], cells[4]) == ("partner", "پروتوریا", "پرتوریا")


def test_programs_get_an_array(folder: Path, line: Line) -> None:
    _status, out, _err = line(folder, "doubles", "--json")
    (pair,) = json.loads(out)
    assert set(pair) == {"type", "uids", "titles", "score", "reason"}
    assert (pair["type"], pair["titles"], pair["score"]) == ("partner", ["Test", "Test"], 100)
    with Archive.open(folder, only_read=True) as archive:
        assert [archive.exists(Partner, uid) for uid in pair["uids"]] == [True, True]
