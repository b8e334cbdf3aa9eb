"""Looking back over an open archive, and going back several steps."""

from dataclasses import dataclass

from liaison.domain.schema import RecordType
from liaison.errors import LiaisonError
from liaison.storage import archive_past, record_past, states, steps
from liaison.storage.archive import Archive
from liaison.storage.archive_past import Entry, Question
from liaison.storage.bin_list import Binned, binned
from liaison.storage.record_past import Asked, FieldChange, Narrowings, PastChange
from liaison.storage.states import Version
from liaison.storage.steps import Step


@dataclass(frozen=True)
class Moved:
    """The labels of what was undone or done again, in order, and why it did not go further."""

    labels: tuple[str, ...]
    refused: LiaisonError | None = None


class Journal:
    """Who changed what when in an archive: of one record, of all, of the bin; and several steps."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    # -- steps

    def undoable(self, limit: int) -> list[Step]:
        """Return what as many undos would take back, at most `limit`, the first one first."""
        with self._archive.reading() as connection:
            return steps.undoable(connection, limit)

    def redoable(self, limit: int) -> list[Step]:
        """Return what as many redos would do again, at most `limit`, the first one first."""
        with self._archive.reading() as connection:
            return steps.redoable(connection, limit)

    def undo_to(self, number: int) -> Moved:
        """Take back everything done since the change `number`, and that one, each by its own undo.

        What cannot be taken back stops it; what was taken back before stays so.
        """
        labels: list[str] = []
        with self._archive.turn():
            while (found := self.undoable(1)) and found[0].number >= number:
                try:
                    self._archive.undo()
                except LiaisonError as refused:
                    return Moved(tuple(labels), refused)
                labels.append(found[0].label)
        return Moved(tuple(labels))

    def redo_to(self, number: int) -> Moved:
        """Do again everything that was taken back, up to the change `number`, as `undo_to` does."""
        labels: list[str] = []
        with self._archive.turn():
            while (found := self.redoable(1)) and found[0].number <= number:
                try:
                    self._archive.redo()
                except LiaisonError as refused:
                    return Moved(tuple(labels), refused)
                labels.append(found[0].label)
        return Moved(tuple(labels))

    # -- one record

    def type_of(self, uid: str) -> str:
        """Return the name of the type of a record that is there or was, "" for none."""
        with self._archive.reading() as connection:
            return record_past.type_of(connection, uid)

    def changes(self, record_type: RecordType, asked: Asked, lang: str) -> list[PastChange]:
        """Return what was done to a record and its parts, the newest first."""
        with self._archive.reading() as connection:
            return record_past.changes(connection, record_type, asked, lang)

    def narrowings(self, record_type: RecordType, uid: str) -> Narrowings:
        """Return which fields and which parts of a record have changed."""
        with self._archive.reading() as connection:
            return record_past.narrowings(connection, record_type, uid)

    def versions(self, uid: str, limit: int = 500) -> list[Version]:
        """Return the states a record had, the newest first."""
        with self._archive.reading() as connection:
            return states.versions(connection, uid, limit)

    def compared(
        self, record_type: RecordType, uid: str, older: int, newer: int, lang: str
    ) -> list[FieldChange]:
        """Return the fields in which a record differs after two changes; `states.NOW` is today."""
        with self._archive.reading() as connection:
            return states.compared(connection, record_type, uid, older, newer, lang)

    # -- the whole archive

    def entries(self, asked: Question, lang: str) -> list[Entry]:
        """Return what was done to the archive, the newest first."""
        with self._archive.reading() as connection:
            return archive_past.entries(connection, asked, lang)

    def authors(self) -> list[str]:
        """Return who changed something."""
        with self._archive.reading() as connection:
            return archive_past.authors(connection)

    def bin(self, lang: str) -> list[Binned]:
        """Return what is in the bin, what was put there last first."""
        with self._archive.reading() as connection:
            return binned(connection, lang)
