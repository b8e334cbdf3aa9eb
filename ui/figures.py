"""Figures and isolated runs in the language in use."""

import re
from typing import Final

from liaison.i18n import language
from liaison.language import digits

_QUOTED: Final = re.compile("(?<=«)[^«»\u2066-\u2069]+(?=»)|(?<=“)[^“”\u2066-\u2069]+(?=”)")


def figure(number: int) -> str:
    """Return `number` in the digits of the language in use, thousands apart."""
    return digits.number(number, language())


def in_digits(text: str) -> str:
    """Return `text` with the digits of the language in use."""
    return digits.to_persian(text) if language() == "fa" else text


def left_to_right(text: str) -> str:
    """Return `text` as a run of its own that reads from the left."""
    return f"\u2066{text}\u2069" if text else ""


def isolated(text: str) -> str:
    """Return `text` as a run of its own whose direction is that of its first strong letter."""
    return f"\u2068{text}\u2069" if text else ""


def quotes_apart(message: str) -> str:
    """Return `message` with each quotation in it as a run of its own.

    What somebody typed stands in quotation marks; a date such as 20-11-2026 in it would turn
    around in a Persian sentence.
    """
    return _QUOTED.sub(lambda found: isolated(found.group()), message)
