"""Tabs of a page: each made and filled when it is first looked at, turned with a bar or by key."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from ui import actions
from ui.settings import Settings
from ui.speaking import Speaking

Read = TypeVar("Read")


class StackedTab(Speaking, QWidget, Generic[Read]):
    """One tab: shows its part of what was read."""

    rows: Read | None = None

    def show_rows(self, rows: Read) -> None:
        """Show what was read."""
        raise NotImplementedError

    def start(self) -> None:
        """Put the keyboard where work begins."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Word what was read again; the parts of the tab say their own texts."""
        if self.rows is not None:
            self.show_rows(self.rows)


Tab = TypeVar("Tab", bound=StackedTab)  # type: ignore[type-arg] # of whichever reading


class TabStack(QStackedWidget, Generic[Tab, Read]):
    """Tabs by name in the order of their bar; each is shown what was read as it comes up."""

    def __init__(self, bar: QTabBar, makers: Mapping[str, Callable[[], Tab]]) -> None:
        super().__init__()
        self._memory: tuple[Settings, str] | None = None
        self._bar = bar
        self._makers = makers
        self._names: Sequence[str] = list(makers)
        self._tabs: dict[str, Tab] = {}
        self._rows: Read | None = None
        self._old: set[str] = set()
        bar.currentChanged.connect(self.come_up)

    def remember(self, settings: Settings, place: str) -> None:
        """Begin with the tab that was looked at last, which `settings` keep in `place`."""
        name = settings.get(place)
        if name in self._names:
            self._bar.setCurrentIndex(self._names.index(name))
        self._memory = settings, place
        self._bar.currentChanged.connect(self._remember)

    def _remember(self, at: int) -> None:
        if self._memory is not None:
            settings, place = self._memory
            settings.set(place, self._names[at])

    def bind_keys(self, page: QWidget) -> None:
        """Let the keys of `page` turn the tabs: Ctrl with a figure, with Tab, with Page Down."""
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(page, partial(self.turn, 1), "Ctrl+PgDown", "Ctrl+Tab", context=context)
        actions.bind(page, partial(self.turn, -1), "Ctrl+PgUp", "Ctrl+Shift+Tab", context=context)
        for number, name in enumerate(self._names, start=1):
            actions.bind(page, partial(self.open, name), f"Ctrl+{number}", context=context)

    @property
    def tab(self) -> Tab:
        """The tab on screen."""
        return self[self._names[self._bar.currentIndex()]]

    def open(self, name: str) -> None:
        """Show the tab called `name` and put the keyboard there."""
        self._bar.setCurrentIndex(self._names.index(name))
        self.start()

    def turn(self, by: int) -> None:
        """Open the tab `by` places further, round the end."""
        self.open(self._names[(self._bar.currentIndex() + by) % len(self._names)])

    def start(self) -> None:
        """Put the keyboard where the work of the tab on screen begins."""
        self.tab.start()

    def come_up(self) -> None:
        """Show the tab the bar stands on."""
        self.setCurrentWidget(self.tab)

    def looked_at(self, name: str) -> Tab | None:
        """Return the tab called `name`, None where nobody has looked at it yet."""
        return self._tabs.get(name)

    def __getitem__(self, name: str) -> Tab:
        """Return the tab called `name`, showing what was read last."""
        if name not in self._tabs:
            tab = self._makers[name]()
            self._tabs[name] = tab
            self._old.add(name)
            self.addWidget(tab)
        tab = self._tabs[name]
        if name in self._old and self._rows is not None:
            self._old.discard(name)
            tab.show_rows(self._rows)
        return tab

    def show_rows(self, rows: Read) -> None:
        """Show `rows` in the tab on screen now, and in the others when they come up."""
        self._rows = rows
        self._old = set(self._tabs)
        self.come_up()
