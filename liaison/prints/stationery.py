"""What the office's paper looks like: its names, emblem, margins, fonts and signature."""

from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path
from string import ascii_letters
from string import digits as digits_of_ascii
from types import MappingProxyType
from typing import Final

from liaison.domain.rules.facts import Finding
from liaison.domain.schema import Json
from liaison.drawing.emblem import read_emblem
from liaison.drawing.shapes import Picture
from liaison.errors import UserError
from liaison.i18n import N_, _, language
from liaison.language import digits
from liaison.pdf.fonts import DAMAGED, FontFamily, FontSet, default_fonts, firago
from liaison.pdf.installed_fonts import InstalledFamily
from liaison.pdf.page import render
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.part import A4, MILLIMETRE, Margins, PageSetup
from liaison.pdf.style import ParagraphStyle
from liaison.prints.both import Both
from liaison.storage import settings
from liaison.storage.archive import Archive

INVOCATION: Final = Both("بسمه تعالی", "")
LARGEST_EMBLEM: Final = 1 << 20
"""Bytes of the largest emblem."""

PAPERS: Final[Mapping[str, tuple[str, tuple[float, float]]]] = MappingProxyType(
    {
        "a4": (N_("A4"), A4),
        "a5": (N_("A5"), (148 * MILLIMETRE, 210 * MILLIMETRE)),
        "letter": (N_("US Letter"), (612.0, 792.0)),
    }
)
"""The papers an office may use: name, width and height in points."""

NARROWEST: Final[Mapping[str, float]] = MappingProxyType(
    {"top": 12.0, "bottom": 22.0, "binding": 8.0, "outer": 8.0}
)
"""The least margins in millimetres: head and foot of a page stand in the upper and lower one."""
WIDEST: Final = 50.0

_LINE: Final = f"{ascii_letters}{digits_of_ascii}.,:;()-/ ۰۱۲۳۴۵۶۷۸۹ ابپتجچحدرزژسصطعفقکگلمنوهی"
"""What every font of a paper is tried with; signs it lacks come from FiraGO."""
_PAIRS: Final = (
    "office",
    "unit",
    "signatory",
    "signatory_title",
    "preparer_initials",
    "invocation",
)


@dataclass(frozen=True)
class Stationery:
    """The settings of the office's paper.

    `office` and `unit` name who issues a paper, `signatory` and `signatory_title` who signs it,
    `preparer_initials` who made it ready. `emblem` holds the bytes of an SVG or PNG file, empty
    for none; a font that is None is FiraGO.
    """

    office: Both = field(default_factory=Both)
    unit: Both = field(default_factory=Both)
    signatory: Both = field(default_factory=Both)
    signatory_title: Both = field(default_factory=Both)
    preparer_initials: Both = field(default_factory=Both)
    invocation: Both = INVOCATION
    emblem: bytes = b""
    margins: Margins = field(default_factory=Margins)
    paper: str = "a4"
    persian_font: InstalledFamily | None = None
    latin_font: InstalledFamily | None = None

    @classmethod
    def of(cls, archive: Archive) -> "Stationery":
        """Return what the office set; what was never set, or cannot be read, has its default."""
        return cls.from_values(archive.settings.get)

    @classmethod
    def from_values(cls, get: Callable[..., Json]) -> "Stationery":
        """Return the stationery of `values`; `get` gives the value of a key, or what is usual."""
        pairs = {}
        for name in _PAIRS:
            usual = INVOCATION if name == "invocation" else Both()
            words = [get(f"{name}_{lang}", usual.of(lang)) for lang in ("fa", "en")]
            pairs[name] = Both(*(str(each or "") for each in words))
        paper = get(settings.PAPER)
        return cls(
            **pairs,
            emblem=_bytes(get(settings.EMBLEM)),
            margins=_margins(get(settings.MARGINS)),
            paper=paper if isinstance(paper, str) and paper in PAPERS else "a4",
            persian_font=_font(get(settings.PERSIAN_FONT)),
            latin_font=_font(get(settings.LATIN_FONT)),
        )

    def save(self, archive: Archive) -> None:
        """Keep in one change what differs from what the office set before.

        Raises UserError naming the field for what no paper can have.
        """
        self.check()
        before, now = Stationery.of(archive).values, self.values
        changed = {key: value for key, value in now.items() if value != before[key]}
        archive.settings.set_all(changed, _("Letterhead and fonts"))

    def check(self) -> None:
        """Raise UserError naming the field where a paper cannot be made so."""
        for name in NARROWEST:
            fault = margin_fault(name, getattr(self.margins, name))
            if fault:
                raise UserError(fault, field=name)
        if len(self.emblem) > LARGEST_EMBLEM:
            raise UserError(
                _("The emblem is larger than 1 MB; choose a smaller file."), field=settings.EMBLEM
            )

    @property
    def values(self) -> dict[str, Json]:
        """The settings as the archive keeps them, by key."""
        words = {
            f"{name}_{lang}": getattr(self, name).of(lang)
            for name in _PAIRS
            for lang in ("fa", "en")
        }
        return {
            **words,
            settings.EMBLEM: b64encode(self.emblem).decode(),
            settings.MARGINS: {name: getattr(self.margins, name) for name in NARROWEST},
            settings.PAPER: self.paper,
            settings.PERSIAN_FONT: _font_json(self.persian_font),
            settings.LATIN_FONT: _font_json(self.latin_font),
        }

    def dress(self, setup: PageSetup) -> PageSetup:
        """Return the pages of `setup` on the office's paper, with its margins and fonts."""
        return replace(setup, margins=self.margins, sheet=PAPERS[self.paper][1], fonts=self.fonts)

    @property
    def fonts(self) -> FontSet:
        """The fonts of both scripts; FiraGO stands in for one that is gone."""
        return self._opened[0]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the settings, told before a print."""
        return (*self._opened[1], *self._drawn[1])

    @property
    def picture(self) -> Picture | None:
        """The emblem as it is drawn; None where there is none, or none that can be read."""
        return self._drawn[0]

    @cached_property
    def _drawn(self) -> tuple[Picture | None, tuple[Finding, ...]]:
        if not self.emblem:
            return None, ()
        try:
            return read_emblem(self.emblem, _("Emblem")), ()
        except UserError as error:
            return None, (Finding("emblem", error.message),)

    @cached_property
    def _opened(self) -> tuple[FontSet, tuple[Finding, ...]]:
        if self.persian_font is None and self.latin_font is None:
            return default_fonts(), ()
        found: list[FontFamily] = []
        missed: list[Finding] = []
        for chosen in (self.persian_font, self.latin_font):
            family = firago() if chosen is None else _family(chosen)
            if family is None and chosen is not None:
                missed.append(_gone(chosen.name))
            found.append(family or firago())
        return FontSet(*found), tuple(missed)


def margin_fault(name: str, width: float) -> str:
    """Return why no paper can have a margin so wide, empty where it can."""
    if NARROWEST[name] <= width <= WIDEST:
        return ""
    return _("This margin takes from {least} to {most} millimetres.").format(
        least=digits.number(NARROWEST[name], language()),
        most=digits.number(WIDEST, language()),
    )


def _family(chosen: InstalledFamily) -> FontFamily | None:
    """Open the files of a family; None where they are gone or no longer fonts."""
    try:
        files = tuple(
            (each, each.stat().st_mtime_ns) if each else None
            for each in (chosen.regular, chosen.bold, chosen.italic)
        )
        return _opened_files(files)
    except DAMAGED:
        return None


@lru_cache(maxsize=8)
def _opened_files(files: tuple[tuple[Path, int] | None, ...]) -> FontFamily:
    """Open font files once for as long as they stay what they are, and set a line with them."""
    family = FontFamily.from_files(*(each[0] if each else None for each in files))  # type: ignore[arg-type] # the first is always there
    for face in filter(None, (family.regular, family.bold, family.italic)):
        _measures = face.bounds, face.italic_angle, face.ascent
    line = Paragraph(f"{_LINE} <b>{_LINE}</b> <i>{_LINE}</i>", ParagraphStyle())
    render([line], PageSetup("", fonts=FontSet(family, family)))
    return family


def _gone(name: str) -> Finding:
    return Finding(
        "font",
        _("The font “{name}” is no longer installed; FiraGO was used.").format(name=name),
    )


def _bytes(stored: Json) -> bytes:
    try:
        return b64decode(str(stored or ""), validate=True)
    except ValueError:
        return b""


def _margins(stored: Json) -> Margins:
    usual = Margins()
    if not isinstance(stored, dict):
        return usual
    kept = {
        name: float(value)
        for name, least in NARROWEST.items()
        if isinstance(value := stored.get(name), int | float) and least <= value <= WIDEST
    }
    return replace(usual, **kept)


def _font(stored: Json) -> InstalledFamily | None:
    if not isinstance(stored, dict) or not stored.get("regular"):
        return None
    regular, bold, italic = (str(stored.get(cut) or "") for cut in ("regular", "bold", "italic"))
    return InstalledFamily(
        str(stored.get("family") or Path(regular).stem),
        Path(regular),
        Path(bold) if bold else None,
        Path(italic) if italic else None,
    )


def _font_json(font: InstalledFamily | None) -> Json:
    if font is None:
        return None
    files = {"regular": font.regular, "bold": font.bold, "italic": font.italic}
    return {"family": font.name, **{cut: str(file or "") for cut, file in files.items()}}
