"""The keyring: the archive's key, locked away once for each person and once for a day of need.

It stands beside the database and in every backup. Nobody gets the key out of it without a
passphrase of one of its people or the printed recovery key; a new passphrase locks the same key
away anew, so nothing else has to be written. Passphrases become keys by Argon2id (RFC 9106).
"""

import json
import os
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from liaison.errors import DamagedError, UserError
from liaison.i18n import _, language
from liaison.language import digits
from liaison.language.normalise import ZWNJ, stored
from liaison.storage.disk import sync_folder
from liaison.storage.keys import KEYS
from liaison.storage.keys.recovery import new_recovery_key, recovery_bytes
from liaison.storage.keys.sealing import KEY_SIZE, derived

SHORTEST: Final = 10
"""Letters a passphrase has at least."""

_FORMAT: Final = 1
LARGEST: Final = 1 << 20
"""Bytes of the largest keyring; a thousand people would need less."""
_SALT: Final = 16
_NONCE: Final = 12
_TIME, _MEMORY, _LANES = 3, 64 << 10, 4  # passes, KiB, threads: the second choice of RFC 9106
_MOST_TIME, _MOST_MEMORY, _MOST_LANES = 16, 1 << 20, 16


@dataclass(frozen=True)
class Person:
    """Somebody who can sign in: the uid of the officer, and the name in both languages."""

    officer: str
    name_fa: str
    name_en: str

    def name(self, lang: str) -> str:
        """Return the name in `lang`, or the one there is."""
        return (self.name_fa or self.name_en) if lang == "fa" else (self.name_en or self.name_fa)


@dataclass(frozen=True)
class _Slot:
    """The archive's key, locked away: what with, and what came out."""

    kind: Literal["person", "recovery"]
    person: Person
    salt: bytes
    sealed: bytes
    time: int = _TIME
    memory: int = _MEMORY
    lanes: int = _LANES

    def context(self, archive: str) -> bytes:
        """Return what the lock is bound to: a slot put in the place of another opens nothing."""
        return f"{archive}/{self.kind}/{self.person.officer}".encode()


@dataclass(frozen=True)
class Keyring:
    """The keyring of one archive, as it stood on the disk; changing it gives a new one."""

    archive: str
    slots: tuple[_Slot, ...]

    # -- on the disk

    @classmethod
    def read(cls, folder: Path) -> "Keyring | None":
        """Return the keyring in `folder`; None where there is none: nothing is encrypted there.

        Raises DamagedError where it cannot be read.
        """
        path = folder / KEYS
        try:
            with path.open("rb") as file:
                return cls.from_bytes(file.read(LARGEST))
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as fault:
            raise DamagedError(
                _(
                    "The file {file} holds the keys of the archive and is damaged; put the one"
                    " from the newest backup in its place."
                ).format(file=path)
            ) from fault

    @classmethod
    def from_bytes(cls, content: bytes) -> "Keyring":
        """Return a keyring as it was written; raises ValueError for anything else."""
        try:
            told = json.loads(content)
            if told["format"] != _FORMAT:
                raise ValueError(told["format"])
            return cls(str(told["archive"]), tuple(_slot(each) for each in told["slots"]))
        except (KeyError, TypeError, AttributeError, RecursionError) as fault:
            raise ValueError(type(fault)) from fault

    def write(self, folder: Path) -> None:
        """Put it into `folder` in one step; the one before is there until this one is whole."""
        fresh = folder / f"{KEYS}.new"
        with fresh.open("wb") as file:
            file.write(self.to_bytes())
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(folder / KEYS)
        sync_folder(folder)

    def to_bytes(self) -> bytes:
        """Return it as it is written."""
        slots = [_told(each) for each in self.slots]
        told = {"format": _FORMAT, "archive": self.archive, "slots": slots}
        return json.dumps(told, ensure_ascii=False, indent=1).encode()

    # -- opening

    @property
    def people(self) -> tuple[Person, ...]:
        """Who can sign in, in the order they were added."""
        return tuple(each.person for each in self.slots if each.kind == "person")

    def unlock(self, passphrase: str, officer: str = "") -> tuple[bytes, str]:
        """Return the archive's key and the uid of the officer whose passphrase it was.

        Without an `officer` everybody's is tried. Takes about a fifth of a second for each, as it
        is meant to. Raises UserError where the passphrase opens nothing.
        """
        for slot in self.slots:
            if slot.kind == "person" and officer in {"", slot.person.officer}:
                key = _opened(slot, _stretched(passphrase, slot), self.archive)
                if key is not None:
                    return key, slot.person.officer
        raise UserError(
            _("The passphrase is not right. Look at the keyboard's language and try again."),
            field="passphrase",
        )

    def recover(self, typed: str) -> bytes:
        """Return the archive's key for the printed recovery key; raises UserError where not."""
        content = recovery_bytes(typed)
        for slot in self.slots:
            if slot.kind == "recovery":
                key = _opened(slot, _recovery_lock(content, slot.salt), self.archive)
                if key is not None:
                    return key
        raise UserError(
            _("This recovery key belongs to another archive, or a newer one was printed since."),
            field="recovery",
        )

    # -- changing

    def with_person(self, key: bytes, person: Person, passphrase: str) -> "Keyring":
        """Return the keyring where `passphrase` opens for `person`, and none of theirs before.

        Raises UserError where the passphrase is too short.
        """
        refuse_weak(passphrase, person)
        empty = _Slot("person", person, os.urandom(_SALT), b"")
        slot = _locked(empty, _stretched(passphrase, empty), key, self.archive)
        kept = [each for each in self.slots if each.person.officer != person.officer]
        place = next((at for at, each in enumerate(self.slots) if each not in kept), len(kept))
        return replace(self, slots=(*kept[:place], slot, *kept[place:]))

    def nameless(self) -> "Keyring":
        """Return a keyring that opens for the same people and does not say what they are called."""
        slots = (replace(each, person=Person(each.person.officer, "", "")) for each in self.slots)
        return replace(self, slots=tuple(slots))

    def without(self, officer: str) -> "Keyring":
        """Return the keyring that does not open for an officer any more."""
        return replace(self, slots=tuple(s for s in self.slots if s.person.officer != officer))

    def with_recovery(self, key: bytes) -> tuple["Keyring", str]:
        """Return the keyring with a new recovery key instead of the one before, and that key."""
        text = new_recovery_key()
        empty = _Slot("recovery", _NOBODY, os.urandom(_SALT), b"")
        lock = _recovery_lock(recovery_bytes(text), empty.salt)
        people = [each for each in self.slots if each.kind == "person"]
        slots = (*people, _locked(empty, lock, key, self.archive))
        return replace(self, slots=slots), text


_NOBODY: Final = Person("", "", "")


def new_key() -> bytes:
    """Return a random key for an archive."""
    return os.urandom(KEY_SIZE)


def empty_keyring() -> Keyring:
    """Return the keyring of a new archive, which opens for nobody yet."""
    return Keyring(os.urandom(16).hex(), ())


def refuse_weak(passphrase: str, person: Person) -> None:
    """Raise UserError for a passphrase that is too short, or is the person's own name."""
    plain = _plain(passphrase)
    if len(plain) < SHORTEST:
        raise UserError(
            _("A passphrase has {count} letters at least; some words in a row do well.").format(
                count=digits.number(SHORTEST, language())
            ),
            field="passphrase",
        )
    if plain in {_plain(person.name_fa), _plain(person.name_en)} or len(set(plain)) < 4:  # noqa: PLR2004 - one or two keys held down are no passphrase
        raise UserError(
            _("This passphrase is too easy to guess; take some words in a row."),
            field="passphrase",
        )


def _plain(passphrase: str) -> str:
    """Return the one spelling of a passphrase, whichever keyboard it is typed on.

    Letters and digits that look alike are one, and what cannot be seen is nothing.
    """
    text = digits.to_ascii(stored(unicodedata.normalize("NFKC", passphrase)))
    return text.replace(ZWNJ, "").strip()


def _stretched(passphrase: str, slot: _Slot) -> bytes:
    from argon2.low_level import Type, hash_secret_raw  # loaded for signing in alone

    return hash_secret_raw(
        _plain(passphrase).encode(),
        slot.salt,
        slot.time,
        slot.memory,
        slot.lanes,
        KEY_SIZE,
        Type.ID,
    )


def _recovery_lock(content: bytes, salt: bytes) -> bytes:
    """Return the key that locks with a recovery key, which is random enough to need no time."""
    return derived(content, "recovery", salt)


def _locked(slot: _Slot, lock: bytes, key: bytes, archive: str) -> _Slot:
    nonce = os.urandom(_NONCE)
    sealed = nonce + AESGCM(lock).encrypt(nonce, key, slot.context(archive))
    return replace(slot, sealed=sealed)


def _opened(slot: _Slot, lock: bytes, archive: str) -> bytes | None:
    nonce, content = slot.sealed[:_NONCE], slot.sealed[_NONCE:]
    try:
        return AESGCM(lock).decrypt(nonce, content, slot.context(archive))
    except InvalidTag:
        return None


def _told(slot: _Slot) -> dict[str, object]:
    person = slot.person
    return {
        "kind": slot.kind,
        "officer": person.officer,
        "name_fa": person.name_fa,
        "name_en": person.name_en,
        "salt": slot.salt.hex(),
        "sealed": slot.sealed.hex(),
        "argon2id": {"time": slot.time, "memory": slot.memory, "lanes": slot.lanes},
    }


def _slot(told: dict[str, Any]) -> _Slot:
    """Return a slot as it was told; raises ValueError for one that would take hours to open."""
    cost = told["argon2id"]
    time, memory, lanes = int(cost["time"]), int(cost["memory"]), int(cost["lanes"])
    cheap = 0 < time <= _MOST_TIME and 0 < lanes <= _MOST_LANES
    if not (cheap and 8 * lanes <= memory <= _MOST_MEMORY):
        raise ValueError(cost)
    if told["kind"] not in {"person", "recovery"}:
        raise ValueError(told["kind"])
    person = Person(str(told["officer"]), str(told["name_fa"]), str(told["name_en"]))
    salt, sealed = bytes.fromhex(told["salt"]), bytes.fromhex(told["sealed"])
    if len(salt) != _SALT or len(sealed) <= _NONCE:
        raise ValueError(told["kind"])
    return _Slot(told["kind"], person, salt, sealed, time, memory, lanes)
