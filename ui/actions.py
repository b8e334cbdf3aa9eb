"""Keys that work in the Persian layout too: each letter stands with the one on its key."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

# Latin key caps and what the standard Persian layout (ISIRI 9147) types on the same keys.
_PERSIAN_KEYS: Final = dict(
    zip(
        "QWERTYUIOPASDFGHJKLZXCVBNM1234567890",
        "ضصثقفغعهخحشسیبلاتنمظطزرذدپ۱۲۳۴۵۶۷۸۹۰",
        strict=True,
    )
)


def sequences(*keys: str) -> list[QKeySequence]:
    """Return the key sequences of `keys` ("Ctrl+S"), each with its Persian twin."""
    found: list[QKeySequence] = []
    for key in keys:
        found.append(QKeySequence(key))
        before, _plus, last = key.rpartition("+")
        persian = _PERSIAN_KEYS.get(last.upper()) if before else None
        if persian is not None:
            found.append(QKeySequence(f"{before}+{persian}"))
    return found


_CAPS: Final = {
    **{persian: cap for cap, persian in _PERSIAN_KEYS.items() if cap.isalpha()},
    "ي": "D",  # Arabic letters that some Persian layouts still type
}


def cap(text: str) -> str:
    """Return the Latin letter on the key that typed `text`, in either layout; "" for no letter."""
    found = _CAPS.get(text, text.upper())
    return found if len(found) == 1 and found.isascii() and found.isalpha() else ""


def persian(cap: str) -> str:
    """Return the letter on the key `cap` in the standard Persian layout."""
    return _PERSIAN_KEYS.get(cap, cap)


def bind(
    widget: QWidget,
    work: Callable[[], object],
    *keys: str,
    context: Qt.ShortcutContext = Qt.ShortcutContext.WindowShortcut,
) -> QShortcut:
    """Let any of `keys` do `work`, in either layout, and return the shortcut."""
    shortcut = QShortcut(widget)
    shortcut.setKeys(sequences(*keys))
    shortcut.setContext(context)
    shortcut.activated.connect(work)
    return shortcut
