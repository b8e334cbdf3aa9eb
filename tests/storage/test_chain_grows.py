"""The chain stays whole whatever people do with the archive, and through conversions."""

import shutil
import tempfile
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from liaison.domain.records import FollowUp, Partner
from liaison.storage import marker, tampering
from liaison.storage.archive import Archive
from liaison.storage.connection import scalar

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=20)


class Growing(RuleBasedStateMachine):
    """People adding, renaming, binning, emptying the bin and changing their minds."""

    empty: ClassVar[Path]

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        shutil.copytree(self.empty, self.root / "archive")
        self.archive = Archive.open(self.root / "archive", author="آزمونگر")

    def teardown(self) -> None:
        assert self.archive.check() == []
        self.archive.close()
        shutil.rmtree(self.root)

    @rule(names=st.lists(TEXTS, min_size=1, max_size=4), label=TEXTS)
    def add(self, names: list[str], label: str) -> None:
        with self.archive.change(label) as change:
            for name in names:
                city = change.add(Partner, {"name_fa": f"شهر {name}"})
                change.add(FollowUp, {"title_fa": f"کار {name}", "partner": city})

    @rule(number=st.integers(0, 9), name=TEXTS)
    def rename(self, number: int, name: str) -> None:
        rows = self.archive.rows(FollowUp)
        if rows:
            with self.archive.change("rename") as change:
                values = {"title_fa": f"کار {name}"}
                change.update(FollowUp, rows[number % len(rows)].uid, values)

    @rule(number=st.integers(0, 9))
    def throw_away(self, number: int) -> None:
        rows = self.archive.rows(FollowUp)
        if rows:
            with self.archive.change("bin") as change:
                change.delete(FollowUp, rows[number % len(rows)].uid)

    @rule()
    def set_something(self) -> None:
        self.archive.settings.set("office_en", f"Office {self.archive.last_change()}")

    @rule()
    def empty_the_bin(self) -> None:
        self.archive.empty_bin()

    @rule()
    def undo(self) -> None:
        self.archive.undo()

    @rule()
    def redo(self) -> None:
        self.archive.redo()

    @rule()
    def fail_halfway(self) -> None:
        def fail() -> None:
            with self.archive.change("never") as change:
                change.add(Partner, {"name_fa": "هرگز"})
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            fail()

    @rule()
    def restart(self) -> None:
        self.archive.close()
        self.archive = Archive.open(self.root / "archive")

    @invariant()
    def the_chain_is_whole(self) -> None:
        marked = marker.read(self.archive.folder)
        with self.archive.reading() as connection:
            assert list(tampering.faults(connection, self.archive.chain_key, marked)) == []
            assert scalar(connection, "SELECT count(*) FROM link") == marker.last_change(connection)


@pytest.fixture
def machine(empty: Path) -> type[Growing]:
    Growing.empty = empty
    return Growing


def test_whatever_people_do_the_chain_is_whole(machine: type[Growing]) -> None:
    case = machine.TestCase
    case.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
    case().runTest()
