"""The pages on screen: one for each section, and the records opened on top of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from ui.page import Page
from ui.pages.waiting import WaitingPage

KEPT: Final = 10
"""Sections whose pages stay as they were left: all there are would change their looks in one go."""
Step: TypeAlias = tuple[Any, ...]
"""What was opened on top: a word for the way, and what it was asked for, in plain values."""


@dataclass(frozen=True)
class Place:
    """Where somebody is: a section, and what was opened on top of it."""

    section: str
    steps: Sequence[Step] = ()


class Trail(QStackedWidget):
    """A section at the bottom and the records on top; going back returns to the one below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "ground")
        self.sections: dict[str, Page] = {}
        self.section = ""
        self._above: list[tuple[Page, Step]] = []
        self.waiting = WaitingPage()
        self.addWidget(self.waiting)
        self.currentChanged.connect(self.updateGeometry)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return what the page on screen needs; the others need nothing now."""
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else super().minimumSizeHint()

    @property
    def page(self) -> Page | None:
        """The page on screen, None while one is awaited."""
        shown = self.currentWidget()
        return shown if isinstance(shown, Page) else None

    @property
    def pages(self) -> list[Page]:
        """Every page there is, on screen or not."""
        return [*self.sections.values(), *(page for page, _step in self._above)]

    @property
    def place(self) -> Place:
        """Where one is, to come back to."""
        return Place(self.section, [page.step(asked) for page, asked in self._above])

    def add_section(self, name: str, page: Page) -> None:
        """Keep `page` as the one of the section `name`."""
        self.sections[name] = page
        self.addWidget(page)

    def show_section(self, name: str) -> None:
        """Show the section `name`, or the waiting page while it has none; records are closed."""
        left, self._above = self._above, []
        self.section = name
        self._show(self.sections.get(name, self.waiting))
        for page, _step in reversed(left):  # afterwards: Qt would show another page in its place
            self._close(page)
        self._let_go(name)

    def _let_go(self, shown: str) -> None:
        """Close the pages of the sections that were looked at longest ago, but for KEPT of them."""
        if shown in self.sections:
            self.sections[shown] = self.sections.pop(shown)  # the last is the latest
        spare = [name for name, page in self.sections.items() if not page.is_held]
        for name in spare[: max(0, len(self.sections) - KEPT)]:
            if name != shown:
                self._close(self.sections.pop(name))

    def push(self, page: Page, *step: Any) -> None:
        """Show `page` on top; `step` says how to come here."""
        self._above.append((page, step))
        self.addWidget(page)
        self._show(page)

    def pop(self) -> bool:
        """Return to the page below and tell whether there was one."""
        if not self._above:
            return False
        gone, _step = self._above.pop()
        below = self._above[-1][0] if self._above else self.sections.get(self.section)
        self._show(below or self.waiting)
        self._close(gone)
        return True

    def give_keyboard(self) -> None:
        """Give the keyboard to the page on screen."""
        self._show(self.page or self.waiting)

    def _show(self, page: QWidget) -> None:
        """Show `page` and give the keyboard to what had it there last, or to its first control."""
        last: QWidget | None = page.focusWidget()  # None before anything had the keyboard
        self.setCurrentWidget(page)
        if last is None and isinstance(page, Page):
            page.take_keyboard()
        else:
            (last or page).setFocus()

    def _close(self, page: Page) -> None:
        page.keep_drafts()
        self.removeWidget(page)
        page.deleteLater()
