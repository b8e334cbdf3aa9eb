"""The print room: a paper beside its choices, all papers of a visit, and what changed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from liaison.domain.rules.periods import ReportTerms
from liaison.i18n import _, language
from ui import actions
from ui.day import today
from ui.page import Page
from ui.prints.edition_choice import LANGUAGES
from ui.prints.making import Made, Wish, make_paper
from ui.prints.offers import Offer, read_offers
from ui.prints.options import Options
from ui.prints.paper_view import PaperView
from ui.prints.printing_task import Printing
from ui.prints.saving import Saving
from ui.prints.tasks import Tasks
from ui.widgets.pieces import button, label, row
from ui.workspace import Workspace

if TYPE_CHECKING:
    from liaison.domain.rules.owed import Asked
    from liaison.prints.editions import Languages
    from liaison.prints.paper import Paper
_SIDE: Final = 332
_GUEST: Final = "guest"


class PreviewPage(Page):
    """The real pages of a paper beside its choices; for a visit two tasks besides.

    `task` is what to begin with: "" for the paper, "guest" for its guest edition, "all" or
    "changed"; `shown` what a list holds, or the days and sections of a report.
    """

    def __init__(
        self,
        workspace: Workspace,
        product: str,
        uid: str = "",
        task: str = "",
        shown: "Asked | ReportTerms | None" = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, parent)
        self.made: Made | None = None
        self._asked = (product, uid)
        self.paper = PaperView(workspace)
        wish = self._first_wish(product, uid, guest=task == _GUEST)
        if isinstance(shown, ReportTerms):
            wish = wish.but(since=shown.since, until=shown.until, sections=shown.sections)
        else:
            wish = wish.but(shown=shown)
        self.options = Options(workspace, wish)
        self.printing = Printing(workspace, self.paper, self.options, lambda: self.made)
        self.saving = Saving(workspace, self.options)
        self.tasks = Tasks(workspace, uid, "" if task == _GUEST else task)
        self._back = button("link", workspace.go_back)
        self._title = label("page-title", wrap=True)
        self._words = label("muted", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._connect()
        self.options.enable(ready=False)
        self.retranslate()

    def _first_wish(self, product: str, uid: str, *, guest: bool) -> Wish:
        kept = self.workspace.settings.get(f"prints/{product}")
        spoken: Languages = "en" if language() == "en" else "fa"
        wish = Wish(product, uid, spoken, guest)
        return wish.but(languages=kept) if kept in LANGUAGES else wish

    def _lay_out(self) -> None:
        self.states = QStackedWidget()
        self.states.addWidget(self._words)
        self.states.addWidget(self.paper)
        self.options.setFixedWidth(_SIDE)
        room = QWidget()
        body = QHBoxLayout(room)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        body.addWidget(self.states, 1)
        body.addWidget(self.options)
        self.tasks.add_paper(room)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 20)
        column.setSpacing(10)
        head = row(self._back, spacing=10)
        head.addWidget(self._title, 1)
        head.addWidget(self.tasks.buttons)
        column.addLayout(head)
        column.addWidget(self.tasks, 1)

    def _connect(self) -> None:
        options = self.options
        options.wished.connect(self._wish_again)
        options.turned.connect(self._make)
        self.tasks.turned.connect(self.retranslate)
        options.print_button.clicked.connect(self.print_shown)
        options.save_button.clicked.connect(self.save)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, self.save, "Ctrl+S", "F2", context=within)
        actions.bind(self, self.workspace.go_back, "Esc", context=within)

    def resize_shown(self, step: int) -> bool:
        """Zoom the paper while the keyboard is on it."""
        return self.paper.resize_shown(step)

    def chapter(self) -> str:
        """Return the chapter of the guide about this page."""
        return "printing"

    def title(self) -> str:
        """Return the title of the paper, or what is done with all of them."""
        paper = self.finished
        return self.tasks.title() or (paper.title if paper else _("Print preview"))

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
        wish = self.options.wish()
        self.workspace.settings.set(f"prints/{wish.product}", wish.languages)
        self._make()

    def refresh(self) -> None:
        """Read what can be printed here, and make the paper again, as the archive stands now."""
        archive, lang = self.workspace.archive, language()
        product, uid = self._asked
        self.options.enable(ready=False)
        if self.made is None:
            self._words.setText(_("The paper is being made…"))
            self.states.setCurrentWidget(self._words)
        self.workspace.jobs.run(
            lambda: read_offers(archive, product, uid, lang),
            self._show_offers,
            self._fail,
            owner=self,
            lane="offers",
        )

    def _show_offers(self, offers: Sequence[Offer]) -> None:
        self.options.show_offers(offers)
        is_visit = len({uid for each in offers for uid in each.records}) > 1
        self.tasks.offer(offers if is_visit or self.tasks.task else ())
        self._make()

    def _make(self) -> None:
        """Make the paper that is chosen."""
        archive, wish, day = self.workspace.archive, self.options.wish(), today()
        self.options.enable(ready=False)
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
        self.options.show_made(made)
        self.retranslate()
        self.name_window()

    def _fail(self, error: Exception) -> None:
        """Say that the paper could not be made at all."""
        self.made = None
        self._words.setText(_("The paper could not be made."))
        self.states.setCurrentWidget(self._words)
        self.workspace.troubled.emit(error)

    @property
    def at_work(self) -> bool:
        """Whether pages are on their way to a printer."""
        return self.printing.is_running or self.tasks.is_printing

    def break_off(self) -> None:
        """Stop printing."""
        self.printing.cancel()
        self.tasks.cancel()

    # -- handing it on

    def print_shown(self) -> None:
        """Ask for the printer and the pages, with the system's own dialog."""
        if self.tasks.task:
            self.tasks.print_shown()
        elif self.finished is not None:
            self.printing.ask(self.title())

    def save(self) -> None:
        """Ask where to save the PDF, under a name that says what it is."""
        if self.tasks.task:
            self.tasks.save()
        elif self.made is not None:
            self.saving.ask(self.made)
