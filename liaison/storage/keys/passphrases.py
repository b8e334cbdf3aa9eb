"""Passphrases: one spelling whichever keyboard they are typed on, and the key each becomes."""

import unicodedata
from collections.abc import Iterable
from typing import Final

from liaison.errors import UserError
from liaison.i18n import _, language
from liaison.language import digits
from liaison.language.normalise import stored
from liaison.storage.keys.sealing import KEY_SIZE

SHORTEST: Final = 10
"""Letters a passphrase has at least."""
_FEWEST: Final = 4
"""Different letters; one or two keys held down are no passphrase."""


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


def refuse_easy(passphrase: str, names: Iterable[str]) -> None:
    """Raise UserError for a passphrase that is too short, or one of the `names`."""
    letters = plain(passphrase)
    if len(letters) < SHORTEST:
        raise UserError(
            _("A passphrase has {count} letters at least; some words in a row do well.").format(
                count=digits.number(SHORTEST, language())
            ),
            field="passphrase",
        )
    known = {plain(name).casefold() for name in names}
    if letters.casefold() in known or len(set(letters)) < _FEWEST:
        raise UserError(
            _("This passphrase is too easy to guess; take some words in a row."),
            field="passphrase",
        )
