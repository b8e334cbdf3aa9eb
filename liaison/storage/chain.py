"""The chain of changes: each is hashed together with all before it, and sealed with a key.

Whoever alters, removes or adds something in the history, without the key, breaks it at that place.
What a row told is hashed with a random salt that goes when the row is emptied: a hash stays in its
place, and nobody can find out by trying what was forgotten.
"""

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NewType

from liaison.storage.connection import Connection, scalar

ChainKey = NewType("ChainKey", bytes)
"""What changes are sealed with."""

SINCE: Final = "0004"
"""The version of the tables that brought the chain."""
START: Final = bytes(32)
"""What the first change is hashed with, as there is none before it."""
_PUBLIC: Final = b"liaison history of an archive without a key"

# Bytes, not text: what was put there to be no text is hashed like everything else.
_CHANGE: Final = """
    SELECT CAST(id AS BLOB), CAST(at AS BLOB), CAST(author AS BLOB), CAST(label AS BLOB),
           CAST(kind AS BLOB), CAST(undoes AS BLOB) FROM change WHERE id = ?"""
_TOLD: Final = "CAST(salt AS BLOB), CAST(before AS BLOB), CAST(after AS BLOB)"
# Only a later change, whose own hash speaks of it, may have emptied a row.
_ROWS: Final = f"""
    SELECT CAST(history.id AS BLOB), CAST(type AS BLOB), CAST(uid AS BLOB), CAST(action AS BLOB),
           {_TOLD}, forgotten.digest
    FROM history LEFT JOIN forgotten ON forgotten.history = history.id AND EXISTS(
        SELECT 1 FROM change AS purge
        WHERE purge.id = forgotten.change AND purge.id > history.change)
    WHERE history.change = ? ORDER BY history.id"""  # noqa: S608 - constants
_FORGOTTEN: Final = """
    SELECT CAST(history AS BLOB), CAST(digest AS BLOB) FROM forgotten
    WHERE change = ? ORDER BY history"""
_TO_FORGET: Final = f"""
    SELECT id, {_TOLD} FROM history
    WHERE uid = ? AND change < ? AND NOT (before IS NULL AND after IS NULL)"""  # noqa: S608 - a constant
_EMPTY: Final = "UPDATE history SET salt = NULL, before = NULL, after = NULL WHERE uid = ?"
_HEAD: Final = """
    SELECT change.id, digest FROM change LEFT JOIN link ON link.change = change.id
    ORDER BY change.id DESC LIMIT 1"""
_LINK: Final = "INSERT INTO link(change, digest, seal) VALUES (?, ?, ?)"


@dataclass(frozen=True)
class Head:
    """The end of a history: the number of its last change, and the hash of all up to it.

    The hash is empty where it is not known: in what was written before there was a chain.
    """

    number: int = 0
    digest: bytes = b""


def chain_key(key: bytes | None) -> ChainKey:
    """Return what the changes of an archive are sealed with, made from its own key.

    An archive that is not encrypted has no secret, and its seals no more worth than a checksum:
    they show edits by hand and by accident. Held against the heads that backups remember, they
    also show a history that was written anew. Somebody who computes all of it anew, and the
    backups with it, is not shown.
    """
    if key is None:
        return ChainKey(_PUBLIC)
    from liaison.storage.keys.sealing import derived  # only who has a key pays for its use

    return ChainKey(derived(key, "history"))


def head(connection: Connection) -> Head:
    """Return the end of the history of a database."""
    row = connection.execute(_HEAD).fetchone()
    if row is None:
        return Head()
    return Head(row[0], row[1] if isinstance(row[1], bytes) else b"")


def digest_at(connection: Connection, number: int) -> bytes:
    """Return the hash that is kept of a change and all before it, nothing where none is."""
    kept = scalar(connection, "SELECT digest FROM link WHERE change = ?", (number,))
    return kept if isinstance(kept, bytes) else b""


def append(connection: Connection, key: ChainKey, number: int, after: Head) -> Head:
    """Link the change `number`, all of which is written, to the history that ended at `after`."""
    digest = digest_of(connection, number, after.digest or START)
    connection.execute(_LINK, (number, digest, sealed(key, number, digest)))
    return Head(number, digest)


def relink(connection: Connection, key: ChainKey) -> None:
    """Seal the whole history with `key`; one without links is linked from its first change on.

    The hashes that are there stay, as they do not depend on the key: what is at fault in them
    remains so, and the heads that backups remember remain right.
    """
    kept = connection.execute("SELECT change, digest FROM link").fetchall()
    if kept:
        connection.executemany(
            "UPDATE link SET seal = ? WHERE change = ?",
            [(sealed(key, number, digest), number) for number, digest in kept],
        )
        return
    end = Head()
    for (number,) in connection.execute("SELECT id FROM change ORDER BY id").fetchall():
        end = append(connection, key, number, end)


def forget(connection: Connection, number: int, uids: Iterable[str]) -> None:
    """Empty what the history of records tells, as part of the purge `number`.

    Of each row of earlier changes its hash is kept in the name of this one.
    """
    for uid in uids:
        rows = connection.execute(_TO_FORGET, (uid, number)).fetchall()
        connection.executemany(
            "INSERT OR IGNORE INTO forgotten(history, change, digest) VALUES (?, ?, ?)",
            [(row, number, _told(told)) for row, *told in rows],
        )
        connection.execute(_EMPTY, (uid,))


def digest_of(connection: Connection, number: int, previous: bytes) -> bytes:
    """Return the hash of a change as it stands there, and of `previous`, which stands for all."""
    found = hashlib.sha256(previous)
    for row in connection.execute(_CHANGE, (number,)):
        found.update(_framed(row))
    for row in connection.execute(_ROWS, (number,)):
        found.update(_framed(row[:4]))
        told, forgotten = row[4:7], row[7]
        emptied = told == (None, None, None) and isinstance(forgotten, bytes)
        found.update(forgotten if emptied else _told(told))
    found.update(b"/")
    for row in connection.execute(_FORGOTTEN, (number,)):
        found.update(_framed(row))
    return found.digest()


def sealed(key: ChainKey, number: int, digest: bytes) -> bytes:
    """Return the seal of a change, which nobody can make without the key."""
    return hmac.digest(key, _framed((b"%d" % number, digest)), "sha256")


def _told(told: Iterable[bytes | None]) -> bytes:
    """Return the hash of what a row told: its salt, and the values before and after."""
    return hashlib.sha256(_framed(told)).digest()


def _framed(values: Iterable[bytes | None]) -> bytes:
    """Return values in a row, each with its length, so that none can pass for a part of another."""
    return b"".join([b"-" if each is None else b"%d:%b" % (len(each), each) for each in values])
