"""Colours by name."""

from dataclasses import fields

import pytest

from liaison.drawing.tokens import PAPER, resolve
from ui.theme import Tokens


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        ("#12AB34", "#12AB34"),
        ("red", PAPER["red"]),
        ("ink/0", "#FFFFFF"),
        ("ink/100", PAPER["ink"]),
        ("accent/50", "#86BEBD"),
    ],
)
def test_a_colour_becomes_a_value(colour: str, expected: str) -> None:
    assert resolve(colour, PAPER) == expected


def test_the_theme_has_every_name() -> None:
    assert set(PAPER) <= {each.name for each in fields(Tokens)}
