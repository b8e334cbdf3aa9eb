"""An archive with a full visit, and one that is empty; the program speaks English."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import pytest

from liaison import i18n
from liaison.pdf import paragraph
from liaison.pdf.shaping import ShapedText
from liaison.prints.editions import Edition, Languages
from liaison.prints.paper import Paper
from liaison.prints.register import PRODUCTS, make
from liaison.storage.archive import Archive
from tests.prints.visiting import TODAY, full_meeting
from tests.storage.conftest import empty

__all__ = ["empty"]


@dataclass(frozen=True)
class FullFile:
    """An archive with one meeting that has everything."""

    archive: Archive
    meeting: str

    @cache  # noqa: B019 - lives as long as the tests of its module
    def brief(self, languages: Languages = "fa", *, guest: bool = False) -> Paper:
        """Print the brief once for all tests that look at it."""
        edition = Edition(languages, guest)
        return make(self.archive, PRODUCTS["meeting-brief"], self.meeting, edition, today=TODAY)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = i18n.language()
    i18n.install("en")
    yield
    i18n.install(before)


@pytest.fixture(scope="module", autouse=True)
def shaped_once() -> Iterator[None]:
    """Remember the paragraphs that the papers of a module have in common.

    How words are shaped is tested with the paragraphs themselves; here it takes most of the time.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paragraph, "ShapedText", lru_cache(4096)(ShapedText))
        yield


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FullFile]:
    before = i18n.language()
    i18n.install("en")
    with Archive.open(tmp_path_factory.mktemp("full")) as archive:
        yield FullFile(archive, full_meeting(archive))
    i18n.install(before)


@pytest.fixture
def archive(empty: Path, tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(shutil.copytree(empty, tmp_path / "archive")) as opened:
        yield opened
