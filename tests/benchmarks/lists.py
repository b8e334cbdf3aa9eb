"""How fast a list of 100,000 follow-ups shows, beside SQLite asked by hand.

    .venv/bin/python -m tests.benchmarks.lists --folder FOLDER [--records 100000] [--runs 40]

The archive is made in FOLDER where there is none yet. Then the first page of 128 lines, one in the
middle and the numbers of all are asked for in turn: by hand, of the archive, and of the window's
table model up to the signal that makes Qt paint. By hand means the same columns by the same
indexes through the bare driver, no text made of them. Figures are CPU times, medians and ratios of
one run, each act after a rest of 15 ms: so long the model waits before a jump, that scrolling past
asks for nothing, and so long it takes a processor to forget. Beside them stands the time on the
wall. The model's first lines come while the numbers of all others are read behind them: its CPU
holds a part of that.
"""

import argparse
import json
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication
from sqlcipher3 import dbapi2

from liaison.domain.records import by_name
from liaison.i18n import install
from liaison.storage.archive import Archive, Listing
from tests.benchmarks.corpus import Office
from tests.benchmarks.worker import peak
from ui.jobs import Jobs
from ui.records.table_model import PAGE, RecordTableModel
from ui.settings import Settings
from ui.theme import LIGHT_NAME, Theme
from ui.workspace import Workspace

BATCH = 5000
REST = 0.015
FOLLOW_UP = by_name("follow_up")
STATES = ("open", "under_way", "waiting", "done", "cancelled")

COLUMNS = """
    SELECT own.id, own.uid, own.version, coalesce(own.title_fa, own.title_en), own.owed_by,
           city.title_fa, officer.title_fa, own.due_on, own.state
    FROM {source}
    LEFT JOIN entry city ON city.uid = own.partner
    LEFT JOIN entry officer ON officer.uid = own.assignee
    """
BY_TITLE = "entry JOIN follow_up own ON own.id = entry.id"
TITLES = "WHERE entry.type = 'follow_up' AND entry.deleted = 0 ORDER BY entry.sort_fa, entry.id"
DAYS = "WHERE own.deleted_at IS NULL ORDER BY own.due_on NULLS LAST, own.id"
FIRST_BY_TITLE = f"{COLUMNS.format(source=BY_TITLE)} {TITLES} LIMIT {PAGE}"
FIRST_BY_DAY = f"{COLUMNS.format(source='follow_up own')} {DAYS} LIMIT {PAGE}"
AMONG = "WHERE own.id IN (SELECT value FROM json_each(?))"
PAGE_BY_NUMBER = f"{COLUMNS.format(source='follow_up own')} {AMONG}"
ALL_BY_TITLE = f"SELECT entry.id FROM entry {TITLES}"  # noqa: S608 - constants of our own
BY_OFFSET = f"{COLUMNS.format(source=BY_TITLE)} {TITLES} LIMIT {PAGE} OFFSET ?"

Act = Callable[[], object]


def fill(archive: Archive, count: int) -> None:
    """Put `count` follow-ups, twenty cities and ten officers into `archive`."""
    chance = random.Random(1405)  # noqa: S311 - no secret
    with archive.change("Fill") as change:
        cities = [
            change.add(by_name("partner"), {"name_fa": f"شهر آزمون {number}", "kind": "city"})
            for number in range(1, 21)
        ]
        officers = [
            change.add(by_name("officer"), {"name_fa": f"کارشناس آزمون {number}"})
            for number in range(1, 11)
        ]
    titles = _titles(count)
    for begin in range(0, count, BATCH):
        with archive.change("Fill") as change:
            for number in range(begin, min(begin + BATCH, count)):
                values = {
                    "title_fa": next(titles),
                    "number": f"1405-F-{number:06}",
                    "partner": chance.choice(cities),
                    "assignee": chance.choice(officers),
                    "due_on": date(2016, 3, 20) + timedelta(days=chance.randrange(3650)),
                    "state": chance.choice(STATES),
                }
                change.add(FOLLOW_UP, values)


def _titles(count: int) -> Iterator[str]:
    """Yield titles of some words, as the typists of a made-up office write them."""
    for made in Office().records(2 * count):
        if title := made.values.get("title_fa"):
            yield title


class Model:
    """The window's table model on the archive, and a wait for what it announces."""

    def __init__(self, archive: Archive, folder: Path) -> None:
        application = QApplication.instance() or QApplication([])
        theme = Theme(application, LIGHT_NAME)
        settings = Settings(folder / "window.json")
        self._jobs = Jobs(application)
        self._workspace = Workspace(archive.folder, self._jobs, settings, theme, application)
        self._workspace.take(archive)
        self._loop = QEventLoop()
        self._new()

    def _new(self) -> None:
        self.model = RecordTableModel(self._workspace, Listing(FOLLOW_UP))
        self.model.loaded.connect(self._loop.quit)
        self.model.dataChanged.connect(self._loop.quit)

    def first(self) -> str:
        """Show a list anew; return when its first lines are there."""
        self._new()
        self.model.reload()
        self._loop.exec()
        return str(self.model.data(self.model.index(0, 0)))

    def settle(self) -> None:
        """Wait until nothing is under way."""
        while not self._jobs.idle:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def jump(self, row: int) -> str:
        """Look at a row that is not at hand; return when its page is."""
        cell = self.model.index(row, 0)
        if cell.data() == "…":
            self._loop.exec()
        return str(cell.data())

    def close(self) -> None:
        """End the worker."""
        self._jobs.close()


class Watch:
    """Acts measured in turn, each with its CPU and wall times in milliseconds."""

    def __init__(self) -> None:
        self.cpu: dict[str, list[float]] = {}
        self.wall: dict[str, list[float]] = {}

    def time(self, name: str, act: Act) -> Any:  # noqa: ANN401 - whatever the act gives
        """Do an act after a rest, as people do, and keep what it took."""
        time.sleep(REST)
        began, begun = time.perf_counter(), time.process_time()
        result = act()
        self.cpu.setdefault(name, []).append(1000 * (time.process_time() - begun))
        self.wall.setdefault(name, []).append(1000 * (time.perf_counter() - began))
        return result

    def row(self, name: str, base: str) -> str:
        """Word the medians of an act and its ratio to another."""
        ratios = [one / other for one, other in zip(self.cpu[name], self.cpu[base], strict=True)]
        return (
            f"{name:32s} CPU {statistics.median(self.cpu[name]):8.3f} ms"
            f"  wall {statistics.median(self.wall[name]):8.3f} ms"
            f"  /{base} {statistics.median(ratios):6.2f}"
        )


def measure(archive: Archive, model: Model, runs: int) -> Watch:
    """Ask in turn, by hand, of the archive and of the model."""
    watch = Watch()
    raw = dbapi2.connect(f"file:{archive.folder / 'archive.db'}?mode=ro", uri=True)
    listing, by_day = Listing(FOLLOW_UP), Listing(FOLLOW_UP, order="due_on")
    chance = random.Random(7)  # noqa: S311 - no secret
    ids = archive.ids(listing)

    def ask(query: str, *values: object) -> Act:
        return lambda: raw.execute(query, values).fetchall()

    for run in range(runs + 1):
        if run == 1:
            watch = Watch()  # the first run warmed statements and pages
        middle = chance.randrange(len(ids) // 4, len(ids) * 3 // 4)
        page = ids[middle : middle + PAGE]
        watch.time("first: raw", ask(FIRST_BY_TITLE))
        watch.time("first: archive", lambda: archive.first(listing, PAGE))
        watch.time("first by day: raw", ask(FIRST_BY_DAY))
        watch.time("first by day: archive", lambda: archive.first(by_day, PAGE))
        watch.time("jump: raw", ask(PAGE_BY_NUMBER, json.dumps(list(page))))
        watch.time("jump: archive", lambda page=page: archive.lines(listing, page))
        watch.time("jump: OFFSET", ask(BY_OFFSET, middle))
        watch.time("all numbers: raw", ask(ALL_BY_TITLE))
        watch.time("all numbers: archive", lambda: archive.ids(listing))
        watch.time("first: model", model.first)
        model.settle()
        watch.time("jump: model", lambda middle=middle: model.jump(middle))
        model.settle()
    raw.close()
    return watch


def main() -> None:
    """Fill where needed, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, required=True, help="where the archive is or goes")
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=40)
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    install("fa")
    with Archive.open(asked.folder) as archive, tempfile.TemporaryDirectory() as scratch:
        if not archive.counts().get("follow_up"):
            fill(archive, asked.records)
        before = peak()
        archive.first(Listing(FOLLOW_UP))
        model = Model(archive, Path(scratch))
        watch = measure(archive, model, asked.runs)
        print(f"{archive.counts()['follow_up']} follow-ups")
        for name in watch.cpu:
            print(watch.row(name, f"{name.partition(':')[0]}: raw"))
        print(f"peak memory {before:.0f} MB before, {peak():.0f} MB after")
        model.close()


if __name__ == "__main__":
    main()
