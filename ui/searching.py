"""What the search box answers: records, commands, and what was opened last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject

from liaison.i18n import _, language
from ui import commands
from ui.commands import Hands, Now
from ui.figures import figure, isolated
from ui.found import suggestions
from ui.recent import known, recent
from ui.search_box import ALL
from ui.widgets.hits import Suggestion
from ui.widgets.type_chips import TypeChips

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from liaison.storage.archive import Archive
    from liaison.storage.search import Hit, Tally
    from ui.commands import Command
    from ui.search_box import SearchBox

T = TypeVar("T")
ONLY_COMMANDS: Final = (">", "›", "<")  # the key of the first types the last in a Persian layout
_SEARCHED: Final = 30
_BEFORE_COMMANDS: Final = 8
_FEW: Final = 4
_PROPOSED: Final = 5


__all__ = ["Hands", "Searching", "answer"]


def answer(box: SearchBox, hands: Hands, text: str) -> None:
    """Show in `box` what answers `text`."""
    known = box.findChild(Searching)
    (Searching(box, hands) if known is None else known).ask(text)


class Searching(QObject):
    """Answers one search box: reads on the worker, and shows all at once."""

    def __init__(self, box: SearchBox, hands: Hands) -> None:
        super().__init__(box)
        self._box, self._hands = box, hands
        self._text = ""
        self._hits: Sequence[Hit] = ()
        self._tally: Tally | None = None
        self._now = Now()
        self.chips = TypeChips(reached_by_tab=False)
        box.drop_down.put_above(self.chips)
        self.chips.narrowed.connect(self._find)
        box.stepped.connect(self.chips.step)
        box.done.connect(self._do)

    # -- asking

    def ask(self, text: str) -> None:
        """Find what answers `text`; propose something where it is empty."""
        archive, self._text, self._tally = self._hands.workspace.archive, text.strip(), None
        self._show_chips()
        if not self._text or self._text.startswith(ONLY_COMMANDS):
            uids = recent(self._hands.workspace) if not self._text else ()
            self._run(lambda: (known(archive, uids), _now(archive)), self._proposed)
        else:
            self._find("")

    def _find(self, type_name: str) -> None:
        archive, text = self._hands.workspace.archive, self._text
        types = (type_name,) if type_name else ()
        self._run(lambda: archive.search(text, types=types, limit=_SEARCHED), self._found)

    def _run(self, read: Callable[[], T], take: Callable[[T], object]) -> None:
        self._hands.workspace.jobs.run(read, take, owner=self, lane="search")

    def _found(self, hits: Sequence[Hit]) -> None:
        """Show the hits at once; how many there are, and what can be undone, is read after that."""
        self._hits = hits
        if self._box.text().strip() != self._text:  # something was opened, or all taken back
            return
        self._box.offer(list(self._answer()))
        if self._tally is None:
            archive, text = self._hands.workspace.archive, self._text
            self._hands.workspace.jobs.run(
                lambda: (text, archive.tally(text), _now(archive)),
                self._tallied,
                owner=self,
                lane="tally",
            )

    def _proposed(self, answer: tuple[Sequence[Hit], Now]) -> None:
        self._hits, self._now = answer
        if self._box.text().strip() == self._text:  # somebody may have begun to type
            self._box.offer(list(self._proposals()))

    def _tallied(self, answer: tuple[str, Tally, Now]) -> None:
        text, tally, self._now = answer
        if text == self._text and self._box.drop_down.visible:
            self._tally = tally
            self._show_chips()
            row = self._box.drop_down.list.currentIndex().row()
            self._box.offer(list(self._answer()))
            self._box.drop_down.list.stand_on(row)

    def _show_chips(self) -> None:
        if self._tally is None:
            self.chips.chosen = ""
            self.chips.hide()
        else:
            self.chips.show_tally(self._tally)
        self._box.narrowable = self._tally is not None and bool(self.chips.buttons)

    # -- answering

    def _answer(self) -> Iterator[Suggestion]:
        """Give the records found, a few commands behind the best, and the way to all."""
        found = suggestions(self._hits, text=self._text)
        able = commands.possible(self._hands, self._now)
        meant = [] if self.chips.chosen else commands.matching(able, self._text)[:_FEW]
        at = _BEFORE_COMMANDS if meant else len(found)
        yield from found[:at]
        if meant:
            yield Suggestion("", "", _("Commands"), heading=True)
            yield from self._lines(meant)
        if self._hits:
            yield Suggestion("", "", self._all(), "Ctrl+Enter", command=ALL)

    def _all(self) -> str:
        words = isolated(self._text)
        if self._tally is None:
            return _("All results for “{text}”").format(text=words)
        number = figure(self._tally.total)
        count = number if self._tally.whole else _("{count}+").format(count=number)
        told = _("Only similar words: {count} results for “{text}”")
        plain = _("All {count} results for “{text}”")
        return (told if self._tally.widened else plain).format(count=count, text=words)

    def _proposals(self) -> Iterator[Suggestion]:
        """Give what was opened last and what is done most, or the commands alone."""
        able = commands.possible(self._hands, self._now)
        if self._text:
            asked = self._text.lstrip("".join(ONLY_COMMANDS))
            yield from self._lines(commands.matching(able, asked) if asked.strip() else able)
            return
        if self._hits:
            yield Suggestion("", "", _("Opened last"), heading=True)
            yield from suggestions(self._hits)
        yield Suggestion("", "", _("Commands – all of them with >"), heading=True)
        yield from self._lines(commands.frequent(self._hands, able, _PROPOSED))

    def _lines(self, able: Sequence[Command]) -> Iterator[Suggestion]:
        for each in able:
            yield Suggestion("", "", each.text(language(), self._now), each.key, command=each.name)

    def _do(self, name: str) -> None:
        """Do a command, if it still can be done."""
        for each in commands.possible(self._hands, self._now):
            if each.name == name:
                commands.count_use(self._hands, each)
                each.do(self._hands)


def _now(archive: Archive) -> Now:
    if archive.read_only:
        return Now()
    return Now(archive.undoable(), archive.redoable())
