"""What every test shares."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings

from liaison.storage.keys import keyring
from liaison.storage.keys.slot import Slot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ.setdefault("QT_ACCESSIBILITY", "1")
# What a program that is started here notes of itself is none of the developer's own log.
os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp(prefix="liaison-state-")

_MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of its own in it
_ROOM = 4 << 30
"""Bytes; the files of all tests together need less than half of it."""

# Thousands of archives wait for the disk at every step. A file system in memory does the same
# without waiting; where there is none, or it is small, the tests run on the disk.
if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))

# A shared machine is slow at times; how long an example takes is no property of the code.
settings.register_profile("shared", deadline=None, max_examples=25)
settings.register_profile("full", deadline=None, max_examples=400)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "shared"))


@pytest.fixture(scope="session", autouse=True)
def _quick_passphrases() -> Iterator[None]:
    """Let a passphrase be tried at once: what it costs stands in the keyring, like in any other."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keyring, "Slot", partial(Slot, time=1, memory=64, lanes=1))
        yield
