"""Which attached files came in since an archive was opened: those no sweep may take."""

import os
import threading
from pathlib import Path


class Claims:
    """The names of files that something may be about to speak of.

    Claiming a name and removing a file exclude each other: what was claimed stays, and what went
    before is not there any more when its claimer looks for it.
    """

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._names: set[str] = set()

    def claim(self, path: Path) -> None:
        """Keep a file from being removed, one there now or one to come."""
        with self._turn:
            self._names.add(path.name)

    def remove(self, path: Path) -> int | None:
        """Remove a file and return its size; None where it is claimed, or another has it open.

        Whoever asks knows that nothing speaks of it.
        """
        with self._turn:
            if path.name in self._names:
                return None
            try:
                size = path.stat().st_size
                if os.name == "nt":  # which refuses to remove what is write-protected
                    path.chmod(0o644)
                path.unlink()
            except (FileNotFoundError, PermissionError):
                return None
        return size
