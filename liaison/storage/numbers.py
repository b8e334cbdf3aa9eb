"""The numbers that were given out, asked of the database along their index."""

from typing import Final

from liaison.storage.store import Store

_VISITS: Final = """
    SELECT number FROM visit WHERE deleted_at IS NULL AND number >= ? AND number < ?"""


def visit_numbers(store: Store, year: int) -> list[str]:
    """Return the numbers of the visits that begin with a Jalali year."""
    with store.reading() as connection:
        return [row[0] for row in connection.execute(_VISITS, (f"{year:04d}-", f"{year:04d}."))]
