"""Words of strangers where Qt would read more into them than letters."""

from html import escape


def plain_tip(text: str) -> str:
    """Return a text as a tooltip that shows it letter by letter, whatever tags stand in it.

    Qt takes what looks like HTML for it, and would fetch the pictures it names.
    """
    return f"<p>{escape(text)}</p>" if text else ""


def plain_caption(text: str) -> str:
    """Return a text as the caption of a button that shows every “&” of it."""
    return text.replace("&", "&&")
