"""The lines of cards and calendars: unfolded as bytes, so that no fold can part a letter.

Long ones, such as pictures, are not kept, and what is nested without end is refused.
"""

import quopri
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from vobject.base import ParseError, parseLine  # type: ignore[import-untyped] # it carries no types

from liaison.exchange.foreign.encodings import UTF16_BE, UTF16_LE, WINDOWS, decoded
from liaison.exchange.foreign.messages import Problem, Trouble

_LONGEST: Final = 1 << 18
_DEEPEST: Final = 8
_CHARSETS: Final[Mapping[str, str]] = {
    "utf-8": "utf-8",
    "us-ascii": "ascii",
    "windows-1256": "cp1256",
    "cp1256": "cp1256",
    "iso-8859-6": "iso8859-6",
    "windows-1252": "cp1252",
    "iso-8859-1": "latin-1",
}


@dataclass(frozen=True)
class ContentLine:
    """A property: its name and group in capitals, its parameters, and its value as written."""

    name: str
    group: str
    parameters: Mapping[str, Sequence[str]]
    value: str

    def kinds(self) -> frozenset[str]:
        """Return the types it names, in capitals: CELL, WORK; 2.1 writes them without TYPE."""
        named = [*self.parameters.get("TYPE", ()), *self.parameters.get("", ())]
        return frozenset(kind.strip().upper() for each in named for kind in each.split(","))


def raw_lines(content: bytes) -> Iterator[bytes]:
    """Yield the unfolded lines; one that is longer than any text is yielded empty after its name.

    Raises Problem where components are nested deeper than they ever are.
    """
    depth = 0
    for line in _unfolded(_narrow(content)):
        word = line[:6].upper()
        depth += (word == b"BEGIN:") - (line[:4].upper() == b"END:")
        if depth > _DEEPEST:
            raise Problem(Trouble.DEEP)
        yield line


def _narrow(content: bytes) -> bytes:
    """Return what is UTF-16 in UTF-8, and all else as it is."""
    found = decoded(content[: 1 << 16]).encoding
    if found in {UTF16_LE, UTF16_BE}:
        return decoded(content, found).text.encode("utf-8", "surrogatepass")
    return content.removeprefix(b"\xef\xbb\xbf")


def _unfolded(content: bytes) -> Iterator[bytes]:
    pieces: list[bytes] = []
    length = 0
    soft = False
    for physical in BytesIO(content):
        line = physical.rstrip(b"\r\n")
        if pieces and (soft or line[:1] in {b" ", b"\t"}):
            piece = line if soft else line[1:]
            if soft:
                pieces[-1] = pieces[-1][:-1]
        else:
            if pieces:
                yield _whole(pieces, length)
            pieces, length, piece = [], 0, line
        length += len(piece)
        if length <= _LONGEST or not pieces:
            pieces.append(piece)
        soft = piece.endswith(b"=") and b"QUOTED-PRINTABLE" in pieces[0][:200].upper()
    if pieces:
        yield _whole(pieces, length)


def _whole(pieces: list[bytes], length: int) -> bytes:
    if length > _LONGEST:
        return pieces[0][:200].partition(b":")[0] + b":"
    return b"".join(pieces)


def content_line(line: bytes, encoding: str = "") -> ContentLine | None:
    """Return the property a line holds, None for none; letters it cannot be read in stay broken.

    `encoding` is that of values which do not name theirs; UTF-8, or else Windows-1256, where it
    is "".
    """
    try:
        name, parameters, value, group = parseLine(_text(line, encoding))
    except ParseError:
        return None
    found: dict[str, list[str]] = {}
    for first, *rest in parameters:
        found.setdefault(first.upper() if rest else "", []).extend(rest or [first])
    charset = _CHARSETS.get("".join(found.get("CHARSET", ())).lower(), "")
    printable = {each.upper() for each in (*found.get("ENCODING", ()), *found.get("", ()))}
    if "QUOTED-PRINTABLE" in printable:
        value = _text(quopri.decodestring(value.encode("utf-8", "surrogateescape")), charset)
    elif charset:
        value = _text(line, charset).partition(":")[2]
    return ContentLine(name.upper(), (group or "").upper(), found, value)


def _text(line: bytes, encoding: str) -> str:
    if encoding:
        codec = "cp1256" if encoding == WINDOWS else encoding
        return line.decode(codec, "surrogateescape")
    try:
        return line.decode()
    except UnicodeDecodeError:
        return decoded(line).text
