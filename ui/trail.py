"""The pages on screen: one for each section, and the records opened on top of it."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.page import Page
from ui.pages.waiting import WaitingPage


class Trail(QStackedWidget):
    """A section at the bottom and the records on top; going back returns to the one below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "ground")
        self.sections: dict[str, Page] = {}
        self.section = ""
        self._above: list[Page] = []
        self.waiting = WaitingPage()
        self.addWidget(self.waiting)

    @property
    def page(self) -> Page | None:
        """The page on screen, None while one is awaited."""
        shown = self.currentWidget()
        return shown if isinstance(shown, Page) else None

    @property
    def pages(self) -> list[Page]:
        """Every page there is, on screen or not."""
        return [*self.sections.values(), *self._above]

    def add_section(self, name: str, page: Page) -> None:
        """Keep `page` as the one of the section `name`."""
        self.sections[name] = page
        self.addWidget(page)

    def show_section(self, name: str) -> None:
        """Show the section `name`, or the waiting page while it has none; records are closed."""
        while self._above:
            self._close(self._above.pop())
        self.section = name
        self._show(self.sections.get(name, self.waiting))

    def push(self, page: Page) -> None:
        """Show `page` on top."""
        self._above.append(page)
        self.addWidget(page)
        self._show(page)

    def pop(self) -> bool:
        """Return to the page below and tell whether there was one."""
        if not self._above:
            return False
        gone = self._above.pop()
        below = self._above[-1] if self._above else self.sections.get(self.section, self.waiting)
        self._show(below)
        self._close(gone)
        return True

    def _show(self, page: QWidget) -> None:
        """Show `page` and give the keyboard to what had it there last, or to its first control."""
        last: QWidget | None = page.focusWidget()  # None before anything had the keyboard
        self.setCurrentWidget(page)
        (page if last is None else last).setFocus()

    def _close(self, page: Page) -> None:
        page.keep_drafts()
        self.removeWidget(page)
        page.deleteLater()
