"""Undo and redo against a model that simply remembers every state."""

import shutil
import tempfile
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from liaison.domain.records import FollowUp, Partner, Person, Position
from liaison.errors import UserError
from liaison.storage.archive import Archive, Listing

TYPES = {each.__tablename__: each for each in (Partner, Person, Position, FollowUp)}
NAMES = st.sampled_from(["شهر آزمون", "Test City", "آزمون ۱", "كرج", "Ab‌c", "ژاله"])
State = dict[str, tuple[str, dict[str, Any], bool]]
"""By uid: the type, the values that were given, whether it is in the bin."""


class Undoing(RuleBasedStateMachine):
    """People adding, changing, deleting and changing their minds, with restarts in between."""

    empty: ClassVar[Path]

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        shutil.copytree(self.empty, self.root / "archive")
        self.archive = Archive.open(self.root / "archive")
        self.states: list[State] = [{}]
        self.at = 0

    def teardown(self) -> None:
        assert self.archive.check() == []
        self.archive.close()
        shutil.rmtree(self.root)

    @property
    def state(self) -> State:
        return self.states[self.at]

    def _goes_to(self, state: State) -> None:
        self.states = [*self.states[: self.at + 1], state]
        self.at += 1

    def _some(self, number: int, name: str, *, deleted: bool = False) -> str:
        uids = [uid for uid, each in self.state.items() if each[0] == name and each[2] == deleted]
        return uids[number % len(uids)] if uids else ""

    @rule(name=NAMES, lang=st.sampled_from(["fa", "en"]))
    def add_city(self, name: str, lang: str) -> None:
        values = {f"name_{lang}": name, "kind": "city", "classification": "normal"}
        with self.archive.change("city") as change:
            uid = change.add(Partner, values)
        kept = {key: value.replace("ك", "ک") for key, value in values.items()}
        self._goes_to({**self.state, uid: ("partner", kept, False)})

    @rule(name=NAMES, number=st.integers(0, 9), due=st.dates(date(2020, 1, 1), date(2030, 1, 1)))
    def add_person_and_more(self, name: str, number: int, due: date) -> None:
        city = self._some(number, "partner") or None
        new: State = {}
        kept = name.replace("ك", "ک")
        with self.archive.change("person") as change:
            person = change.add(Person, {"family_name_fa": name})
            new[person] = ("person", {"family_name_fa": kept}, False)
            task = {"title_fa": kept, "partner": city, "due_on": due}
            new[change.add(FollowUp, task)] = ("follow_up", task, False)
            post = {"person": person, "title_en": kept, "partner": city}
            new[change.add(Position, post)] = ("position", post, False)
        self._goes_to({**self.state, **new})

    @precondition(lambda self: self._some(0, "partner"))
    @rule(number=st.integers(0, 9), name=NAMES, region=st.none() | NAMES)
    def rename_city(self, number: int, name: str, region: str | None) -> None:
        uid = self._some(number, "partner")
        values = {"name_fa": name, "region": region}
        before = self.archive.read(Partner, uid)
        with self.archive.change("rename") as change:
            change.update(Partner, uid, values, version=before.version)
        kept = {key: value and value.replace("ك", "ک") for key, value in values.items()}
        if any(before[key] != value for key, value in kept.items()):
            _type, old, _deleted = self.state[uid]
            self._goes_to({**self.state, uid: ("partner", {**old, **kept}, False)})

    @precondition(lambda self: self._some(0, "person"))
    @rule(number=st.integers(0, 9))
    def delete_person(self, number: int) -> None:
        uid = self._some(number, "person")
        with self.archive.change("delete") as change:
            change.delete(Person, uid)
        self._goes_to(self._moved(uid, deleted=True))

    @precondition(lambda self: self._some(0, "person", deleted=True))
    @rule(number=st.integers(0, 9))
    def restore_person(self, number: int) -> None:
        uid = self._some(number, "person", deleted=True)
        moved = self._moved(uid, deleted=False)
        cities = {each[1].get("partner") for each in moved.values() if not each[2]} - {None}
        if any(self.state[city][2] for city in cities):
            with pytest.raises(UserError), self.archive.change("restore") as change:
                change.restore(Person, uid)
            return
        with self.archive.change("restore") as change:
            change.restore(Person, uid)
        self._goes_to(moved)

    def _moved(self, uid: str, *, deleted: bool) -> State:
        return {
            key: (name, values, deleted if uid in (key, values.get("person")) else was)
            for key, (name, values, was) in self.state.items()
        }

    @precondition(lambda self: self._some(0, "partner"))
    @rule(number=st.integers(0, 9))
    def delete_city(self, number: int) -> None:
        uid = self._some(number, "partner")
        live = (each[1] for each in self.state.values() if not each[2])
        if any(values.get("partner") == uid for values in live):
            with pytest.raises(UserError), self.archive.change("delete") as change:
                change.delete(Partner, uid)
            return
        with self.archive.change("delete") as change:
            change.delete(Partner, uid)
        name, values, _deleted = self.state[uid]
        self._goes_to({**self.state, uid: (name, values, True)})

    @rule()
    def fail_halfway(self) -> None:
        def fail() -> None:
            with self.archive.change("never") as change:
                change.add(Partner, {"name_fa": "هرگز"})
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            fail()

    @rule()
    def undo(self) -> None:
        assert (self.archive.undoable() is None) == (self.at == 0)
        undone = self.archive.undo()
        assert (undone is None) == (self.at == 0)
        self.at = max(0, self.at - 1)

    @rule()
    def redo(self) -> None:
        at_end = self.at == len(self.states) - 1
        assert (self.archive.redoable() is None) == at_end
        assert (self.archive.redo() is None) == at_end
        self.at += not at_end

    @rule()
    def restart(self) -> None:
        self.archive.close()
        self.archive = Archive.open(self.root / "archive")

    @invariant()
    def everything_is_as_remembered(self) -> None:
        found: State = {}
        for name, record_type in TYPES.items():
            for deleted in (False, True):
                for row in self.archive.rows(record_type, deleted=deleted):
                    given = self.state.get(row.uid, ("", {}, False))[1]
                    values = {key: row[key] for key in given}
                    found[row.uid] = (name, values, deleted)
        assert found == self.state
        counts = self.archive.counts()
        live = [name for name, _values, deleted in self.state.values() if not deleted]
        assert counts == {name: live.count(name) for name in set(live)}

    @invariant()
    def lists_are_in_order(self) -> None:
        rows = self.archive.rows(Partner)
        lines = self.archive.first(Listing(Partner))
        assert sorted(line.uid for line in lines) == sorted(row.uid for row in rows)
        titles = self.archive.titles([line.uid for line in lines], "fa")
        for line in lines:
            assert line.cells[0] == titles[line.uid]


@pytest.fixture
def machine(empty: Path) -> type[Undoing]:
    Undoing.empty = empty
    return Undoing


def test_undo_and_redo_lead_through_every_state(machine: type[Undoing]) -> None:
    case = machine.TestCase
    case.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
    case().runTest()


def test_steps_outlive_restarts_and_new_work_ends_redoing(folder: Path) -> None:
    with Archive.open(folder) as archive:
        for name in ("یک", "دو", "سه"):
            with archive.change(name) as change:
                change.add(Partner, {"name_fa": name})
        assert archive.undo() == "سه"
    with Archive.open(folder) as archive:
        assert (archive.undoable(), archive.redoable()) == ("دو", "سه")
        assert archive.undo() == "دو"
        assert archive.redo() == "دو"
        assert archive.redo() == "سه"
        assert archive.redo() is None
        assert archive.undo() == "سه"
        with archive.change("چهار") as change:
            change.add(Partner, {"name_fa": "چهار"})
        assert archive.redoable() is None
        assert [archive.undo() for _each in range(4)] == ["چهار", "دو", "یک", None]
        assert archive.counts() == {}
        assert [archive.redo() for _each in range(4)] == ["یک", "دو", "چهار", None]
        assert archive.check() == []


def test_an_empty_change_is_no_step(archive: Archive) -> None:
    with archive.change("nothing"):
        pass
    assert archive.undoable() is None
    with archive.change("one") as change:
        change.add(Partner, {"name_fa": "یک"})
    archive.undo()
    with archive.change("nothing"):
        pass
    assert archive.redoable() == "one"


def test_search_follows_undo_and_redo(archive: Archive) -> None:
    with archive.change("add") as change:
        uid = change.add(Partner, {"name_fa": "پاریس", "aliases": ("Paris",)})
    assert [hit.uid for hit in archive.search("پاريس paris")] == [uid]
    assert [hit.uid for hit in archive.search("paris")] == [uid]
    archive.undo()
    assert archive.search("paris") == []
    archive.redo()
    assert [hit.uid for hit in archive.search("پاريس")] == [uid]
    with archive.change("bin") as change:
        change.delete(Partner, uid)
    assert archive.search("paris") == []
