"""Of many contacts one city stands twice: one record is made of it, and taken apart again."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from liaison.domain.records import (
    Document,
    FollowUp,
    Meeting,
    Partner,
    Person,
    Position,
    Relation,
    Visit,
)
from liaison.storage.archive import Archive
from tests.acceptance.officer import CONTROL, Officer, wait_for
from ui.pages.doubles import DoublesPage
from ui.pages.join import JoinPage

MEETINGS, FOLLOW_UPS = 7, 3


@dataclass(frozen=True)
class Twice:
    """A city under two spellings, and a closed visit to the second."""

    saint: str
    san: str
    visit: str


@pytest.fixture
def twice(officer: Officer) -> Twice:
    with officer.archive.change("Old contacts") as change:
        saint = change.add(
            Partner, {"name_fa": "سنت پترزبورگ", "region": "آزمون", "languages": ("fa",)}
        )
        san = change.add(
            Partner,
            {
                "name_fa": "سن پترزبورگ",
                "name_en": "Saint Petersburg",
                "region": "آزمون دیگر",
                "languages": ("en",),
            },
        )
        for _meeting in range(MEETINGS):
            change.add(Meeting, {"title_fa": "دیدار آزمون", "partner": san})
        for _follow_up in range(FOLLOW_UPS):
            change.add(FollowUp, {"title_fa": "پیگیری آزمون", "partner": san})
        visit = change.add(Visit, {"title_fa": "سفر بسته", "partner": san, "stage": "closed"})
        change.add(Document, {"title_fa": "نامه", "attached_to": ("partner", san)})
        change.add(Relation, {"partner": saint, "kind": "mou"})
        mayor = change.add(Person, {"family_name_fa": "آزمونی", "given_name_fa": "نمونه"})
        change.add(Position, {"person": mayor, "title_fa": "شهردار", "partner": san})
    officer.window.workspace.changed.emit()
    return Twice(saint, san, visit)


def everything(archive: Archive) -> dict[str, object]:
    types = (Partner, Meeting, FollowUp, Visit, Document, Relation, Position)
    return {row.uid: dict(row.values) for each in types for row in archive.rows(each)}


def side_by_side(officer: Officer) -> JoinPage:
    """Come to the proposed pair and open it."""
    officer.window.show_section("doubles")
    officer.settle()
    page = officer.page(DoublesPage)
    wait_for(lambda: page.model.rowCount() == 1)
    officer.press(Qt.Key.Key_Return, on=page.table)
    sheet = officer.page(JoinPage)
    wait_for(sheet.fields.isVisible)
    return sheet


def test_two_spellings_become_one_record_field_by_field_and_two_again(
    officer: Officer, twice: Twice
) -> None:
    archive = officer.archive
    before = everything(archive)
    sheet = side_by_side(officer)
    assert sheet.keeps[1].isChecked()  # more leads to the second
    sheet.keeps[0].click()
    told = sheet._preview.text()
    assert all(figure in told for figure in ("۷", "۳"))
    fields = sheet.fields
    fields.setCurrentCell(fields._keys.index("region"), 0)
    officer.press(Qt.Key.Key_Left, on=fields)  # from right to left the second stands on the left
    officer.press(Qt.Key.Key_S, CONTROL, on=fields)
    kept = archive.read(Partner, twice.saint)
    assert (kept["name_fa"], kept["name_en"]) == ("سنت پترزبورگ", "Saint Petersburg")
    assert (kept["region"], kept["languages"]) == ("آزمون دیگر", ("fa", "en"))
    assert kept["aliases"] == ("سن پترزبورگ",)
    assert len(archive.rows(Meeting, {"partner": twice.saint})) == MEETINGS
    assert len(archive.rows(FollowUp, {"partner": twice.saint})) == FOLLOW_UPS
    assert archive.read(Visit, twice.visit)["partner"] == twice.saint
    assert [hit.uid for hit in archive.search("سن پترزبورگ", types=("partner",))] == [twice.saint]
    assert archive.check() == []
    assert officer.page(DoublesPage).model.rowCount() == 0
    toast = officer.window.toast
    assert toast.isVisible()
    toast.action.click()
    officer.settle()
    assert everything(archive) == before
    wait_for(lambda: officer.page(DoublesPage).model.rowCount() == 1)


def test_two_that_are_not_the_same_are_left_alone(officer: Officer, twice: Twice) -> None:
    officer.window.show_section("doubles")
    officer.settle()
    page = officer.page(DoublesPage)
    wait_for(lambda: page.model.rowCount() == 1)
    officer.press(Qt.Key.Key_Delete, on=page.table)
    assert page.model.rowCount() == 0
    assert all(officer.archive.exists(Partner, uid) for uid in (twice.saint, twice.san))
    page.look()
    officer.settle()
    assert page.model.rowCount() == 0
