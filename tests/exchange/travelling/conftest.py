"""An office with a visit, and the ways of a file between it and a laptop."""

from collections.abc import Callable
from pathlib import Path

import pytest

from liaison.domain.records import by_name
from liaison.domain.rules.alike import alike
from liaison.domain.rules.sides import Answer
from liaison.exchange.travelling.arriving import arrived, weighed
from liaison.exchange.travelling.merging import Merged, merge
from liaison.exchange.travelling.sending import Departure, send_back, send_out
from liaison.exchange.travelling.trips import trips_of
from liaison.storage.archive import Archive
from tests.exchange.conftest import _english, archive, other

__all__ = ["_english", "archive", "other"]
Answering = Callable[[str], Answer]


class Trip:
    """One trip of the visits of an office to a laptop."""

    def __init__(self, office: Archive, laptop: Archive, folder: Path) -> None:
        self.office, self.laptop, self.folder = office, laptop, folder
        self._files = 0

    def go(self, *names: str, passphrase: str = "") -> tuple[Path, str]:
        """Send the records of some types out; return file and code."""
        path = self.folder / "out.liaison-travel"
        chosen = [
            (by_name(name), row.uid) for name in names for row in self.office.rows(by_name(name))
        ]
        return path, send_out(self.office, Departure(chosen, "trip", "somebody"), path, passphrase)

    def take_along(self, *names: str) -> None:
        """Send out and take in on the laptop."""
        path, code = self.go(*names)
        self.take_in(self.laptop, path, code)

    def come_back(self) -> Path:
        """Make the returning file."""
        self._files += 1
        path = self.folder / f"back{self._files}.liaison-travel"
        send_back(self.laptop, trips_of(self.laptop)[0], path)
        return path

    def take_in(
        self, archive: Archive, path: Path, code: str = "", answer: Answer = "theirs"
    ) -> Merged:
        """Take a file in, every question answered alike."""
        arrival = arrived(archive, path, code)
        comparison = weighed(archive, arrival, alike)
        return merge(
            archive,
            arrival,
            comparison,
            {each.name: answer for each in comparison.questions},
            alike,
        )


@pytest.fixture
def trip(archive: Archive, other: Archive, tmp_path: Path) -> Trip:
    with archive.change("A visit") as change:
        city = change.add(by_name("partner"), {"name_en": "Test city", "kind": "city"})
        values = {"number": "1405-V-001", "direction": "incoming", "partner": city}
        change.add(by_name("visit"), {**values, "purpose_en": "purpose"})
    return Trip(archive, other, tmp_path)
