"""The recovery key: what is printed and kept in a safe, and opens an archive nobody else can."""

import hashlib
import secrets
from typing import Final

from liaison.errors import UserError
from liaison.i18n import _
from liaison.language.digits import to_ascii

_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter that is taken for another one, or for a digit."""
_MISREAD: Final = str.maketrans("OIL", "011")
_BYTES: Final = 20
_GROUP: Final = 4
_SUM: Final = 4  # letters at the end that tell a typing error from a wrong key
_SIZE: Final = _BYTES * 8 // 5 + _SUM


def new_recovery_key() -> str:
    """Return a new key of 160 bits as it is printed: nine groups of four, the last a checksum."""
    letters = _written(secrets.token_bytes(_BYTES))
    return "-".join(letters[at : at + _GROUP] for at in range(0, _SIZE, _GROUP))


def recovery_bytes(typed: str) -> bytes:
    """Return the 20 bytes of a key as somebody typed it, in any grouping, case or digits.

    Raises UserError where it cannot be one: a letter is missing, or mistaken for another.
    """
    plain = to_ascii(typed).upper().translate(_MISREAD)
    letters = "".join(letter for letter in plain if letter in _LETTERS)
    number = 0
    for letter in letters[: _SIZE - _SUM]:
        number = number << 5 | _LETTERS.index(letter)
    content = number.to_bytes(_BYTES) if len(letters) == _SIZE else b""
    if not content or _written(content) != letters:
        raise UserError(
            _("This is not a whole recovery key: nine groups of four letters, as it was printed.")
        )
    return content


def _written(content: bytes) -> str:
    digest = hashlib.sha256(b"liaison recovery" + content).digest()
    number = int.from_bytes(content) << 5 * _SUM | int.from_bytes(digest) >> 256 - 5 * _SUM
    return "".join(_LETTERS[number >> 5 * at & 31] for at in reversed(range(_SIZE)))
