"""The window on an office for pictures: the sample, and a visit that is visibly made up."""

import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

import tests.prints.large_visit
import ui.top_bar
from liaison.exchange.sample import fill
from liaison.language import digits
from liaison.storage.archive import Archive
from liaison.time import span
from tests.prints.large_visit import TODAY, LargeVisit, large_visit
from tests.prints.made import Maker, both
from ui.application import Languages, make_application
from ui.collecting import Collector
from ui.jobs import Jobs
from ui.settings import Settings
from ui.theme import LIGHT_NAME, Theme
from ui.window import Window
from ui.workspace import Workspace

_STEP = 20
_CALM = 3
_VISITS: Final = 12
_PERSIAN: Final = re.compile("[\u0600-\u06ff]")


class Office:
    """A window, its archive, and the days it lives on."""

    def __init__(self, archive: Archive, made: LargeVisit, folder: Path) -> None:
        self.application = QApplication.instance() or make_application(["liaison", "-style"])
        self.archive, self.made = archive, made
        settings = Settings(folder / "window.json")
        self.languages = Languages(self.application, settings)
        self.languages.speak("fa")
        self.theme = Theme(self.application, LIGHT_NAME)
        self.jobs = Jobs()
        self.collector = Collector()
        self.workspace = Workspace(
            archive.folder, self.jobs, settings, self.theme, self.application
        )
        self.workspace.take(archive)
        self.window = Window(self.workspace)
        self.window.language_wanted.connect(self.languages.speak)
        self.window.show()
        live_on_the_day()
        self.workspace.opened.emit()
        self.settle()
        self.remind()

    def remind(self) -> None:
        """Look for what is due at once, and keep the word of it from standing before pages."""
        if (bell := self.window.top_bar.bell) is not None:
            bell.watch.look()
            self.settle()
            bell.toggle()  # told is what was seen
            bell.toggle()
        self.window.toast.hide()

    def settle(self) -> None:
        """Let the window work until nothing is under way any more."""
        calm = 0
        while calm < _CALM:
            loop = QEventLoop()
            QTimer.singleShot(_STEP, loop.quit)
            loop.exec()
            calm = calm + 1 if self.jobs.idle else 0
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def tidy(self, theme: str) -> None:
        """Take back what a picture was made of: pages on top, a door, another theme."""
        self.window.top_bar.search.clear()
        if self.window.top_bar.search.drop_down.visible:
            self.window.top_bar.search.drop_down.close()
        if (bell := self.window.top_bar.bell) is not None:
            bell.panel.hide()
        self.window.toast.hide()
        if self.window.doorway.door is not None:
            self.window.open_door()
        if self.theme.choice != theme:
            self.theme.choose(theme)
        while self.window.trail.pop():
            self.settle()
        for name in (
            "visit",
            "partner",
            "agreement",
            "membership",
        ):  # each is shown from its first tab on
            self.workspace.settings.set(f"tab/{name}", None)

    def close(self) -> None:
        """Close the window and everything behind it."""
        self.window.close()
        self.settle()
        self.jobs.close()
        self.collector.close()


class _Day(date):
    """Days, of which the one of the made-up visit is today."""

    @classmethod
    def today(cls) -> "_Day":
        return cls(TODAY.year, TODAY.month, TODAY.day)


def live_on_the_day() -> None:
    """Let every page take the day of the made-up visit for today."""
    ui.top_bar.date = _Day  # type: ignore[misc] # the pages ask a function, the bar the class
    for name, module in list(sys.modules.items()):
        if name.startswith("ui.") and hasattr(module, "today"):
            setattr(module, "today", lambda: TODAY)  # noqa: B010 - a module says nothing of it


class _InPersian(Maker):
    """Writes the figures of Persian texts in Persian, as an office does."""

    def add(self, name: str, **values: Any) -> str:
        """Add a record and return its uid."""
        for key, value in values.items():
            if isinstance(value, str) and _PERSIAN.search(value):
                values[key] = digits.to_persian(value)
        return super().add(name, **values)


def a_year(archive: Archive, made: LargeVisit) -> None:
    """Record what a year of such an office leaves: visits both ways, a document running out."""
    with archive.change("ثبت یک سال آزمون") as change:
        make = _InPersian(change)
        for at in range(_VISITS):
            day = TODAY - timedelta(days=20 + at * 27)
            make.add(
                "visit",
                **both("title", f"سفر آزمون {at + 1}", f"Test visit {at + 1}"),
                direction="outgoing" if at % 3 == 0 else "incoming",
                stage="closed",
                partner=made.partner,
                starts_on=day,
                ends_on=day + timedelta(days=2),
            )
        make.add(
            "agreement",
            **both("title", "سند آزمون رو به پایان", "Test document running out"),
            kind="mou",
            stage="in_force",
            signed_on=span.read("1403/04/20"),
            valid_until=span.read("1405/04/20"),
        )


def doubles(archive: Archive) -> None:
    """Write a few down twice, as happens."""
    with archive.change("ثبت دوباره") as change:
        make = _InPersian(change)
        first = make.add(
            "partner",
            **both("name", "نمونه‌پورت", "Samplepoort"),
            kind="city",
            region="آزمون جنوبی",
            languages=("fa", "en"),
            **both("goals", "همکاری در حمل‌ونقل آزمون", "Cooperation in test transport"),
        )
        second = make.add(
            "partner",
            **both("name", "نمونه پورت", "Sample Port"),
            kind="municipality",
            region="آزمون شمالی",
            languages=("en", "fr"),
            phone="+982100000001",
            **both("goals", "همکاری در فضای سبز آزمون", "Cooperation in test parks"),
        )
        for at in range(3):
            make.add("meeting", **both("title", f"دیدار {at}", f"Talk {at}"), partner=second)
        make.add("follow_up", **both("title", "پاسخ آزمون", "Test answer"), partner=first)
        make.add("person", **both("given_name", "نمونه", "Nemouneh"), family_name_fa="آزمونی")
        make.add("person", given_name_en="Nemuneh", family_name_en="Azmouni")


@contextmanager
def made_office() -> Iterator[Office]:
    """Give the office in a new folder, of a name that may be seen in a picture."""
    with (
        tempfile.TemporaryDirectory(prefix="office-") as place,
        pytest.MonkeyPatch.context() as patch,
    ):
        folder = Path(place)
        patch.setattr(tests.prints.large_visit, "Maker", _InPersian)
        with Archive.open(folder / "liaison", author="") as archive:
            fill(archive)
            made = large_visit(archive, members=9, meetings=4)
            a_year(archive, made)
            doubles(archive)
            opened = Office(archive, made, folder)
            try:
                yield opened
            finally:
                opened.close()
