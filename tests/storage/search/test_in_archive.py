from collections.abc import Iterator
from pathlib import Path

import pytest

from liaison.domain.records import Document, Meeting, Partner, Visit
from liaison.storage.archive import Archive
from tests.storage.test_extraction import document, docx


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive") as opened:
        yield opened


def found(archive: Archive, text: str) -> set[str]:
    return {hit.uid for hit in archive.search(text)}


def test_a_record_is_found_from_the_change_that_made_it(archive: Archive) -> None:
    with archive.change("Add") as change:
        city = change.add(Partner, {"name_fa": "شهر آزمون ۱", "name_en": "Test City 1"})
        visit = change.add(
            Visit, {"title_fa": "سفر بهاری", "number": "1405-V-001", "partner": city}
        )
    assert found(archive, "شهر آزمون 1") == {city, visit}
    assert found(archive, "۱۴۰۵-و-۰۰۱") == {visit}


def test_renaming_reaches_what_refers_to_the_record(archive: Archive) -> None:
    with archive.change("Add") as change:
        city = change.add(Partner, {"name_fa": "نام کهن"})
        visit = change.add(Visit, {"title_fa": "سفر", "number": "1405-V-001", "partner": city})
        letter = change.add(Document, {"title_fa": "نامه", "attached_to": ("partner", city)})
    with archive.change("Rename") as change:
        change.update(Partner, city, {"name_fa": "نام نو"})
    assert found(archive, "کهن") == set()
    assert found(archive, "نام نو") == {city, visit, letter}
    archive.undo()
    assert found(archive, "نام کهن") == {city, visit, letter}


def test_undo_and_bin_are_followed(archive: Archive) -> None:
    with archive.change("Add") as change:
        uid = change.add(Meeting, {"title_fa": "دیدار نخست"})
    with archive.change("Delete") as change:
        change.delete(Meeting, uid)
    assert found(archive, "نخست") == set()
    with archive.change("Restore") as change:
        change.restore(Meeting, uid)
    assert found(archive, "نخست") == {uid}
    for _ in range(3):
        archive.undo()
    assert found(archive, "نخست") == set()
    archive.redo()
    assert found(archive, "نخست") == {uid}


def test_the_text_of_an_attached_letter_is_found(archive: Archive, tmp_path: Path) -> None:
    letter = tmp_path / "نامه.docx"
    letter.write_bytes(docx(document("بند یکم: ژرفای همکاری کلان‌شهرها")))
    file = archive.attach(letter)
    with archive.change("Attach") as change:
        uid = change.add(Document, {"title_fa": "نامه", "file": file})
    assert found(archive, "ژرفا") == set()
    assert archive.extract_pending() == 1
    assert found(archive, "ژرفا كلانشهرها") == {uid}
    assert archive.extract_pending() == 0
