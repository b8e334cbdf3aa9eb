"""The page on which a paper is looked at before it is printed or saved."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from liaison.i18n import _, language
from ui import actions
from ui.page import Page
from ui.pages.desk import today
from ui.prints.making import Made, Wish, make_paper
from ui.prints.naming import file_name
from ui.prints.options import Options
from ui.prints.paper_view import PaperView
from ui.prints.printing_task import Printing
from ui.prints.saving import Saving
from ui.widgets.pieces import button, label, row
from ui.workspace import Workspace

if TYPE_CHECKING:
    from liaison.prints.editions import Languages
    from liaison.prints.paper import Paper
_SIDE: Final = 332


class PreviewPage(Page):
    """The real pages of a paper beside the choice of its edition."""

    def __init__(
        self, workspace: Workspace, product: str, uid: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, parent)
        self.made: Made | None = None
        self._settings_key = f"prints/{product}"
        self.paper = PaperView(workspace)
        self.options = Options(workspace, self._first_wish(product, uid))
        self.printing = Printing(workspace, self.paper, self.options)
        self.saving = Saving(workspace, self.options)
        self._back = button("link", workspace.go_back)
        self._title = label("page-title")
        self._words = label("muted", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._connect()
        self.options.enable(ready=False)
        self.retranslate()

    def _first_wish(self, product: str, uid: str) -> Wish:
        kept = self.workspace.settings.get(self._settings_key)
        spoken: Languages = "en" if language() == "en" else "fa"
        if kept in {"fa", "en", "both"}:
            return Wish(product, uid).but(languages=str(kept))
        return Wish(product, uid, spoken)

    def _lay_out(self) -> None:
        self.states = QStackedWidget()
        self.states.addWidget(self._words)
        self.states.addWidget(self.paper)
        self.options.setFixedWidth(_SIDE)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self.states, 1)
        body.addWidget(self.options)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 20)
        column.setSpacing(10)
        column.addLayout(row(self._back, self._title, 1, spacing=10))
        column.addLayout(body, 1)

    def _connect(self) -> None:
        options = self.options
        options.wished.connect(self._wish_again)
        options.print_button.clicked.connect(self.print_shown)
        options.save_button.clicked.connect(self.save)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, self.save, "Ctrl+S", "F2", context=within)
        actions.bind(self, self.workspace.go_back, "Esc", context=within)

    def title(self) -> str:
        """Return the title of the paper."""
        paper = self.finished
        return paper.title if paper else _("Print preview")

    @property
    def finished(self) -> "Paper | None":
        """The paper on screen, None where there is none."""
        return self.made.paper if self.made else None

    def retranslate(self) -> None:
        """Say everything again."""
        self._back.setText(_("Back"))
        self._back.setToolTip("Esc")
        self._title.setText(self.title())
        self.options.show_pages(self.finished.pages if self.finished else 0)

    # -- making

    def _wish_again(self) -> None:
        self.workspace.settings.set(self._settings_key, self.options.wish().languages)
        self.refresh()

    def refresh(self) -> None:
        """Make the paper again, as the archive stands now."""
        archive, wish, day = self.workspace.archive, self.options.wish(), today()
        self.options.enable(ready=False)
        if self.made is None:
            self._words.setText(_("The paper is being made…"))
            self.states.setCurrentWidget(self._words)
        self.workspace.jobs.run(
            lambda: make_paper(archive, wish, day),
            self._show,
            self._fail,
            owner=self,
            lane="paper",
        )

    def _show(self, made: Made) -> None:
        self.made = made
        self.saving.begin_again()
        if made.paper is not None:
            self.paper.show_content(made.paper.content)
            self.states.setCurrentWidget(self.paper)
        else:
            self._words.setText(_("This edition may not be printed. Beside it stands why."))
            self.states.setCurrentWidget(self._words)
        self.options.show_told(made.told)
        self.options.enable(ready=made.paper is not None)
        self.retranslate()
        self.window().setWindowTitle(f"{self.title()} — {_('Liaison')}")

    def _fail(self, error: Exception) -> None:
        """Say that the paper could not be made at all."""
        self.made = None
        self._words.setText(_("The paper could not be made."))
        self.states.setCurrentWidget(self._words)
        self.workspace.troubled.emit(error)

    # -- handing it on

    def print_shown(self) -> None:
        """Ask for the printer and the pages, with the system's own dialog."""
        if self.finished is not None:
            self.printing.ask(self.title())

    def save(self) -> None:
        """Ask where to save the PDF, under a name that says what it is."""
        made, paper = self.made, self.finished
        if made is not None and paper is not None:
            spoken = "en" if self.options.wish().languages == "en" else "fa"
            self.saving.ask(file_name(paper.title, made.day, spoken), paper.content)
