"""FiraGO, the one family of the window: Persian and Latin in one hand."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

FAMILY: Final = "FiraGO"
BODY_PIXELS: Final = 14
_FACES: Final = ("figo", "figbo")


def _cached(name: str) -> Path:
    """Return the file of the face `name`, unpacked once into the user's cache."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericCacheLocation)
    file = Path(place) / "liaison" / f"{name}.ttf"
    if not file.exists():
        from pymupdf_fonts import myfont  # unpacking is only paid once

        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(".new")
        fresh.write_bytes(myfont(name))
        fresh.replace(file)
    return file


def _register(name: str) -> None:
    try:
        if QFontDatabase.addApplicationFont(str(_cached(name))) >= 0:
            return
    except OSError:  # no cache to be had: the face is used from memory
        pass
    from pymupdf_fonts import myfont

    QFontDatabase.addApplicationFontFromData(myfont(name))


def body_font() -> QFont:
    """Register the faces of the window and return the font of its body."""
    for name in _FACES:
        _register(name)
    font = QFont(FAMILY)
    font.setPixelSize(BODY_PIXELS)
    return font


def scaled(pixels: int) -> int:
    """Return a length of the window at the text size in use."""
    size = QGuiApplication.font().pixelSize()
    return pixels if size <= 0 else pixels * size // BODY_PIXELS
