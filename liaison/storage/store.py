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
from liaison.storage.disk import identity_of
from liaison.storage.faults import READ_ONLY, told
from liaison.storage.lock import Lock
from liaison.storage.marker import HeadMarker
from liaison.storage.page_sums import PageSums
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
        self._sums = PageSums(place) if key is None else None
        self._writer: Connection | None = None
        self.chain_key = chain.chain_key(key)
        self._marker: HeadMarker | None = None
        self._head = chain.Head()
        if not self.read_only:
            self._writer = connect(place.database, "rw", key)
            self._head = chain.head(self._writer)  # which opens the log
            self._marker = HeadMarker(place.folder, self.chain_key)
            if self._sums is not None:
                self._sums.take_charge(self._writer)
        self._opened_as = self._identity()
        self._log_opened_as = self._log_identity()
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
                self._settle(self._writer)
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
            self.refuse_moved()
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
            self.refuse_moved()
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
                self._settle(connection, only_long=True)
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    def _writing_connection(self) -> Connection:
        if self._writer is None:
            raise StorageError(_(READ_ONLY))
        if self._open_change is not None:
            message = "A change is open already; what belongs together goes into that one."
            raise RuntimeError(message)
        self.refuse_moved()
        return self._writer

    def refuse_moved(self) -> None:
        """Raise StorageError where the files under the open connections are not at their place.

        Writing would go on into files that nobody finds any more, reading into those of another.
        """
        if self._identity() != self._opened_as:
            raise StorageError(
                _(
                    "The archive was moved or replaced while it was open, so nothing was saved."
                    " Put {file} back, or close the archive and open it where it is now."
                ).format(file=self.place.database)
            )
        if self._writer is not None and self._log_identity() != self._log_opened_as:
            self._rescue(self._writer)

    def _rescue(self, writer: Connection) -> None:
        """Bring what only a log without a name holds into the database; then raise StorageError.

        The connection still has hold of the log. Whoever opens the database next makes a new one.
        """
        with self._turn:
            if self._sums is not None:
                self._sums.forget()  # which follow the log by its name
            if not writer.in_transaction:
                writer.execute("PRAGMA wal_checkpoint(FULL)")
        raise StorageError(
            _(
                "The file {file} was removed while the archive was open. What was saved before is"
                " safe; close the program and open it again."
            ).format(file=self.place.log)
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
        return identity_of(self.place.database)

    def _log_identity(self) -> tuple[int, int] | None:
        return None if self._writer is None else identity_of(self.place.log)

    def _finish(self, change: Change) -> None:
        """Bring titles and search in step with what was written, check it, and commit."""
        change.flush()
        connection = change.connection
        touched: dict[str, list[str]] = {}
        for name, uid in connection.execute(_TOUCHED, (change.number,)):
            touched.setdefault(name, []).append(uid)
        if not touched:
            return
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
        self._settle(connection, only_long=True)

    def _settle(self, connection: Connection, *, only_long: bool = False) -> None:
        if self._sums is not None and self._identity() == self._opened_as:
            self._sums.settle(connection, only_long=only_long)
