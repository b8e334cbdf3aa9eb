"""How a day stands to today, which agreement a clause stands in, and where the others are."""

from datetime import date

import pytest

from liaison.domain.rules.calendar import OfficeCalendar
from liaison.prints.both import shortened
from liaison.prints.editions import Edition
from liaison.prints.promises import standing
from liaison.prints.register import PRODUCTS, make
from liaison.storage.archive import Archive
from tests.pdf.extraction import by_pdfium, comparable
from tests.prints.made import Maker, both

TODAY = date(2026, 4, 22)
CALENDAR = OfficeCalendar(holidays=frozenset({date(2026, 4, 20)}))


@pytest.mark.parametrize(
    ("due_on", "words", "is_late"),
    [
        (None, "", False),
        (date(2026, 4, 21), "1 working day late", True),
        (date(2026, 4, 18), "3 working days late", True),
        (date(2026, 4, 22), "Today", False),
        (date(2026, 4, 25), "1 working day left", False),
        (date(2026, 4, 26), "2 working days left", False),
        (date(2026, 4, 24), "0 working days left", False),
    ],
)
def test_distances_are_told_in_working_days(
    due_on: date | None, words: str, *, is_late: bool
) -> None:
    found = standing(due_on, TODAY, CALENDAR)
    assert (found.distance.en, found.is_late) == (words, is_late)


def test_what_was_due_on_a_closed_day_is_late_at_once() -> None:
    found = standing(date(2026, 4, 23), date(2026, 4, 24), CALENDAR)
    assert (found.distance.en, found.is_late) == ("Overdue", True)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("short", "short"),
        ("two\nlines", "two lines"),
        ("a sentence of words", "a sentence…"),
        ("x" * 30, "x" * 11 + "…"),
    ],
)
def test_long_texts_are_cut_after_a_word(text: str, short: str) -> None:
    assert shortened(text, 12) == short


def profile(
    archive: Archive, agreements: int, clauses: int, follow_ups: int, *, guest: bool
) -> str:
    """Print the profile of a city with which there is so much open, the follow-ups due first."""
    with archive.change("owing") as change:
        add = Maker(change)
        city = add.add("partner", **both("name", "شهر", "City"))
        for paper in range(1, agreements + 1):
            uid = add.add(
                "agreement", **both("title", f"سند {paper}", f"Paper {paper}"), stage="in_force"
            )
            add.add("agreement_party", agreement=uid, partner=city)
            for at in range(1, clauses + 1):
                add.add("article", agreement=uid, number=f"{at}", owed_by="theirs",
                        due_on=date(2027, paper, at), **both("text", "متن", "Text"))  # fmt: skip
        for at in range(1, follow_ups + 1):
            add.add("follow_up", partner=city, due_on=date(2026, 7, at),
                    **both("title", f"کار {at}", f"Task {at}"))  # fmt: skip
    edition = Edition("en", guest)
    paper = make(archive, PRODUCTS["partner-profile"], city, edition, today=TODAY)
    return comparable(by_pdfium(paper.content))


@pytest.mark.parametrize("guest", [False, True])
def test_a_clause_names_its_agreement_where_there_are_several(
    archive: Archive, *, guest: bool
) -> None:
    several = profile(archive, 2, 1, 0, guest=guest)
    assert "Clause 1 of “Paper 1”: Text" in several
    assert "Clause 1 of “Paper 2”: Text" in several
    assert "Clause 1: Text" in profile(archive, 1, 1, 0, guest=guest)


@pytest.mark.parametrize(
    ("open_now", "told"),
    [
        ((1, 9, 0), "1 more clause is in the agreements."),
        ((1, 0, 10), "2 more follow-ups are in the follow-up list."),
        ((2, 5, 7), "9 more clauses are in the agreements."),
    ],
)
def test_where_the_others_are_is_told_of_each_kind(
    archive: Archive, open_now: tuple[int, int, int], told: str
) -> None:
    text = profile(archive, *open_now, guest=False)
    assert told in text
    assert ("follow-up list" in text) is ("follow-up" in told)


def test_both_kinds_are_told_and_a_guest_is_not_sent_to_our_list(archive: Archive) -> None:
    text = profile(archive, 1, 9, 9, guest=False)
    both_kinds = "9 more clauses are in the agreements. 1 more follow-up is in the follow-up list."
    assert both_kinds in text
    guest = profile(archive, 1, 10, 9, guest=True)
    assert "2 more clauses are in the agreements." in guest
    assert "follow-up" not in guest
