"""Passphrases: one spelling whichever keyboard they are typed on, and the key each becomes."""

import unicodedata

from liaison.language import digits
from liaison.language.normalise import stored
from liaison.storage.keys.sealing import KEY_SIZE


def plain(passphrase: str) -> str:
    """Return the one spelling of a passphrase.

    Letters and digits that look alike are one, and what cannot be seen is nothing.
    """
    composed = unicodedata.normalize("NFKC", passphrase)
    seen = "".join(letter for letter in composed if unicodedata.category(letter) != "Cf")
    return digits.to_ascii(stored(seen)).strip()


def stretched(passphrase: str, salt: bytes, time: int, memory: int, lanes: int) -> bytes:
    """Return the key a passphrase becomes by Argon2id, which takes as long as its costs say."""
    from argon2.low_level import Type, hash_secret_raw  # loaded for signing in alone

    return hash_secret_raw(plain(passphrase).encode(), salt, time, memory, lanes, KEY_SIZE, Type.ID)
