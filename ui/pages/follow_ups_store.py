"""The follow-ups at hand: worded when they come into sight, by whichever view shows them."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from ui.pages.follow_ups_numbers import Numbers
from ui.pages.follow_ups_reading import PAGE, Owed, Reading, read_owed
from ui.workspace import Workspace

_PAUSE: Final = 15
_KEPT: Final = 60 * PAGE
_IN_SIGHT: Final = 4


class OwedStore(QObject):
    """Holds the last reading and the follow-ups it worded; asks the worker for more."""

    arrived = Signal()
    """Some of what was missing is there."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.reading: Reading | None = None
        self.numbers = Numbers()
        self._at_hand: dict[int, Owed] = {}
        self._asked: set[int] = set()
        self._wanted: dict[int, Sequence[int]] = {}
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._fetch)

    def take(self, reading: Reading, numbers: Numbers) -> None:
        """Start from a new reading."""
        self.reading, self.numbers = reading, numbers
        self._at_hand = dict(reading.worded)
        self._asked.clear()
        self._wanted.clear()

    def learn(self, worded: Iterable[Owed]) -> None:
        """Take in follow-ups that a view read with its own."""
        self._at_hand.update({each.id: each for each in worded})

    def owed(self, identity: int) -> Owed | None:
        """Return a follow-up that is at hand."""
        return self._at_hand.get(identity)

    def look(self, ids: Sequence[int], place: int) -> Owed | None:
        """Return the follow-up at `place` of `ids`; where it is not at hand, ask for its page."""
        found = self._at_hand.get(ids[place])
        if found is None and ids[place] not in self._asked:
            begin = place - place % PAGE
            self._wanted.pop(ids[begin], None)
            self._wanted[ids[begin]] = ids[begin : begin + PAGE]
            if not self._timer.isActive():
                self._timer.start()
        return found

    def gather(
        self, ids: Iterable[int], take: Callable[[list[Owed]], object], owner: QObject
    ) -> None:
        """Let `take` have the follow-ups numbered `ids`, at once where all are at hand."""
        wanted = list(ids)
        found = [each for identity in wanted if (each := self._at_hand.get(identity))]
        reading, archive = self.reading, self._workspace.archive
        if len(found) == len(wanted) or reading is None:
            take(found)
            return
        self._workspace.jobs.run(lambda: read_owed(archive, wanted, reading), take, owner=owner)

    def _fetch(self) -> None:
        """Ask for the pages looked at last; those that only flew by are not waited for."""
        for ids in reversed(list(self._wanted.values())[-_IN_SIGHT:]):
            self._asked.update(ids)
            self._fetch_page(ids)
        self._wanted.clear()

    def _fetch_page(self, ids: Sequence[int]) -> None:
        reading, archive = self.reading, self._workspace.archive
        if reading is None:
            return

        def take(found: list[Owed]) -> None:
            if reading is not self.reading:
                return
            self._asked.difference_update(ids)
            self._at_hand.update({each.id: each for each in found})
            while len(self._at_hand) > _KEPT:
                del self._at_hand[next(iter(self._at_hand))]
            self.arrived.emit()

        self._workspace.jobs.run(lambda: read_owed(archive, ids, reading), take, owner=self)
