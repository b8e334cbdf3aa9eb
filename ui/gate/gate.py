"""Letting people in: the first start, signing in, the recovery key, and locking again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from liaison.errors import DamagedError, UserError
from liaison.i18n import _
from ui.backups.mending import offer_backup
from ui.first_paint import FirstPaint
from ui.gate.entering import (
    Recovered,
    Unlocked,
    open_for,
    people_of,
    readmit,
    recover,
    unlock,
)
from ui.gate.locking import Locking
from ui.gate.restoring import Restoring
from ui.gate.watching import Watching
from ui.keys.door import Door
from ui.keys.recovering import Readmission, RecoveryEntry
from ui.keys.recovery_card import RecoveryCard
from ui.keys.sign_in import SignIn
from ui.leaving import all_kept
from ui.opening import loading, noted
from ui.way import Way

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from liaison.storage.archive import Archive
    from liaison.storage.keys.keyring import Person
    from ui.gate.founding import Founding, Made
    from ui.keys.card import DoorCard
    from ui.window import Window

LAST: Final = "officer"
"""What this computer remembers: the uid of the officer who signed in last."""


class Gate(QObject):
    """Stands between the window and an archive that does not simply open."""

    def __init__(self, window: Window, open_plain: Callable[[], object]) -> None:
        """Keep the gate of `window`; `open_plain` opens an archive that is not encrypted."""
        super().__init__(window)
        self._window, self._open_plain = window, open_plain
        self._workspace = window.workspace
        self._door: Door | None = None
        self._recovered: Recovered | None = None
        self._made_founding: Founding | None = None
        self._locking = Locking(window)
        self._locking.done.connect(self._locked)
        self.watching = Watching(window, self._workspace)
        self._workspace.lock_wanted.connect(self.lock)
        window.gone.connect(self._close)

    @property
    def door(self) -> Door:
        """The door, put before the pages where it is not there yet."""
        if self._door is None:
            self._door = Door(self._workspace, self._window.language_wanted.emit)
            self._window.close_door(self._door)
        return self._door

    def _card(self) -> DoorCard | None:
        return self._door.card if self._door is not None else None

    def begin(self, way: Way) -> None:
        """Close the door and ask what is to be asked before the archive opens."""
        if way is Way.NEW:
            self._founding.begin()
            FirstPaint(self.door, self._load, self)
        elif way is Way.OPEN:
            self._open_unlocked()
        else:
            self._ask()
            FirstPaint(self.door, self._read, self)

    def _load(self) -> None:
        """Load the program while somebody reads and types."""
        self._workspace.jobs.run(loading(_nothing), self._loaded, owner=self)

    def _loaded(self, _nothing: None) -> None:
        if self._made_founding is not None:
            self._made_founding.arm()

    def _open_unlocked(self) -> None:
        """Open, or make, an archive that is not encrypted."""
        self._open_door()
        self._open_plain()

    def _open_door(self) -> None:
        self._door = self._made_founding = None
        self._window.open_door()

    # -- a new archive

    @property
    def _founding(self) -> Founding:
        """Who leads through the first start, made where there is one."""
        if self._made_founding is None:
            from ui.gate.founding import Founding  # only where there is no archive yet

            made = Founding(self.door, self._workspace, self._window.language_wanted.emit)
            made.there.connect(self.begin)
            made.made.connect(self._enter_new)
            made.copy_wanted.connect(self._restore)
            self._made_founding = made
        return self._made_founding

    def _enter_new(self, made: Made) -> None:
        """Show the pages of a new archive, after its recovery key where it has one."""
        if made.recovery:
            self._take(made.archive)
            card = RecoveryCard(self._workspace, made.recovery)
            card.done.connect(self._open_door)
            self.door.show_card(card)
        else:
            self._workspace.take(made.archive)
            self._open_door()
        if made.trouble is not None:
            self._window.errors.show(made.trouble)

    def _restore(self) -> None:
        """Make the archive of a copy, where nobody thinks better of it."""
        Restoring(self.door, self._workspace, self.begin).ask()

    # -- signing in

    def _ask(self, *, locked: bool = False) -> SignIn:
        card = SignIn(self._workspace.theme, locked=locked)
        card.wanted.connect(self._unlock)
        card.recovery_wanted.connect(self._ask_recovery)
        self.door.show_card(card)
        return card

    def _read(self) -> None:
        """Read who can sign in, and load the program behind that."""
        folder = self._workspace.folder
        self._workspace.jobs.run(lambda: people_of(folder), self._offer, self._stuck, owner=self)
        self._load()

    def _offer(self, people: Sequence[Person] | None) -> None:
        card = self._card()
        if people is None:
            self._open_unlocked()
        elif not people:
            self._ask_recovery()
        elif isinstance(card, SignIn):
            card.offer(people, str(self._workspace.settings.get(LAST, "")))

    def _stuck(self, error: Exception) -> None:
        """Say that nobody can sign in."""
        if (card := self._card()) is not None:
            card.setEnabled(False)
        self._window.errors.show(error)

    def _unlock(self, officer: str, passphrase: str) -> None:
        card, folder = self._card(), self._workspace.folder
        if card is None:
            return
        card.work(busy=True)
        self._workspace.jobs.run(
            lambda: unlock(folder, officer, passphrase), self._open, self._refuse, owner=self
        )

    def _open(self, unlocked: Unlocked) -> None:
        folder = self._workspace.folder
        self._workspace.jobs.run(
            loading(noted(lambda: open_for(folder, unlocked))),
            self._enter,
            lambda error: self._cannot_open(error, unlocked),
            owner=self,
        )

    def _refuse(self, error: Exception) -> None:
        """Say on the card why nobody is let in."""
        card = self._card()
        if card is not None:
            card.work(busy=False)
        match card, error:
            case ((SignIn() | RecoveryEntry()), UserError()):
                card.refuse(error.message)
            case Readmission(), _:
                card.refuse(error)
            case _:
                self._window.errors.show(error)

    def _cannot_open(self, error: Exception, unlocked: Unlocked) -> None:
        """Say why the archive stays closed; where it is damaged, offer a backup."""
        if (card := self._card()) is not None:
            card.work(busy=False)
        self._window.errors.show(error)
        if isinstance(error, DamagedError):
            offer_backup(
                self._workspace,
                self.door.banner,
                error,
                lambda: self._open(unlocked),
                self._window.errors.show,
                unlocked.key,
            )

    def _enter(self, archive: Archive) -> None:
        """Show the pages, at the place where the one who signed in left."""
        self._take(archive)
        self._open_door()
        self._locking.come_back()

    def _take(self, archive: Archive) -> None:
        self._workspace.settings.set(LAST, archive.officer)
        self._workspace.take(archive)
        self._workspace.jobs.run(self._workspace.drafts.seal_plain)

    # -- by the recovery key

    def _ask_recovery(self) -> None:
        card = RecoveryEntry()
        card.wanted.connect(self._recover)
        card.left.connect(self._ask_again)
        self.door.show_card(card)

    def _recover(self, typed: str) -> None:
        card, folder = self._card(), self._workspace.folder
        if card is None:
            return
        card.work(busy=True)
        self._workspace.jobs.run(
            loading(lambda: recover(folder, typed)), self._readmit, self._refuse, owner=self
        )

    def _readmit(self, recovered: Recovered) -> None:
        self._recovered = recovered
        card = Readmission(self._workspace.theme, recovered.officers)
        card.wanted.connect(self._readmitted)
        card.left.connect(self._ask_again)
        self.door.show_card(card)

    def _readmitted(self, officer: str, passphrase: str) -> None:
        card, recovered, folder = self._card(), self._recovered, self._workspace.folder
        if card is None or recovered is None:
            return
        card.work(busy=True)

        def entered(archive: Archive) -> None:
            self._recovered = None
            self._enter(archive)

        work = loading(noted(lambda: readmit(folder, recovered, officer, passphrase)))
        self._workspace.jobs.run(work, entered, self._refuse, owner=self)

    def _ask_again(self) -> None:
        """Go back to signing in."""
        recovered, self._recovered = self._recovered, None
        if recovered is not None:
            self._workspace.jobs.run(recovered.archive.close)
        self._ask()
        self._read()

    # -- locking

    def lock(self) -> None:
        """Close the archive and ask who comes in, as soon as what is under way has ended.

        Where something typed cannot be kept, that is said instead, and nothing is lost.
        """
        if not self._workspace.is_open or self._door is not None:
            return
        if self._workspace.archive.key is None:
            self._workspace.say(_("This archive is not encrypted, so there is nothing to lock."))
            return
        window = self._window
        if all_kept(self._workspace, window.banner, window.trail.pages, self._lock):
            self._lock()

    def _lock(self) -> None:
        self._ask(locked=True).work(busy=True)
        self._locking.begin()

    def _locked(self) -> None:
        if (card := self._card()) is not None:
            card.work(busy=False)
        self._read()

    def _close(self) -> None:
        """Close what was opened by the recovery key and is nobody's yet."""
        if self._recovered is not None:
            self._recovered.archive.close()


def _nothing() -> None:
    """Do nothing but load."""
