"""Looking at two archives of a trip before and after, for what was lost without a word.

Written without the rules that merge them: only values, questions and answers are compared.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from liaison.domain.records import CATALOGUE
from liaison.domain.rules.comparing_sides import Comparison
from liaison.domain.rules.sides import Question, references
from liaison.domain.schema import RecordType, Reference, fields_of_kind
from liaison.exchange.travelling.merging import Merged
from liaison.storage.archive import Archive

State = Mapping[str, tuple[RecordType, Mapping[str, Any], bool]]
"""Every record by uid: its type, its values, whether it is in the bin."""


def state_of(archive: Archive) -> dict[str, tuple[RecordType, Mapping[str, Any], bool]]:
    """Read every record of an archive."""
    return {
        row.uid: (each, dict(row.values), deleted)
        for each in CATALOGUE
        for deleted in (False, True)
        for row in archive.rows(each, deleted=deleted)
    }


@dataclass
class Journey:
    """One file that came back: what each side had before, and what was made of it."""

    base: State
    ours: State
    theirs: State
    result: State
    comparison: Comparison
    answers: Mapping[str, str]
    merged: Merged
    joined: Mapping[str, str]

    def faults(self) -> Iterator[str]:
        """Tell what was lost, or doubled, without a question."""
        yield from self._lost_of_theirs()
        yield from self._lost_of_ours()
        yield from self._doubled()
        yield from self._into_the_void()

    @property
    def changes(self) -> int:
        """How many values, records and bins differ on their side from what both had."""
        return sum(1 for _each in self._changed(self.theirs))

    def _changed(self, side: State) -> Iterator[tuple[str, str]]:
        """Yield what a side changed: uid and field, or "" for the coming and going of a record."""
        for uid, (_type, values, binned) in side.items():
            there = self.base.get(uid)
            if there is None:
                if not binned:
                    yield uid, ""
                continue
            if there[2] != binned:
                yield uid, ""
            for key, value in values.items():
                if not binned and there[1].get(key) != value:
                    yield uid, key
        for uid, (_type, _values, binned) in self.base.items():
            if uid not in side and not binned:
                yield uid, ""

    def _asked(self, uid: str, key: str = "") -> list[Question]:
        """Return the questions about a record as such, or about a field of it."""
        about = {"field"} if key else {"binned", "back", "same"}
        return [
            each
            for each in self.comparison.questions
            if each.about in about and each.key == key and uid in {each.uid, each.twin}
        ]

    def _lost_of_theirs(self) -> Iterator[str]:
        for uid, key in self._changed(self.theirs):
            target = self.joined.get(uid, uid)
            if self._asked(target) or self._asked(uid) or (key and self._asked(uid, key)):
                continue
            there, here = self.theirs.get(uid), self.result.get(target)
            if there is None or there[2]:
                is_kept = target in self.merged.kept or uid in self.comparison.joined
                if here is not None and not here[2] and not is_kept:
                    yield f"binned by them, and stays: {uid}"
            elif target in self.merged.left_out:
                if not self._refers_to_asked(there):
                    yield f"left out without a question: {uid}"
            elif here is None or here[2]:
                yield f"not there: {there[0].__tablename__} {uid}"
            else:
                for each in self._owed(uid, key):
                    if not self._holds(here[1].get(each), there[1].get(each), there, each):
                        yield f"lost: {there[0].__tablename__}.{each} {there[1].get(each)!r}"

    def _owed(self, uid: str, key: str) -> list[str]:
        """Return the fields of theirs that have to be here where one, or the record, changed.

        One that came back has values that both knew, or that count by themselves; what was joined
        here is no more, and not emptied.
        """
        keys = [key] if key else [] if uid in self.base else [*self.theirs[uid][1]]
        is_joined = uid in self.comparison.joined
        return [each for each in keys if not is_joined or self.theirs[uid][1][each] is not None]

    def _holds(self, found: Any, wanted: Any, there: Any, key: str) -> bool:  # noqa: ANN401 - any value
        """Tell whether a value came through, under the name its record has here."""
        if found == wanted or self.joined.get(wanted) == found:
            return True
        if (
            isinstance(wanted, tuple)
            and len(wanted) == 2
            and found == (wanted[0], self.joined.get(wanted[1]))
        ):
            return True
        if (wanted, found) in self.merged.numbers:
            return True
        referred = dict(references(there[0], there[1])).get(key, "")
        return bool(referred and self._asked(self.joined.get(referred, referred)))

    def _refers_to_asked(self, there: tuple[RecordType, Mapping[str, Any], bool]) -> bool:
        """Tell whether a record refers to one that was asked about, or was left out with it."""
        for _key, uid in references(there[0], there[1]):
            if self._asked(self.joined.get(uid, uid)) or uid in self.merged.left_out:
                return True
        return False

    def _lost_of_ours(self) -> Iterator[str]:
        for uid, (record_type, values, binned) in self.ours.items():
            there = self.base.get(uid)
            here = self.result.get(uid)
            if self._asked(uid) or self._came_with_its_whole(record_type, values):
                continue
            name = f"{record_type.__tablename__} {uid}"
            if here is None:
                yield f"gone here: {name}"
            elif there is None and here[2] != binned:
                yield f"moved here: {name}"
            elif there is not None and there[2] != binned and here[2] != binned:
                yield f"moved back here: {name}"
            elif not binned and not here[2]:
                for key, value in values.items():
                    is_ours = value is not None if there is None else there[1].get(key) != value
                    if is_ours and here[1].get(key) != value and not self._asked(uid, key):
                        yield f"overwritten here: {record_type.__tablename__}.{key} {value!r}"

    def _came_with_its_whole(self, record_type: RecordType, values: Mapping[str, Any]) -> bool:
        """Tell whether a record is part of one of which was said that it comes out of the bin."""
        owners = fields_of_kind(record_type, Reference)
        wholes = [values.get(key) for key, each in owners.items() if getattr(each.kind, "owner", 0)]
        asked = [q for q in self.comparison.questions if q.about == "back" and q.uid in wholes]
        return any(self.answers.get(each.name) == "theirs" for each in asked)

    def _doubled(self) -> Iterator[str]:
        """Find two people of one name, one from each side, that nobody was asked about."""
        ours = self._new_people(self.ours)
        for uid, name in self._new_people(self.theirs).items():
            twins = [each for each, own in ours.items() if own == name]
            if twins and not self._asked(uid) and self.joined.get(uid, uid) not in twins:
                yield f"doubled: {name}"

    def _new_people(self, side: State) -> dict[str, tuple[Any, Any]]:
        return {
            uid: (values["given_name_fa"], values["family_name_fa"])
            for uid, (record_type, values, binned) in side.items()
            if record_type.__tablename__ == "person" and not binned and uid not in self.base
            if values["given_name_fa"] is not None
        }

    def _into_the_void(self) -> Iterator[str]:
        """Find records that refer to what lies in the bin, or is gone."""
        live = {uid for uid, (_type, _values, binned) in self.result.items() if not binned}
        for uid in live:
            record_type, values, _binned = self.result[uid]
            for key, target in references(record_type, values):
                if target not in live:
                    yield f"refers into the void: {record_type.__tablename__}.{key} of {uid}"
