"""The fonts of this computer that a paper can be set in, by family."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import ascii_letters, digits
from struct import error as unreadable
from struct import iter_unpack, unpack_from
from typing import BinaryIO, Final

import uharfbuzz as harfbuzz

_PERSIAN: Final = frozenset(map(ord, "آابپتثجچدذرزژسشصضطظعغفقکگلمنوهی۰۱۲۳۴۵۶۷۸۹"))
_LATIN: Final = frozenset(map(ord, ascii_letters + digits))
_NEEDED: Final = frozenset(("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name"))
_READ: Final = ("OS/2", "cmap", "head", "maxp", "name")
_HEADER: Final = 12
_ENTRY: Final = 16
_LARGEST_TABLE: Final = 16 << 20
_FAMILY_NAME: Final = 1
# The bits of OS/2: a font that may not be embedded, embedded only whole, or only as a bitmap.
_KIND_OF_LICENCE: Final = 0x000F
_RESTRICTED: Final = 0x0002
_WHOLE_OR_BITMAP: Final = 0x0300
_ITALIC: Final = 0x01
_BOLD: Final = 0x20


@dataclass(frozen=True)
class InstalledFamily:
    """The font files of one family; `persian` and `latin` say which script they can set."""

    name: str
    regular: Path
    bold: Path | None = None
    italic: Path | None = None
    persian: bool = False
    latin: bool = False


@dataclass(frozen=True)
class _Cut:
    family: str
    file: Path
    bold: bool
    italic: bool
    persian: bool
    latin: bool


def installed_fonts(folders: Sequence[Path] | None = None) -> list[InstalledFamily]:
    """Return the families whose files may be embedded in a paper, in the order of their names.

    Only TrueType outlines in files of their own count; what is damaged is passed over. Reads
    every font file of the computer, which can take a second. `folders` are searched instead of
    those of the system.
    """
    families: dict[str, list[_Cut]] = {}
    for file in _files(font_folders() if folders is None else folders):
        cut = _cut(file)
        if cut is not None and (cut.persian or cut.latin):
            families.setdefault(cut.family, []).append(cut)
    return [_family(families[name]) for name in sorted(families, key=str.casefold)]


def font_folders(
    system: str = sys.platform,
    variables: Mapping[str, str] = os.environ,
    home: Path | None = None,
) -> list[Path]:
    """Return the folders in which a system keeps its fonts; some of them may not be there."""
    home = home or Path.home()
    if system == "win32":
        own = variables.get("LOCALAPPDATA")
        found = [Path(variables.get("WINDIR", r"C:\Windows")) / "Fonts"]
        return [*found, Path(own) / "Microsoft" / "Windows" / "Fonts"] if own else found
    if system == "darwin":
        roots = (home / "Library", Path("/Library"), Path("/System/Library"))
        return [root / "Fonts" for root in roots]
    shared = variables.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    data = [variables.get("XDG_DATA_HOME") or home / ".local" / "share", *shared.split(":")]
    usual = [home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts")]
    return list(dict.fromkeys([*(Path(each) / "fonts" for each in data if each), *usual]))


def _files(folders: Sequence[Path]) -> Iterator[Path]:
    seen: set[Path] = set()
    for folder in folders:
        for place, _inner, names in os.walk(folder):
            for name in sorted(names):
                file = Path(place) / name
                if name.lower().endswith(".ttf") and file not in seen:
                    seen.add(file)
                    yield file


def _cut(file: Path) -> _Cut | None:
    """Read what a font file says of itself; None for one that cannot be used."""
    try:
        if not file.is_file():  # a pipe would keep its reader waiting
            return None
        with file.open("rb") as stream:
            return _read(file, stream)
    except (OSError, unreadable, harfbuzz.HarfBuzzError):
        return None


def _read(file: Path, stream: BinaryIO) -> _Cut | None:
    tables = _tables(stream)
    if not tables.keys() >= _NEEDED:
        return None
    # Only these are read of a font that may be many megabytes; HarfBuzz does not keep what it is
    # given, so they have to outlive the face.
    kept = {tag: _table(stream, tables[tag]) for tag in _READ}
    licence, chosen = _flags(kept["OS/2"])
    if licence & _KIND_OF_LICENCE == _RESTRICTED or licence & _WHOLE_OR_BITMAP:
        return None
    face = harfbuzz.Face.create_for_tables(lambda _face, tag, _data: kept.get(tag, b""), None)
    family = (face.get_name(_FAMILY_NAME) or "").strip()
    if not family or family.startswith("."):
        return None
    signs = set(face.unicodes)
    return _Cut(
        family,
        file,
        bold=bool(chosen & _BOLD),
        italic=bool(chosen & _ITALIC),
        persian=signs >= _PERSIAN,
        latin=signs >= _LATIN,
    )


def _tables(stream: BinaryIO) -> dict[str, tuple[int, int]]:
    """Read where each table of a font file stands: its first byte and its length."""
    count: int = unpack_from(">4xH", stream.read(_HEADER))[0]
    entries = stream.read(count * _ENTRY)
    whole = entries[: len(entries) - len(entries) % _ENTRY]
    return {
        tag.decode("latin-1"): (start, length)
        for tag, start, length in iter_unpack(">4s4xLL", whole)
    }


def _table(stream: BinaryIO, place: tuple[int, int]) -> bytes:
    start, length = place
    stream.seek(start)
    return stream.read(min(length, _LARGEST_TABLE))


def _flags(content: bytes) -> tuple[int, int]:
    """Read from the table OS/2 what the licence allows, and whether the cut is bold or italic."""
    licence, chosen = unpack_from(">8xH52xH", content)
    return licence, chosen


def _family(cuts: Sequence[_Cut]) -> InstalledFamily:
    """Put the cuts of a family together; what stands upright and light is the regular one."""
    first = min(cuts, key=lambda each: (each.bold + each.italic, each.bold))
    bold = next((each.file for each in cuts if each.bold and not each.italic), None)
    italic = next((each.file for each in cuts if each.italic and not each.bold), None)
    return InstalledFamily(
        first.family,
        first.file,
        None if bold == first.file else bold,
        None if italic == first.file else italic,
        first.persian,
        first.latin,
    )
