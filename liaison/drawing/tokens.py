"""The named colours of drawings, with the values they have on paper."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

PAPER: Final[Mapping[str, str]] = MappingProxyType(
    {
        "card": "#FFFFFF",
        "ink": "#1C2321",
        "muted": "#66706C",
        "line": "#E1E5E2",
        "field_line": "#C9D0CC",
        "accent": "#0E7C7B",
        "accent_soft": "#E2F1F0",
        "on_accent": "#FFFFFF",
        "grey_soft": "#EDEFED",
        "red": "#B3382C",
        "red_soft": "#FBE9E7",
        "amber": "#9A6700",
        "amber_soft": "#FBF0DA",
        "green": "#2E7D4F",
        "green_soft": "#E2F2E7",
        "blue": "#2B5F9E",
        "blue_soft": "#E4EDF8",
    }
)
"""The window's theme has a colour of each of these names, light or dark."""


def resolve(colour: str, palette: Mapping[str, str]) -> str:
    """Give the "#RRGGBB" of a colour in a palette.

    A colour is "#RRGGBB" itself, a name, or "accent/40" for 40 per cent of it on the card.
    """
    if colour.startswith("#"):
        return colour
    name, _, share = colour.partition("/")
    return blend(palette[name], palette["card"], int(share) / 100) if share else palette[name]


def blend(colour: str, ground: str, share: float) -> str:
    """Give what is seen of a colour that covers a share (0 to 1) of a ground, all "#RRGGBB"."""
    parts = (
        round(int(colour[at : at + 2], 16) * share + int(ground[at : at + 2], 16) * (1 - share))
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02X}" for part in parts)
