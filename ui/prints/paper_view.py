"""The pages of a paper as they will leave the printer, to be looked at and searched."""

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QApplication, QFrame, QToolButton, QVBoxLayout, QWidget

from liaison.i18n import _
from ui import actions
from ui.figures import figure
from ui.icons import icon
from ui.prints.paper_text import PaperText
from ui.speaking import Speaking
from ui.tab_order import read_in_order
from ui.widgets.flow import FlowLayout
from ui.widgets.pieces import button, label, row
from ui.workspace import Workspace

_STEP: Final = 1.2
_LEAST, _MOST = 0.25, 4.0


class PaperView(Speaking, QFrame):
    """One page below the other, as wide as there is room, with a line to search their text."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._workspace = workspace
        self.document = QPdfDocument(self)
        self._buffer: QBuffer | None = None
        self.view = QPdfView(self)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setProperty("role", "listing")
        self.view.setPageSpacing(14)
        self.view.setDocument(self.document)
        self.page_label = label("muted")
        self.text = PaperText(workspace, self.document, self.view)
        self._tools = {
            "up": self._tool(lambda: self.turn(-1)),
            "down": self._tool(lambda: self.turn(1)),
            "minus": self._tool(lambda: self.zoom(1 / _STEP)),
            "plus": self._tool(lambda: self.zoom(_STEP)),
        }
        self._fit = button("link", self.fit)
        self._lay_out()
        self._connect()
        self._draw()
        self.retranslate()

    def _tool(self, work: object) -> QToolButton:
        made = QToolButton()
        made.setProperty("role", "inside")
        made.setIconSize(QSize(18, 18))
        made.clicked.connect(work)
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(8)
        tools = self._tools
        turning = (tools["up"], self.page_label, tools["down"])
        zooming = (tools["minus"], self._fit, tools["plus"])
        head = FlowLayout(spacing=18)  # at twice the text they do not stand beside each other
        for group in (turning, zooming, (self.text,)):
            holder = QWidget()
            holder.setLayout(row(*group, spacing=6))
            head.addWidget(holder)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        read_in_order(tools["up"], tools["down"], *zooming, self.view)

    def _connect(self) -> None:
        self.view.pageNavigator().currentPageChanged.connect(self._number)
        self._workspace.theme.changed.connect(self._draw)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, self.text.next_match, "F3", context=within)

    def _draw(self) -> None:
        tokens = self._workspace.theme.tokens
        for name, tool in self._tools.items():
            tool.setIcon(icon(name, tokens.muted))
        palette = self.view.palette()
        palette.setColor(QPalette.ColorRole.Dark, QColor(tokens.hover))
        self.view.setPalette(palette)

    def retranslate(self) -> None:
        """Say everything again."""
        self.view.setAccessibleName(_("Pages of the paper"))
        self._fit.setText(_("Fit width"))
        for name, words in (
            ("up", _("Previous page")),
            ("down", _("Next page")),
            ("minus", _("Smaller")),
            ("plus", _("Larger")),
        ):
            self._tools[name].setToolTip(words)
            self._tools[name].setAccessibleName(words)
        self._number()

    def resize_shown(self, step: int) -> bool:
        """Zoom by the keys of size while the keyboard is on the paper; tell whether it is."""
        focused = QApplication.focusWidget()
        if focused is None or not (focused is self or self.isAncestorOf(focused)):
            return False
        if step:
            self.zoom(_STEP**step)
        else:
            self.fit()
        return True

    # -- the paper

    def show_content(self, content: bytes) -> None:
        """Show the pages of a PDF; the page that was looked at stays in sight."""
        page = max(0, self.page)
        former = self._buffer
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        if former is not None:
            former.deleteLater()
        self._go(min(page, self.pages - 1))
        self._number()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return self.document.pageCount()

    @property
    def page(self) -> int:
        """The page in sight, from 0."""
        return self.view.pageNavigator().currentPage()

    def turn(self, step: int) -> None:
        """Go `step` pages on."""
        self._go(self.page + step)

    def _go(self, page: int) -> None:
        if 0 <= page < self.pages:
            self.view.pageNavigator().jump(page, QPoint(), 0)

    def _number(self) -> None:
        self.page_label.setText(
            _("Page {page} of {pages}").format(page=figure(self.page + 1), pages=figure(self.pages))
            if self.pages > 0
            else ""
        )

    def zoom(self, factor: float) -> None:
        """Show the pages larger or smaller."""
        if self.view.zoomMode() is not QPdfView.ZoomMode.Custom:
            width = self.document.pagePointSize(max(0, self.page)).width() or 1.0
            dots = self.view.logicalDpiX() / 72
            self.view.setZoomFactor(self.view.viewport().width() / (width * dots))
            self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(_MOST, max(_LEAST, self.view.zoomFactor() * factor)))

    def fit(self) -> None:
        """Show the pages as wide as there is room."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
