"""Takes a picture of every page: Persian and English, light and dark, on two sizes of screen.

    QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.pictures.pages [--to docs/images/pages]
        [--only NAME …] [--lang fa] [--theme light] [--size 1440x900]

The names in them are the sample's, which the documents state, and those of a made-up visit.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Final

from PySide6.QtGui import QImage, QImageWriter

from liaison.domain.records import by_name
from tests.pictures import states
from tests.pictures.office import Office, made_office
from ui.sections import SECTIONS
from ui.theme import DARK_NAME, LIGHT_NAME

Scene = Callable[[Office], object]
LANGUAGES: Final = ("fa", "en")
THEMES: Final = (LIGHT_NAME, DARK_NAME)
SIZES: Final = ((1366, 768), (1440, 900))
_QUALITY: Final = 40


def _section(name: str) -> Scene:
    return lambda scene: scene.window.show_section(name)


def _record(type_name: str) -> Scene:
    return lambda scene: scene.window.open_record(type_name, scene.made.subject(type_name))


def _membership(scene: Office) -> None:
    """Open the membership of the sample that has the most milestones."""
    counts = Counter(
        row["membership"] for row in scene.archive.rows(by_name("membership_milestone"))
    )
    ((uid, _count),) = counts.most_common(1)
    scene.window.open_record("membership", uid)


def _new(type_name: str) -> Scene:
    return lambda scene: scene.window.new_record(type_name, {}, None)


def _print(name: str, subject: str, task: str = "") -> Scene:
    return lambda scene: scene.window.preview(name, scene.made.subject(subject), task)


PAGES: Final[Mapping[str, Scene]] = {
    **{each.name: _section(each.name) for each in SECTIONS},
    "one-visit": _record("visit"),
    "one-partner": _record("partner"),
    "one-agreement": _record("agreement"),
    "one-meeting": _record("meeting"),
    "one-membership": _membership,
    "new-visit": _new("visit"),
    "new-person": _new("person"),
    "council": lambda scene: scene.window.open_page("council"),
    "print-room": _print("meeting-brief", "meeting"),
    "all-papers": _print("visit-programme", "visit", "all"),
}
SCENES: Final[Mapping[str, Scene]] = {**PAGES, **states.SCENES}
"""Pages as one comes to them, and further states of them."""
_STATES: Final = frozenset(("calendar", "follow_up", "settings"))
"""Pages whose first look is one of their states."""


def write(image: QImage, file: Path, quality: int = _QUALITY) -> None:
    """Write a picture, small."""
    writer = QImageWriter(str(file))
    writer.setQuality(quality)
    if not writer.write(image):
        raise OSError(writer.errorString())


def take(scene: Office, names: Sequence[str], folder: Path) -> None:
    """Take the pictures `names` of the window as it stands, into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    theme = scene.theme.choice
    for name in names:
        SCENES[name](scene)
        scene.settle()
        write(scene.window.grab().toImage(), folder / f"{name}.webp")
        scene.tidy(theme)


def main() -> None:
    """Take what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=Path("docs/images/pages"))
    parser.add_argument("--only", nargs="*")
    parser.add_argument("--lang", nargs="*", default=LANGUAGES)
    parser.add_argument("--theme", nargs="*", default=THEMES)
    parser.add_argument("--size", nargs="*", default=[f"{w}x{h}" for w, h in SIZES])
    asked = parser.parse_args()
    with made_office() as scene:
        for lang, theme, size in product(asked.lang, asked.theme, asked.size):
            scene.languages.speak(lang)
            scene.theme.choose(theme)
            width, height = map(int, size.split("x"))
            scene.window.resize(width, height)
            scene.settle()
            names = asked.only or sorted(frozenset(SCENES) - _STATES)
            take(scene, names, asked.to / f"{lang}-{theme}-{size}")


if __name__ == "__main__":
    main()
