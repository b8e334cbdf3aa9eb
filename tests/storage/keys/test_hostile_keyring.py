"""A keyring somebody wrote to do harm: refused in a sentence, at once, and left as it is."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from liaison.errors import DamagedError, StorageError
from liaison.storage.keys import KEYS
from liaison.storage.keys.keyring import Keyring, Person, empty_keyring

KEY = bytes(range(32))
PERSON = Person("11111111-1111-4111-8111-111111111111", "نخست آزمون", "First Test")


@pytest.fixture(scope="module")
def ring() -> Keyring:
    return empty_keyring().with_person(KEY, PERSON, "a row of words").with_recovery(KEY)[0]


def told(ring: Keyring, folder: Path) -> dict[str, Any]:
    ring.write(folder)
    read: dict[str, Any] = json.loads((folder / KEYS).read_bytes())
    return read


def first_with(**changed: object) -> Callable[[dict[str, Any]], object]:
    def change(ring: dict[str, Any]) -> object:
        ring["slots"][0].update(changed)
        return ring

    return change


def costing(**changed: object) -> Callable[[dict[str, Any]], object]:
    def change(ring: dict[str, Any]) -> object:
        ring["slots"][0]["argon2id"].update(changed)
        return ring

    return change


HOSTILE: dict[str, Callable[[dict[str, Any]], object]] = {
    "a list": lambda _ring: [],
    "nothing": lambda _ring: None,
    "a number": lambda _ring: 7,
    "a format that is yes": lambda ring: ring | {"format": True, "slots": None},
    "an earlier format": lambda ring: ring | {"format": 0},
    "no slots": lambda ring: {key: ring[key] for key in ("format", "archive")},
    "slots are a word": lambda ring: ring | {"slots": "slots"},
    "slots are a number": lambda ring: ring | {"slots": 9},
    "slots are numbers": lambda ring: ring | {"slots": [1, 2]},
    "the archive is half a letter": lambda ring: ring | {"archive": "\ud800"},
    "an officer is half a letter": first_with(officer="\udfff"),
    "a name is half a letter": first_with(name_fa="\ud800"),
    "another kind": first_with(kind="stranger"),
    "a salt too short": first_with(salt="00"),
    "a salt that is no hex": first_with(salt="zz" * 16),
    "a salt that is a number": first_with(salt=16),
    "nothing locked away": first_with(sealed=""),
    "a kilobyte locked away": first_with(sealed="00" * 1024),
    "too many passes": costing(time=10**9),
    "no pass": costing(time=0),
    "passes below none": costing(time=-1),
    "endless passes": costing(time=float("inf")),
    "passes that are no number": costing(time=float("nan")),
    "passes that are a word": costing(time="many"),
    "passes that are a list": costing(time=[3]),
    "a gigabyte": costing(memory=1 << 20),
    "a terabyte": costing(memory=1 << 30),
    "no memory": costing(memory=0),
    "a thousand threads": costing(lanes=1000),
    "no thread": costing(lanes=0),
    "no costs": first_with(argon2id=None),
    "more people than an archive has": lambda ring: (
        costing(time=3, memory=64 << 10)(ring) and ring | {"slots": ring["slots"] * 200}
    ),
    "together more than anybody waits for": lambda ring: (
        costing(time=8, memory=1 << 18)(ring) and ring | {"slots": [ring["slots"][0]] * 90}
    ),
}


@pytest.mark.parametrize("how", HOSTILE)
def test_a_hostile_keyring_is_refused_in_a_sentence(
    ring: Keyring, tmp_path: Path, how: str
) -> None:
    hostile = json.dumps(HOSTILE[how](told(ring, tmp_path)))
    (tmp_path / KEYS).write_text(hostile)
    with pytest.raises(DamagedError, match=r"archive\.keys"):
        Keyring.read(tmp_path)
    assert (tmp_path / KEYS).read_text() == hostile


def test_a_keyring_of_a_newer_program_is_not_taken_for_a_damaged_one(
    ring: Keyring, tmp_path: Path
) -> None:
    (tmp_path / KEYS).write_text(json.dumps(told(ring, tmp_path) | {"format": 2}))
    with pytest.raises(StorageError, match="newer version") as refusal:
        Keyring.read(tmp_path)
    assert not isinstance(refusal.value, DamagedError)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"\x00" * 4096,
        b"[" * 1_000_000,
        b'{"format":1,"archive":"' + b"a" * (10 << 20) + b'","slots":[]}',
        b'{"format":1,"archive":"a","slots":[]}' + b" " * (10 << 20) + b"}",
        b'{"format":' + b"9" * 100_000 + b"}",
    ],
    ids=["empty", "cut", "noise", "zeros", "deep", "10 MB", "10 MB of nothing", "a long number"],
)
def test_what_is_no_keyring_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / KEYS).write_bytes(content)
    with pytest.raises(DamagedError, match=r"archive\.keys"):
        Keyring.read(tmp_path)


def test_a_folder_in_its_place_is_told_of(tmp_path: Path) -> None:
    (tmp_path / KEYS).mkdir()
    with pytest.raises(DamagedError):
        Keyring.read(tmp_path)
