"""A delegation of seven arrives in three days: from its partner's page to the printed brief."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from reportlab.pdfgen.canvas import Canvas

from liaison.domain.records import by_name
from liaison.time import span
from tests.acceptance.officer import CONTROL, Officer, live_on, wait_for
from tests.acceptance.preparing import (
    INTERNAL_NOTE,
    POINTS,
    PRESS_LINE,
    RED_LINE,
    a_meeting,
    a_new_visit,
    a_programme,
    insert,
    seven_members,
)
from tests.pdf.extraction import by_pdfium, by_poppler, comparable
from tests.pdf.structure import complaints
from ui.pages.agreement import AgreementPage
from ui.pages.visit import VisitPage
from ui.prints import saving
from ui.prints.preview import PreviewPage
from ui.reading import FileReader
from ui.records.form_page import FormPage

TODAY = date(2026, 4, 22)
"""Wednesday; Saturday the guests arrive, and the office is closed on Thursday and Friday."""
PROMISE = ("ارسال پیش‌نویس برنامهٔ آزمون", "Send the draft of the test programme")
CLAUSES = ("برگزاری کارگاه در بندر آزمون", "انتشار گزارش آزمون")
EARLIER = (
    ("Their earlier visit", "incoming", date(2019, 10, 5)),
    ("Our earlier visit", "outgoing", date(2025, 5, 3)),
)
SCANNED = "Protocol about the harbour workshop of Test City"


@pytest.fixture
def sister_city(officer: Officer, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give what the office has before the e-mail comes: two cities and their relation."""
    live_on(monkeypatch, TODAY)
    officer.archive.settings.set("weekend", [3, 4])
    with officer.archive.change("The register") as change:
        ours = {"name_fa": "شهر آزمون", "name_en": "Test City", "kind": "city", "is_ours": True}
        change.add(by_name("partner"), ours)
        change.add(by_name("unit"), {"name_fa": "ادارهٔ آزمون", "name_en": "Test unit"})
        theirs = {"name_fa": "شهر آزمون ۱", "name_en": "Test City 1", "kind": "city"}
        city = change.add(by_name("partner"), {**theirs, "country": "TR"})
        relation = {"kind": "sister_city_contract", "stage": "concluded"}
        change.add(
            by_name("relation"), {"partner": city, **relation, "since": span.read("آبان ۱۳۷۳")}
        )
        for title, direction, day in EARLIER:
            visit = {"title_en": title, "direction": direction, "starts_on": day}
            change.add(by_name("visit"), {**visit, "partner": city, "stage": "closed"})
    officer.window.workspace.changed.emit()
    officer.settle()
    return city


def test_from_the_page_of_a_partner_to_the_brief(
    officer: Officer, sister_city: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = a_new_visit(officer, sister_city)
    seven_members(officer, page)
    a_programme(officer, page)
    a_meeting(officer, page)
    follow_ups(officer, page)
    an_agreement(officer, tmp_path, monkeypatch)
    internal, guest = the_briefs(officer, page.uid, tmp_path, monkeypatch)
    check_brief(internal, tmp_path)
    check_guest_edition(guest)


def follow_ups(officer: Officer, page: VisitPage) -> None:
    page.open_tab("promised")
    for owed_by, title, due in (("ours", PROMISE, "۱۴۰۵/۰۲/۰۳"), ("theirs", ("پاسخ", "Reply"), "")):
        panel = insert(officer, page)
        officer.fill(panel, title_fa=title[0], title_en=title[1], owed_by=owed_by, due_on=due)
        officer.save(panel)
    assert len(officer.archive.rows(by_name("follow_up"), {"visit": page.uid})) == 2
    readiness = page.side.readiness.readiness
    assert readiness is not None
    closed = [each.message for each in readiness.missing if each.kind == "closed"]
    assert len(closed) == 1  # Thursday 3 Ordibehesht is no working day
    assert PROMISE[0] in closed[0]


def an_agreement(officer: Officer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    officer.window.new_record("agreement", {}, None)
    officer.settle()
    page = officer.page(FormPage)
    officer.fill(
        page.panel,
        title_fa="قرارداد خواهرشهری آزمون",
        title_en="Sister-city contract of the test",
        kind="sister_city",
        stage="in_force",
        signed_on="آبان ۱۳۷۳",
        valid_until="1410/08/01",
    )
    agreement = officer.save(page.panel)
    officer.settle()
    agreed = officer.page(AgreementPage)
    agreed.open_tab("parties")
    for city in ("شهر آزمون ۱", "شهر آزمون"):
        panel = insert(officer, agreed)
        officer.fill(panel, partner=city)
        officer.save(panel)
    agreed.open_tab("articles")
    for number, text in enumerate(CLAUSES, start=1):
        panel = insert(officer, agreed)
        officer.fill(panel, number=str(number), text_fa=text, owed_by="theirs")
        officer.save(panel)
    parties = officer.archive.rows(by_name("agreement_party"), {"agreement": agreement})
    assert len({each["partner"] for each in parties}) == 2
    a_scanned_document(officer, agreement, tmp_path, monkeypatch)


def a_scanned_document(
    officer: Officer, agreement: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = tmp_path / "scan.pdf"
    canvas = Canvas(str(scan))
    canvas.rect(60, 60, 400, 700)
    layer = canvas.beginText(80, 700)
    layer.setTextRenderMode(3)  # unseen, as text recognition lays it over a picture
    layer.textLine(SCANNED)
    canvas.drawText(layer)
    canvas.save()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(scan), ""))
    reader = FileReader(officer.window.workspace)
    officer.window.new_record("document", {}, None)
    panel = officer.page(FormPage).panel
    officer.fill(panel, title_fa="قرارداد اسکن‌شده", kind="agreement_text")
    officer.fill(panel, attached_to="قرارداد خواهرشهری آزمون")
    officer.press(Qt.Key.Key_Space, on=panel.form.editors["file"].control)
    uid = officer.save(panel)
    document = officer.archive.read(by_name("document"), uid)
    assert document["attached_to"] == ("agreement", agreement)
    wait_for(lambda: bool(officer.archive.search("harbour protocol")))
    reader.close()
    hits = officer.archive.search("harbour protocol")
    assert [each.uid for each in hits] == [uid]
    assert "harbour workshop" in hits[0].snippet


def the_briefs(
    officer: Officer, visit: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[bytes, bytes]:
    """Look at the facing edition for the house and for guests, and save both as PDF."""
    officer.window.show_section("visit")
    officer.window.open_record("visit", visit)
    officer.settle()
    officer.window.activateWindow()
    officer.press(Qt.Key.Key_P, CONTROL)
    preview = officer.page(PreviewPage)
    officer.settle()
    (meeting,) = officer.archive.rows(by_name("meeting"), {"visit": visit})
    preview.options.paper.choose("meeting-brief", meeting.uid)
    officer.settle()
    saved = []
    for name, choose in (
        ("internal.pdf", preview.options.edition.language_buttons["both"]),
        ("guest.pdf", preview.options.edition.guest),
    ):
        choose.click()
        officer.settle()
        monkeypatch.setattr(saving, "ask_for_path", lambda *_words, name=name: tmp_path / name)
        officer.press(Qt.Key.Key_S, CONTROL, on=preview)
        assert preview.finished is not None
        saved.append((tmp_path / name).read_bytes())
        assert saved[-1] == preview.finished.content
        assert preview.paper.pages == preview.finished.pages
        assert not [each for each in preview.finished.findings if each.kind == "pages"]
    return saved[0], saved[1]


def check_brief(content: bytes, folder: Path) -> None:
    pages, annex = pages_of(content), comparable("پیوست ۱")
    text = " ".join(pages)
    assert complaints(content) == []
    expected = [
        *(each for pair in (*POINTS, PROMISE) for each in pair),
        *("بتا نمونه", "Beta Şample", "Head of Transport Department"),
        *("Gamma", "Delta", PRESS_LINE, RED_LINE, CLAUSES[0]),
        *("صفحه ۱ از ۳", "Page 1 of 3"),
        *("قرارداد خواهرشهری", "Sister-city contract", "آبان ۱۳۷۳"),
        *("Their earlier visit", "۱۳۹۸/۰۷/۱۳", "Our earlier visit", "۱۴۰۴/۰۲/۱۳"),
    ]
    missing = [each for each in expected if comparable(each) not in text]
    assert missing == []
    assert [number for number, page in enumerate(pages, start=1) if annex in page[:200]] == [3]
    for page in pages:
        assert page.count("محرمانه") >= 2  # at the top and the bottom
        assert page.count("CONFIDENTIAL") >= 2
    names = ("Beta Şample", "Alpha Example", "Gamma Testman", "Delta Testman", "Head of Transport")
    places = [pages[2].index(each) for each in (*names, "Epsilon Trial", "Zeta Trial")]
    assert places == sorted(places)  # by rank, and the support group below its line
    read = comparable(by_poppler(content, folder))
    assert comparable(PROMISE[0]) in read
    assert "Beta" in read


def pages_of(content: bytes) -> list[str]:
    with pypdfium2.PdfDocument(content) as document:
        return [comparable(page.get_textpage().get_text_range()) for page in document]


def check_guest_edition(content: bytes) -> None:
    text = comparable(by_pdfium(content))
    secrets = (RED_LINE, INTERNAL_NOTE, PRESS_LINE, "حساسیت‌پنهان", PROMISE[0], "محرمانه")
    for secret in map(comparable, secrets):
        assert secret not in text
    for words in ("از سر گرفتن برنامهٔ مشترک", "شهردار شهر آزمون", "Mayor of Test City"):
        assert comparable(words) in text
