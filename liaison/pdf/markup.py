"""The small markup of a paragraph: <b>, <i>, <br/> and <span color="#RRGGBB">.

Anything else that looks like a tag is text and is printed as it stands.
"""

import re
from dataclasses import dataclass, replace
from typing import NamedTuple
from unicodedata import normalize

# A line break inside a paragraph; U+2028 leaves the bidirectional paragraph whole (UAX #9, 3.3.1).
LINE_BREAK = "\u2028"

_TAG = re.compile(
    r"""<(?:(?P<open>b|i)>|(?P<close>/(?:b|i|span))>|br\s*/?>"""
    r"""|span\s+color=["'](?P<colour>\#[0-9A-Fa-f]{6})["']>)"""
)
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&"}
_ENTITY = re.compile("|".join(_ENTITIES))
_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2029]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Emphasis:
    """What the markup asks of a stretch of text."""

    bold: bool = False
    italic: bool = False
    colour: str = ""


class Span(NamedTuple):
    """A stretch of plain text, up to but without `stop`, in one emphasis."""

    stop: int
    emphasis: Emphasis


PLAIN = Emphasis()


def escape(text: str) -> str:
    """Make any text safe to stand inside markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def parse(markup: str) -> tuple[str, list[Span]]:
    """Take the tags off: the plain text in NFC, and its stretches of one emphasis in order."""
    markup = printable(markup)
    if "<" not in markup and "&" not in markup:
        return markup, [Span(len(markup), PLAIN)]
    pieces: list[str] = []
    spans: list[Span] = []
    stack = [PLAIN]
    length = at = 0
    for tag in _TAG.finditer(markup):
        piece = _unescape(markup[at : tag.start()])
        at = tag.end()
        if tag.group().startswith("<br"):
            piece += LINE_BREAK
        if piece:
            length += len(piece)
            pieces.append(piece)
            spans.append(Span(length, stack[-1]))
        _turn(stack, tag)
    piece = _unescape(markup[at:])
    if piece or not spans:
        pieces.append(piece)
        spans.append(Span(length + len(piece), stack[-1]))
    return "".join(pieces), spans


def _turn(stack: list[Emphasis], tag: re.Match[str]) -> None:
    """Open or close an emphasis."""
    if tag["open"] == "b":
        stack.append(replace(stack[-1], bold=True))
    elif tag["open"]:
        stack.append(replace(stack[-1], italic=True))
    elif tag["colour"]:
        stack.append(replace(stack[-1], colour=tag["colour"]))
    elif tag["close"] and len(stack) > 1:
        stack.pop()


def _unescape(text: str) -> str:
    return _ENTITY.sub(lambda entity: _ENTITIES[entity.group()], text)


def printable(text: str) -> str:
    """Bring a text to NFC and its line ends to one kind; drop what no font can show."""
    text = _BREAKS.sub(LINE_BREAK, normalize("NFC", text)).replace("\t", " ")
    return _SURROGATE.sub("\ufffd", _UNPRINTABLE.sub("", text))
