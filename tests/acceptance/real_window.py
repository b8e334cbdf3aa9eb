"""The main story once in a real window, with the keyboard alone and the Persian layout.

From an empty folder to the printed brief: an archive without encryption, a city, a visit, a member
of its delegation, a meeting with a promise, the follow-up it becomes, and the paper. To watch it,
with a picture of every step:

    .venv/bin/python -m tests.acceptance.real_window FOLDER_OF_PICTURES
"""

import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from liaison.domain.records import by_name
from liaison.storage.archive import Archive, Row
from tests.acceptance.real_screen import RealScreen, missing, wait_until

OFFICE: Final = "شهرداری آزمون"
CITY: Final = "شهر نمونه"
VISIT: Final = "سفر آزمون"
MEMBER: Final = "آلفا"
MEETING: Final = "دیدار آزمون"
PROMISE: Final = "ارسال طرح آزمون"

TYPES: Final = ("visit", "delegation_member", "meeting", "statement", "follow_up")


class Story:
    """Steps of the story; each waits for what it brings, then keeps a picture."""

    def __init__(self, screen: RealScreen) -> None:
        self._screen = screen

    def told(self) -> Path:
        """Work through the whole story and return the paper."""
        self.first_start()
        self.a_city()
        self.a_visit()
        self.a_member()
        self.a_meeting()
        self.a_promise()
        return self.a_paper()

    def first_start(self) -> None:
        """Make an archive without encryption."""
        screen = self._screen
        screen.rest()
        screen.type(OFFICE)
        screen.picture("first-card")
        screen.press(*["Tab"] * 6, "space")  # past the other names, the folder and the choice
        screen.picture("passphrase")
        screen.press(*["Tab"] * 7, "space", "Tab", "space")
        wait_until(lambda: "میز کار" in screen.title(), "the desk")
        screen.rest()
        screen.picture("empty-desk")

    def a_city(self) -> None:
        """Record a city from its list."""
        screen = self._screen
        screen.press("alt+۸", "ctrl+د")
        screen.type(CITY)
        screen.press("ctrl+س")
        self._until(CITY)
        screen.picture("city")

    def a_visit(self) -> None:
        """Record a visit of that city."""
        screen = self._screen
        screen.press("alt+۲", "ctrl+د")
        screen.type(VISIT)
        screen.press("Tab", "Tab", "Tab")
        screen.type(CITY)
        screen.rest()
        screen.press("Return", "Tab")
        screen.type("۱۴۰۵/۰۹/۱۴")
        screen.press("Tab")
        screen.picture("new-visit")
        screen.press("ctrl+س")
        self._until(VISIT)
        screen.picture("visit")

    def a_member(self) -> None:
        """Write down who comes: somebody nobody knows yet, whose own form opens."""
        screen = self._screen
        self._beside("ctrl+۲", "delegation")
        screen.type(MEMBER)
        screen.press("Return", "Return")  # nobody is called that; a new person is offered
        self._save("person")
        self._save("member")

    def a_meeting(self) -> None:
        """Plan a meeting."""
        self._beside("ctrl+۳", "meetings")
        self._screen.type(MEETING)
        self._save("meeting")

    def a_promise(self) -> None:
        """Write down what was promised there, and make a follow-up of it that is done at once."""
        screen = self._screen
        screen.press(*["Tab"] * 5)
        screen.picture("statements")
        screen.press("Insert", *["Tab"] * 6)
        screen.type(PROMISE)
        self._save("statement")
        screen.press("ctrl+ف")
        self._save("follow-up")
        screen.press("Escape", "ctrl+۴", "space")
        screen.picture("done")

    def a_paper(self) -> Path:
        """Save the brief of the meeting as PDF and return the file."""
        screen = self._screen
        screen.press("ctrl+۳", "ctrl+shift+ح")
        wait_until(lambda: not screen.title().startswith(VISIT), "the print room")
        screen.rest()
        screen.picture("print-room")
        screen.press("ctrl+س")
        screen.picture("where-to")
        screen.press("Return")
        wait_until(lambda: any(screen.home.rglob("*.pdf")), "the paper")
        screen.rest()
        screen.picture("saved")
        return next(screen.home.rglob("*.pdf"))

    def _beside(self, tab: str, name: str) -> None:
        """Turn to a tab and begin a record of it at the side."""
        self._screen.press(tab, "Insert")
        self._screen.picture(name)

    def _save(self, name: str) -> None:
        self._screen.press("ctrl+س")
        self._screen.rest()
        self._screen.picture(f"{name}-saved")

    def _until(self, title: str) -> None:
        wait_until(lambda: self._screen.title().startswith(title), title)
        self._screen.rest()


def stored(folder: Path) -> Mapping[str, str]:
    """Return what stands in the archive by type, once the program has let go of it.

    Each record is its title, and what it is said to belong to.
    """
    with Archive.open(folder) as archive:
        rows = {name: archive.rows(by_name(name)) for name in (*TYPES, "partner")}
        return {
            name: " | ".join(_told(archive, row) for row in rows[name] if not row.get("is_ours"))
            for name in rows
        }


def _told(archive: Archive, row: Row) -> str:
    belongs = [row.get(each) for each in ("partner", "visit", "meeting", "statement", "person")]
    titles = [archive.title(each, "fa") for each in (row.uid, *belongs) if each]
    done = ["done"] if row.get("state") == "done" else []
    return " < ".join([*titles, *done])


def main() -> int:
    """Play the story and keep its pictures; return the exit status."""
    if lacking := missing():
        sys.stdout.write(f"{lacking} is not installed\n")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        with RealScreen(Path(folder), Path(sys.argv[1])) as screen:
            paper = Story(screen).told()
        for name, told in {**stored(screen.archive), "paper": paper.name}.items():
            sys.stdout.write(f"{name}: {told}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
