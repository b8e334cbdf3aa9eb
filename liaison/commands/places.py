"""Where the archive lies when nobody says, and whether a window can be shown."""

import os
import sys
from pathlib import Path


def default_folder() -> Path:
    """Return the folder in which this platform keeps a program's documents for one user."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "Liaison"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Liaison"
    # XDG Base Directory Specification: a relative path there is to be ignored.
    stated = Path(os.environ.get("XDG_DATA_HOME", ""))
    return (stated if stated.is_absolute() else Path.home() / ".local" / "share") / "liaison"


def no_display() -> bool:
    """Say whether a window would have nowhere to appear."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform == "linux" and not any(os.environ.get(name) for name in named)
