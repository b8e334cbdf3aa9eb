"""A travelling file looked at before it is taken in: numbers, questions, then one change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison.i18n import _, language
from ui.keys.passphrase_field import PassphraseField
from ui.speaking import Speaking
from ui.travel import kept_answers, words
from ui.travel.answering import Answering
from ui.widgets.pieces import button, card, label, no_margins, row

if TYPE_CHECKING:
    from pathlib import Path

    from liaison.exchange.travelling.merging import Merged
    from ui.travel.reading import Weighed
    from ui.workspace import Workspace


class Arriving(Speaking, QWidget):
    """One file: its passphrase where it needs one, what it brings, and the questions of it."""

    left = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.path: Path | None = None
        self.weighed: Weighed | None = None
        self.name, self.counts = label("strong", wrap=True), label("muted", wrap=True)
        self.state = label("muted", wrap=True)
        self.fault = label("error", wrap=True)
        self.passphrase = PassphraseField(workspace.theme)
        self.open_button = button("primary", self.open)
        self.take_button = button("primary", self.take_in)
        self.cancel_button = button("", self.left.emit)
        self.answering = Answering(workspace)
        self._lay_out()
        self.passphrase.entered.connect(self.open)
        self.answering.answered.connect(self._answered)
        self.retranslate()

    def _lay_out(self) -> None:
        frame, column = card()
        for each in (self.name, self.counts, self.state, self.passphrase, self.fault):
            column.addWidget(each)
        column.addLayout(row(self.cancel_button, 1, self.open_button, self.take_button))
        whole = QVBoxLayout(self)
        no_margins(whole, 12)
        whole.addWidget(frame)
        whole.addWidget(self.answering, 1)
        whole.addStretch(0)

    def retranslate(self) -> None:
        """Say everything again."""
        self.passphrase.set_name(_("Passphrase or code of the file"))
        self.open_button.setText(_("Open it"))
        self.take_button.setText(_("Take it in"))
        self.cancel_button.setText(_("Cancel"))
        if self.weighed is None:
            return
        archive, comparison, lang = self.workspace.archive, self.weighed.comparison, language()
        self._say()

        def work() -> object:
            from ui.travel.reading import in_words

            return in_words(archive, comparison, lang)

        self.workspace.jobs.run(work, self._say_again, owner=self, lane="words")

    def _say_again(self, asked: object) -> None:
        if isinstance(asked, tuple):
            self.answering.say_again(asked)

    def begin(self, path: Path, *, needs_passphrase: bool) -> None:
        """Look at the file at `path`; one that goes out is opened by its passphrase first."""
        self.path, self.weighed = path, None
        self.passphrase.clear()
        self.answering.ask(())
        self.name.setText(path.name)
        self._tell("")
        self._let()
        self.passphrase.setVisible(needs_passphrase)
        self.open_button.setVisible(needs_passphrase)
        if needs_passphrase:
            self.passphrase.setFocus()
        else:
            self.open()

    def open(self) -> None:
        """Read the file and compare it; whatever is wrong with it is said here."""
        path, typed = self.path, self.passphrase.passphrase
        if path is None:
            return
        archive, lang = self.workspace.archive, language()

        def work() -> Weighed:
            from ui.travel.reading import weigh

            return weigh(archive, path, typed, lang)

        self.workspace.jobs.run(work, self._show, self._refused, owner=self, lane="file")

    def _refused(self, error: Exception) -> None:
        from liaison.errors import LiaisonError

        if not isinstance(error, LiaisonError):
            self.workspace.troubled.emit(error)
            return
        self._tell(str(error))

    def _tell(self, fault: str) -> None:
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))

    def _show(self, weighed: Weighed) -> None:
        self.weighed = weighed
        self._tell("")
        self.passphrase.clear()
        self.passphrase.hide()
        self.open_button.hide()
        self.answering.ask(weighed.asked, kept_answers.find(self.workspace.drafts, weighed))
        self._say()
        if weighed.asked:
            self.answering.list.view.setFocus()
        else:
            self.take_button.setFocus()

    def _say(self) -> None:
        if self.weighed is None:
            return
        trip = self.weighed.arrival.trip
        people = _(", ").join(self.weighed.arrival.authors)
        title = (
            _("Back from the trip: {title} ({people})").format(title=trip.title, people=people)
            if people
            else _("Trip: {title}").format(title=trip.title)
        )
        self.name.setText(title)
        told = [words.brought(self.weighed)]
        if not trip.home and self.workspace.archive.key is None:
            told.append(
                _("This archive is not encrypted: whoever has its disk can read what is taken in.")
            )
        self.counts.setText("\n".join(told))
        self._let()

    def _answered(self) -> None:
        """Keep every answer: locked or torn down, the work is not lost."""
        if self.weighed is not None:
            drafts, answers = self.workspace.drafts, self.answering.answers
            kept_answers.keep(drafts, self.weighed, answers)
        self._let()

    def _let(self) -> None:
        """Let it be taken in once nothing waits for an answer."""
        is_open = self.weighed is not None
        waiting = self.answering.waiting
        for each in (self.counts, self.state, self.take_button):
            each.setVisible(is_open)
        self.answering.setVisible(is_open and bool(self.answering.asked))
        self.state.setText(words.questions(len(self.answering.shown()), waiting))
        self.take_button.setEnabled(is_open and not waiting)

    def take_in(self) -> None:
        """Write everything in one change."""
        weighed, answers = self.weighed, dict(self.answering.answers)
        if weighed is None or self.answering.waiting:
            return
        archive = self.workspace.archive

        def work() -> Merged:
            from ui.travel.reading import take_in

            return take_in(archive, weighed, answers)

        self.workspace.jobs.run(work, self._done, self._not_taken, owner=self)

    def _not_taken(self, error: Exception) -> None:
        """Say why nothing was written, and compare anew: the archive may have changed meanwhile."""
        self._refused(error)
        weighed, fault, lang = self.weighed, self.fault.text(), language()
        if weighed is None:
            return
        archive, arrival = self.workspace.archive, weighed.arrival

        def work() -> Weighed:
            from ui.travel.reading import weigh_again

            return weigh_again(archive, arrival, lang)

        def then(again: Weighed) -> None:
            self._show(again)
            self._tell(fault)

        self.workspace.jobs.run(work, then, owner=self, lane="file")

    def _done(self, merged: Merged) -> None:
        if self.weighed is not None:
            kept_answers.drop(self.workspace.drafts, self.weighed)
        self.weighed = None
        self.workspace.changed.emit()
        self.workspace.say(words.done(merged), _("Undo"), self.workspace.undo)
        self.left.emit()
