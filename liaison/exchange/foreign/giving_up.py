"""Long work on the rows of a file, which somebody may give up at any time."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

from liaison.errors import UserError
from liaison.i18n import _

T = TypeVar("T")
_STEP: Final = 20


def never() -> bool:
    """Tell that nothing asks to stop."""
    return False


def until_given_up(items: Iterable[T], should_stop: Callable[[], bool]) -> Iterator[T]:
    """Yield `items`; raises UserError where `should_stop`, asked now and then, says so."""
    for number, each in enumerate(items):
        if number % _STEP == 0 and should_stop():
            raise UserError(_("The import was given up; nothing was written."))
        yield each
