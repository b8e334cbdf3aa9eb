"""The text of a paper on screen: found as one types, and copied."""

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QGuiApplication
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QLineEdit, QWidget

from liaison.i18n import _
from ui.figures import figure
from ui.speaking import Speaking
from ui.widgets.pieces import button, label, row
from ui.workspace import Workspace


class PaperText(Speaking, QWidget):
    """A line to search the text of a document, and a button to copy that of the page."""

    def __init__(self, workspace: Workspace, document: QPdfDocument, view: QPdfView) -> None:
        super().__init__()
        self._workspace = workspace
        self._document = document
        self._view = view
        self._found = QPdfSearchModel(self)
        self._found.setDocument(document)
        view.setSearchModel(self._found)
        self._count = label("muted")
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(220)
        self.copy_button = button("link", self.copy_text)
        line = row(self._count, self.search, self.copy_button, spacing=6)
        self.setLayout(line)
        self.search.textChanged.connect(self._found.setSearchString)
        self.search.returnPressed.connect(self.next_match)
        self._found.countChanged.connect(self._tell)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self.search.setPlaceholderText(_("Find in the paper…"))
        self.search.setAccessibleName(_("Find in the paper"))
        self.copy_button.setText(_("Copy the text"))
        self.copy_button.setToolTip(_("Copy the text of the page on screen"))
        self._tell()

    def matches(self) -> int:
        """Return at how many places the searched text stands."""
        return self._found.rowCount(QModelIndex())

    def next_match(self) -> None:
        """Go to the next of them."""
        count = self.matches()
        if not count:
            return
        goal = (self._view.currentSearchResultIndex() + 1) % count
        self._view.setCurrentSearchResultIndex(goal)
        link = self._found.resultAtIndex(goal)
        self._view.pageNavigator().jump(link.page(), link.location(), 0)

    def _tell(self) -> None:
        found = _("found {count} times").format(count=figure(self.matches()))
        self._count.setText(found if self.search.text() else "")

    def copy_text(self) -> None:
        """Put the text of the page in sight on the clipboard."""
        if self._document.pageCount() > 0:
            page = max(0, self._view.pageNavigator().currentPage())
            QGuiApplication.clipboard().setText(self._document.getAllText(page).text())
            self._workspace.say(_("The text of the page is on the clipboard."))
