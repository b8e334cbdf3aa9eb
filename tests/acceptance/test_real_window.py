"""The main story in a real window, where the system has a screen to put up for it."""

from pathlib import Path

import pytest

from tests.acceptance.real_screen import RealScreen, missing
from tests.acceptance.real_window import (
    CITY,
    MEETING,
    MEMBER,
    OFFICE,
    PROMISE,
    VISIT,
    Story,
    stored,
)
from tests.pdf.extraction import by_pdfium, comparable


@pytest.mark.skipif(bool(missing()), reason=f"{missing()} is not installed")
def test_the_main_story_by_keyboard_in_the_persian_layout(tmp_path: Path) -> None:
    with RealScreen(tmp_path) as screen:
        paper = Story(screen).told()
    told = stored(screen.archive)
    assert told["partner"] == CITY
    assert told["visit"].startswith(VISIT)
    assert told["visit"].endswith(CITY)
    assert MEMBER in told["delegation_member"]
    assert told["meeting"].startswith(f"{MEETING} < {CITY} < {VISIT}")
    assert told["statement"] == f"{PROMISE} < {MEETING}"
    assert told["follow_up"].startswith(f"{PROMISE} < {CITY} < {VISIT}")
    assert told["follow_up"].endswith("done")
    words = comparable(by_pdfium(paper.read_bytes()))
    assert comparable(MEETING) in words
    assert comparable(OFFICE) in words
