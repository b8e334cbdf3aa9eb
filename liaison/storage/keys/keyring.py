"""The keyring: the archive's key, locked away once for each person and once for a day of need.

It stands beside the database and in every backup. Nobody gets the key out of it without a
passphrase of one of its people or the printed recovery key; a new passphrase locks the same key
away anew, so nothing else has to be written. Passphrases become keys by Argon2id (RFC 9106).
"""

import json
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from liaison.errors import DamagedError, DiskError, StorageError, UserError
from liaison.i18n import _, language
from liaison.language import digits
from liaison.reasons import reason_of
from liaison.storage.disk import sync_folder
from liaison.storage.keys import KEYS
from liaison.storage.keys.passphrases import refuse_easy
from liaison.storage.keys.person import Person
from liaison.storage.keys.recovery import new_recovery_key, recovery_bytes
from liaison.storage.keys.sealing import KEY_SIZE
from liaison.storage.keys.slot import (
    MEMORY,
    NOBODY,
    SALT,
    TIME,
    Slot,
    locked,
    opened,
    recovery_lock,
    slot_of,
    text_of,
    told_of,
)

__all__ = ["LARGEST", "MOST_PEOPLE", "Keyring", "Person", "empty_keyring", "new_key", "refuse_weak"]

MOST_PEOPLE: Final = 100
"""So many can sign in to one archive: trying the passphrases of all of them takes a while."""

_FORMAT: Final = 1
LARGEST: Final = 1 << 20
"""Bytes of the largest keyring; a thousand people would need less."""


class _NewerError(ValueError):
    """A keyring of a format that only a newer program knows."""


@dataclass(frozen=True)
class Keyring:
    """The keyring of one archive, as it stood on the disk; changing it gives a new one."""

    archive: str
    slots: tuple[Slot, ...]

    # -- on the disk

    @classmethod
    def read(cls, folder: Path) -> "Keyring | None":
        """Return the keyring in `folder`; None where there is none: nothing is encrypted there.

        Raises DamagedError where it is no keyring, another StorageError where it may well be one:
        the disk does not give it, or a newer program wrote it.
        """
        path = folder / KEYS
        try:
            with path.open("rb") as file:
                return cls.from_bytes(file.read(LARGEST + 1))
        except FileNotFoundError:
            return None
        except _NewerError as fault:
            raise StorageError(
                _(
                    "The file {file} holds the keys of the archive and was written by a newer"
                    " version of Liaison. Update the program; the file was left as it is."
                ).format(file=path)
            ) from fault
        except (IsADirectoryError, ValueError) as fault:
            raise DamagedError(
                _(
                    "The file {file} holds the keys of the archive and is damaged; put the one"
                    " from the newest backup in its place."
                ).format(file=path)
            ) from fault
        except OSError as fault:
            raise DiskError(
                _("The file {file} cannot be read: {reason}.").format(
                    file=path, reason=reason_of(fault)
                )
            ) from fault

    @classmethod
    def from_bytes(cls, content: bytes) -> "Keyring":
        """Return a keyring as it was written; raises ValueError for anything else."""
        if len(content) > LARGEST:
            raise ValueError(len(content))
        try:
            told = json.loads(content)
            if type(told["format"]) is int and told["format"] > _FORMAT:
                raise _NewerError(told["format"])
            if told["format"] != _FORMAT:
                raise ValueError(told["format"])
            slots = tuple(slot_of(each) for each in told["slots"])
            if sum(each.cost for each in slots) > MOST_PEOPLE * TIME * MEMORY:
                raise ValueError(len(slots))  # it would take hours to open
            return cls(text_of(told["archive"]), slots)
        except (KeyError, TypeError, AttributeError, OverflowError, RecursionError) as fault:
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
        slots = [told_of(each) for each in self.slots]
        told = {"format": _FORMAT, "archive": self.archive, "slots": slots}
        return json.dumps(told, ensure_ascii=False, indent=1).encode()

    # -- opening

    @property
    def people(self) -> tuple[Person, ...]:
        """Who can sign in, in the order they were added."""
        return tuple(each.person for each in self._people)

    def unlock(self, passphrase: str, officer: str = "") -> tuple[bytes, str]:
        """Return the archive's key and the uid of the officer whose passphrase it was.

        Without an `officer` everybody's is tried. Takes about a fifth of a second for each, as it
        is meant to. Raises UserError where the passphrase opens nothing.
        """
        for slot in self.slots:
            if slot.kind == "person" and officer in {"", slot.person.officer}:
                key = opened(slot, slot.stretched(passphrase), self.archive)
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
                key = opened(slot, recovery_lock(content, slot.salt), self.archive)
                if key is not None:
                    return key
        raise UserError(
            _("This recovery key belongs to another archive, or a newer one was printed since."),
            field="recovery",
        )

    # -- changing

    def with_person(self, key: bytes, person: Person, passphrase: str) -> "Keyring":
        """Return the keyring where `passphrase` opens for `person`, and none of theirs before.

        Raises UserError where the passphrase is too short, or there are too many people.
        """
        refuse_weak(passphrase, person)
        if sum(each.officer != person.officer for each in self.people) >= MOST_PEOPLE:
            raise UserError(
                _("{count} people can sign in at most; let one of them sign in no more.").format(
                    count=digits.number(MOST_PEOPLE, language())
                )
            )
        empty = Slot("person", person, os.urandom(SALT), b"")
        slot = locked(empty, empty.stretched(passphrase), key, self.archive)
        kept = [each for each in self.slots if not each.is_of(person.officer)]
        place = next((at for at, each in enumerate(self.slots) if each not in kept), len(kept))
        return replace(self, slots=(*kept[:place], slot, *kept[place:]))

    def nameless(self) -> "Keyring":
        """Return a keyring that opens for the same people and does not say what they are called."""
        slots = (replace(each, person=Person(each.person.officer, "", "")) for each in self.slots)
        return replace(self, slots=tuple(slots))

    def without(self, officer: str) -> "Keyring":
        """Return the keyring that does not open for an officer any more."""
        kept = (each for each in self.slots if not each.is_of(officer))
        return replace(self, slots=tuple(kept))

    def with_recovery(self, key: bytes) -> tuple["Keyring", str]:
        """Return the keyring with a new recovery key beside the one put away before, and that key.

        The one before goes with `with_one_recovery`; until then whoever has it is not shut out.
        """
        text = new_recovery_key()
        empty = Slot("recovery", NOBODY, os.urandom(SALT), b"")
        lock = recovery_lock(recovery_bytes(text), empty.salt)
        fresh = locked(empty, lock, key, self.archive)
        return replace(self, slots=(*self._people, *self._recoveries[:1], fresh)), text

    def with_one_recovery(self) -> "Keyring":
        """Return the keyring that opens for the newest recovery key alone."""
        return replace(self, slots=(*self._people, *self._recoveries[-1:]))

    @property
    def _people(self) -> tuple[Slot, ...]:
        return tuple(each for each in self.slots if each.kind == "person")

    @property
    def _recoveries(self) -> tuple[Slot, ...]:
        """The recovery key that was put away, and one that may not be yet."""
        return tuple(each for each in self.slots if each.kind == "recovery")


def new_key() -> bytes:
    """Return a random key for an archive."""
    return os.urandom(KEY_SIZE)


def empty_keyring() -> Keyring:
    """Return the keyring of a new archive, which opens for nobody yet."""
    return Keyring(os.urandom(16).hex(), ())


def refuse_weak(passphrase: str, person: Person) -> None:
    """Raise UserError for a passphrase that is too short, or is the person's own name."""
    refuse_easy(passphrase, (person.name_fa, person.name_en))
