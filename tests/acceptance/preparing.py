"""How a visit is prepared in the window: from its partner's page to the meeting with the mayor."""

from datetime import date, time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from liaison.domain.records import by_name
from liaison.storage.archive import Archive, Row
from tests.acceptance.officer import ALT, CONTROL, Officer
from tests.acceptance.table import SEVEN
from ui.pages.agreement import AgreementPage
from ui.pages.partner import PartnerPage
from ui.pages.visit import VisitPage
from ui.pages.visit_new import NewVisitPage
from ui.records.form_page import FormPage
from ui.records.panel import FormPanel

POINTS = (
    ("برنامهٔ مشترک آزمون", "Joint programme of the test"),
    ("کارگاه بندر", "Workshop on the harbour"),
    ("هفتهٔ فرهنگی", "Week of culture"),
    ("تبادل کارشناس", "Exchange of experts"),
    ("نشست سالانه", "Yearly session"),
)
PRESS_LINE = "دو شهر بر ادامهٔ کار مشترک تأکید کردند."
RED_LINE = "خط‌قرمز‌پنهان"
INTERNAL_NOTE = "یادداشت‌پنهان‌برنامه"


def a_new_visit(officer: Officer, city: str) -> VisitPage:
    officer.window.open_record("partner", city)
    officer.settle()
    begin = officer.page(PartnerPage).header.begin_menu.actions()
    next(each for each in begin if each.text() in {"New visit", "سفر جدید"}).trigger()
    officer.settle()
    panel = officer.page(NewVisitPage).panel
    assert panel.form.values()["direction"] == "incoming"
    assert panel.form.values()["partner"] == city
    officer.fill(
        panel,
        title_fa="سفر هیئت شهر آزمون ۱",
        title_en="Visit of Test City 1",
        starts_on="۱۴۰۵/۰۲/۰۵",
        ends_on="2026-04-28",
        interpretation="consecutive",
    )
    officer.save(panel)
    page = officer.page(VisitPage)
    visit = officer.archive.read(by_name("visit"), page.uid)
    assert (visit["starts_on"], visit["ends_on"]) == (date(2026, 4, 25), date(2026, 4, 28))
    assert visit["partner"] == city
    assert "۰ روز کاری کامل" in page.header.countdown.text()
    return page


def seven_members(officer: Officer, page: VisitPage) -> None:
    page.open_tab("delegation")
    QApplication.clipboard().setText(SEVEN)
    officer.press(Qt.Key.Key_V, CONTROL)
    officer.press(Qt.Key.Key_Space)  # the button that adds them has the keyboard
    members = members_of(officer.archive, page.uid)
    assert [each["title_en"] for each in members][:2] == ["Mayor", "Deputy Mayor"]
    assert [each["person"] is None for each in members] == [False] * 4 + [True] + [False] * 2
    entries = page.tab.list.view.rows.entries  # type: ignore[attr-defined] # the tab of members
    told = [[text for cell in each.cells for _tone, text in cell.notes] for each in entries]
    assert sum("فارسی" in text for texts in told for text in texts) == 6  # flagged, not lost
    assert len(entries) == 8  # interpreter and security officer below their line
    view = page.tab.list.view  # type: ignore[attr-defined] # the tab of members
    view.select(members[1].uid)
    officer.press(Qt.Key.Key_Up, ALT, on=view)
    again = members_of(officer.archive, page.uid)
    assert [each["title_en"] for each in again][:2] == ["Deputy Mayor", "Mayor"]
    assert page.tab.list.view.uid() == members[1].uid  # type: ignore[attr-defined] # as above
    name_in_persian(officer, again[0]["person"], "بتا", "نمونه")


def members_of(archive: Archive, visit: str) -> list[Row]:
    delegation = archive.read(by_name("visit"), visit)["delegation"]
    return archive.rows(by_name("delegation_member"), {"delegation": delegation}, ("rank",))


def name_in_persian(officer: Officer, person: str, given: str, family: str) -> None:
    officer.press(Qt.Key.Key_Return, CONTROL)  # from the member to the person behind it
    panel = officer.page(FormPage).panel
    assert panel.uid == person
    officer.fill(panel, given_name_fa=given, family_name_fa=family)
    officer.save(panel)
    officer.press(Qt.Key.Key_Escape)
    officer.page(VisitPage)


def a_programme(officer: Officer, page: VisitPage) -> None:
    page.open_tab("programme")
    rows = (
        ("استقبال", "arrival", "2026-04-25", "08:20", "09:00", "فرودگاه آزمون"),
        ("دیدار با شهردار", "meeting", "2026-04-25", "10:30", "12:00", "تالار آزمون"),
        ("ناهار رسمی", "meal", "2026-04-25", "11:30", "14:00", "تالار آزمون"),
    )
    for title, kind, day, starts, ends, place in rows:
        panel = insert(officer, page)
        if (
            title == "دیدار با شهردار"
        ):  # after the reception, and twice as long as without interpreter
            assert panel.form.values()["starts"] == time(9)
            assert panel.form.values()["ends"] == time(11)
        officer.fill(
            panel, title_fa=title, kind=kind, day=day, starts=starts, ends=ends, place_fa=place
        )
        officer.fill(panel, internal_note=INTERNAL_NOTE)
        officer.save(panel)
    items = officer.archive.rows(by_name("programme_item"), {"visit": page.uid}, ("starts",))
    assert [each["starts"] for each in items] == [time(8, 20), time(10, 30), time(11, 30)]
    shown = {each.uid: each for each in page.tab.list.view.rows.entries}  # type: ignore[attr-defined] # the programme
    notes = {
        each["title_fa"]: " ".join(
            text for cell in shown[each.uid].cells for _tone, text in cell.notes
        )
        for each in items
    }
    assert "ناهار رسمی" in notes["دیدار با شهردار"]  # one place at one time
    assert "دیدار با شهردار" in notes["ناهار رسمی"]
    assert "نماز" in notes["ناهار رسمی"]
    assert shown[items[2].uid].warned
    assert not shown[items[0].uid].warned


def insert(officer: Officer, page: VisitPage | AgreementPage) -> FormPanel:
    """Begin a record of the tab with Insert, as its form at the side."""
    page.tab.start()
    officer.press(Qt.Key.Key_Insert)
    assert page.side.panel is not None
    return page.side.panel


def a_meeting(officer: Officer, page: VisitPage) -> None:
    page.open_tab("meetings")
    panel = insert(officer, page)
    officer.fill(
        panel,
        title_fa="دیدار شهردار با هیئت شهر آزمون ۱",
        title_en="The mayor meets Test City 1",
        kind="working",
        starts_at="1405/02/05 10:30",
        ends_at="1405/02/05 12:00",
        place_fa="تالار آزمون",
        place_en="Test hall",
        purpose_fa="از سر گرفتن برنامهٔ مشترک",
        purpose_en="Take the joint programme up again",
        press_line_fa=PRESS_LINE,
        press_line_en="Both cities go on.",
        sensitivities="حساسیت‌پنهان",
    )
    officer.save(panel)
    people, points, _statements = page.tab.parts  # type: ignore[attr-defined] # the meetings
    for fa, en in POINTS:
        points.list.start()
        officer.press(Qt.Key.Key_Insert)
        assert page.side.panel is not None
        officer.fill(page.side.panel, point_fa=fa, point_en=en, red_line=RED_LINE)
        officer.save(page.side.panel)
    people.add_delegation()
    officer.settle()
    people.list.start()
    officer.press(Qt.Key.Key_Insert)
    assert page.side.panel is not None
    officer.fill(
        page.side.panel,
        side="ours",
        capacity_fa="شهردار شهر آزمون",
        capacity_en="Mayor of Test City",
    )
    officer.save(page.side.panel)
    rows = officer.archive.rows(by_name("participant"))
    assert sorted(each["side"] for each in rows) == ["ours"] + ["theirs"] * 5
    assert len(officer.archive.rows(by_name("talking_point"))) == len(POINTS)
