"""Opening the archive behind the first picture: everything heavy is loaded here."""

from __future__ import annotations

import gc
import sys
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar

from liaison.diagnostics import diary
from liaison.i18n import LANGUAGES
from ui.collecting import resting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from liaison.storage.archive import Archive

T = TypeVar("T")

_SWITCH = 0.0005


def opener(folder: Path) -> Callable[[], Archive]:
    """Return the work that loads the program and opens the archive in `folder`."""

    def enter() -> Archive:
        from liaison.storage.archive import Archive  # after the first picture

        return Archive.open(folder)

    return loading(noted(enter))


def noted(enter: Callable[[], Archive]) -> Callable[[], Archive]:
    """Return the work that opens an archive by `enter` and notes in the diary that it did."""

    def work() -> Archive:
        from liaison.storage import version
        from liaison.storage.wording import adopt_wording

        began = perf_counter()
        archive = enter()
        adopt_wording(archive)
        diary.note(
            diary.Event.OPENED,
            counts=archive.counts(),
            milliseconds=round((perf_counter() - began) * 1000),
            tables=int(version.newest()),
        )
        return archive

    return work


def loading(enter: Callable[[], T]) -> Callable[[], T]:
    """Return the work that loads the program and comes into an archive by `enter`.

    It is meant for the worker. While it runs the collector rests and the threads change places
    often, so that the window keeps answering.
    """

    def work() -> T:
        usual = sys.getswitchinterval()
        sys.setswitchinterval(_SWITCH)
        try:
            with resting():
                import ui.registry  # the pages, and with them all records
                import ui.reminders.bell  # noqa: F401 - likewise
                from liaison.language.countries import country_names

                entered = enter()
                for lang in LANGUAGES:
                    country_names(lang)
                return entered
        finally:
            # What is loaded stays for good. Looking through it again and again would halt the
            # window for a tenth of a second each time.
            gc.freeze()
            sys.setswitchinterval(usual)

    return work
