"""Beside the pages: what is printed and how, what to know before, and the ways to hand it on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from liaison.i18n import _, ngettext
from ui.figures import figure
from ui.prints.card_choice import CardChoice
from ui.prints.edition_choice import EditionChoice
from ui.prints.making import Made, Wish
from ui.prints.offers import Offer
from ui.prints.paper_choice import PaperChoice
from ui.prints.terms_choice import TermsChoice
from ui.prints.told_list import ToldList
from ui.sections import STATIONERY
from ui.speaking import Speaking
from ui.widgets.pieces import button, chip, label, row, rule
from ui.workspace import Workspace


class Options(Speaking, QFrame):
    """The choices of a paper, the findings, and the buttons that hand it on."""

    wished = Signal()
    """Another edition of the paper was chosen."""
    turned = Signal()
    """Another paper was chosen."""

    def __init__(self, workspace: Workspace, wish: Wish) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._wish = wish
        self.paper = PaperChoice(wish.product, wish.uid)
        kept = workspace.settings.get
        self.edition = EditionChoice(wish, lambda product: kept(f"prints/{product}"))
        self.cards = CardChoice()
        self.terms = TermsChoice(workspace, wish)
        self.told = ToldList(workspace)
        self._findings_title = label("card-title")
        self.pages = label("muted")
        self.revision = chip("blue")
        self.revision.hide()
        self.print_button, self.save_button = button("primary"), button("")
        self.folder_button, self.cancel_button = button("link"), button("link")
        self.letterhead_button = button("link", lambda: workspace.open_section(STATIONERY))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self._lay_out()
        self.paper.chosen.connect(self._turn)
        for each in (self.edition, self.cards, self.terms):
            each.chosen.connect(self.wished)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(10)
        column.addWidget(scrolling(self._choices()), 1)
        column.addWidget(self.progress)
        column.addWidget(self.cancel_button)
        column.addWidget(self.print_button)
        column.addWidget(self.save_button)
        column.addWidget(self.folder_button)
        column.addWidget(self.letterhead_button)
        self.progress.hide()
        self.cancel_button.hide()

    def _choices(self) -> QWidget:
        holder = QWidget()
        holder.setProperty("role", "plain")
        column = QVBoxLayout(holder)
        column.setContentsMargins(2, 0, 2, 0)
        column.setSpacing(12)
        for each in (self.paper, self.edition, self.cards, self.terms):
            column.addWidget(each)
        column.addWidget(rule())
        column.addLayout(row(self._findings_title, 1, self.revision, self.pages))
        column.addWidget(self.told)
        column.addStretch(1)
        return holder

    def retranslate(self) -> None:
        """Say everything again."""
        self._findings_title.setText(_("Before printing"))
        self.print_button.setText(_("Print…"))
        self.print_button.setToolTip("Ctrl+P")
        self.save_button.setText(_("Save as PDF"))
        self.save_button.setToolTip("Ctrl+S")
        self.folder_button.setText(_("Open the folder"))
        self.letterhead_button.setText(_("Letterhead and fonts"))
        self.cancel_button.setText(_("Cancel"))

    def wish(self) -> Wish:
        """Return the paper that is chosen."""
        product, uid = self.paper.wanted
        wish = self._wish.but(product=product, uid=uid)
        for each in (self.edition, self.cards, self.terms):
            wish = each.put_into(wish)
        return wish

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show what can be printed here."""
        self.paper.show_offers(offers)
        self._show_offer()

    def _turn(self) -> None:
        self.cards.forget()
        self._show_offer()
        self.turned.emit()

    def _show_offer(self) -> None:
        offer = self.paper.offer
        if offer is not None:
            for each in (self.edition, self.cards, self.terms):
                each.show_offer(offer)

    def show_made(self, made: Made) -> None:
        """Show what there is to know of a paper."""
        self.told.show_told(made.told)
        self.cards.show_made(made)
        self.terms.show_made(made)
        self.enable(ready=made.paper is not None)
        revision = made.ready.revision if made.ready is not None else 1
        self.revision.setText(_("Revision {number}").format(number=figure(revision)))
        self.revision.setVisible(revision > 1)

    def show_pages(self, count: int) -> None:
        """Say how many pages the paper has."""
        text = ngettext("{count} page", "{count} pages", count).format(count=figure(count))
        self.pages.setText(text if count else "")

    # -- at work

    def enable(self, ready: bool) -> None:  # noqa: FBT001 - the state itself
        """Let the paper be handed on, or not."""
        self.print_button.setEnabled(ready)
        self.save_button.setEnabled(ready)

    def show_progress(self, done: int, whole: int) -> None:
        """Show how far printing is; nothing once all is done."""
        under_way = done < whole
        self.progress.setRange(0, whole)
        self.progress.setValue(done)
        self.progress.setVisible(under_way)
        self.cancel_button.setVisible(under_way)
        self.print_button.setEnabled(not under_way)


def scrolling(inside: QWidget) -> QScrollArea:
    """Return a frame in which `inside` scrolls up and down."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
