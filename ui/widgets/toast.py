"""Messages of the window: the passing toast and the banner that stays."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget
from shiboken6 import isValid

from liaison.i18n import _
from ui.figures import quotes_apart
from ui.widgets.pieces import button, label

_SECONDS = 7


def announce(widget: QWidget) -> None:
    """Tell screen readers that `widget` has something to say."""
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))


class Toast(QFrame):
    """A sentence at the foot of the window, gone after a few seconds."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("role", "toast")
        self._work: Callable[[], object] | None = None
        self.text = label(wrap=True)
        self.action = button("", self._act)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 10, 8)
        line.addWidget(self.text, 1)
        line.addWidget(self.action)
        self._timer = QTimer(self, singleShot=True, interval=_SECONDS * 1000)
        self._timer.timeout.connect(self.hide)
        window.installEventFilter(self)
        self.hide()

    def show_message(
        self, message: str, action: str = "", work: Callable[[], object] | None = None
    ) -> None:
        """Show `message`, with a button `action` that does `work` where given."""
        self._work = work
        self.text.setText(quotes_apart(message))
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.setAccessibleName(message)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self)

    def _act(self) -> None:
        self.hide()
        if self._work is not None:
            self._work()

    def _place(self) -> None:
        window = self._window
        metrics = self.text.fontMetrics()
        wish = metrics.horizontalAdvance(self.text.text()) + 48
        if self.action.text():
            wish += self.action.sizeHint().width() + 16
        width = min(wish, window.width() - 80, 760)
        self.resize(width, max(44, self.heightForWidth(width)))
        self.move((window.width() - width) // 2, window.height() - self.height() - 24)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay in place when the window is resized.

        A window that is going away still tells of it when this frame is gone on Qt's side.
        """
        if event.type() != QEvent.Type.Resize or not isValid(self):
            return False
        if self.isVisible():
            self._place()
        return super().eventFilter(watched, event)


class Banner(QFrame):
    """A sentence that stays above the page until it is closed, with up to two ways to act."""

    def __init__(self, role: str = "banner", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.text = label(wrap=True)
        self.first = button("", lambda: self._act(0))
        self.second = button("", lambda: self._act(1))
        self.close_button = button("link", self.hide)
        self._works: tuple[Callable[[], object], ...] = ()
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 6, 8, 6)
        line.addWidget(self.text, 1)
        for each in (self.first, self.second, self.close_button):
            line.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_message(self, message: str, *ways: tuple[str, Callable[[], object]]) -> None:
        """Show `message`, which may be closed, and what else may be done about it."""
        self.ask(message, *ways)
        self.close_button.show()

    def ask(self, message: str, *ways: tuple[str, Callable[[], object]]) -> None:
        """Show `message` and a button for each of up to two `ways` (label, work)."""
        self.text.setText(quotes_apart(message))
        self.setAccessibleName(message)
        self._works = tuple(work for _label, work in ways)
        for index, each in enumerate((self.first, self.second)):
            each.setVisible(index < len(ways))
            each.setText(ways[index][0] if index < len(ways) else "")
        self.close_button.setText(_("Close"))
        self.close_button.setVisible(not ways)
        self.show()
        announce(self)

    def _act(self, index: int) -> None:
        self.hide()
        self._works[index]()
