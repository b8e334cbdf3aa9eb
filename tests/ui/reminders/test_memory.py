"""Which reminders were announced, and which were put off."""

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from tests.ui.reminders.conftest import TODAY
from ui.reminders.memory import Memory
from ui.settings import Settings

pytestmark = pytest.mark.usefixtures("qapp")  # the settings have a timer


def test_no_key_is_announced_twice(settings: Settings, tmp_path: Path) -> None:
    draw = Random(5)  # noqa: S311 - no secret
    every = [f"expiry/{number}/3" for number in range(30)]
    every += [f"overdue/all/2026-11-{day}/{count}" for day in (20, 21) for count in range(1, 20)]
    said: set[str] = set()
    for _day in range(60):
        memory = Memory(settings, tmp_path, "")
        due = set(draw.sample(every, draw.randint(0, 20)))
        fresh = memory.fresh(due)
        assert said.isdisjoint(fresh)
        said.update(fresh)
        memory.announce(due)
        assert memory.fresh(due) == []
    assert Memory(settings, tmp_path, "another").fresh(every) == every


@pytest.mark.parametrize("kept", [None, [], "x", {"a": 1}, {"": {"announced": 3, "put_off": [1]}}])
def test_damaged_settings_cost_only_memory(
    settings: Settings, tmp_path: Path, kept: object
) -> None:
    settings.set("reminders", kept)
    memory = Memory(settings, tmp_path, "")
    assert memory.fresh(["expiry/a/3"]) == ["expiry/a/3"]
    memory.put_off(["expiry/a/3"], TODAY)
    assert memory.hidden(TODAY) == ["expiry/a/3"]
    assert memory.hidden(TODAY + timedelta(days=1)) == []
