"""What the window remembers on this computer: its place, its columns, language and theme."""

import json
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QStandardPaths, Qt, QTimer, Signal, Slot

from liaison.i18n import _
from liaison.reasons import reason_of

_PAUSE = 500
_LARGEST = 1 << 20

ARCHIVE: Final = "archive"
"""The folder of the archive that opens when nobody names one; where it lacks, the usual place."""


def default_file() -> Path:
    """Return the file of the settings in the user's configuration folder."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(place) / "liaison" / "window.json"


class Settings(QObject):
    """A small JSON file of names and values; lost or damaged, everything has its default."""

    unsaved = Signal(str)
    """Said once: the file cannot be written, so all this is forgotten when the program ends."""
    _refused = Signal(object)

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._values = self._read()
        self._told = False
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._save_behind)
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="settings")
        self._refused.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def _read(self) -> dict[str, Any]:
        try:
            if not self._file.is_file() or self._file.stat().st_size > _LARGEST:
                return {}
            values = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return values if isinstance(values, dict) else {}

    def get(self, name: str, default: Any = None) -> Any:  # noqa: ANN401 - whatever JSON holds
        """Return the value of `name`, or `default`."""
        return self._values.get(name, default)

    def set(self, name: str, value: Any) -> None:  # noqa: ANN401 - whatever JSON holds
        """Remember `value`, which JSON can hold, under `name`; it is written soon after."""
        if self._values.get(name) != value:
            self._values[name] = value
            self._timer.start()

    def save(self) -> None:
        """Replace the file in one step; a folder that cannot be written costs only memory."""
        fault = self._begin().result()
        if fault is not None:
            self._tell(fault)

    def _save_behind(self) -> None:
        """Do the same, and let the window go on: a folder may be far away, or its disk asleep."""

        def done(written: "Future[OSError | None]") -> None:
            if (fault := written.result()) is not None:
                self._refused.emit(fault)

        self._begin().add_done_callback(done)

    def _begin(self) -> "Future[OSError | None]":
        self._timer.stop()
        text = json.dumps(self._values, ensure_ascii=False, indent=1)
        return self._writer.submit(_write, self._file, text)

    @Slot(object)
    def _tell(self, fault: OSError) -> None:
        if not self._told:
            self._told = True
            text = _("The window will not remember its settings: {reason}.")
            self.unsaved.emit(text.format(reason=reason_of(fault)))


def _write(file: Path, text: str) -> OSError | None:
    """Replace `file` in one step, and return why that could not be done."""
    fresh = file.with_suffix(".new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(text, "utf-8")
        fresh.replace(file)
    except OSError as fault:
        with suppress(OSError):
            fresh.unlink()
        return fault
    return None
