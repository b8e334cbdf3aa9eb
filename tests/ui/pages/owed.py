"""Looking at the follow-ups page as a person would."""

from liaison.domain.records.follow_up import FollowUp
from ui.pages.follow_ups import FollowUpsPage
from ui.pages.follow_ups_reading import Owed, read_owed


def titles(page: FollowUpsPage) -> list[str]:
    """Return the titles in the list, headings in brackets."""
    return [
        each.title if isinstance(each, Owed) else f"[{each.text if each else '…'}]"
        for each in page.view.rows.shown()
    ]


def named(page: FollowUpsPage, title: str) -> Owed:
    """Return a follow-up as it stands in the archive, shown or not."""
    assert page.reading is not None
    archive = page.workspace.archive
    row = next(each for each in archive.rows(FollowUp) if each["title_fa"] == title)
    return read_owed(archive, [row.id], page.reading)[0]


def choose(page: FollowUpsPage, title: str) -> None:
    assert page.view.select(named(page, title).id)


def selected(page: FollowUpsPage) -> list[str]:
    """Return the titles of what is selected, in the order shown."""
    found = [page.store.owed(each) for each in page.view.selected_ids()]
    return [each.title for each in found if each]
