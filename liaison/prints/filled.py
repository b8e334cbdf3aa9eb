"""Cells that are owed to the reader: what nobody has filled in says so."""

from typing import Final

from liaison.i18n import N_
from liaison.prints.both import said
from liaison.prints.styled import Words, muted, styled

_NOT_RECORDED: Final = N_("not recorded")
# Translators: «تکمیل نشده» in Persian: a cell the council asks for and nobody has filled in.
NOT_FILLED_IN: Final = N_("not filled in")


def filled(words: Words, nothing: str = _NOT_RECORDED) -> Words:
    """Return what a cell says, plainly by the message `nothing` where it is empty."""
    return styled(words) if words else muted(said(nothing))
