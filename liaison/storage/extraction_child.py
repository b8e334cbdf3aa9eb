"""What the child process of the extraction does: bind its own hands, then read one file.

The file comes on standard input, its text leaves on standard output. Nothing here is caught that
is not expected: the process ends, and its parent takes the file for one without text.
"""

import io
import re
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import IO, Final
from xml.parsers import expat

import pypdfium2  # type: ignore[import-untyped] # it carries no types

from liaison.language.normalise import stored
from liaison.storage.confinement import bind
from liaison.storage.weighing import weigh

_MOST_LETTERS: Final = 2_000_000
_MOST_PLAIN: Final = 8 << 20
_BLOCK: Final = 1 << 16
_BROKEN_WORD: Final = re.compile("[\x02\ufffe](?:\r?\n)?")
"""PDFium's mark of a hyphen that only the end of a line called for."""
_PART: Final = re.compile(r"word/(?:document|header|footer|footnotes|endnotes|comments)\d*\.xml")
_BREAKS: Final = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def main(ending: str, seconds: str, megabytes: str) -> None:
    """Write the text of standard input to standard output, as `ending` says how to read it."""
    with open(0, "rb") as given:
        bind(int(seconds), int(megabytes) << 20)
        source = given if given.seekable() else io.BytesIO(given.read())
        room = _MOST_LETTERS
        for piece in _READERS[ending](source):
            text = stored(piece[:room])
            sys.stdout.buffer.write(text.encode() + b"\n")
            sys.stdout.buffer.flush()
            room -= len(text)
            if room <= 0:
                break


def _pdf(source: IO[bytes]) -> Iterator[str]:
    document = pypdfium2.PdfDocument(source)
    for number in range(len(document)):
        try:
            page = document[number]
            text = page.get_textpage()
        except pypdfium2.PdfiumError:  # one bad page does not spoil the others
            continue
        yield _BROKEN_WORD.sub("", text.get_text_range())
        text.close()
        page.close()


def _docx(source: IO[bytes]) -> Iterator[str]:
    with zipfile.ZipFile(source) as package:
        weigh(package)
        for part in sorted(package.namelist()):
            if _PART.fullmatch(part):
                with package.open(part) as content:
                    yield from _paragraphs(content)


def _paragraphs(content: IO[bytes]) -> Iterator[str]:
    """Read the paragraphs of one part as they come; a part that declares entities is refused."""
    parser = expat.ParserCreate(namespace_separator=" ")
    letters: list[str] = []
    within: list[str] = []

    def start(name: str, _attributes: Mapping[str, str]) -> None:
        local = name.rpartition(" ")[2]
        within.append(local)
        letters.extend(_BREAKS.get(local, ""))

    def end(_name: str) -> None:
        if within.pop() == "p":
            letters.append("\n")

    def characters(text: str) -> None:
        if within and within[-1] == "t":
            letters.append(text)

    def doctype(*_declared: object) -> None:
        raise expat.ExpatError

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    parser.StartDoctypeDeclHandler = doctype
    while block := content.read(_BLOCK):
        before = len(letters)
        parser.Parse(block, False)  # noqa: FBT003 - expat takes it by place
        if "\n" in letters[before:]:  # what has no end yet is not put together again and again
            paragraphs, _end, rest = "".join(letters).rpartition("\n")
            letters[:] = [rest]
            yield paragraphs
    parser.Parse(b"", True)  # noqa: FBT003 - as above
    yield "".join(letters)


def _plain(source: IO[bytes]) -> Iterator[str]:
    content = source.read(_MOST_PLAIN)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield content.decode("utf-16", "ignore")
        return
    try:
        yield content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What old Persian programs write; the last letter may be cut in two.
        cut = len(content) == _MOST_PLAIN
        yield content.decode("utf-8-sig" if cut else "cp1256", "ignore")


_READERS: Final[Mapping[str, Callable[[IO[bytes]], Iterator[str]]]] = {
    ".pdf": _pdf,
    ".docx": _docx,
    ".txt": _plain,
    ".md": _plain,
    ".csv": _plain,
}
