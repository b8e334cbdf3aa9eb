"""Digits and numbers in Persian and English (number symbols after CLDR, locale fa)."""

import re
from decimal import Decimal, InvalidOperation
from typing import Final
from unicodedata import decimal

from liaison.errors import UserError
from liaison.i18n import _

_PERSIAN_DIGITS: Final = "۰۱۲۳۴۵۶۷۸۹"
_TO_PERSIAN: Final = str.maketrans("0123456789٠١٢٣٤٥٦٧٨٩", _PERSIAN_DIGITS * 2)
_TO_ASCII: Final = str.maketrans(_PERSIAN_DIGITS + "٠١٢٣٤٥٦٧٨٩", "0123456789" * 2)
# The mark before the minus keeps it on the left of the number in a right-to-left line.
_PERSIAN_SIGNS: Final = str.maketrans({",": "٬", ".": "٫", "-": "\u200e\u2212"})
_INVISIBLE: Final = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_BLANK: Final = re.compile(r"(\s+)")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f@]")
_FIGURES: Final = re.compile(r"[\W\d]*")
_NUMBER: Final = re.compile(r"[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?|[+-]?\.\d+")


def to_persian(text: str) -> str:
    """Write every ASCII and Arabic-Indic digit of `text` as a Persian one."""
    return text.translate(_TO_PERSIAN)


def in_persian(text: str) -> str:
    """Write the digits of a Persian text as Persian ones, except inside Latin strings.

    What holds a Latin letter, and the numbers that follow it at once, stay as they are: X/8,
    TK 870, a code such as A-1, an address of the web.
    """
    if text.translate(_TO_PERSIAN) == text:
        return text
    after_latin = False
    words = _BLANK.split(text)
    for at in range(0, len(words), 2):
        if _LATIN.search(words[at]):
            after_latin = True
        elif not (after_latin and _FIGURES.fullmatch(words[at])):
            after_latin = False
            words[at] = to_persian(words[at])
    return "".join(words)


def to_ascii(text: str) -> str:
    """Write every decimal digit of `text`, of any script, as an ASCII one."""
    text = text.translate(_TO_ASCII)
    if text.isascii():
        return text
    return "".join([str(decimal(letter)) if letter.isdecimal() else letter for letter in text])


def number(value: Decimal | float, lang: str, places: int | None = None) -> str:
    """Write a number with its thousands grouped: «۱۲٬۵۰۰٫۵» or "12,500.5".

    `places` fixes the number of decimals; without it they are as many as the value has.
    """
    exact = Decimal(str(value))
    written = f"{exact:,f}" if places is None else f"{exact:,.{places}f}"
    if "." in written and places is None:
        written = written.rstrip("0").rstrip(".")
    if not written.strip("-0.,"):
        written = written.lstrip("-")
    return to_persian(written.translate(_PERSIAN_SIGNS)) if lang == "fa" else written


def percent(value: Decimal | float, lang: str, places: int | None = None) -> str:
    """Write a percentage, the sign after the number: «۲۵٫۶٪» or "25.6%"."""
    return number(value, lang, places) + ("٪" if lang == "fa" else "%")


def amount(value: Decimal | float, unit: str, lang: str) -> str:
    """Write a quantity with its unit after it, as Iranian offices do: «۱۲٬۵۰۰٬۰۰۰ ریال»."""
    return f"{number(value, lang)} {unit}"


def read_number(text: str) -> Decimal:
    """Read a number in digits of any script, even mixed, with Persian or English marks.

    Raises UserError for anything that is not one number.
    """
    plain = to_ascii(_INVISIBLE.sub("", text).strip())
    for sign, meaning in (("٬", ","), ("٫", "."), ("\u2212", "-"), ("،", ","), (" ", "")):
        plain = plain.replace(sign, meaning)
    if _NUMBER.fullmatch(plain):
        try:
            return Decimal(plain.replace(",", ""))
        except InvalidOperation:  # more digits than an exact number can hold
            pass
    raise UserError(_("“{text}” is not a number; write it in digits.").format(text=text.strip()))
