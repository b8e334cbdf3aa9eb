"""Marked words, and the search for them byte by byte in files, in names, and in open files."""

import json
import os
import random
import string
from collections.abc import Iterable, Iterator
from copy import copy
from pathlib import Path
from typing import Final

_PERSIAN: Final = "بپتجچحخدرزژسشصطعغفقگلمنهو"
_CHUNK: Final = 8 << 20
_PIECE: Final = 24
_PAPER: Final = b"%PDF-"
_OTHERS: Final = 64 << 20
"""Bytes of files in the folders of the whole system, above which they are not ours."""
_SYSTEM: Final = ("/tmp", "/var/tmp", "/dev/shm", f"/run/user/{os.getuid()}")  # noqa: S108 - looked through


class Needles:
    """A Persian word and an English one that stand nowhere else, and pieces of marked files."""

    def __init__(self, chance: random.Random) -> None:
        self.fa = "".join(chance.choices(_PERSIAN, k=9))
        self.en = "marked" + "".join(chance.choices(string.ascii_lowercase, k=9))
        self._sought = list(self._spellings())
        self._longest = 64

    def words(self, language: str) -> str:
        """Return the words of a field in a language, or in none."""
        return {"fa": f"واژهٔ {self.fa}", "en": f"word {self.en}"}.get(
            language, f"{self.fa} {self.en}"
        )

    def _spellings(self) -> Iterator[bytes]:
        for word in (self.fa, self.en, self.en.upper(), self.en.capitalize()):
            for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                yield word.encode(encoding)
        yield self.fa.encode("cp1256")
        yield json.dumps(self.fa).strip('"').encode()

    def add_content(self, content: bytes, other: bytes) -> None:
        """Look for pieces of a file too, whatever it is packed with.

        What stands in a file of the same sort with `other` words tells nothing.
        """
        step = max(_PIECE, len(content) // 40)
        pieces = (content[at : at + _PIECE] for at in range(0, len(content) - _PIECE, step))
        self._sought += [each for each in pieces if each not in other][:4]

    def only_words(self) -> "Needles":
        """Return the words alone: pieces of files may stand in those of others too."""
        words = copy(self)
        words._sought = list(self._spellings())
        return words

    def stands_in(self, content: bytes) -> bool:
        """Tell whether any of them stands somewhere in `content`."""
        return any(each in content for each in self._sought)

    def stands_in_file(self, path: Path) -> bool:
        """Tell whether any of them stands in a file or its name."""
        if self.stands_in(os.fsencode(path.name)):
            return True
        try:
            with path.open("rb") as file:
                before = b""
                while chunk := file.read(_CHUNK):
                    if self.stands_in(before + chunk):
                        return True
                    before = chunk[-self._longest :]
        except OSError:  # it has gone meanwhile
            return False
        return False


def found_under(needles: Needles, folders: Iterable[Path]) -> list[Path]:
    """Return the files and folders under `folders` in which a needle stands, and papers."""
    return [
        path
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if (path.is_file() and (needles.stands_in_file(path) or _is_paper(path)))
        or needles.stands_in(os.fsencode(path.name))
    ]


def _is_paper(path: Path) -> bool:
    """Tell whether a file is a printed paper, whose words are packed."""
    with path.open("rb") as file:
        return file.read(len(_PAPER)) == _PAPER


def found_in_system(needles: Needles, since: float, ours: Path) -> list[Path]:
    """Return the files written since a moment, in any temporary folder, in which a needle stands.

    What lies under `ours` is left out, and so are pieces of files: others have files as well.
    """
    needles = needles.only_words()
    found = []
    for root in _SYSTEM:
        for folder, names, files in os.walk(root):
            names[:] = [name for name in names if Path(folder, name) != ours]
            found += [
                path
                for path in (Path(folder, name) for name in files)
                if _is_new(path, since) and needles.stands_in_file(path)
            ]
    return found


def _is_new(path: Path, since: float) -> bool:
    try:
        about = path.lstat()
    except OSError:
        return False
    return path.is_file() and about.st_ctime >= since and about.st_size <= _OTHERS


def found_open(needles: Needles, process: int) -> list[str]:
    """Return the files a stopped process writes to, those without a name too, with a needle."""
    found = []
    for each in Path(f"/proc/{process}/fd").iterdir():
        try:
            leads_to = os.readlink(each)  # noqa: PTH115 - what has no name any more is no path
            flags = Path(f"/proc/{process}/fdinfo/{each.name}").read_text().split("flags:")[1]
        except OSError:
            continue
        writes = int(flags.split()[0], 8) & os.O_ACCMODE
        on_disk = leads_to.startswith("/") and not leads_to.startswith(("/memfd:", "/dev/"))
        if writes and on_disk and needles.stands_in_file(each):
            found.append(f"open: {leads_to}")
    return found
