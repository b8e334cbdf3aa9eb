"""How soon the page shows 100,000 follow-ups, and how long it holds the window up.

    .venv/bin/python -m tests.benchmarks.follow_ups --folder FOLDER [--open 20000]

The archive is made in FOLDER where there is none yet: of all follow-ups one in five is open. The
page is shown and read again a few times, in the list by day, by responsible and by origin, and on
what is finished; "shown" is the time from asking to the repaint after the answer, "stall" the
longest wait of the window's own events in between. Beside it stand QSqlTableModel on the same
open rows, and a model over a plain list of all of them, read by the archive as whole records.
"""

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEventLoop, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView

from liaison.domain.records import by_name
from liaison.domain.rules.owed import Asked, Choice, Grouping
from liaison.i18n import install
from liaison.storage.archive import Archive, Row
from tests.benchmarks.lists import BATCH, _titles
from tests.benchmarks.worker import peak
from tests.ui.stalls import Heart
from ui.day import today
from ui.fonts import body_font
from ui.jobs import Jobs
from ui.pages.follow_ups import FollowUpsPage
from ui.pages.follow_ups_shape import Shape
from ui.settings import Settings
from ui.theme import LIGHT_NAME, Theme
from ui.workspace import Workspace

FOLLOW_UP = by_name("follow_up")
OPEN_STATES = ("open", "under_way", "waiting")
RUNS = 7


def fill(archive: Archive, count: int, still_open: int) -> None:
    """Put `count` follow-ups into `archive`, `still_open` of them open, and what they refer to."""
    chance = random.Random(1405)  # noqa: S311 - no secret
    with archive.change("Fill") as change:
        cities = [
            change.add(by_name("partner"), {"name_fa": f"شهر آزمون {at}", "kind": "city"})
            for at in range(1, 201)
        ]
        officers = [
            change.add(by_name("officer"), {"name_fa": f"کارشناس آزمون {at}"})
            for at in range(1, 31)
        ]
        meetings = [
            change.add(by_name("meeting"), {"title_fa": f"دیدار آزمون {at}"})
            for at in range(1, 2001)
        ]
    titles, day = _titles(count), today()
    for begin in range(0, count, BATCH):
        with archive.change("Fill") as change:
            for number in range(begin, min(begin + BATCH, count)):
                is_open = chance.randrange(count) < still_open
                due_on = day + timedelta(days=chance.randrange(-120, 240))
                past = day - timedelta(days=chance.randrange(1, 3000))
                values = {
                    "title_fa": next(titles),
                    "number": f"1405-F-{number:06}",
                    "owed_by": chance.choice(("ours", "ours", "ours", "theirs")),
                    "partner": chance.choice(cities),
                    "assignee": chance.choice(officers),
                    "meeting": chance.choice(meetings),
                    "due_on": due_on if is_open else past,
                    "state": chance.choice(OPEN_STATES) if is_open else "done",
                    "done_on": None if is_open else past,
                }
                change.add(FOLLOW_UP, values)


def settle(jobs: Jobs) -> None:
    """Let the window work until the worker has nothing left to do or to tell."""
    while not jobs.idle:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    QApplication.processEvents()


def measure(
    name: str,
    act: Callable[[], object],
    shown: Callable[[], object],
    rest: Callable[[], object] = QApplication.processEvents,
) -> None:
    """Do an act a few times and print how long it took until it was shown, and the stalls."""
    took, stalls = [], []
    for run in range(RUNS + 1):
        heart = Heart()
        heart.start()
        began = time.perf_counter()
        act()
        shown()
        end = time.perf_counter() - began
        rest()
        heart.stop()
        if run:  # the first run warms
            took.append(1000 * end)
            stalls.append(1000 * heart.longest)
    print(
        f"{name:34s} shown {statistics.median(took):7.0f} ms (worst {max(took):6.0f})"
        f"  stall {statistics.median(stalls):6.0f} ms (worst {max(stalls):6.0f})"
    )


class ListModel(QAbstractTableModel):
    """A model as one writes it first: a list of records, each cell made when Qt asks."""

    def __init__(self, rows: Sequence[Row]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's
        return 0 if parent.isValid() else 4

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's variant
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        key = ("title_fa", "partner", "due_on", "state")[index.column()]
        return str(self._rows[index.row()].get(key) or "")


def beside(archive: Archive) -> None:
    """Measure the two other ways on the window's own thread, as they are meant to be used."""
    view = QTableView()
    view.resize(1100, 700)
    view.show()

    def plain() -> None:
        view.setModel(ListModel(archive.rows(FOLLOW_UP)))
        view.repaint()

    measure("a plain list of all", plain, QApplication.processEvents)
    try:
        from PySide6.QtSql import QSqlDatabase, QSqlTableModel
    except ImportError:
        print("QSqlTableModel                     not in this installation")
        return
    database = QSqlDatabase.addDatabase("QSQLITE")
    database.setDatabaseName(str(archive.folder / "archive.db"))
    database.setConnectOptions("QSQLITE_OPEN_READONLY")
    if not database.open():
        print(f"QSqlTableModel                     {database.lastError().text()}")
        return
    model = QSqlTableModel(None, database)
    model.setTable("follow_up")
    model.setFilter("deleted_at IS NULL AND state NOT IN ('done', 'cancelled')")
    model.setSort(model.fieldIndex("due_on"), Qt.SortOrder.AscendingOrder)
    view.setModel(model)

    def select() -> None:
        model.select()
        while model.canFetchMore():
            model.fetchMore()
        view.repaint()

    measure("QSqlTableModel, open ones", select, QApplication.processEvents)


def main() -> None:
    """Fill where needed, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, required=True, help="where the archive is or goes")
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--open", type=int, default=20_000)
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    install("fa")
    application = QApplication.instance() or QApplication([])
    application.setFont(body_font())
    with Archive.open(asked.folder) as archive, tempfile.TemporaryDirectory() as scratch:
        if not archive.counts().get("follow_up"):
            fill(archive, asked.records, asked.open)
        theme = Theme(application, LIGHT_NAME)
        jobs = Jobs(application)
        settings = Settings(Path(scratch) / "window.json")
        workspace = Workspace(archive.folder, jobs, settings, theme, application)
        workspace.take(archive)
        before = peak()
        page = FollowUpsPage(workspace)
        page.resize(1142, 712)
        page.show()
        settle(jobs)
        print(f"{archive.counts()['follow_up']} follow-ups, {page.view.rows.rowCount()} rows shown")

        def shown() -> None:
            reading = page.reading
            while page.reading is reading:
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            page.view.viewport().repaint()

        def rest() -> None:
            settle(jobs)

        for grouping in (Grouping.LATENESS, Grouping.RESPONSIBLE, Grouping.ORIGIN):
            page.header.choose(Asked(grouping=grouping))
            measure(f"page, open, {grouping}", page.refresh, shown, rest)
        page.header.choose(Asked(Choice.FINISHED))
        measure("page, finished", page.refresh, shown, rest)
        for shape in (Shape.BOARD, Shape.CALENDAR):
            page.header.choose(Asked())
            page.views.turn_to(shape)
            measure(f"page, open, as a {shape}", page.refresh, shown, rest)
        print(f"peak memory {before:.0f} MB before, {peak():.0f} MB after")
        page.close()
        beside(archive)
        jobs.close()


if __name__ == "__main__":
    main()
