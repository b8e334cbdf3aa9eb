"""Which of the two scripts each character of a text belongs to."""

import re
from functools import cache
from unicodedata import category

_ARABIC = re.compile(
    "[\u0600-\u060b\u060d-\u061a\u061c-\u061e\u0620-\u063f\u0641-\u064a\u0656-\u065f"
    "\u066a-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefe]"
)

LANGUAGES = {True: "fa", False: "en"}
"""The language that words are taken for, by whether their letters are Arabic."""


def arabic_letters(text: str) -> list[bool]:
    """Say for every character whether it is set in the Arabic script.

    Spaces, marks and common punctuation take the script before them, those at the head of a text
    the first that follows.
    """
    found: list[bool] = []
    current: bool | None = None
    waiting = 0
    for sign in text:
        script = _script(sign)
        if script is not None:
            current = script
        if current is None:
            waiting += 1
        else:
            found.append(current)
    first = found[0] if found else False
    return [first] * waiting + found


@cache
def _script(sign: str) -> bool | None:
    """Give True for Arabic, False for anything else with a script of its own, None for neither."""
    if sign.isascii():
        return False if sign.isalnum() else None
    if _ARABIC.match(sign):
        return True
    if sign.isalpha() and category(sign) != "Lm":
        return False
    return None
