"""The archive's key locked away once: for a person's passphrase, or for the recovery key."""

import os
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from liaison.storage.keys.passphrases import stretched
from liaison.storage.keys.person import Person
from liaison.storage.keys.sealing import KEY_SIZE, derived

SALT: Final = 16
_NONCE: Final = 12
_SEALED: Final = _NONCE + KEY_SIZE + 16  # bytes of the key locked away, with what proves it
TIME, MEMORY, LANES = 3, 64 << 10, 4  # passes, KiB, threads: the second choice of RFC 9106
_MOST_TIME, _MOST_MEMORY, _MOST_LANES = 16, 256 << 10, 16


@dataclass(frozen=True)
class Slot:
    """The archive's key, locked away: what with, and what came out."""

    kind: Literal["person", "recovery"]
    person: Person
    salt: bytes
    sealed: bytes
    time: int = TIME
    memory: int = MEMORY
    lanes: int = LANES

    @property
    def cost(self) -> int:
        """What trying one passphrase takes, in passes over a KiB."""
        return self.time * self.memory if self.kind == "person" else 0

    def stretched(self, passphrase: str) -> bytes:
        """Return what a passphrase locks and unlocks it with."""
        return stretched(passphrase, self.salt, self.time, self.memory, self.lanes)

    def is_of(self, officer: str) -> bool:
        """Tell whether it is locked for an officer; the recovery key is nobody's."""
        return self.kind == "person" and self.person.officer == officer

    def context(self, archive: str) -> bytes:
        """Return what the lock is bound to: a slot put in the place of another opens nothing."""
        return f"{archive}/{self.kind}/{self.person.officer}".encode()


NOBODY: Final = Person("", "", "")


def recovery_lock(content: bytes, salt: bytes) -> bytes:
    """Return the key that locks with a recovery key, which is random enough to need no time."""
    return derived(content, "recovery", salt)


def locked(slot: Slot, lock: bytes, key: bytes, archive: str) -> Slot:
    """Return a slot with the archive's key locked away in it."""
    nonce = os.urandom(_NONCE)
    sealed = nonce + AESGCM(lock).encrypt(nonce, key, slot.context(archive))
    return replace(slot, sealed=sealed)


def opened(slot: Slot, lock: bytes, archive: str) -> bytes | None:
    """Return the archive's key, None where `lock` does not open the slot."""
    nonce, content = slot.sealed[:_NONCE], slot.sealed[_NONCE:]
    try:
        return AESGCM(lock).decrypt(nonce, content, slot.context(archive))
    except InvalidTag:
        return None


def told_of(slot: Slot) -> dict[str, object]:
    """Return a slot as it is written."""
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


def slot_of(told: dict[str, Any]) -> Slot:
    """Return a slot as it was told; raises ValueError for one that would take hours to open."""
    cost = told["argon2id"]
    time, memory, lanes = int(cost["time"]), int(cost["memory"]), int(cost["lanes"])
    cheap = 0 < time <= _MOST_TIME and 0 < lanes <= _MOST_LANES
    if not (cheap and 8 * lanes <= memory <= _MOST_MEMORY):
        raise ValueError(cost)
    if told["kind"] not in {"person", "recovery"}:
        raise ValueError(told["kind"])
    person = Person(text_of(told["officer"]), text_of(told["name_fa"]), text_of(told["name_en"]))
    salt, sealed = bytes.fromhex(told["salt"]), bytes.fromhex(told["sealed"])
    if len(salt) != SALT or len(sealed) != _SEALED:
        raise ValueError(told["kind"])
    return Slot(told["kind"], person, salt, sealed, time, memory, lanes)


def text_of(told: object) -> str:
    """Return a text that can be written again; raises ValueError for halves of letters."""
    text = str(told)
    text.encode()
    return text
