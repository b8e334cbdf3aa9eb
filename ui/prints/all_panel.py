"""«All of this visit»: every paper a PDF of its own in one folder, and what came of each."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from liaison.i18n import N_, _, language, ngettext
from ui import places
from ui.day import today
from ui.figures import figure
from ui.pages.checked_list import CheckedList
from ui.pages.visit_rows import Cell, Entry
from ui.prints.all_papers import Piece, Written, pieces, write_piece
from ui.prints.edition_choice import EditionChoice, edition_words
from ui.prints.making import Made, Wish, register
from ui.prints.offers import Offer
from ui.prints.task_side import TaskSide
from ui.prints.terms_choice import TermsChoice
from ui.series import Series
from ui.speaking import Speaking
from ui.widgets.pieces import button, no_margins
from ui.workspace import Workspace


class AllPanel(Speaking, QWidget):
    """The papers of a visit; the chosen ones are made one after the other in the background."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self._offers: Sequence[Offer] = ()
        self._pieces: list[Piece] = []
        self.written: dict[str, Written] = {}
        columns = ((N_("Printed paper"), 0.5), (N_("Edition"), 168), (N_("What came of it"), 0.5))
        self.list = CheckedList(
            workspace, N_("All of this visit"), columns, N_("There is nothing to print here.")
        )
        spoken = "en" if language() == "en" else "fa"
        # Any uid: the set is about records, not a list of the office.
        self.edition = EditionChoice(Wish("", "visit").but(languages=spoken))
        self.terms = TermsChoice(workspace, Wish(""))
        self.side = TaskSide(workspace, self.edition, self.terms)
        self.save_button = button("primary", self.ask)
        self.side.add_button(self.save_button)
        self.series = Series(workspace.jobs, self)
        line = QHBoxLayout(self)
        no_margins(line, 16)
        line.addWidget(self.list, 1)
        line.addWidget(self.side)
        self.edition.chosen.connect(self._edit)
        self.series.progressed.connect(self.side.show_progress)
        self.series.finished.connect(self._finish)
        self.series.failed.connect(workspace.troubled)
        self.side.cancel_button.clicked.connect(self.series.cancel)
        self.list.picked.connect(self._count)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self.save_button.setText(_("Save all as PDF…"))
        self.save_button.setToolTip("Ctrl+S")
        self._show()
        self._count()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show the papers of a visit, all of them chosen at first."""
        self._offers = offers
        self._edit()

    def _edit(self) -> None:
        """Show the papers in the chosen edition."""
        former = {each.key for each in self._pieces}
        chosen = self.list.checked
        edition = self.edition.put_into(Wish(""))
        self._pieces = pieces(self._offers, edition)
        self.written = {}
        self._show()
        self.list.check(chosen | {each.key for each in self._pieces} - former)

    def _show(self) -> None:
        self.list.show_papers([self._entry(each) for each in self._pieces])

    def _entry(self, piece: Piece) -> Entry:
        written = self.written.get(piece.key)
        wish = piece.wish
        notes = (("muted", piece.title),) if piece.title else ()
        return Entry(
            piece.key,
            (
                Cell(_(piece.label), notes, bold=True),
                Cell(edition_words(wish.languages, guest=wish.guest)),
                _outcome(written),
            ),
        )

    def _count(self) -> None:
        count = len(self.list.checked)
        text = ngettext("{count} paper chosen", "{count} papers chosen", count)
        self.side.words.setText(text.format(count=figure(count)))
        self.save_button.setEnabled(bool(count))

    # -- working

    def ask(self) -> None:
        """Ask for the folder, then write the chosen papers into it."""
        if self.series.is_running or not self.list.checked:
            return
        folder = places.ask_for_folder(self, places.last_folder(self.workspace.settings))
        if folder is not None:
            self.save_into(folder)

    def save_into(self, folder: Path) -> None:
        """Make the chosen papers one after the other and write each into `folder`."""
        places.remember_folder(self.workspace.settings, folder)
        archive, day, taken = self.workspace.archive, today(), set[str]()
        self.side.offer_folder(None)
        self._folder = folder

        def writer(piece: Piece) -> Callable[[], Written]:
            reasoned = Piece(self.terms.put_into(piece.wish), piece.label, piece.title)
            return lambda: write_piece(archive, reasoned, folder, taken, day)

        chosen = [each for each in self._pieces if each.key in self.list.checked]
        self.written = {}
        self._show()
        self.series.start([writer(each) for each in chosen])

    def _finish(self, results: list[Written], whole: bool) -> None:  # noqa: FBT001 - the signal's own
        self.side.show_progress(1, 1)
        self.written = {each.piece.key: each for each in results}
        done = [each for each in results if each.path is not None]
        for each in done:
            register(self.workspace, each.made, "saved")
        if any(each.made.wants_reason for each in results):
            self.terms.show_made(Made(Wish(""), today(), wants_reason=True))
        self._show()
        self.side.offer_folder(self._folder if done else None)
        told = ngettext("{count} paper was written.", "{count} papers were written.", len(done))
        sentences = [told.format(count=figure(len(done)))]
        if len(done) < len(results):
            refused = ngettext(
                "{count} was refused; the list says why.",
                "{count} were refused; the list says why.",
                len(results) - len(done),
            )
            sentences.append(refused.format(count=figure(len(results) - len(done))))
        if not whole:
            sentences.append(_("The rest was left out."))
        self.workspace.say(" ".join(sentences))


def _outcome(written: Written | None) -> Cell:
    """Say what came of a paper: its file and what to know of it, or why it was refused."""
    if written is None:
        return Cell()
    told = [each.message for each in written.made.told]
    if written.path is None:
        return Cell(_("Cannot be printed"), tuple(("red", each) for each in told), bold=True)
    count = ngettext("{count} page", "{count} pages", written.made.paper.pages)  # type: ignore[union-attr] # what was written was made
    pages = count.format(count=figure(written.made.paper.pages))  # type: ignore[union-attr] # the same
    notes: list[tuple[str, str]] = [("muted", pages)]
    if told:
        text = ngettext("{count} remark: {first}", "{count} remarks; first: {first}", len(told))
        notes.append(("amber", text.format(count=figure(len(told)), first=told[0])))
    return Cell(_("Saved"), tuple(notes))
