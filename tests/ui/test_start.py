"""The order of the start: painted first, the rest behind it."""

import subprocess
import sys
from pathlib import Path

import pytest

from liaison.i18n import FOLDER
from liaison.storage.archive import Archive
from liaison.storage.signing_in import found

HEAVY = (
    *("sqlalchemy", "alembic", "reportlab", "pikepdf", "openpyxl", "python_calamine"),
    *("liaison.diagnostics.report", "ui.reporting"),
    *("cryptography", "argon2", "PySide6.QtDBus", "PySide6.QtPrintSupport", "liaison.domain"),
)
DOOR = ("ui.gate.gate", "ui.keys.door")
"""Not even loaded where an archive simply opens."""
FIRST_PICTURE = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from ui.application import Start, make_application, make_window
from ui.settings import Settings

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            print(" ".join(name for name in sys.argv[2:] if name in sys.modules))
            QTimer.singleShot(0, application.quit)
        return False

application = make_application()
folder = Path(sys.argv[1])
window = make_window(application, folder, "fa", Settings(folder / "window.json"))
watch = Watch()
(window.doorway.door or window.trail).installEventFilter(watch)
window.show()
application.exec()
"""


def loaded_at_the_first_picture(folder: Path, *names: str) -> list[str]:
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", FIRST_PICTURE, str(folder), *names],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        cwd=FOLDER.parent,
    )
    return done.stdout.split()


def test_nothing_heavy_is_loaded_at_the_first_picture(tmp_path: Path) -> None:
    Archive.open(tmp_path).close()
    assert loaded_at_the_first_picture(tmp_path, *HEAVY, *DOOR) == []


def test_nothing_heavy_is_loaded_at_the_first_start(tmp_path: Path) -> None:
    assert loaded_at_the_first_picture(tmp_path, *HEAVY, *DOOR) == list(DOOR)


def test_nothing_heavy_is_loaded_before_a_closed_door(tmp_path: Path) -> None:
    found(tmp_path, "نمونه", "", "چند واژهٔ پشت هم").archive.close()
    assert loaded_at_the_first_picture(tmp_path, *HEAVY, *DOOR) == list(DOOR)


CORES = """
import resource, sys
sys.argv = ["main.py", "--version"]
import main
try:
    main.main()
finally:
    print(resource.getrlimit(resource.RLIMIT_CORE))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limit")
def test_no_core_is_written_of_the_program() -> None:
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", CORES],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=FOLDER.parent,
    )
    assert done.stdout.strip().endswith("(0, 0)")


def test_a_plain_archive_pays_nothing_for_keys(tmp_path: Path) -> None:
    at_work = (
        "import sys; from pathlib import Path; import ui.registry;"
        " from liaison.storage.signing_in import keyring_of, open_again;"
        " from liaison.storage.backups import routine; from datetime import UTC, datetime;"
        " folder = Path(sys.argv[1]); archive = open_again(folder, None, '', create=True);"
        " routine.back_up(archive, datetime.now(UTC), always=True); archive.check();"
        " assert keyring_of(folder) is None; archive.close();"
        " print(*(name for name in ('cryptography', 'argon2') if name in sys.modules))"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", at_work, str(tmp_path / "archive")],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        cwd=FOLDER.parent,
    )
    assert done.stdout.split() == []
