"""The deputy's follow-up session: forty tasks on two pages, and what was decided entered after."""

from datetime import date

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from liaison.domain.records import by_name
from liaison.domain.rules.overdue import GROUP_LABELS
from liaison.domain.rules.owed import CHOICE_LABELS, GROUPING_LABELS, Asked, Choice, Grouping
from liaison.i18n import translated
from liaison.language.digits import to_persian
from tests.acceptance.officer import CONTROL, Officer, live_on
from tests.pdf.extraction import comparable
from tests.prints.test_follow_up_list import forty_tasks
from tests.prints.visiting import TODAY
from tests.ui.conftest import TypeText
from ui.pages.follow_ups import FollowUpsPage
from ui.pages.follow_ups_reading import Owed
from ui.pages.follow_ups_shape import Shape
from ui.prints.preview import PreviewPage

LATE = "کار دیرشدهٔ آزمون"
SECRET = "کار محرمانهٔ آزمون"


@pytest.fixture
def session(officer: Officer, monkeypatch: pytest.MonkeyPatch) -> FollowUpsPage:
    """Open the follow-ups of an office that has forty, on a Wednesday."""
    live_on(monkeypatch, TODAY)
    forty_tasks(officer.archive)
    officer.window.show_section("follow_up")
    officer.settle()
    return officer.page(FollowUpsPage)


def printed(officer: Officer) -> tuple[PreviewPage, list[str]]:
    """Print the list from its page; return the preview and the text of each page."""
    officer.window.activateWindow()
    officer.press(Qt.Key.Key_P, CONTROL)
    preview = officer.page(PreviewPage)
    assert preview.finished is not None
    with pypdfium2.PdfDocument(preview.finished.content) as document:
        sizes = [page.get_size() for page in document]
        texts = [comparable(page.get_textpage().get_text_range()) for page in document]
    assert all(width > height for width, height in sizes)
    return preview, texts


def test_forty_tasks_fit_two_landscape_pages(officer: Officer, session: FollowUpsPage) -> None:
    session.header.chips[Choice.LATELY].click()  # with what was done since the last session
    officer.settle()
    preview, pages = printed(officer)
    assert preview.paper.pages == len(pages) == 2
    text = " ".join(pages)
    body = text[text.index("پاراف مدیر") :]
    groups = [translated(each, "fa") for each in GROUP_LABELS.values()]
    places = [body.index(comparable(f"{each} (")) for each in groups]
    assert places == sorted(places)
    for words in ("تا تاریخ", "صفحه ۱ از ۲", "پاراف مدیر", "دیدار با هیئت شهر آزمون ۱"):
        assert comparable(words) in text
    theirs = text[text.rindex("پاراف مدیر") :]
    assert theirs.count("شماره ۷ برای") == 1  # the other side's promises, in their own table
    numbered = [number for number in range(1, 41) if to_persian(str(number)) in text]
    assert len(numbered) == 40


@pytest.mark.usefixtures("session")
@pytest.mark.parametrize(("weekend", "late"), [([3, 4], 4), ([4], 5), ([], 6)])
def test_lateness_counts_the_days_the_office_works(
    officer: Officer, weekend: list[int], late: int
) -> None:
    officer.archive.settings.set("weekend", weekend)
    with officer.archive.change("A late one and a holiday") as change:
        change.add(by_name("follow_up"), {"title_fa": LATE, "due_on": date(2026, 4, 15)})
        change.add(by_name("holiday"), {"title_fa": "تعطیل آزمون", "day": date(2026, 4, 20)})
    officer.window.workspace.changed.emit()
    officer.settle()
    rows = officer.page(FollowUpsPage).view.rows
    owed = next(each for each in rows.shown() if isinstance(each, Owed) and each.title == LATE)
    assert owed.late == late
    _preview, pages = printed(officer)
    text = " ".join(pages)
    after = text[text.index(LATE) :]
    told = translated("{count} late", "fa").format(count=to_persian(str(late)))
    assert comparable(told) in after[:120]


def test_done_by_one_key_and_taken_back_by_name(
    officer: Officer, session: FollowUpsPage, type_text: TypeText
) -> None:
    first = session.view.rows.owed(1)
    assert first is not None
    session.view.select(first.id)
    type_text(session.view, "ی")  # the key of D in the Persian layout
    officer.settle()
    assert officer.archive.read(by_name("follow_up"), first.uid)["state"] == "done"
    assert first.title in (officer.archive.undoable() or "")
    officer.press(Qt.Key.Key_Z, CONTROL, on=session.view)
    assert officer.archive.read(by_name("follow_up"), first.uid)["state"] == "open"
    assert first.title in officer.window.toast.text.text()
    type_text(session.foot.command, "ردیف ۲: انجام شد")
    officer.press(Qt.Key.Key_Return, on=session.foot.command)
    assert sum(each["state"] == "done" for each in officer.archive.rows(by_name("follow_up"))) == 9


def test_the_print_is_what_is_shown_with_its_filters_origins_and_class(
    officer: Officer, session: FollowUpsPage
) -> None:
    with officer.archive.change("A secret one") as change:
        values = {"title_fa": SECRET, "due_on": date(2026, 4, 15), "classification": "confidential"}
        change.add(by_name("follow_up"), values)
    session.header.choose(Asked(Choice.OVERDUE, grouping=Grouping.PARTNER))
    session.read_anew()
    officer.settle()
    shown = [each for each in session.view.rows.shown() if isinstance(each, Owed)]
    assert any(each.title == SECRET for each in shown)
    _preview, pages = printed(officer)
    text = " ".join(pages)
    assert comparable(SECRET) not in text
    head, body = text.split(comparable("پاراف مدیر"), 1)
    for words in ("تا تاریخ", CHOICE_LABELS[Choice.OVERDUE], GROUPING_LABELS[Grouping.PARTNER]):
        assert comparable(translated(words, "fa")) in head
    assert body.count(comparable("دیدار با هیئت شهر آزمون ۱، ۱۴۰۴/۱۲/۱۰")) == len(shown) - 1
    numbers = session.store.numbers
    for each in shown:
        if each.title != SECRET:
            number = to_persian(str(numbers.number(each.id)))
            assert comparable(f"{number} {each.title}"[:30]) in body


def test_a_new_deadline_on_a_closed_day_offers_the_nearest_working_days(
    officer: Officer, session: FollowUpsPage, type_text: TypeText
) -> None:
    session.header.shape.buttons[Shape.BOARD].click()
    officer.settle()
    third = session.store.numbers.identity(3)
    type_text(session.foot.command, "ردیف ۳: تا ۱۴۰۵/۰۲/۱۱")  # a Friday
    officer.press(Qt.Key.Key_Return, on=session.foot.command)
    assert session.closed.isVisible()
    for button, day in (
        (session.closed.first, "۹ اردیبهشت"),
        (session.closed.second, "۱۲ اردیبهشت"),
    ):
        assert day in button.text()
    session.closed.second.click()
    officer.settle()
    rows = officer.archive.rows(by_name("follow_up"))
    assert next(each for each in rows if each.id == third)["due_on"] == date(2026, 5, 2)
