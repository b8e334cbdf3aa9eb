"""What the search asks of the database driver, which carries no types of its own."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeAlias

Parameters: TypeAlias = Sequence[Any] | Mapping[str, Any]


class Connection(Protocol):
    """A connection of the database driver, inside its caller's transaction."""

    def execute(self, sql: str, parameters: Parameters = (), /) -> Iterable[tuple[Any, ...]]:
        """Run one statement and give its rows."""
        ...

    def executemany(self, sql: str, parameters: Iterable[Parameters], /) -> object:
        """Run one statement for each set of parameters."""
        ...
