"""A visibly generated file of 420 contacts, with every trap that old Persian files have.

Families, given names, offices and bodies are made of a few words and a number; what is expected of
each row stands beside it.
"""

from dataclasses import dataclass

COUNT = 420
HEADS = (
    "رديف",
    "نام",
    "نام خانوادگي",
    "سمت",
    "سازمان",
    "کشور",
    "تلفن",
    "همراه",
    "پست الکترونيک",
    "از تاريخ",
)
_GIVEN = ("علي", "پريسا", "ژاله", "گيتي", "كاوه", "چمن", "مهـــدي", "زهرا", "مي‌نا", "يوسف")
_FAMILY = ("نمونه‌اي", "آزموني", "گرگانچي", "كرماني", "پژوهنده", "يزدي", "هـمـداني")
_OFFICE = ("شهردار", "معاون", "رئيس شوراي شهر", "كارشناس", "مدير كل")
_BODY = ("شهرداري آزمون", "شوراي شهر آزمون", "بنياد نمونه", "دانشگاه گواه")
_COUNTRY = ("ترکيه", "روسيه", "آفريقاي جنوبي", "برزيل", "")
_PHONES = (
    ("021-5560{n:04}", "+98215560{n:04}"),
    ("(021) 5560 {n:04}", "+98215560{n:04}"),
    ("0098215560{n:04}", "+98215560{n:04}"),
    ("+98 21 5560 {n:04}", "+98215560{n:04}"),
    ("5560{n:04}", None),
    ("021-5560{n:04} داخلي 12", None),
)
_DATES = (("1391", True), ("1390/02/15", True), ("پاييز 1401", True), ("04/05/03", False))


@dataclass(frozen=True)
class Contact:
    """One row as it is written, and what has to become of it."""

    cells: tuple[str, ...]
    given: str
    family: str
    phone: str | None
    mobile: str
    has_since: bool


def _stored(text: str) -> str:
    return text.replace("ي", "ی").replace("ك", "ک").replace("ـ", "")


def contact(n: int) -> Contact:
    """Return contact number `n`, from 1 on."""
    given, family = _GIVEN[n % len(_GIVEN)], f"{_FAMILY[n % len(_FAMILY)]} {n}"
    written, phone = _PHONES[n % len(_PHONES)]
    date, has_since = _DATES[n % len(_DATES)]
    body = f"{_BODY[n % len(_BODY)]} {n % 40}"
    cells = (
        str(n),
        given,
        family,
        _OFFICE[n % len(_OFFICE)],
        body,
        _COUNTRY[n % 40 % len(_COUNTRY)],
        written.format(n=n),
        f"0912{n:07}",
        f"p{n}@example.org",
        date,
    )
    kept = phone.format(n=n) if phone else None
    return Contact(cells, _stored(given), _stored(family), kept, f"+98912{n:07}", has_since)


CONTACTS = tuple(contact(n) for n in range(1, COUNT + 1))


def file_of_1256(separator: str = ";") -> bytes:
    """Return the file as an old program wrote it: Windows-1256, every text in quotes."""
    rows = [HEADS, *(each.cells for each in CONTACTS)]
    lines = (separator.join(f'"{cell}"' for cell in row) for row in rows)
    return "\r\n".join(lines).replace("ک", "ك").encode("cp1256")
