"""An encrypted archive with its first administrator, made once and copied for each test."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from liaison.domain.records import Officer
from liaison.errors import UserError
from liaison.i18n import install
from liaison.storage.archive import Archive
from liaison.storage.keys.keyring import Keyring
from liaison.storage.settings import PEOPLE
from liaison.storage.signing_in import found, open_signed

PASSPHRASE = "چند واژهٔ پشت سر هم 1405"
LONG_AGO = "2020-01-01T00:00:00Z"
WORDS, NEW_WORDS = "a row of other words", "a newer row of words"
NAME_FA, NAME_EN = "سرپرست آزمون", "Test Administrator"


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    install("en")
    yield
    install("fa")


@dataclass(frozen=True)
class Sealed:
    """An encrypted archive that is not open, and what opens it."""

    folder: Path
    key: bytes
    officer: str
    recovery: str

    def open(self, officer: str | None = None) -> Archive:
        """Open it as its administrator, or as another officer."""
        return open_signed(self.folder, self.key, self.officer if officer is None else officer)

    @property
    def ring(self) -> Keyring:
        """The keyring as it stands on the disk."""
        ring = Keyring.read(self.folder)
        assert ring is not None
        return ring


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Sealed:
    """Give an encrypted archive that is never written to."""
    folder = tmp_path_factory.mktemp("sealed") / "archive"
    made = found(folder, NAME_FA, NAME_EN, PASSPHRASE)
    with made.archive as archive:
        assert archive.key is not None
        return Sealed(folder, archive.key, archive.officer, made.recovery)


@pytest.fixture
def sealed(founded: Sealed, tmp_path: Path) -> Sealed:
    """Give an encrypted archive of the test's own."""
    return replace(founded, folder=shutil.copytree(founded.folder, tmp_path / "archive"))


@pytest.fixture
def plain(empty: Path, tmp_path: Path) -> Iterator[Archive]:
    """Give an archive that is not encrypted."""
    with Archive.open(shutil.copytree(empty, tmp_path / "plain")) as opened:
        yield opened


@pytest.fixture
def archive(sealed: Sealed) -> Iterator[Archive]:
    with sealed.open() as opened:
        yield opened


@dataclass(frozen=True)
class Office:
    """An open archive of an administrator and one officer who may sign in too."""

    sealed: Sealed
    archive: Archive
    officer: str

    def labels(self) -> list[tuple[str, str]]:
        """Give what was done, by whom, the newest first."""
        with self.archive.reading() as connection:
            return connection.execute("SELECT label, kind FROM change ORDER BY id DESC").fetchall()

    def opens(self, passphrase: str, officer: str = "") -> bool:
        try:
            return self.sealed.ring.unlock(passphrase, officer)[0] == self.sealed.key
        except UserError:
            return False

    def grow_old(self) -> None:
        """Make every passphrase one of long ago."""
        since = self.archive.settings.get(PEOPLE)
        self.archive.settings.set(PEOPLE, dict.fromkeys(since, LONG_AGO))

    def as_officer(self) -> Archive:
        """Close it for the administrator and open it for the officer."""
        self.archive.close()
        return self.sealed.open(self.officer)


@pytest.fixture
def office(sealed: Sealed, archive: Archive) -> Iterator[Office]:
    with archive.change("officer") as change:
        officer = change.add(Officer, {"name_fa": "همکار آزمون", "name_en": "Test Colleague"})
    archive.people.admit(officer, WORDS)
    yield Office(sealed, archive, officer)
    archive.close()
