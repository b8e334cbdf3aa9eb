"""An open archive underneath: its connections, its lock, and the one change at a time."""

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import cast

from liaison.domain.rules.rights import EVERYBODY, Rights
from liaison.errors import StorageError
from liaison.i18n import _
from liaison.storage import chain, entries, references, search
from liaison.storage.change import Change
from liaison.storage.connection import Connection, Mode, connect, readers
from liaison.storage.faults import READ_ONLY, told
from liaison.storage.leading import able, refuse_leaderless
from liaison.storage.lock import Lock
from liaison.storage.marker import HeadMarker
from liaison.storage.place import Place

_TOUCHED = "SELECT DISTINCT type, uid FROM history WHERE change = ?"


class Store:
    """Connections to one database, for reading from any thread and writing from one at a time."""

    def __init__(
        self, place: Place, lock: Lock, *, mode: Mode, key: bytes | None, author: str
    ) -> None:
        """Open the connections of a database that was found sound."""
        self.place = place
        self.author = author
        self.officer = ""
        """Who signed in; nobody does where nothing is encrypted."""
        self.rights = EVERYBODY
        self.read_only = mode != "rw"
        self._lock = lock
        self._mode, self._key = mode, key
        self._readers = readers(place.database, mode, key)
        self._writer: Connection | None = None
        self.chain_key = chain.chain_key(key)
        self._marker: HeadMarker | None = None
        self._head = chain.Head()
        if not self.read_only:
            self._writer = connect(place.database, "rw", key)
            self._head = chain.head(self._writer)
            self._marker = HeadMarker(place.folder, self.chain_key)
        self._opened_as = self._identity()
        self._turn = threading.RLock()
        self._open_change: Change | None = None
        self._writing_thread = 0

    def sign_in(self, officer: str, author: str, rights: Rights) -> None:
        """Work for an officer from now on: every change bears the name, and keeps to the rights."""
        self.officer, self.author, self.rights = officer, author, rights

    @property
    def key(self) -> bytes | None:
        """The key of an encrypted archive."""
        return self._key

    @property
    def folder(self) -> Path:
        """The folder of the archive."""
        return self.place.folder

    def close(self) -> None:
        """Close all connections and let others in; closing twice does no harm."""
        with self._turn:
            self._readers.dispose()
            if self._writer is not None:
                self._writer.close()
                self._writer = None
            if self._marker is not None:
                self._marker.close()
                self._marker = None
            self._lock.release()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Lend a connection to read from, and tell faults as a StorageError.

        Inside a change of the same thread it sees what the change has written so far.
        """
        with told():
            if self._open_change and self._writing_thread == threading.get_ident():
                self._open_change.flush()
                yield self._open_change.connection
                return
            lent = self._readers.raw_connection()
            try:
                yield cast("Connection", lent.driver_connection)
            finally:
                lent.close()

    @contextmanager
    def reading_alone(self) -> Iterator[Connection]:
        """Lend a fresh connection, which remembers nothing of what the file once was.

        A connection that has searched before takes an index others wrote to since for a damaged
        one when it is asked to look it through.
        """
        with told():
            mode: Mode = "ro" if self._mode == "rw" else self._mode
            with closing(connect(self.place.database, mode, self._key)) as connection:
                connection.execute("BEGIN")
                yield connection

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Keep other threads from writing while something is read that a change follows from."""
        with self._turn:
            yield

    @contextmanager
    def writing(self, label: str, kind: str, undoes: int | None = None) -> Iterator[Change]:
        """Make what happens inside one change: all of it is committed, or nothing.

        A change that wrote nothing leaves no trace. Raises StorageError where the archive can
        only be read, and for what disk and database refuse.
        """
        with self._turn, told():
            connection = self._writing_connection()
            connection.execute("BEGIN IMMEDIATE")
            try:
                self._refuse_rewritten(connection)
                change = Change.begun(connection, label, self.author, kind, undoes, self.rights)
                self._open_change, self._writing_thread = change, threading.get_ident()
                yield change
                self._finish(change)
            finally:
                self._open_change, self._writing_thread = None, 0
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    @contextmanager
    def upkeep(self) -> Iterator[Connection]:
        """Lend the writing connection, in a transaction, for what follows from the records.

        It makes no change, and records cannot be written through it.
        """
        with self._turn, told():
            connection = self._writing_connection()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    def _writing_connection(self) -> Connection:
        if self._writer is None:
            raise StorageError(_(READ_ONLY))
        if self._open_change is not None:
            message = "A change is open already; what belongs together goes into that one."
            raise RuntimeError(message)
        self._refuse_moved()
        return self._writer

    def _refuse_moved(self) -> None:
        """Raise StorageError where the file under the open connections is not at its place.

        Writing would go on into a file that nobody finds any more.
        """
        if self._identity() != self._opened_as:
            raise StorageError(
                _(
                    "The archive was moved or replaced while it was open, so nothing was saved."
                    " Put {file} back, or close the archive and open it where it is now."
                ).format(file=self.place.database)
            )

    def _refuse_rewritten(self, connection: Connection) -> None:
        """Raise StorageError where the history does not end as this program left it.

        The next change would cover up what was done.
        """
        if chain.head(connection) != self._head:
            raise StorageError(
                _(
                    "Another program wrote to the history of the archive while it was open, so"
                    " nothing was saved. Close the archive, check it, and compare it with a backup."
                )
            )

    def _identity(self) -> tuple[int, int] | None:
        try:
            found = self.place.database.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def _finish(self, change: Change) -> None:
        """Bring titles and search in step with what was written, check it, and commit."""
        change.flush()
        connection = change.connection
        touched: dict[str, list[str]] = {}
        for name, uid in connection.execute(_TOUCHED, (change.number,)):
            touched.setdefault(name, []).append(uid)
        if not touched:
            return
        if self._key is not None and "officer" in touched:
            refuse_leaderless(connection, change.number, able(self.folder))
        reached = entries.refresh(connection, touched)
        references.refuse_dangling(connection, change.number, touched)
        search.update(connection, reached)
        connection.execute("DELETE FROM writing")
        head = chain.append(connection, self.chain_key, change.number, self._head)
        connection.execute("COMMIT")
        self._head = head
        if self._marker is not None:
            with suppress(OSError):  # a marker that stays behind only sees less
                self._marker.set(head)
