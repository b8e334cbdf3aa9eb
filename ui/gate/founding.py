"""The first start: what is asked before there is an archive, and how it then is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from liaison.errors import LiaisonError
from liaison.i18n import _
from ui.archive_places import fault_of
from ui.figures import left_to_right
from ui.gate.entering import found_for
from ui.keys.beginning_card import Answers, BeginningCard
from ui.keys.first_page import FirstPage
from ui.opening import loading, noted
from ui.settings import ARCHIVE
from ui.way import Way, way_into

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from liaison.storage.archive import Archive
    from ui.keys.door import Door
    from ui.workspace import Workspace


class Made(NamedTuple):
    """A new archive, its recovery key where it is encrypted, and what was not brought into it."""

    archive: Archive
    recovery: str
    trouble: LiaisonError | None


class Founding(QObject):
    """Leads from the first card to an archive."""

    there = Signal(object)
    """In the folder that was chosen an archive stands already: the way into it."""
    made = Signal(object)
    copy_wanted = Signal()

    def __init__(self, door: Door, workspace: Workspace, turn: Callable[[str], object]) -> None:
        """Stand in `door`; `turn` changes the language."""
        super().__init__(door)
        self._door, self._workspace, self._turn = door, workspace, turn
        self._answers: Answers | None = None
        self._is_loaded = False

    def begin(self) -> None:
        """Ask the next thing that was not said yet."""
        if self._answers is None:
            self.ask_office()
        else:
            self._ask_passphrase()

    def arm(self) -> None:
        """Judge passphrases from now on: what judges them is loaded."""
        self._is_loaded = True
        if isinstance(card := self._door.card, FirstPage):
            card.arm()

    # -- the office and the place

    def ask_office(self) -> None:
        """Ask who the office is and where its archive is kept."""
        folder = self._workspace.folder
        card = BeginningCard(folder, self._turn)
        if self._answers is not None:
            card.show_answers(self._answers)
        card.wanted.connect(self._take_answers)
        card.folder_chosen.connect(lambda chosen: self._look_at(card, chosen))
        self._door.show_card(card)
        if self._workspace.settings.get(ARCHIVE) == str(folder):
            text = _(
                "The archive was kept in {folder}, and it is not there now. Connect its disk and"
                " start again, or make a new one."
            )
            card.tell(text.format(folder=left_to_right(str(folder))))

    def _look_at(self, card: BeginningCard, folder: Path) -> None:
        """Say at once whether an archive can live in a folder."""
        self._workspace.jobs.run(lambda: fault_of(folder), card.refuse, owner=card, lane="folder")

    def _take_answers(self, answers: Answers) -> None:
        card = self._door.card
        if not isinstance(card, BeginningCard):
            return
        card.work(busy=True)

        def looked(fault: str) -> None:
            card.work(busy=False)
            if fault:
                card.refuse(fault)
            else:
                self._go_on(answers)

        self._workspace.jobs.run(lambda: fault_of(answers.folder), looked, owner=card)

    def _go_on(self, answers: Answers) -> None:
        workspace = self._workspace
        if answers.folder != workspace.folder:
            workspace.folder = answers.folder
            workspace.settings.set(ARCHIVE, str(answers.folder))
            workspace.settings.save()
        way = way_into(answers.folder)
        if way is not Way.NEW:
            self.there.emit(way)
            return
        self._answers = answers
        self._ask_passphrase()

    # -- the passphrase, or none

    def _ask_passphrase(self) -> None:
        card = FirstPage(self._workspace.theme)
        card.wanted.connect(self._found)
        card.plain_wanted.connect(self._make_plain)
        card.copy_wanted.connect(self.copy_wanted)
        card.left.connect(self.ask_office)
        self._door.show_card(card)
        if self._is_loaded:
            card.arm()

    def _found(self, name_fa: str, name_en: str, passphrase: str) -> None:
        folder, answers = self._workspace.folder, self._answers

        def work() -> Made:
            founded = found_for(folder, name_fa, name_en, passphrase)
            return Made(founded.archive, founded.recovery, furnished(founded.archive, answers))

        self._make(work)

    def _make_plain(self) -> None:
        folder, answers = self._workspace.folder, self._answers

        def work() -> Made:
            archive = noted(lambda: opened(folder))()
            return Made(archive, "", furnished(archive, answers))

        self._make(work)

    def _make(self, work: Callable[[], Made]) -> None:
        """Make the archive on the worker, and say on the card that it is being made, or why not."""
        card = self._door.card
        if not isinstance(card, FirstPage):
            return
        card.work(busy=True)
        if self._answers is not None and self._answers.with_sample:
            card.words.setText(_("The archive is being made, and the sample brought in…"))

        def failed(error: Exception) -> None:
            card.work(busy=False)
            card.retranslate()
            card.refuse(error)

        self._workspace.jobs.run(loading(work), self.made.emit, failed, owner=self)


def opened(folder: Path) -> Archive:
    """Make a new archive in `folder` that is not encrypted."""
    from liaison.storage.archive import Archive  # after the first picture

    return Archive.open(folder)


def furnished(archive: Archive, answers: Answers | None) -> LiaisonError | None:
    """Put into a new archive what was said; return what went wrong: the archive is there then."""
    if answers is None:
        return None
    from liaison.exchange.beginning import Beginning  # after the first picture

    said = answers._asdict()
    del said["folder"]
    try:
        Beginning(**said).furnish(archive)
    except LiaisonError as error:
        return error
    return None
