"""How much of what was printed comes out of the file again, by the readers people use."""

import re
import subprocess
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from unicodedata import normalize

import pypdfium2

_UNSEEN = re.compile(
    "[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\x00\x02]"
)

_PUNCTUATION = "،؛:؟!.,;…– "
_ENCLOSING = re.compile("[][()«»“”]")


def by_poppler(content: bytes, folder: Path) -> str:
    """Give the text as pdftotext reads it."""
    file = folder / "extracted.pdf"
    file.write_bytes(content)
    command = ["pdftotext", "-enc", "UTF-8", str(file), "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()  # noqa: S603 - our own file


def by_mupdf(content: bytes, folder: Path) -> str:
    """Give the text as mutool reads it."""
    file = folder / "extracted.pdf"
    file.write_bytes(content)
    command = ["mutool", "draw", "-q", "-F", "txt", str(file)]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()  # noqa: S603 - our own file


def by_structure(content: bytes, folder: Path) -> str:
    """Give the text in the order of the structure, as Poppler reads it; empty without one.

    The marks of an element stand in quotes on lines of their own and go on from each other.
    """
    file = folder / "extracted.pdf"
    file.write_bytes(content)
    command = ["pdfinfo", "-struct-text", str(file)]
    told = subprocess.run(command, check=True, capture_output=True).stdout.decode()  # noqa: S603 - our own file
    parts = [re.fullmatch(r'\s+"(.*)"', line) for line in told.split("\n")]
    return "".join(part[1] if part else "\n" for part in parts)


def by_pdfium(content: bytes) -> str:
    """Give the text as PDFium reads it, the reader inside Chromium and Qt."""
    with pypdfium2.PdfDocument(content) as document:
        pages = []
        for page in document:
            text = page.get_textpage()
            pages.append(text.get_text_range())
            text.close()
            page.close()
        return "\n".join(pages)


READERS: dict[str, Callable[[bytes, Path], str]] = {
    "Poppler": by_poppler,
    "PDFium": lambda content, _: by_pdfium(content),
    "MuPDF": by_mupdf,
    "structure": by_structure,
}


def comparable(text: str) -> str:
    """Give one spelling to what reads the same: NFKC, no invisible controls, single spaces."""
    return " ".join(normalize("NFKC", _UNSEEN.sub("", text)).split())


def fewest_edits(phrase: str, text: str) -> int:
    """Count the fewest edits that turn a phrase into any stretch of a text.

    The bit-parallel search of Myers (Journal of the ACM 46, 1999): one column of the table of
    distances is two integers.
    """
    length = len(phrase)
    if not length:
        return 0
    places: dict[str, int] = {}
    for index, sign in enumerate(phrase):
        places[sign] = places.get(sign, 0) | 1 << index
    full = (1 << length) - 1
    last = 1 << length - 1
    grows, falls, distance = full, 0, length
    best = distance
    for sign in text:
        match = places.get(sign, 0)
        vertical = match | falls
        horizontal = (((match & grows) + grows) ^ grows) | match
        rises = falls | ~(horizontal | grows) & full
        drops = grows & horizontal
        if rises & last:
            distance += 1
        elif drops & last:
            distance -= 1
            best = min(best, distance)
        rises = rises << 1 & full
        grows = (drops << 1 | ~(vertical | rises)) & full
        falls = rises & vertical
    return best


def error_rate(phrases: list[str], extracted: str) -> float:
    """Give the share of the phrases' characters that have to be edited to be found in a text."""
    text = comparable(extracted)
    sources = [comparable(phrase) for phrase in phrases]
    edits = sum(fewest_edits(source, text) for source in sources)
    return edits / sum(map(len, sources))


def searches(text: str) -> list[str]:
    """Give what somebody who looks for a text would type: some two to four words of it in turn.

    Nobody types what stands on either side of a bracket or quotation mark.
    """
    found = []
    for stretch in _ENCLOSING.split(comparable(text)):
        words = stretch.strip(_PUNCTUATION).split()
        for start, length in zip(range(0, len(words) - 1, 3), cycle((2, 3, 4)), strict=False):
            found.append(" ".join(words[start : start + length]).strip(_PUNCTUATION))
    return found


def found_rate(phrases: list[str], extracted: str) -> float:
    """Give the share of what is searched for in texts that is found as it was typed."""
    text = comparable(extracted)
    typed = [search for phrase in phrases for search in searches(phrase)]
    return sum(search in text for search in typed) / len(typed)
