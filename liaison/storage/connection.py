"""Connections to the database file, always through the driver the program ships."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Literal, Protocol, TypeAlias, cast

from sqlalchemy import Connection as AlchemyConnection
from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import NullPool, QueuePool
from sqlcipher3 import dbapi2  # type: ignore[import-untyped] # the driver has no types

APPLICATION_ID: Final = 0x4C494149
"""Marks the file as an archive of this program: the letters LIAI."""

Mode: TypeAlias = Literal["rwc", "rw", "ro", "immutable"]
Parameters: TypeAlias = Sequence[Any] | Mapping[str, Any]
_BUSY_MILLISECONDS: Final = 5000
_READERS: Final = 4
_OPENED: Final = 64 << 10
"""KiB of an encrypted database that each reader keeps in memory at most."""


class Cursor(Protocol):
    """The rows a statement gave."""

    rowcount: int

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        """Give the rows."""
        ...

    def fetchone(self) -> tuple[Any, ...] | None:
        """Give the next row, None after the last."""
        ...

    def fetchall(self) -> list[tuple[Any, ...]]:
        """Give all rows."""
        ...


class Connection(Protocol):
    """What the program asks of a connection of the driver."""

    in_transaction: bool

    def execute(self, sql: str, parameters: Parameters = (), /) -> Cursor:
        """Run one statement."""
        ...

    def executemany(self, sql: str, parameters: Iterable[Parameters], /) -> Cursor:
        """Run one statement for each set of parameters."""
        ...

    def backup(self, target: "Connection", /) -> None:
        """Copy the database, page by page, into `target`."""
        ...

    def close(self) -> None:
        """Close the connection; an open transaction is rolled back."""
        ...


def connect(path: Path, mode: Mode, key: bytes | None = None) -> Connection:
    """Open the database at `path`; raises the driver's errors.

    `key` is the archive's 32-byte key, None for an unencrypted one. Statements commit on their
    own unless a transaction was begun.
    """
    query = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?{query}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=_BUSY_MILLISECONDS / 1000,
    )
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{database_key(key)}'\"")
        # What is being sorted would lie on the disk in plain sight.
        connection.execute("PRAGMA temp_store = MEMORY")
    for pragma in ("foreign_keys = ON", "trusted_schema = OFF", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")
    connection.create_function("holds_letters", 2, _holds_letters, deterministic=True)
    return cast("Connection", connection)


def _holds_letters(text: str | None, key: str) -> bool:
    """Tell whether a text holds the letters of a joined key; asked by statements of lists."""
    from liaison.language.keys import holds_letters  # nothing of the first picture asks

    return text is not None and holds_letters(text, key)


def database_key(key: bytes) -> str:
    """Return the key of the database, in hexadecimal digits, that comes from the archive's key."""
    from liaison.storage.keys.sealing import derived  # only who has a key pays for its use

    return derived(key, "database").hex()


def readers(path: Path, mode: Mode, key: bytes | None = None) -> Engine:
    """Return an engine whose pool serves the threads that read.

    The one that came back last is lent next, for what it still remembers.
    """
    return create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: _reader(path, mode, key),
        poolclass=QueuePool,
        pool_size=_READERS,
        max_overflow=-1,
        pool_reset_on_return=None,
        pool_use_lifo=True,
    )


def _reader(path: Path, mode: Mode, key: bytes | None) -> Connection:
    connection = connect(path, mode, key)
    if key is not None:  # to open a page again takes longer than to read it
        connection.execute(f"PRAGMA cache_size = -{_OPENED}")
    return connection


def single(path: Path, mode: Mode, key: bytes | None = None) -> Engine:
    """Return an engine without a pool: every connection is opened and closed."""
    return create_engine(
        "sqlite://", module=dbapi2, creator=lambda: connect(path, mode, key), poolclass=NullPool
    )


def driver(connection: AlchemyConnection) -> Connection:
    """Return the driver's own connection under one of the engine's."""
    return cast("Connection", connection.connection.driver_connection)


def scalar(connection: Connection, sql: str, parameters: Parameters = ()) -> Any:  # noqa: ANN401 - any stored value
    """Return the first value of the first row, None where there is no row."""
    row = connection.execute(sql, parameters).fetchone()
    return None if row is None else row[0]
