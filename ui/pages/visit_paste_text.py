"""A table of people as it comes from a spreadsheet or an e-mail, read into columns and names."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from liaison.exchange.foreign.parting import parted
from liaison.i18n import N_
from liaison.language import keys
from liaison.language.digits import to_ascii
from liaison.language.normalise import stored
from liaison.language.tongues import language_of

COLUMNS: Final = {
    "": N_("Leave out"),
    "name": N_("Name"),
    "given": N_("Given name"),
    "family": N_("Family name"),
    "office": N_("Office held"),
    "city": N_("City"),
    "role": N_("Role"),
    "email": N_("E-mail"),
    "phone": N_("Telephone"),
}
"""What a column of the table may hold; the language of a text is told by its letters."""

_HEADS: Final = {
    "name": "name|full name|names|member|delegate|participant|نام و نام خانوادگی|اسم|عضو|نام کامل",
    "given": "given name|first name|forename|نام|نام کوچک",
    "family": "family name|last name|surname|نام خانوادگی|فامیلی|شهرت",
    "office": "office|title|position|post|job title|function|designation|سمت|پست|عنوان|مسئولیت",
    "city": "city|town|municipality|شهر|شهرداری",
    "role": "role|role in delegation|نقش|نقش در هیئت",
    "email": "e mail|email|mail|ایمیل|رایانامه|پست الکترونیک",
    "phone": "phone|telephone|mobile|tel|cell|تلفن|همراه|موبایل|شماره تماس",
    "": "no|nr|row|number|#|rank|ردیف|شماره",
}
_OFFICE: Final = re.compile(
    r"\b(mayor|deputy|head|chair\w*|director|manager|member of|council\w*|advis[eo]r|expert"
    r"|interpreter|translator|secretary|officer|specialist|president|governor|chief|consul"
    r"|ambassador|engineer|assistant|driver|journalist|photographer|coordinator|department)\b"
    r"|شهردار|معاون|رئیس|رییس|مدیر|عضو شورا|کارشناس|مشاور|مترجم|دبیر|محافظ|خبرنگار|راننده|نماینده",
    re.IGNORECASE,
)
_ROLES: Final[Sequence[tuple[str, str]]] = (
    ("deputy_head", r"deputy head of (the )?delegation|نایب.?رئیس هیئت"),
    ("head", r"head of (the )?delegation|رئیس هیئت"),
    ("interpreter", r"interpreter|translator|مترجم"),
    ("security", r"security|bodyguard|محافظ|حفاظت"),
    ("press", r"journalist|reporter|photographer|cameraman|خبرنگار|عکاس|تصویربردار"),
    ("support", r"driver|protocol assistant|support staff|راننده|پشتیبانی"),
    ("director", r"\bdirector\b|\bhead of\b|مدیر"),
    ("expert", r"\bexpert\b|\bspecialist\b|کارشناس"),
)
_NOBODY: Final = re.compile(
    r"[-–—.?…\s]*|n\.?\s?n\.?|t\.?b\.?[acdn]\.?|to be (confirmed|announced|named)|name to follow"
    r"|نام متعاقبا.*|متعاقبا.*|نامشخص",
    re.IGNORECASE,
)
_BULLET: Final = re.compile(r"\s*(?:[•▪◦*]|[(]?[0-9۰-۹٠-٩]{1,2}[.)\-–](?![0-9۰-۹]))\s*")
_PHONE: Final = re.compile(r"\+?[\d\s()\-]{7,}")
_ENOUGH: Final = 0.3
_LETTERS: Final = 400_000
_LONG, _WIDE, _CELL = 1_000, 40, 1_000


@dataclass(frozen=True)
class Pasted:
    """The rows of a table, all as long as the widest, and whether the first names columns."""

    rows: tuple[tuple[str, ...], ...]
    has_head: bool = False

    @property
    def body(self) -> tuple[tuple[str, ...], ...]:
        """The rows of people."""
        return self.rows[1:] if self.has_head else self.rows

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0]) if self.rows else 0


@dataclass(frozen=True)
class PastedMember:
    """One person of the table: texts by what they are and by language, "name" → "en" → text."""

    texts: dict[str, dict[str, str]] = field(default_factory=dict)

    def text(self, what: str, lang: str = "") -> str:
        """Return the text of `what` in `lang`, or in whichever language there is one."""
        found = self.texts.get(what, {})
        return found.get(lang, "") if lang else next(iter(found.values()), "")


def read_table(text: str) -> Pasted:
    """Read pasted text: parted by tabs, semicolons, bars, commas or several spaces.

    What is more than any delegation, in rows, columns or letters of a cell, is left out.
    """
    lines = text[:_LETTERS].replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    rows = [
        [stored(cell[:_CELL]).replace("\n", " ") for cell in row[:_WIDE]]
        for row in parted(lines)[:_LONG]
    ]
    rows = [row for row in rows if any(row)]
    if not rows:
        return Pasted(())
    wide = max(len(row) for row in rows)
    padded = [row + [""] * (wide - len(row)) for row in rows]
    kept = [column for column in range(wide) if any(row[column] for row in padded)]
    cells = tuple(tuple(_unnumbered(row[column]) for column in kept) for row in padded)
    return Pasted(cells, has_head=_is_head(cells[0]))


def _unnumbered(cell: str) -> str:
    """Leave out the number or bullet that e-mails put before a name."""
    match = _BULLET.match(cell)
    return cell[match.end() :] if match and match.end() < len(cell) else cell


def _head_kind(cell: str) -> str | None:
    """Return what a column under this heading holds, None for a text that is no heading."""
    key = keys.spaced(re.sub(r"\(.*?\)", "", cell))
    key = re.sub(r" (fa|en|persian|english|latin|فارسی|انگلیسی|لاتین)$", "", key)
    for kind, words in _HEADS.items():
        if key in {keys.spaced(word) for word in words.split("|")}:
            return kind
    return None


def _is_head(row: Sequence[str]) -> bool:
    known = [_head_kind(cell) for cell in row if cell]
    return sum(kind is not None for kind in known) * 2 > len(known)


def guessed_columns(table: Pasted, is_city: Callable[[str], bool]) -> list[str]:
    """Return what each column seems to hold, a key of `COLUMNS`.

    `is_city` tells whether a text names a city of the archive.
    """
    columns = [[row[at] for row in table.body if row[at]] for at in range(table.width)]
    guessed: list[str | None] = [None] * table.width
    if table.has_head:
        guessed = [_head_kind(cell) if cell else None for cell in table.rows[0]]
        if "given" in guessed and "family" not in guessed:
            guessed = ["name" if each == "given" else each for each in guessed]
    for at, cells in enumerate(columns):
        if guessed[at] is None:
            guessed[at] = _by_content(cells, is_city)
    return _filled(guessed, columns)


def _by_content(cells: Sequence[str], is_city: Callable[[str], bool]) -> str | None:
    """Return what cells without a heading clearly hold, None where they may be names."""

    def share(test: Callable[[str], object]) -> float:
        return sum(bool(test(cell)) for cell in cells) / max(1, len(cells))

    if share(lambda cell: to_ascii(cell).isdigit()) > _ENOUGH:
        return ""
    if share(lambda cell: "@" in cell) > _ENOUGH:
        return "email"
    if share(lambda cell: _PHONE.fullmatch(to_ascii(cell))) > _ENOUGH:
        return "phone"
    if share(_OFFICE.search) > _ENOUGH:
        return "office"
    return "city" if share(is_city) > _ENOUGH else None


def _filled(guessed: Sequence[str | None], columns: Sequence[Sequence[str]]) -> list[str]:
    """Name what is still open: names first, in either language, then office, then city."""
    named = [each for each in guessed if each]
    open_ones = [at for at, each in enumerate(guessed) if each is None]
    result = [each or "" for each in guessed]
    single = [at for at in open_ones if all(" " not in cell for cell in columns[at])]
    if not {"name", "family"} & set(named) and open_ones[:2] and open_ones[:2] == single[:2]:
        pair = open_ones[:2]
        if len(pair) == 2 and len({language_of(" ".join(columns[at])) for at in pair}) == 1:  # noqa: PLR2004 - given and family name
            loud = all(cell.isupper() for cell in columns[pair[0]])  # YILMAZ, Mehmet
            result[pair[0]], result[pair[1]] = ("family", "given") if loud else ("given", "family")
            named += ["name"]
            open_ones = open_ones[2:]
    spoken = {
        language_of(" ".join(columns[at])) for at, each in enumerate(result) if each == "name"
    }
    for at in open_ones:
        lang = language_of(" ".join(columns[at]))
        is_name = not {"name", "family"} & set(named) or ("name" in named and lang not in spoken)
        kind = "name" if is_name else next((k for k in ("office", "city") if k not in named), "")
        if kind == "name":
            spoken.add(lang)
        result[at] = kind
        named.append(kind)
    # A delegation of which only the offices are told has no column of names.
    return result


def read_members(table: Pasted, columns: Sequence[str]) -> list[PastedMember]:
    """Return the people of `table`, given what each column holds."""
    found = []
    for row in table.body:
        texts: dict[str, dict[str, str]] = {}
        for kind, cell in zip(columns, row, strict=True):
            if kind and cell and not _NOBODY.fullmatch(cell):
                texts.setdefault(kind, {}).setdefault(language_of(cell), cell)
        names = texts.get("name", {})
        for lang, cell in list(names.items()):
            if _OFFICE.search(cell) and not texts.get("office"):
                texts["office"] = {lang: cell}  # known by office alone, written where names stand
                del names[lang]
        if any(texts.values()):
            found.append(PastedMember(texts))
    return found


def guessed_role(member: PastedMember) -> str | None:
    """Return the role that the role column or the office tells of, None where neither does."""
    words = " ".join(
        [*member.texts.get("role", {}).values(), *member.texts.get("office", {}).values()]
    )
    for role, pattern in _ROLES:
        if re.search(pattern, words, re.IGNORECASE):
            return role
    return None
