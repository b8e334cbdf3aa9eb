"""To be read: calendars."""

from liaison.errors import UserError
from liaison.exchange.foreign.tables import Source


def read(content: bytes, name: str, *, encoding: str = "") -> Source:
    """Return it."""
    raise UserError(name)
