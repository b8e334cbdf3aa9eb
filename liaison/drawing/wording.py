"""How wide words will be, cut to a room, and what charts say of themselves."""

from typing import Final

from liaison.i18n import N_, translated
from liaison.language.digits import number
from liaison.language.listing import comma, enumerated

_ELLIPSIS: Final = "…"
_NARROW: Final = frozenset("ijltfrI.,:;'|!()[]/ -\u200cاأإآلدذرزژو۱،؛ءبتپثنی")
_BROAD: Final = frozenset("ABCDGHKNOQRUVXYکگمق")
_WIDE: Final = frozenset("mwMW@%—سشصضطظ")


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Estimate the width of a line in points, on the safe side for the fonts of an office."""
    return sum(map(_share, text)) * size * (1.06 if bold else 1.0)


def _share(sign: str) -> float:
    """Give the width of a letter in sizes."""
    if sign in _NARROW:
        return 0.42
    if sign in _WIDE:
        return 1.0
    return 0.72 if sign in _BROAD else 0.6


def shortened(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """Cut a text to a room in points, at a word where one ends near, with an ellipsis."""
    text = " ".join(text.split())
    if width_of(text, size, bold=bold) <= room:
        return text
    kept = text
    while kept and width_of(kept + _ELLIPSIS, size, bold=bold) > room:
        kept = kept[:-1]
    head, space, tail = kept.rpartition(" ")
    if space and len(tail) < len(kept) / 3:
        kept = head
    return kept.removesuffix(" و").rstrip(" ،,;؛:.-–\u200c") + _ELLIPSIS


def wrapped(text: str, size: float, room: float, most: int) -> list[str]:
    """Break a text into at most so many lines of a room in points; what is over is cut."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    kept = [*lines[: most - 1], " ".join(lines[most - 1 :])] if len(lines) > most else lines
    return [shortened(line, size, room) for line in kept]


def alternative_of(title: str, facts: list[str], language: str, empty: str) -> str:
    """Say in one sentence what a chart shows: its title and its facts, or that there are none."""
    body = enumerated(facts, language) if facts else empty
    return f"{title}: {body}" if title else body


def fact(label: str, values: tuple[float, ...], series: tuple[str, ...], language: str) -> str:
    """Say the figures of one category: "Culture 9", or "Culture: kept 9, open 2"."""
    figures = [number(value, language) for value in values]
    if not series:
        return f"{label} {comma(language).join(figures)}"
    named = [f"{name} {words}" for name, words in zip(series, figures, strict=True)]
    return f"{label} ({comma(language).join(named)})"


def more(count: int, language: str) -> str:
    """Say how many categories a chart leaves undrawn."""
    return translated(N_("+{count} more"), language).format(count=number(count, language))
