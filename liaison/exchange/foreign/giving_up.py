"""Long work on a foreign file, given up where somebody asks for it."""

from collections.abc import Callable
from typing import Final

from liaison.errors import UserError
from liaison.i18n import _

_STEP: Final = 50


def go_on(number: int, should_stop: Callable[[], bool]) -> None:
    """Raise UserError where the work is to stop; asked before every fiftieth step."""
    if number % _STEP == 0 and should_stop():
        raise UserError(_("The import was given up; nothing was written."))
