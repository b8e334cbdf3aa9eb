"""What the benchmark of pages does: pages, tabs, lists, changes of looks, the search."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar

from tests.benchmarks.grown_office import Busiest
from tests.benchmarks.window_measure import AFTER_TYPING, Act, Measure
from ui.application import Languages
from ui.records.list_page import ListPage
from ui.sections import SECTIONS
from ui.theme import DARK_NAME, LIGHT_NAME
from ui.window import Window

LISTS: Final = ("visit", "person")


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
