"""The encodings in which old files come, and which of them a file seems to be in.

What cannot be decoded stands in the text as half a surrogate pair, so that whoever cuts the text
into rows can refuse exactly those it stands in.
"""

import codecs
import re
from dataclasses import dataclass
from typing import Final

from liaison.errors import UserError
from liaison.i18n import N_, _

UTF8: Final = "utf-8"
UTF16_LE: Final = "utf-16-le"
UTF16_BE: Final = "utf-16-be"
WINDOWS: Final = "windows-1256"
MISREAD: Final = "windows-1256-misread"
"""UTF-8 whose letters came about when Windows-1256 was read as 1252: «ÊåÑÇä» for «تهران»."""

ENCODINGS: Final = {
    UTF8: N_("Unicode (UTF-8)"),
    UTF16_LE: N_("Unicode (UTF-16)"),
    UTF16_BE: N_("Unicode (UTF-16, big end first)"),
    WINDOWS: N_("Arabic (Windows-1256)"),
    MISREAD: N_("Arabic (Windows-1256) that was saved as Western letters"),
}
"""The encodings people can choose, with their labels."""

_BOMS: Final = (
    (codecs.BOM_UTF8, UTF8),
    (codecs.BOM_UTF16_LE, UTF16_LE),
    (codecs.BOM_UTF16_BE, UTF16_BE),
)
_LOOKED_AT: Final = 1 << 18
_WESTERN: Final = {
    character: bytes([code])
    for code in range(0x80, 0x100)
    for character in {bytes([code]).decode("cp1252", "ignore") or chr(code), chr(code)}
}
"""The byte that each letter was before it was read as 1252."""
_RUN: Final = re.compile(f"[{re.escape(''.join(_WESTERN))}]+")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_PERSIAN: Final = re.compile("[\u0600-\u06ff]")
_HIGH_SHARE: Final = 0.7
_MOSTLY: Final = 0.5


@dataclass(frozen=True)
class Decoded:
    """A text, the encoding it was read in, and those that are likely, this one among them."""

    text: str
    encoding: str
    likely: tuple[str, ...]


def decoded(content: bytes, encoding: str = "") -> Decoded:
    """Return the text of `content`, in `encoding` or in the one it seems to be in.

    Raises UserError for an encoding the program does not know.
    """
    if encoding and encoding not in ENCODINGS:
        raise UserError(
            _("“{encoding}” is no encoding of old files; known are {known}.").format(
                encoding=encoding, known=", ".join(ENCODINGS)
            )
        )
    likely = _likely(content)
    chosen = encoding or likely[0]
    return Decoded(_read(content, chosen), chosen, likely)


def seems_misread(text: str) -> bool:
    """Tell whether most words of `text` that are not English hold letters of a wrong reading."""
    words = [word for word in _WORD.findall(text[:_LOOKED_AT]) if not word.isascii()]
    if not words:
        return False
    wrong = sum(_is_misread(word) for word in words)
    return wrong > len(words) * _MOSTLY


def _is_misread(word: str) -> bool:
    western = sum(letter in _WESTERN for letter in word)
    return western > len(word) * _MOSTLY and bool(_PERSIAN.search(_mended(word)))


def _likely(content: bytes) -> tuple[str, ...]:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _with_misread(_read(content, encoding), encoding)
    if found := _without_mark(content[:_LOOKED_AT]):
        return (found,)
    text = content.decode(UTF8, "surrogateescape")
    broken = len(re.findall("[\udc80-\udcff]", text))
    foreign = sum(not letter.isascii() for letter in text) - broken
    if not broken:
        return _with_misread(text, UTF8)
    return (UTF8, WINDOWS) if foreign > broken else (WINDOWS, UTF8)


def _with_misread(text: str, encoding: str) -> tuple[str, ...]:
    return (encoding, MISREAD) if seems_misread(text) else (encoding,)


def _without_mark(start: bytes) -> str:
    """Return the form of UTF-16 by the high bytes of Latin and Persian letters, 0 and 6."""
    half = max(1, len(start) // 2)
    for encoding, offset in ((UTF16_LE, 1), (UTF16_BE, 0)):
        high, low = (
            side.count(0) + side.count(6) for side in (start[offset::2], start[1 - offset :: 2])
        )
        if high > half * _HIGH_SHARE and low * 10 < high:
            return encoding
    return ""


def _read(content: bytes, encoding: str) -> str:
    for mark, _marked in _BOMS:
        content = content.removeprefix(mark)
    if encoding == WINDOWS:
        return content.decode("cp1256")
    if encoding == MISREAD:
        return _mended(content.decode(UTF8, "surrogateescape"))
    if encoding == UTF8:
        return content.decode(UTF8, "surrogateescape")
    if len(content) % 2:  # the last letter was cut in half
        content += b"\xdc" if encoding == UTF16_LE else b"\x00"
    return content.decode(encoding, "surrogatepass")


def _mended(text: str) -> str:
    """Read what was misread once more, and leave what is Persian already."""
    return _RUN.sub(
        lambda run: b"".join(_WESTERN[letter] for letter in run[0]).decode("cp1256"), text
    )
