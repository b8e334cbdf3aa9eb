"""The follow-up list: forty tasks on two pages, grouped, counted in working days, numbered."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from liaison import i18n
from liaison.domain.records.follow_up import FollowUp
from liaison.errors import UserError
from liaison.i18n import translated
from liaison.language.digits import to_persian
from liaison.pdf.part import MILLIMETRE
from liaison.prints.editions import Edition
from liaison.prints.paper import Paper
from liaison.prints.register import PRODUCTS, make
from liaison.prints.selection import Selection
from liaison.storage.archive import Archive
from tests.pdf.extraction import by_pdfium, comparable
from tests.pdf.structure import complaints
from tests.prints.visiting import TODAY, Writer

LIST = PRODUCTS["follow-up-list"]
STATES = ("open", "under_way", "waiting", "open", "done")


def forty_tasks(archive: Archive) -> None:
    """Record forty follow-ups as an office has them: of all groups, a fifth with the others."""
    write = Writer(archive)
    officer = write.add("officer", name_fa="کارشناس آزمون", name_en="Test Officer")
    cities = [
        write.add("partner", name_fa=f"شهر آزمون {at}", name_en=f"Test City {at}") for at in "۱۲۳۴"
    ]
    meeting = write.add(
        "meeting",
        title_fa="دیدار با هیئت شهر آزمون ۱",
        title_en="Meeting with the delegation",
        starts_at=datetime(2026, 3, 1, 8, tzinfo=UTC),
    )
    with archive.change("test") as change:
        for at in range(40):
            state = STATES[at % 5]
            change.add(
                FollowUp,
                {
                    "title_fa": f"پیگیری ارسال فهرست طرح‌های مشترک شماره {at} برای شهر همکار",
                    "title_en": f"Send the list of joint projects no. {at}",
                    "owed_by": "theirs" if at % 8 == 7 else "ours",
                    "partner": cities[at % 4],
                    "meeting": meeting,
                    "assignee": officer,
                    "state": state,
                    "priority": "urgent" if at == 18 else "normal",
                    "due_on": None
                    if at in {20, 23}
                    else TODAY + timedelta(days=(at * 7) % 60 - 20),
                    "done_on": TODAY - timedelta(days=2) if state == "done" else None,
                    "waiting_for_fa": "پاسخ سفارت" if state == "waiting" else None,
                    "waiting_for_en": "the embassy" if state == "waiting" else None,
                },
            )


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    before = i18n.language()
    i18n.install("en")
    with Archive.open(tmp_path_factory.mktemp("busy")) as archive:
        forty_tasks(archive)
        yield archive
    i18n.install(before)


def printed(archive: Archive, languages: str = "en", **selection: object) -> Paper:
    edition = Edition("fa" if languages == "fa" else "en" if languages == "en" else "both")
    chosen = Selection(**selection)  # type: ignore[arg-type]  # named as its fields
    return make(archive, LIST, "", edition, today=TODAY, selection=chosen)


def text_of(paper: Paper) -> str:
    return comparable(by_pdfium(paper.content))


def test_forty_tasks_stand_on_two_landscape_pages(busy: Archive) -> None:
    paper = printed(busy, "fa")
    assert paper.pages == 2
    assert paper.findings == []
    with pypdfium2.PdfDocument(paper.content) as document:
        width, height = document[0].get_size()
        assert width > height
    assert comparable("صفحه ۱ از ۲") in text_of(paper)


def test_rows_are_numbered_through_both_tables(busy: Archive) -> None:
    text = text_of(printed(busy, "fa"))
    for at in range(40):
        assert comparable(f"شماره {to_persian(str(at))} برای شهر همکار") in text
    assert (
        to_persian("40") in text.split(comparable(translated("What the other side owes", "fa")))[1]
    )


def test_groups_follow_each_other_and_the_other_side_comes_last(busy: Archive) -> None:
    text = text_of(printed(busy))
    body = text[text.index("Subject") :]
    places = [
        body.index(label)
        for label in (
            "Overdue (",
            "Within 7 days (",
            "Later (",
            "No due date (",
            "Waiting for reply (",
            "Done in the period (",
            "What the other side owes",
        )
    ]
    assert places == sorted(places)
    assert "Manager's initials" in body


def test_what_has_no_day_is_a_group_of_its_own_on_either_side(busy: Archive) -> None:
    ours, theirs = text_of(printed(busy)).split("What the other side owes")
    later, undated = ours[ours.index("Later (") :].split("No due date (1)")
    assert "no. 20" not in later
    assert "no. 20" in undated.split("Waiting for reply")[0]
    assert "no. 23" in theirs.split("No due date (1)")[1]


def test_the_letterhead_stands_over_the_list_and_its_name_only_once(busy: Archive) -> None:
    busy.settings.set("office_en", "Municipality of Test City")
    with pypdfium2.PdfDocument(printed(busy).content) as document:
        first, second = (
            comparable(document[at].get_textpage().get_text_range()) for at in range(2)
        )
    busy.settings.set("office_en", "")
    assert "Municipality of Test City" in first
    assert first.count("Follow-up list") == 1
    assert second.startswith("Follow-up list")


def test_the_manager_has_a_white_box_of_four_centimetres(busy: Archive) -> None:
    with pikepdf.open(BytesIO(printed(busy).content)) as pdf:
        drawn = pikepdf.parse_content_stream(pdf.pages[0])
    starts = (float(each.operands[0]) for each in drawn if str(each.operator) == "m")
    stops = (float(each.operands[0]) for each in drawn if str(each.operator) == "l")
    upright = {round(x, 1) for x, other in zip(starts, stops, strict=True) if x == other}
    assert max(upright) - min(upright) == pytest.approx(40 * MILLIMETRE, abs=0.2)
    drawn_grounds = [each for each in drawn if str(each.operator) == "re"]
    assert all(float(each.operands[2]) > 40 * MILLIMETRE + 1 for each in drawn_grounds)


def test_what_needs_a_decision_heads_the_list_the_urgent_first(busy: Archive) -> None:
    text = text_of(printed(busy))
    decisions = text[text.index("Needs a decision:") : text.index("Subject")]
    assert "1. Send the list of joint projects no. 18" in decisions
    assert decisions.count("working days late") == 3
    assert "Test Officer" in decisions


def test_days_are_counted_without_weekends_and_holidays(archive: Archive) -> None:
    write = Writer(archive)
    write.add("follow_up", title_en="Late", due_on=date(2026, 4, 15))
    write.add("follow_up", title_en="Soon", due_on=date(2026, 4, 27))
    assert "(5 late)" in text_of(printed(archive))
    assert "(3 left)" in text_of(printed(archive))
    write.add("holiday", day=date(2026, 4, 20), title_en="Closed")
    archive.settings.set("weekend", [4])
    assert "(5 late)" in text_of(printed(archive))
    assert "(4 left)" in text_of(printed(archive))


def test_the_origin_is_told_with_its_day(archive: Archive) -> None:
    write = Writer(archive)
    agreement = write.add("agreement", title_en="Test pact")
    clause = write.add("article", agreement=agreement, number="3", text_en="Words")
    meeting = write.add(
        "meeting", title_en="Earlier meeting", starts_at=datetime(2026, 3, 1, 8, tzinfo=UTC)
    )
    statement = write.add("statement", meeting=meeting, kind="interest", text_en="x")
    visit = write.add("visit", title_en="Journey", starts_on=date(2026, 2, 3))
    for key, origin in (("article", clause), ("statement", statement), ("visit", visit)):
        write.add("follow_up", title_en=f"From {key}", **{key: origin})
    text = text_of(printed(archive))
    for words in ("Clause 3, Test pact", "Interest: Earlier meeting, 1 Mar 2026", "Journey, 3 Feb"):
        assert words in text


def test_the_last_action_is_the_latest_one(archive: Archive) -> None:
    write = Writer(archive)
    task = write.add("follow_up", title_en="Task")
    write.add("follow_up_note", follow_up=task, day=date(2026, 4, 10), text="second step")
    write.add("follow_up_note", follow_up=task, day=date(2026, 4, 2), text="first step")
    text = text_of(printed(archive))
    assert "10 Apr 2026: second step" in text
    assert "first step" not in text


def test_filters_choose_and_are_told(archive: Archive) -> None:
    write = Writer(archive)
    city = write.add("partner", name_en="Test City 1")
    write.add("follow_up", title_en="Of the city", partner=city, due_on=date(2026, 5, 1))
    write.add("follow_up", title_en="Far away", partner=city, due_on=date(2027, 5, 1))
    write.add("follow_up", title_en="Of nobody")
    text = text_of(printed(archive, partner=city, until=date(2026, 6, 1)))
    assert "city or body: Test City 1" in text
    assert "due by 1 Jun 2026" in text
    assert "Of the city" in text
    assert "Far away" not in text
    assert "Of nobody" not in text


def test_finished_work_is_shown_for_the_period(archive: Archive) -> None:
    write = Writer(archive)
    write.add("follow_up", title_en="Lately", state="done", done_on=date(2026, 4, 1))
    write.add("follow_up", title_en="Long ago", state="done", done_on=date(2026, 1, 1))
    assert "Long ago" not in text_of(printed(archive))
    assert "Lately" in text_of(printed(archive))
    assert "Long ago" in text_of(printed(archive, since=date(2025, 12, 1)))


def test_nothing_above_the_chosen_class_is_printed(archive: Archive) -> None:
    write = Writer(archive)
    city = write.add("partner", name_en="Hidden City", classification="secret")
    write.add("follow_up", title_en="Open task", partner=city)
    hidden = write.add("follow_up", title_en="Hidden task", classification="confidential")
    task = write.add("follow_up", title_en="Other")
    write.add("follow_up_note", follow_up=task, text="hidden step", classification="secret")
    paper = printed(archive)
    text = text_of(paper)
    for words in ("Hidden", "hidden", "CONFIDENTIAL"):
        assert words not in text
    assert [each.kind for each in paper.findings] == ["class"]
    raised = text_of(printed(archive, classification="confidential"))
    assert "Hidden task" in raised
    assert raised.count("CONFIDENTIAL") == 2
    assert archive.read(FollowUp, hidden)


def test_an_empty_list_says_so(archive: Archive) -> None:
    paper = printed(archive)
    assert "No data recorded" in text_of(paper)
    assert paper.pages == 1


@pytest.mark.parametrize("languages", ["fa", "en", "both"])
def test_the_list_is_sound_and_repeatable(busy: Archive, languages: str) -> None:
    paper = printed(busy, languages)
    assert complaints(paper.content) == []
    assert printed(busy, languages).content == paper.content


def test_guests_get_no_list(archive: Archive) -> None:
    with pytest.raises(UserError, match="internal"):
        make(archive, LIST, "", Edition("en", guest=True), today=TODAY)
