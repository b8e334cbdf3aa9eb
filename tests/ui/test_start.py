"""The order of the start: painted first, the rest behind it."""

import subprocess
import sys
from pathlib import Path

from liaison.i18n import FOLDER

HEAVY = (
    "sqlalchemy",
    "alembic",
    "reportlab",
    "pikepdf",
    "openpyxl",
    "python_calamine",
    "liaison.diagnostics.report",
    "ui.reporting",
)
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
Start._open = lambda start: None
watch = Watch()
window.trail.installEventFilter(watch)
window.show()
application.exec()
"""


def test_nothing_heavy_is_loaded_at_the_first_picture(tmp_path: Path) -> None:
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", FIRST_PICTURE, str(tmp_path), *HEAVY],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        cwd=FOLDER.parent,
    )
    assert done.stdout.split() == []
