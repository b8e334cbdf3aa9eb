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
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtSql import QSqlDatabase, QSqlTableModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar, QTableView

from liaison.domain.records import by_name
from liaison.storage.archive import Archive
from tests.benchmarks.follow_ups import ListModel
from tests.benchmarks.grown_office import Busiest, grown
from tests.ui.stalls import BEAT, Heart
from ui.application import Languages, make_application
from ui.jobs import Jobs
from ui.records.list_page import ListPage
from ui.sections import SECTIONS
from ui.settings import Settings
from ui.theme import DARK_NAME, LIGHT_NAME, Theme
from ui.window import Window
from ui.workspace import Workspace

CALM: Final = 0.06
"""Seconds without anything under way after which nothing more is to come."""
AFTER_TYPING: Final = 0.25
"""The same where the window waits for the next letter first."""
GOAL_SHOWN, GOAL_STALL = 300, 100
BESIDE: Final = ("visit", "meeting", "follow_up", "agreement", "person", "partner")
LISTS: Final = ("visit", "follow_up", "person")
Act = Callable[[], object]


class Painting(QObject):
    """Notes when the window was asked to paint."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.seen = False
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note it, and keep nothing back."""
        if event.type() == QEvent.Type.UpdateRequest:
            self.seen = True
        return False


class Measure:
    """Does things in the window and prints how long they took."""

    def __init__(self, window: Window, runs: int, only: list[str]) -> None:
        self.window, self.runs, self._only = window, runs, only
        self.jobs = window.workspace.jobs
        self._painting = Painting(window)
        self.shown: dict[str, float] = {}
        self.missed: list[str] = []

    def wait(self, calm: float = CALM) -> tuple[float, float]:
        """Let the window work until nothing is under way; return when, by wall and processor."""
        busy = [time.perf_counter(), time.process_time()]

        def look() -> None:
            now = time.perf_counter()
            if not self.jobs.idle or self._painting.seen:
                self._painting.seen = False
                busy[:] = now, time.process_time()
            elif now - busy[0] > calm:
                loop.quit()

        loop, timer = QEventLoop(), QTimer(interval=BEAT)
        timer.timeout.connect(look)
        timer.start()
        loop.exec()
        return busy[0], busy[1]

    def time(self, name: str, act: Act, back: Act | None = None, *, calm: float = CALM) -> None:
        """Do `act` some times, `back` after each unmeasured, and print what it took."""
        if self._only and not any(each in name for each in self._only):
            return
        taken = []
        for run in range(self.runs + 1):
            heart = Heart()
            heart.start()
            began, begun = time.perf_counter(), time.process_time()
            act()
            end, ended = self.wait(calm)
            heart.stop()
            if run:  # the first one warms
                both = (end - began, ended - begun, heart.longest, heart.work)
                taken.append([1000 * each for each in both])
            if back is not None:
                back()
                self.wait(calm)
        self._print(name, taken)

    def _print(self, name: str, taken: list[list[float]]) -> None:
        shown, cost, stall, work = (statistics.median(each) for each in zip(*taken, strict=True))
        worst = [max(each) for each in zip(*taken, strict=True)]
        self.shown[name] = cost
        faults = [
            word
            for word, is_missed in (("SLOW", cost > GOAL_SHOWN), ("STALL", work > GOAL_STALL))
            if is_missed
        ]
        if faults:
            self.missed.append(name)
        print(
            f"{name:34s} shown {shown:5.0f} ms (worst {worst[0]:5.0f}), processor {cost:5.0f}"
            f"  stall {stall:5.0f} ms (worst {worst[2]:5.0f}), processor {work:5.0f}"
            f" (worst {worst[3]:4.0f})  {' '.join(faults)}",
            flush=True,
        )


# -- what is done


def sections(measure: Measure) -> None:
    """Open every section anew, and again after something was written."""
    window = measure.window

    def rest() -> None:
        window.show_section("bin")

    def anew(name: str) -> None:
        page = window.trail.sections.pop(name, None)
        if page is not None:
            window.trail.removeWidget(page)
            page.deleteLater()
        rest()
        measure.wait()

    for each in SECTIONS:
        name = each.name
        if name == "bin":
            continue

        def show(name: str = name) -> None:
            window.show_section(name)

        def forget(name: str = name) -> None:
            anew(name)

        def write() -> None:
            rest()
            measure.wait()
            window.workspace.changed.emit()

        rest()
        measure.wait()
        if name != "desk":  # which stands from the start
            measure.time(f"{name}, anew", show, forget)
        measure.time(f"{name}, again", show, write)


def records(measure: Measure, busiest: Busiest) -> None:
    """Open the busiest records, and turn their tabs."""
    window, archive = measure.window, measure.window.workspace.archive
    window.show_section("bin")
    measure.wait()
    with archive.reading() as connection:
        for type_name in ("person", "follow_up", "relation", "delegation"):
            query = f"SELECT uid FROM {type_name} WHERE deleted_at IS NULL ORDER BY id LIMIT 1"  # noqa: S608 - names of our own
            uid = connection.execute(query).fetchone()[0]
            measure.time(
                f"one {type_name}",
                lambda name=type_name, uid=uid: window.open_record(name, uid),
                window.go_back,
            )
    for type_name in ("partner", "visit", "meeting", "agreement"):
        uid = getattr(busiest, type_name)

        def show(name: str = type_name, uid: str = uid) -> None:
            window.open_record(name, uid)

        measure.time(f"one {type_name}", show, window.go_back)
        if type_name != "meeting":
            tabs(measure, type_name, show)
    for type_name in ("visit", "partner", "meeting", "agreement", "person"):
        measure.time(
            f"new {type_name}",
            lambda name=type_name: window.new_record(name, {}, None),
            window.go_back,
        )


def tabs(measure: Measure, type_name: str, show: Act) -> None:
    """Turn to every tab of a record's page, made for it, and again."""
    window = measure.window
    show()
    measure.wait()
    count = _bar(window).count()
    window.go_back()
    measure.wait()
    for number in range(1, count):

        def anew() -> None:
            window.go_back()
            measure.wait()
            show()

        show()
        measure.wait()
        name = f"{type_name}, tab {number} {_bar(window).tabText(number)}"
        measure.time(name, lambda at=number: _bar(window).setCurrentIndex(at), anew)
        measure.time(
            f"{type_name}, tab {number} again",
            lambda at=number: _bar(window).setCurrentIndex(at),
            lambda: _bar(window).setCurrentIndex(0),
        )
        window.go_back()
        measure.wait()


def _bar(window: Window) -> QTabBar:
    page = window.trail.page
    assert page is not None
    return next(each for each in page.findChildren(QTabBar) if each.isVisible())


def lists(measure: Measure) -> None:
    """Type in the filter of lists, sort them, and go to their end."""
    window = measure.window
    for name in LISTS:
        window.show_section(name)
        measure.wait()
        page = window.trail.page
        if not isinstance(page, ListPage):
            continue
        table = page.list.table
        measure.time(
            f"{name}, filter typed",
            lambda page=page: QTest.keyClicks(page.filter, "Test 12"),
            page.filter.clear,
            calm=AFTER_TYPING,
        )
        measure.time(
            f"{name}, sorted by a column",
            lambda table=table: table.sortByColumn(2, Qt.SortOrder.AscendingOrder),
            lambda table=table: table.sortByColumn(0, Qt.SortOrder.AscendingOrder),
        )
        measure.time(f"{name}, to the end", table.scrollToBottom, table.scrollToTop)


def looks(measure: Measure, where: str, languages: Languages) -> None:
    """Change language and theme."""
    theme = measure.window.workspace.theme
    measure.time(f"language, {where}", lambda: languages.speak("en"), lambda: languages.speak("fa"))
    measure.time(
        f"theme, {where}", lambda: theme.choose(DARK_NAME), lambda: theme.choose(LIGHT_NAME)
    )


def everywhere(measure: Measure, languages: Languages) -> None:
    """Change language and theme with every section open, and search."""
    window = measure.window
    for each in SECTIONS:
        window.show_section(each.name)
        measure.wait()
    for name in ("desk", "visit", "follow_up", "settings"):
        window.show_section(name)
        measure.wait()
        looks(measure, f"on {name}, all sections open", languages)
    search = window.top_bar.search
    measure.time("Ctrl+K", search.call, window.setFocus)
    for text in ("s", "se", "test", "test visit 12"):

        def typed(text: str = text) -> None:
            search.call()
            QTest.keyClicks(search, text)

        measure.time(f"Ctrl+K, “{text}”", typed, search.clear, calm=AFTER_TYPING)


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
    settings = Settings(scratch / "window.json")
    languages = Languages(application, settings)
    languages.speak("fa")
    theme = Theme(application, LIGHT_NAME)
    with Archive.open(folder, author="") as archive:
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
