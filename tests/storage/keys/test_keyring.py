"""The keyring: it opens for its people and for nobody else, and never half of it is written."""

import os
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from liaison.domain.records import Document
from liaison.errors import UserError
from liaison.storage.keys import KEYS
from liaison.storage.keys import keyring as keyrings
from liaison.storage.keys import slot as slots
from liaison.storage.keys.keyring import (
    MOST_PEOPLE,
    Keyring,
    Person,
    empty_keyring,
    new_key,
)
from liaison.storage.keys.passphrases import plain
from tests.storage.keys.conftest import NAME_FA, PASSPHRASE, Sealed

KEY = bytes(range(32))
FIRST = Person("11111111-1111-4111-8111-111111111111", "نخست آزمون", "First Test")
SECOND = Person("22222222-2222-4222-8222-222222222222", "دوم آزمون", "")
WORDS, OTHERS = "first row of words", "second row of words"


@pytest.fixture(scope="module")
def two() -> Keyring:
    """Give a keyring that opens for two people and a recovery key."""
    ring = empty_keyring().with_person(KEY, FIRST, WORDS).with_person(KEY, SECOND, OTHERS)
    return ring.with_recovery(KEY)[0]


def opens(ring: Keyring, passphrase: str, officer: str = "") -> bool:
    try:
        key, whose = ring.unlock(passphrase, officer)
    except UserError as error:
        assert error.field == "passphrase"  # noqa: PT017 - a refusal is one of the answers
        return False
    assert key == KEY
    assert officer in {"", whose}
    return True


def test_it_opens_for_each_of_its_people_and_tells_who_it_was(two: Keyring) -> None:
    assert two.unlock(WORDS) == (KEY, FIRST.officer)
    assert two.unlock(OTHERS, SECOND.officer) == (KEY, SECOND.officer)
    assert two.people == (FIRST, SECOND)


@pytest.mark.parametrize(
    ("passphrase", "officer"),
    [
        ("", ""),
        (WORDS.upper(), ""),
        (WORDS[:-1], FIRST.officer),
        (WORDS, SECOND.officer),
        (OTHERS, FIRST.officer),
        (WORDS, "nobody"),
        ("\ud800" * 12, FIRST.officer),
    ],
)
def test_a_wrong_passphrase_opens_nothing(two: Keyring, passphrase: str, officer: str) -> None:
    assert not opens(two, passphrase, officer)


SPELLINGS = [
    "یک واژهٔ کهن می‌آید ۱۴۰۵",
    "يك واژهٔ كهن می‌آید ۱۴۰۵",  # an Arabic keyboard
    "یک واژۀ کهن می‌آید ۱۴۰۵",  # he with hamza as one letter
    "یک واژهٔ کهن می‌آید 1405",
    "یک واژهٔ کهن می‌آید ١٤٠٥",
    "یک واژهٔ کهن میآید ۱۴۰۵",  # without ZWNJ
    "یک واژهٔ کهن می\u200c\u200cآید ۱۴۰۵",
    "یک واژهٔ کهن می‌\u0627\u0653ید ۱۴۰۵",  # alef and madda as two
    " یک واژهٔ  کهن می‌آید ۱۴۰۵\n",  # as a file ends, or a hand slips
    "\u200fیک واژهٔ کهن می‌آید \u200e۱۴۰۵",
    "یک واژهٔ کهن می\u200dآید ۱۴۰۵",  # the key beside that of ZWNJ
    "یک واژهٔ کهـن می‌آید ۱۴۰۵",
    "\ufeffیک واژهٔ کهن می‌آید ۱۴۰۵",
    "یک\u00a0واژهٔ کهن می‌آید ۱۴۰۵",
]
DIFFERENT = [
    "یک واژه کهن می‌آید ۱۴۰۵",
    "یکواژهٔ کهن می‌آید ۱۴۰۵",
    "یک واژهٔ کهن می‌آید ۱۴۰۶",
    "یک واژهٔ کهن می آید ۱۴۰۵",
    "یک واژهٔ گهن می‌آید ۱۴۰۵",
]


@pytest.fixture(scope="module")
def persian() -> Keyring:
    return empty_keyring().with_person(KEY, FIRST, SPELLINGS[0])


@pytest.mark.parametrize("typed", SPELLINGS)
def test_every_keyboard_types_the_same_passphrase(persian: Keyring, typed: str) -> None:
    assert opens(persian, typed)


@pytest.mark.parametrize("typed", DIFFERENT)
def test_what_can_be_seen_makes_a_difference(persian: Keyring, typed: str) -> None:
    assert not opens(persian, typed)


def test_a_passphrase_is_one_spelling_however_often_it_is_put_into_it() -> None:
    for typed in (*SPELLINGS, *DIFFERENT, "ﷺ ﻻ ﬁ ½ Å"):
        assert plain(plain(typed)) == plain(typed)


@pytest.mark.parametrize(
    "weak",
    [
        *("", "short", "ninechars", "nine\u200c\u200dchars", "         \n"),
        *("a" * 40, "aba" * 10, "abcabcabcabc"),
        *(NAME_FA, "first test", "First Test", "نخست آزمون", " نخست  آزمون "),
    ],
)
def test_a_weak_passphrase_is_refused(weak: str) -> None:
    person = Person(FIRST.officer, NAME_FA if weak == NAME_FA else FIRST.name_fa, FIRST.name_en)
    with pytest.raises(UserError) as refusal:
        empty_keyring().with_person(KEY, person, weak)
    assert refusal.value.field == "passphrase"


# -- changing


def test_a_new_passphrase_replaces_the_old_one_in_its_place(two: Keyring) -> None:
    ring = two.with_person(KEY, FIRST, "third row of words")
    assert ring.people == (FIRST, SECOND)
    assert not opens(ring, WORDS)
    assert opens(ring, "third row of words", FIRST.officer)
    assert ring.slots[1:] == two.slots[1:]


def test_whoever_is_taken_out_opens_nothing(two: Keyring) -> None:
    ring = two.without(FIRST.officer)
    assert ring.people == (SECOND,)
    assert not opens(ring, WORDS)
    assert opens(ring, OTHERS)


def test_nobody_is_not_the_recovery_key(two: Keyring) -> None:
    assert two.without("") == two


def test_an_old_recovery_key_is_refused_after_a_new_one_was_put_away(two: Keyring) -> None:
    first, old = two.with_recovery(KEY)
    both, new = first.with_one_recovery().with_recovery(KEY)
    assert both.recover(old) == both.recover(new) == KEY
    first, second = first.with_one_recovery(), both.with_one_recovery()
    assert first.recover(old) == second.recover(new) == KEY
    for ring, typed in ((second, old), (first, new), (empty_keyring(), new)):
        with pytest.raises(UserError) as refusal:
            ring.recover(typed)
        assert refusal.value.field == "recovery"
    assert opens(second, WORDS)


def test_there_is_an_end_to_the_people_of_an_archive(two: Keyring) -> None:
    crowd = [
        replace(two.slots[0], person=Person(str(at), "", str(at))) for at in range(MOST_PEOPLE)
    ]
    full = replace(two, slots=tuple(crowd))
    full.with_person(KEY, crowd[0].person, WORDS)
    with pytest.raises(UserError, match="100 people"):
        full.with_person(KEY, FIRST, WORDS)


# -- what somebody could do to the file


def test_slots_put_in_the_place_of_each_other_open_nothing(two: Keyring) -> None:
    first, second, recovery = two.slots
    swapped = replace(
        two,
        slots=(
            replace(first, person=SECOND),
            replace(second, person=FIRST),
            replace(recovery, kind="person", person=FIRST),
        ),
    )
    assert not opens(swapped, WORDS)
    assert not opens(swapped, OTHERS)
    assert not opens(replace(two, archive=new_key().hex()[:32]), WORDS)
    mixed = replace(two, slots=(replace(first, salt=second.salt), replace(second, time=2)))
    assert not opens(mixed, WORDS)
    assert not opens(mixed, OTHERS)


def test_every_flipped_bit_of_what_is_locked_away_is_found(
    two: Keyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = two.slots[0]
    lock = first.stretched(WORDS)
    monkeypatch.setattr(slots, "stretched", lambda *_given: lock)  # once is slow enough
    assert opens(replace(two, slots=(first,)), WORDS)
    for bit in range(8 * len(first.sealed)):
        flipped = bytearray(first.sealed)
        flipped[bit // 8] ^= 1 << bit % 8
        assert not opens(replace(two, slots=(replace(first, sealed=bytes(flipped)),)), WORDS), bit


# -- on the disk


def test_it_is_read_as_it_was_written(two: Keyring, tmp_path: Path) -> None:
    assert Keyring.read(tmp_path) is None
    two.write(tmp_path)
    assert Keyring.read(tmp_path) == two
    assert [each.name for each in tmp_path.iterdir()] == [KEYS]
    assert KEY.hex() not in (tmp_path / KEYS).read_text()


@pytest.mark.parametrize("step", ["fsync", "replace", "sync_folder"])
def test_broken_off_while_it_is_written_the_old_or_the_new_one_is_there(
    two: Keyring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    two.write(tmp_path)
    fresh = two.without(SECOND.officer)

    def break_off(*_given: object) -> None:
        raise KeyboardInterrupt

    broken = {
        "fsync": (os, "fsync"),
        "replace": (Path, "replace"),
        "sync_folder": (keyrings, "sync_folder"),
    }
    with monkeypatch.context() as patched:
        patched.setattr(*broken[step], break_off)
        with pytest.raises(KeyboardInterrupt):
            fresh.write(tmp_path)
    assert Keyring.read(tmp_path) == (fresh if step == "sync_folder" else two)
    fresh.write(tmp_path)
    assert Keyring.read(tmp_path) == fresh
    assert [each.name for each in tmp_path.iterdir()] == [KEYS]


def test_half_of_a_new_one_is_never_read(two: Keyring, tmp_path: Path) -> None:
    two.write(tmp_path)
    (tmp_path / f"{KEYS}.new").write_bytes(b"{ half")
    assert Keyring.read(tmp_path) == two


def test_a_new_passphrase_rewrites_nothing_but_the_keyring(sealed: Sealed) -> None:
    with sealed.open() as archive:
        stored = archive.attach(BytesIO(b"content" * 50_000), "a.txt")
        with archive.change("add") as change:
            change.add(Document, {"title_en": "A", "file": stored})
    files = {each: each.read_bytes() for each in sealed.folder.rglob("*") if each.is_file()}
    ring = sealed.ring.with_person(sealed.key, sealed.ring.people[0], WORDS)
    ring.write(sealed.folder)
    after = {each: each.read_bytes() for each in sealed.folder.rglob("*") if each.is_file()}
    changed = {each.name for each in files if files[each] != after[each]}
    assert files.keys() == after.keys()
    assert changed == {KEYS}
    assert sealed.ring.unlock(WORDS) == (sealed.key, sealed.officer)
    with pytest.raises(UserError):
        sealed.ring.unlock(PASSPHRASE)
