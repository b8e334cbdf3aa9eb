"""Takes the pictures of the guide: the page alone, light, in both languages.

QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.pictures.guide [--only NAME …] [--lang fa]
"""

import argparse
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPixmap

from tests.pictures.office import Office, made_office
from tests.pictures.pages import LANGUAGES, SCENES, write
from ui.help.guide import PICTURES
from ui.theme import LIGHT_NAME

_SIZE: Final = (1224, 720)
"""Of the window; the page then is 1000 wide and stands in the guide without being scaled down."""
_DOOR: Final = (1000, 660)
_QUALITY: Final = 82
TAKEN: Final[Mapping[str, str]] = {
    "first-day": "first-start",
    "desk": "desk",
    "visits": "one-visit",
    "delegations": "one-visit-delegation",
    "meetings": "one-meeting",
    "closing": "one-visit-closing",
    "agreements": "one-agreement-clearances",
    "follow-ups": "follow-ups-list",
    "calendar": "calendar-month",
    "reminders": "reminders",
    "partners": "one-partner",
    "relations": "relation",
    "outcomes": "outcomes",
    "records": "new-visit",
    "search": "search",
    "printing": "print-room",
    "settings": "settings-days",
    "history": "history",
    "safety": "sign-in",
}
"""The scene each picture shows."""


def _shown(scene: Office) -> QPixmap:
    """Return what matters of the window: the page, the card of a door, or what drops down."""
    window = scene.window
    if (door := window.doorway.door) is not None:
        whole = window.grab()
        card = door.card
        at = card.mapTo(window, card.rect().topLeft()) if card is not None else None
        if card is None or at is None:
            return whole
        return whole.copy(QRect(at, card.size()).adjusted(-60, -30, 60, 30))
    bell = window.top_bar.bell
    if window.top_bar.search.drop_down.visible or (bell is not None and bell.panel.isVisible()):
        return window.grab().copy(QRect(0, 0, window.width(), window.height() * 3 // 5))
    return window.trail.grab()


def take(scene: Office, name: str, lang: str) -> None:
    """Take one picture of the guide in a language."""
    folder = PICTURES / lang
    folder.mkdir(parents=True, exist_ok=True)
    SCENES[TAKEN[name]](scene)
    scene.settle()
    image: QImage = _shown(scene).toImage()
    write(image, folder / f"{name}.webp", _QUALITY)
    scene.tidy(LIGHT_NAME)


def main() -> None:
    """Take what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="*", default=list(TAKEN))
    parser.add_argument("--lang", nargs="*", default=LANGUAGES)
    asked = parser.parse_args()
    with made_office() as scene:
        for lang in asked.lang:
            scene.languages.speak(lang)
            for name in asked.only:
                width, height = _DOOR if name in {"first-day", "safety"} else _SIZE
                scene.window.resize(width, height)
                scene.settle()
                take(scene, name, lang)


if __name__ == "__main__":
    main()
