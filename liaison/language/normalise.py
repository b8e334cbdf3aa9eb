"""The one spelling in which text is stored, whichever keyboard or file it came from."""

import re
from io import StringIO
from typing import Final
from unicodedata import combining, is_normalized, normalize

ZWNJ: Final = "\u200c"
_HAMZA_ABOVE: Final = "\u0654"

# Letters of the Arabic forms of Unicode, as old programs and PDF files leave them.
_PRESENTATION: Final = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
# Tatweel, invisible and private characters, controls, and halves of surrogate pairs.
_MEANINGLESS: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u0640\u061c\u200b\u200e\u200f\u202a-\u202e"
    "\u2060\u2066-\u206f\ud800-\udfff\ue000-\uf8ff\ufeff\U000f0000-\U0010ffff]"
)
_SPACES: Final = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LINE_ENDS: Final = re.compile("[\r\x0b\x0c\x85\u2028\u2029]")
_LETTERS: Final = {
    "ي": "ی",
    "ى": "ی",
    "ك": "ک",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "ۀ": "ه" + _HAMZA_ABOVE,
    "ۂ": "ه" + _HAMZA_ABOVE,
} | {chr(0x660 + digit): chr(0x6F0 + digit) for digit in range(10)}
_SHORT: Final = 1000
"""Letters of a text whose marks need no counting: it is brought in order at once."""
_MOST_MARKS: Final = 30
"""Marks that one letter keeps, as in the Stream-Safe Text Format (UAX #15)."""
_DAMAGE: Final = re.compile("[\x00\ud800-\udfff\ufffd]")


def stored(text: str) -> str:
    """Give the spelling under which `text` is kept; giving it again changes nothing.

    One form for each letter and digit, no invisible characters, single spaces, ZWNJ only inside
    words. Line ends stay. Harakat, hamza and everything Latin stay as typed.
    """
    if not text.isascii():
        text = _one_form(text)
    elif not text.isprintable():
        text = _cleaned(text)
    return _spaced(text)


def is_damaged(text: str) -> bool:
    """Tell whether `text` shows a file read wrongly: NUL, half a surrogate pair, or U+FFFD."""
    return _DAMAGE.search(text) is not None


def _one_form(text: str) -> str:
    """Unite the spellings of every letter, digit and space."""
    if len(text) > _SHORT:
        text = _fewer_marks(text)
    # Both checks run in C and are passed by nearly all text; what fails them is looked at closely.
    if not text.replace(ZWNJ, "").replace("\n", "").isprintable():
        text = _cleaned(text)
    if "\u0640" in text:
        text = text.replace("\u0640", "")
    if not is_normalized("NFKC", text):
        text = normalize("NFC", _opened(text))
    for letter, replacement in _LETTERS.items():
        if letter in text:
            text = text.replace(letter, replacement)
    # A hamza that has left its letter may stand before marks it belongs after.
    return normalize("NFC", text) if _HAMZA_ABOVE in text else text


def _fewer_marks(text: str) -> str:
    """Leave out what no letter can carry: bringing endless marks in order takes hours."""
    kept, marks = StringIO(), 0
    for sign in text:
        marks = marks + 1 if combining(sign) else 0
        if marks <= _MOST_MARKS:
            kept.write(sign)
    return kept.getvalue()


def _opened(text: str) -> str:
    """Write presentation forms as the letters they show; some of them hold a tatweel."""
    for form in set(_PRESENTATION.findall(text)):
        text = text.replace(form, normalize("NFKC", form))
    return text.replace("\u0640", "")


def _cleaned(text: str) -> str:
    """Drop what has no meaning and make spaces and line ends plain."""
    text = _MEANINGLESS.sub("", text)
    if "\r\n" in text:
        text = text.replace("\r\n", "\n")
    return _LINE_ENDS.sub("\n", _SPACES.sub(" ", text))


def _spaced(text: str) -> str:
    """Leave single spaces between words and no ZWNJ outside them."""
    if ZWNJ in text:
        while ZWNJ * 2 in text:
            text = text.replace(ZWNJ * 2, ZWNJ)
        for space in " \n":
            text = text.replace(ZWNJ + space, space).replace(space + ZWNJ, space)
    while "  " in text:
        text = text.replace("  ", " ")
    if "\n" in text:
        text = text.replace(" \n", "\n").replace("\n ", "\n")
    return text.strip(f" \n{ZWNJ}")
