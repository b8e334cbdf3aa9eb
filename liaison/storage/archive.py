"""The archive: open it, read it, change it, take a change back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from liaison.domain.records.document import Document
from liaison.domain.schema import StoredFile
from liaison.errors import StorageError
from liaison.i18n import _, language
from liaison.storage import binning, marker, search, steps
from liaison.storage.attachments import Attachments
from liaison.storage.change import Change, not_permitted
from liaison.storage.check import Finding, check
from liaison.storage.extraction import extract
from liaison.storage.faults import READ_ONLY, disk_told, told
from liaison.storage.issued import IssuedPrints
from liaison.storage.lending import Lending, take_back
from liaison.storage.listing import Line, Listing, Lists
from liaison.storage.opening import Opened, opened
from liaison.storage.orders import ListColumn, columns_of
from liaison.storage.past import Past, past
from liaison.storage.people import People
from liaison.storage.reading import Reading
from liaison.storage.references import Referring
from liaison.storage.row import Row
from liaison.storage.scans.kept import Scans
from liaison.storage.settings import Settings
from liaison.storage.soundness import unsound
from liaison.storage.sweeping import Swept, refuse_missing, sweep

__all__ = [
    "Archive",
    "Change",
    "Finding",
    "Line",
    "ListColumn",
    "Listing",
    "Past",
    "Referring",
    "Row",
    "Swept",
    "columns_of",
]


class Archive(Reading, Lists):
    """One folder with a database, its attached files and its lock.

    Everything in it is read from any thread as plain values, and written inside named changes.
    """

    def __init__(self, found: Opened, key: bytes | None, author: str) -> None:
        """Take an archive that `opening` found; people call `open`."""
        super().__init__(found.place, found.lock, mode=found.mode, key=key, author=author)
        self.settings = Settings(self)
        self.issued = IssuedPrints(self)
        self.people = People(self)
        self.scans = Scans(self)
        self._files = Attachments(found.place.files, key)
        self._lending = Lending()
        if key is not None:
            take_back()

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        key: bytes | None = None,
        create: bool = True,
        only_read: bool = False,
        author: str = "",
    ) -> Self:
        """Open the archive in `folder`; an empty one is made there where there is none.

        `key` opens an encrypted archive, `author` signs the changes. A folder that cannot be
        written to opens for reading only; who wants to `only_read` may do so while a window has
        the archive open. Raises StorageError, in one sentence, where the archive
        is damaged, foreign, newer than the program, incomplete, in use, or out of reach.
        """
        found = opened(Path(folder), key, make=create, only_read=only_read)
        try:
            with told(), disk_told():
                return cls(found, key, author)
        except BaseException:
            found.lock.release()
            raise

    def __enter__(self) -> Self:
        """Return the archive; it is closed when the block ends."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the archive."""
        self.close()

    # -- writing

    @contextmanager
    def change(self, label: str) -> Iterator[Change]:
        """Make what is written inside one transaction, one entry of the history, one undo step.

        `label` is what people are told it was. Nothing is written where anything inside fails, and
        no step is made where nothing was written. Raises UserError for what cannot be kept, and
        StorageError where the archive can only be read or the disk is at fault.
        """
        with self.writing(label, "change") as change:
            yield change
            refuse_missing(self._files, change.files)

    def undo(self) -> str | None:
        """Take back the last change not taken back yet; return its label, None where none is."""
        return self._step("undo")

    def redo(self) -> str | None:
        """Do again what was taken back last, until something new was done; return its label."""
        return self._step("redo")

    def undoable(self) -> str | None:
        """Return the label of what an undo would take back."""
        with self.reading() as connection:
            found = steps.undoable(connection)
        return found[0].label if found else None

    def redoable(self) -> str | None:
        """Return the label of what a redo would do again."""
        with self.reading() as connection:
            found = steps.redoable(connection)
        return found[0].label if found else None

    def empty_bin(self) -> int:
        """Remove for good what is in the bin; return how many records that were.

        Nothing done before can be taken back afterwards.
        """
        if not self.rights.may("empty_bin"):
            raise not_permitted()
        with self.writing(_("Empty the bin"), "purge") as change:
            return binning.purge(change.connection, change.number)

    # -- attached files

    def attach(self, source: Path | BinaryIO, name: str = "") -> StoredFile:
        """Copy a file into the archive and return what a record keeps of it.

        It is on the disk before this returns, and named for people by `name`, or as the source is.
        Raises UserError for what cannot be attached, StorageError where reading or writing fails.
        """
        if self.read_only:
            raise StorageError(_(READ_ONLY))
        if not self.rights.may_write(Document.__tablename__):
            raise not_permitted()
        self.refuse_moved()
        return self._files.store(source, name)

    def open_file(self, file: StoredFile) -> BinaryIO:
        """Return the content of an attached file to read; whoever asked closes it.

        It has been compared with what was attached: StorageError where it is missing or was
        altered.
        """
        return self._files.opened(file)

    def has_file(self, file: StoredFile) -> bool:
        """Tell whether an attached file is there, whole."""
        try:
            self._files.verified(file)
        except StorageError:
            return False
        return True

    def hand_out(self, file: StoredFile) -> Path:
        """Lend a copy of an attached file to other programs, until the archive is closed.

        It cannot be written to. Raises StorageError as `open_file` does.
        """
        with self.open_file(file) as content, disk_told():
            return self._lending.lend(content, file.sha256, file.name)

    def close(self) -> None:
        """Close the archive and take back what it lent; closing twice does no harm."""
        self._lending.close()
        super().close()

    def extract_pending(self, should_stop: Callable[[], bool] = lambda: False) -> int:
        """Make the text of attached files known to the search; return how many were read.

        Each is read by a process of its own, and kept before the next; `should_stop` is asked in
        between. A file that is missing waits until it is back.
        """
        if self.read_only:
            return 0
        with self.reading() as connection:
            pending = search.pending_files(connection)
        read = 0
        for file in pending:
            if should_stop():
                break
            try:
                with self.open_file(file) as content:
                    text = extract(content, file.name)
            except StorageError:  # it waits until it is back
                continue
            with self.upkeep() as connection:
                search.put_file_text(connection, file.sha256, text)
            read += 1
        return read

    def sweep(self, now: datetime | None = None) -> Swept:
        """Remove files that no record, no history and no draft speaks of, once they are a day old.

        Returns how many, and their bytes. Raises StorageError where nothing can be written.
        """
        return sweep(self, self._files, now or datetime.now(UTC))

    # -- looking back and through

    def history(self, uid: str, lang: str = "") -> list[Past]:
        """Return what happened to a record, the newest last, in `lang` or the language in use."""
        with self.reading() as connection:
            return past(connection, uid, lang or language())

    def last_change(self) -> int:
        """Return the number of the last change, 0 where nothing was ever changed."""
        with self.reading() as connection:
            return marker.last_change(connection)

    def check(self) -> list[Finding]:
        """Return what is wrong with database, references, titles, history and attached files."""
        marked = marker.read(self.folder)  # before the history, which may grow meanwhile
        with self.reading_alone() as connection:
            # The proofs of encrypted pages are read from the file itself, past the log.
            with self.turn() if self.key else nullcontext():
                found = list(unsound(connection, self.place, self.key))
            return check(connection, self._files, found, self.chain_key, marked, self.folder)

    def _step(self, kind: str) -> str | None:
        """Undo or redo one step."""
        find, opposite = (steps.undoable, "redo") if kind == "undo" else (steps.redoable, "undo")
        with self.turn():
            with self.reading() as connection:
                found = find(connection)
            if not found:
                return None
            step = found[0]
            with self.writing(step.label, kind, step.number) as change:
                steps.reverse(change, step.number, opposite)
        return step.label
