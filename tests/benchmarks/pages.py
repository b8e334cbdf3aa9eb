"""How soon every page answers in an office of many years, and how long it holds the window up.

    .venv/bin/python -m tests.benchmarks.pages --archive FOLDER [--only NAME …] [--runs 5]

The archive is made in FOLDER where there is none yet, which takes minutes (`grown_office` says what
is in it). Then the real window opens it. "Shown" is the time from asking until nothing is under way
any more: the worker has told everything, and the window has painted and answers again. "Stall" is
the longest wait of the window's own events until then. Beside the time on the wall stands that of
the processor, of the whole program or of the window's thread in one go, to which others at work on
the machine add little. Every act is done once to warm, then a few times; medians, and the worst in
brackets. A section is opened *anew* (its page is made and read),
and *again* after something was written (it is read). Beside the lists stand, on the window's own
thread as they are meant to be used, QSqlTableModel and a model over a plain list of whole records.
"""

import argparse
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PySide6.QtSql import QSqlDatabase, QSqlTableModel
from PySide6.QtWidgets import QTableView

from liaison.domain.records import by_name
from liaison.storage.archive import Archive
from tests.benchmarks.follow_ups import ListModel
from tests.benchmarks.grown_office import Busiest, grown
from tests.benchmarks.page_acts import everywhere, lists, looks, records, sections
from tests.benchmarks.window_measure import GOAL_SHOWN, GOAL_STALL, Measure
from ui.application import Languages, make_application
from ui.collecting import Collector
from ui.jobs import Jobs
from ui.opening import loading
from ui.settings import Settings
from ui.theme import LIGHT_NAME, Theme
from ui.window import Window
from ui.workspace import Workspace

BESIDE: Final = ("visit", "meeting", "follow_up", "agreement", "person", "partner")


def beside(measure: Measure) -> None:
    """Show the same tables through QSqlTableModel and a plain list."""
    archive = measure.window.workspace.archive
    database = QSqlDatabase.addDatabase("QSQLITE")
    database.setDatabaseName(str(archive.place.database))
    database.setConnectOptions("QSQLITE_OPEN_READONLY")
    if not database.open():
        print(f"QSqlTableModel: {database.lastError().text()}")
        return
    view = QTableView()
    view.resize(1100, 700)
    view.show()
    for name in BESIDE:
        model = QSqlTableModel(None, database)
        model.setTable(name)
        model.setFilter("deleted_at IS NULL")

        def select(model: QSqlTableModel = model) -> None:
            model.select()
            while model.canFetchMore():
                model.fetchMore()
            view.setModel(model)
            view.repaint()

        def plain(name: str = name) -> None:
            view.setModel(ListModel(archive.rows(by_name(name))))
            view.repaint()

        for word, act in (("QSqlTableModel", select), ("plain list", plain)):
            other = f"{name}, {word}"
            measure.time(other, act)
            own = measure.shown.get(f"{name}, anew")
            if own and other in measure.shown:
                print(f"{name:36s} page / {word}: {own / measure.shown[other]:.2f}")
    view.close()


@contextmanager
def opened(folder: Path, scratch: Path) -> Iterator[tuple[Window, Languages, Busiest]]:
    """Open the window on the archive in `folder`."""
    application = make_application(["liaison", "-style"])
    application.setCursorFlashTime(0)
    Collector(application)
    settings = Settings(scratch / "window.json")
    languages = Languages(application, settings)
    languages.speak("fa")
    theme = Theme(application, LIGHT_NAME)
    with loading(lambda: Archive.open(folder, author=""))() as archive:  # as the program does
        busiest = grown(archive)
        jobs = Jobs()
        workspace = Workspace(archive.folder, jobs, settings, theme, application)
        workspace.take(archive)
        window = Window(workspace)
        window.language_wanted.connect(languages.speak)
        window.resize(1366, 768)
        window.show()
        workspace.opened.emit()
        yield window, languages, busiest
        window.close()
        jobs.close()


def main() -> None:
    """Open, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--archive", type=Path, required=True, help="where the archive is or goes")
    parser.add_argument("--only", nargs="*", default=[], help="parts of the names of acts")
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with (
        tempfile.TemporaryDirectory() as scratch,
        opened(asked.archive, Path(scratch)) as (window, languages, busiest),
    ):
        measure = Measure(window, asked.runs, asked.only)
        measure.wait()
        looks(measure, "with the desk alone", languages)
        sections(measure)
        records(measure, busiest)
        lists(measure)
        everywhere(measure, languages)
        beside(measure)
        print(f"over {GOAL_SHOWN} ms or {GOAL_STALL} ms: {', '.join(measure.missed) or 'nothing'}")


if __name__ == "__main__":
    main()
