"""Blocks put onto pages one after the other, with what belongs together kept together."""

from collections import deque
from typing import Protocol

from reportlab.platypus.flowables import Flowable, PageBreak

from liaison.pdf.canvas import PageCanvas
from liaison.pdf.furniture import Frame
from liaison.pdf.part import PartBreak

_SLACK = 1e-6


class Pages(Protocol):
    """Opens and closes the pages of a document, part by part."""

    def start(self, part: PartBreak) -> None:
        """Let the next page be the first of a part."""
        ...

    def begin(self) -> Frame:
        """Open a page; give the frame for its text."""
        ...

    def end(self) -> None:
        """Close the page that is open."""
        ...


class Composer:
    """Fills pages from the top; a page is opened when there is something to put onto it."""

    def __init__(self, canvas: PageCanvas, pages: Pages) -> None:
        self._canvas = canvas
        self._pages = pages
        self._frame = Frame(0, 0, 0, 0)
        self._open = False
        self._y = 0.0
        self._gap = 0.0
        self._empty = True

    def pour(self, story: deque[Flowable]) -> None:
        """Place every block of a story; the last page is closed, and there is always one."""
        while story:
            block = story.popleft()
            if isinstance(block, PageBreak):
                if self._open and not self._empty:
                    self._turn()
                if isinstance(block, PartBreak):
                    self._pages.start(block)
                continue
            self._begin()
            if not self._empty and self._least(block, story) > self._room(block) + _SLACK:
                self._turn()
                story.appendleft(block)
            else:
                story.extendleft(reversed(self._place(block, self._tied(block, story))))
        if self._open or not self._canvas.page:
            self._begin()
            self._turn()

    def _begin(self) -> None:
        """Open a page unless one is."""
        if not self._open:
            self._frame = self._pages.begin()
            self._y = self._frame.top
            self._gap = 0.0
            self._open = self._empty = True

    def _turn(self) -> None:
        """Go on to the next page."""
        self._pages.end()
        self._open = False

    def _space_above(self, block: Flowable) -> float:
        return 0.0 if self._empty else max(self._gap, block.getSpaceBefore())

    def _room(self, block: Flowable) -> float:
        """Give the height that a page still has for a block."""
        return self._y - self._frame.bottom - self._space_above(block)

    def _place(self, block: Flowable, tied: float) -> list[Flowable]:
        """Draw a block, or what the page has room for; give what is left over.

        `tied` is the height of what its end has to share a page with.
        """
        width, room = self._frame.width, self._room(block)
        height = block.wrapOn(self._canvas, width, room)[1]
        parts: list[Flowable] = []
        if height <= room + _SLACK:
            if height + tied > room + _SLACK:
                parts = block.split_tail(width)
            if not parts and (self._empty or height + tied <= room + _SLACK):
                self._draw(block, height)
                return []
        else:
            parts = block.splitOn(self._canvas, width, room)
        head, *rest = parts or [block]
        if not rest and self._empty:
            head, *rest = self._force(block, room)
        if not rest and not self._empty:
            self._turn()
            return [block]
        self._draw(head, head.wrapOn(self._canvas, width, room)[1])
        if rest:
            self._turn()
        return rest

    def _force(self, block: Flowable, room: float) -> list[Flowable]:
        """Cut a block that not even an empty page holds, where it knows how."""
        split = getattr(block, "split_anyway", None)
        parts: list[Flowable] = split(self._frame.width, room) if split else []
        return parts or [block]

    def _draw(self, block: Flowable, height: float) -> None:
        self._y -= self._space_above(block) + height
        block.drawOn(self._canvas, self._frame.left, self._y)
        self._gap = block.getSpaceAfter()
        self._empty = self._empty and not height

    def _tied(self, block: Flowable, following: deque[Flowable]) -> float:
        """Give the height that the end of a block has to share its page with, 0 for none."""
        if not getattr(block, "tied", False) or not following:
            return 0.0
        after, *others = following
        gap: float = max(block.getSpaceAfter(), after.getSpaceBefore())
        return gap + self._least(after, deque(others))

    def _least(self, block: Flowable, following: deque[Flowable]) -> float:
        """Give the height that a block needs to begin on this page, what it heads included."""
        width = self._frame.width
        height = 0.0
        for after in following:
            if not block.getKeepWithNext():
                break
            height += block.wrapOn(self._canvas, width, self._frame.height)[1]
            height += max(block.getSpaceAfter(), after.getSpaceBefore())
            block = after
        first = getattr(block, "first_height", None)
        if first is None:  # one that is never cut
            least: float = height + block.wrapOn(self._canvas, width, self._frame.height)[1]
        else:
            least = height + first(width)
        return least if least <= self._frame.height else 0.0
