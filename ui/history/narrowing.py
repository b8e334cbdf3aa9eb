"""Which changes of a record are shown: all, those of one field, or those of one sort of parts."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from liaison.domain.records import by_name
from liaison.domain.schema import RecordType, fields_of, label_key
from liaison.i18n import _
from liaison.storage.archive import Archive
from liaison.storage.journal import Journal
from liaison.storage.record_past import Asked, Narrowings
from ui.speaking import Speaking

_LONGEST: Final = 12


@dataclass(frozen=True)
class Subject:
    """The record a history is of: its type, its title, and what its changes can be narrowed to."""

    type_name: str
    title: str
    narrowings: Narrowings


def subject_of(archive: Archive, uid: str, lang: str) -> Subject:
    """Return what the history of `uid` is of, nothing of what was never a record."""
    journal = Journal(archive)
    name = journal.type_of(uid)
    if not name:
        return Subject("", "", Narrowings(frozenset(), frozenset()))
    title = archive.title(uid, lang)
    return Subject(name, title, journal.narrowings(by_name(name), uid))


class NarrowingBox(Speaking, QComboBox):
    """The fields that have changed, and the sorts of parts; one of them, or all."""

    narrowed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaxVisibleItems(_LONGEST)
        self.activated.connect(self._narrowed)
        self.retranslate()

    def retranslate(self) -> None:
        """Say what it is; what it offers is read again."""
        self.setAccessibleName(_("Which changes"))

    def offer(self, subject: Subject) -> None:
        """Offer what the changes of a record can be narrowed to."""
        chosen = self.currentData()
        record_type = by_name(subject.type_name)
        self.clear()
        self.addItem(_("All changes"), ("", ""))
        for shared, text in _fields(record_type, subject.narrowings.keys):
            self.addItem(text, (shared, ""))
        for name in sorted(subject.narrowings.types):
            self.addItem(_(by_name(name).plural), ("", name))
        self.setCurrentIndex(max(0, self.findData(chosen)))

    def asked(self, type_name: str, uid: str) -> Asked:
        """Return which changes of the record are asked for."""
        shared, part = self.currentData() or ("", "")
        record_type = by_name(type_name)
        keys = {
            key
            for key in fields_of(record_type)
            if shared and label_key(record_type, key) == shared
        }
        return Asked(uid, frozenset(keys), part)

    def _narrowed(self) -> None:
        self.narrowed.emit()


def _fields(record_type: RecordType, keys: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield the fields `keys` in the order of the form, both languages as one, with their label."""
    seen = set()
    for key, described in fields_of(record_type).items():
        shared = label_key(record_type, key)
        if key in keys and shared not in seen:
            seen.add(shared)
            yield shared, _(described.label)
