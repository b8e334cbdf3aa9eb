"""A trip through the window: out, work on both sides, back, questions, undo."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from liaison.domain.records import by_name
from liaison.exchange.travelling.trips import trips_of
from liaison.storage.archive import Archive
from tests.ui.travel.conftest import Desk
from ui.travel.page import TravelsPage

VISIT = by_name("visit")


def sent_out(desk: Desk, path: Path) -> str:
    """Send the visit out; return the code that is told once."""
    page = desk.page()
    page.out_button.click()
    desk.settle()
    form = page.departing
    form.save_button.click()
    assert form.fault.isVisible()  # nothing is chosen yet
    (visit,) = desk.archive.rows(VISIT)
    form.pickers["visit"].set_value(visit.uid)
    desk.settle()
    form.pickers["visit"].changed.emit()
    assert set(form.chosen) == {visit.uid}
    form.recipient.setText("کارشناس آزمون")
    form.save_to(path)
    desk.settle()
    assert form.notice.isVisible()
    code = form.notice.text.text().rpartition(":")[2].strip(" \u2066\u2069")
    form.notice.first.click()
    desk.settle()
    assert page.states.currentWidget() is page.list
    return code


def taken_along(desk: Desk, laptop: Archive, path: Path, code: str) -> TravelsPage:
    """Open the file on the laptop."""
    page = desk.sit_at(laptop)
    page.open_file(path)
    desk.settle()
    arriving = page.arriving
    assert arriving.passphrase.isVisible()
    arriving.passphrase.line.setText("0000")
    arriving.open_button.click()
    desk.settle()
    assert arriving.fault.isVisible()
    arriving.passphrase.line.setText(code)
    arriving.open_button.click()
    desk.settle()
    assert arriving.take_button.isEnabled()
    assert "\n" in arriving.counts.text()  # that it is not encrypted here
    arriving.take_button.click()
    desk.settle()
    assert len(page.list.view.rows.entries) == 1
    return page


def opened(desk: Desk, archive: Archive, path: Path) -> TravelsPage:
    """Look at a file in another archive, or in the same one anew."""
    page = desk.sit_at(archive)
    page.open_file(path)
    desk.settle()
    return page


def test_a_trip_comes_back_with_questions_that_arrow_keys_answer(
    desk: Desk, laptop: Archive, tmp_path: Path
) -> None:
    office = desk.archive
    out, back = tmp_path / "out.liaison-travel", tmp_path / "back.liaison-travel"
    code = sent_out(desk, out)
    page = taken_along(desk, laptop, out, code)
    (visit,) = laptop.rows(VISIT)
    for archive, words in ((office, "دفتر"), (laptop, "سفر")):
        with archive.change("work") as change:
            change.update(VISIT, visit.uid, {"purpose_fa": words, "hotel_fa": words})
    page.list.view.select(page.list.view.rows.entries[0].uid)
    page.save_back(trips_of(laptop)[0], back)
    desk.settle()

    page = opened(desk, office, back)
    answering, view = page.arriving.answering, page.arriving.answering.list.view
    assert [each.question.key for each in answering.shown()] == ["purpose_fa", "hotel_fa"]
    assert not page.arriving.take_button.isEnabled()
    assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_Space)  # both texts
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Space)  # two hotels are no hotel
    assert answering.waiting == 1
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert answering.waiting == 0
    page = opened(desk, office, back)  # as after it was locked
    assert page.arriving.answering.waiting == 0
    answering, view = page.arriving.answering, page.arriving.answering.list.view
    with office.change("Meanwhile") as change:
        change.update(VISIT, visit.uid, {"place_fa": "جا", "hotel_fa": "دفتر دوم"})
    page.arriving.take_button.click()
    desk.settle()
    assert page.arriving.fault.isVisible()  # the archive changed since
    assert [each.question.key for each in answering.shown()] == ["purpose_fa", "hotel_fa"]
    assert answering.waiting == 1  # what is asked otherwise now
    view.select(answering.shown()[1].question.name)
    QTest.keyClick(view, Qt.Key.Key_Left)
    before = office.last_change()
    page.arriving.take_button.click()
    desk.settle()
    row = office.read(VISIT, visit.uid)
    assert (row["purpose_fa"], row["hotel_fa"]) == ("دفتر\n\nسفر", "سفر")
    assert office.last_change() == before + 1

    page.open_file(back)
    desk.settle()
    assert page.arriving.fault.isVisible()  # it was brought back already
    assert office.last_change() == before + 1
    page.arriving.cancel_button.click()
    desk.window.workspace.undo()
    desk.settle()
    assert office.read(VISIT, visit.uid)["purpose_fa"] == "دفتر"
    assert office.read(VISIT, visit.uid)["hotel_fa"] == "دفتر دوم"
    assert not trips_of(office)[0].passages


def test_the_returning_file_is_made_on_the_laptop(desk: Desk, tmp_path: Path) -> None:
    sent_out(desk, tmp_path / "out.liaison-travel")
    page = desk.page()
    page.list.view.select(page.list.view.rows.entries[0].uid)
    page.send_back()
    assert page.fault.isVisible()
    page.open_file(tmp_path / "nothing")
    desk.settle()
    assert "nothing" in page.fault.text()


def test_the_class_of_what_goes_along_is_told_before_it_is_written(desk: Desk) -> None:
    form = desk.page().departing
    desk.page().send_out()
    (visit,) = desk.archive.rows(VISIT)
    form.add("visit", visit.uid, "visit")
    desk.settle()
    assert "طبقه" not in form.extent.text()
    with desk.archive.change("A task") as change:
        values = {"visit": visit.uid, "title_fa": "کار", "classification": "confidential"}
        change.add(by_name("follow_up"), values)
    form.add("visit", visit.uid, "visit")
    desk.settle()
    assert form.extent.text().startswith("۳")
    assert "«محرمانه»" in form.extent.text()
    form.begin()
    assert not form.extent.isVisible()
