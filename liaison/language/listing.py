"""Words joined to a list in a sentence."""

from collections.abc import Sequence


def enumerated(words: Sequence[str], lang: str) -> str:
    """Join words as «تهران، آنکارا و استانبول» or "Tehran, Ankara and Istanbul"."""
    *others, last = words or ("",)
    conjunction = " و " if lang == "fa" else " and "
    return conjunction.join([comma(lang).join(others), last]) if others else last


def comma(lang: str) -> str:
    """Return the comma of a language with the space behind it."""
    return "، " if lang == "fa" else ", "
