"""Looking at the follow-ups page as a person would."""

from ui.pages.follow_ups import FollowUpsPage
from ui.pages.follow_ups_reading import Owed


def titles(page: FollowUpsPage) -> list[str]:
    """Return the titles in the list, headings in brackets."""
    return [
        line.owed.title if line.owed else f"[{line.cells[0].text}]" for line in page.view.rows.lines
    ]


def named(page: FollowUpsPage, title: str) -> Owed:
    assert page.reading is not None
    return next(each for each in page.reading.owed if each.title == title)


def choose(page: FollowUpsPage, title: str) -> None:
    assert page.view.select(named(page, title).uid)
