"""Words joined to a list in a sentence."""

from collections.abc import Sequence


def enumerated(words: Sequence[str], lang: str) -> str:
    """Join words as «تهران، آنکارا و استانبول» or "Tehran, Ankara and Istanbul"."""
    comma, conjunction = ("، ", " و ") if lang == "fa" else (", ", " and ")
    *others, last = words or ("",)
    return conjunction.join([comma.join(others), last]) if others else last
