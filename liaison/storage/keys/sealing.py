"""Sealed files: encrypted and authenticated piece by piece, read from anywhere in between.

A sealed file is the mark, sixteen random bytes, and the content in pieces of 64 KiB, each under
AES-GCM (NIST SP 800-38D) with its own number and a sign on the last one, as in the STREAM
construction: a piece that is altered, moved, repeated or cut off is found. The key of a file comes
from the archive's key and the random bytes, so that a number is never used twice. What the file is
bound to, its name for instance, is told to the last piece alone: it may be known only at the end.
"""

import io
import os
from typing import BinaryIO, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from typing_extensions import Buffer, override

MARK: Final = b"LIASEAL1"
PIECE: Final = 1 << 16
"""Bytes of content in a piece."""
KEY_SIZE: Final = 32
_SALT: Final = 16
_TAG: Final = 16
_HEADER: Final = len(MARK) + _SALT
_NONCE: Final = 12


class BrokenSealError(ValueError):
    """A sealed file is not what was sealed, or the key is another one."""


def derived(key: bytes, purpose: str, salt: bytes = b"") -> bytes:
    """Return the 32-byte key for one purpose, by HKDF (RFC 5869) from another key."""
    info = f"liaison {purpose}".encode()
    return HKDF(algorithm=SHA256(), length=KEY_SIZE, salt=salt, info=info).derive(key)


def keyed_name(key: bytes, content: str) -> str:
    """Return the name for a content of which only who has the key can tell that it is here."""
    mac = HMAC(key, SHA256())
    mac.update(content.encode())
    return mac.finalize().hex()


def seal(content: bytes, key: bytes, binding: str) -> bytes:
    """Return a small content as a sealed file."""
    target = io.BytesIO()
    writer = SealingWriter(target, key)
    writer.write(content)
    writer.finish(binding)
    return target.getvalue()


def unseal(sealed: bytes, key: bytes, binding: str) -> bytes:
    """Return what was sealed; raises BrokenSealError."""
    return SealedReader(io.BytesIO(sealed), key, binding).read()


class SealingWriter:
    """Writes a sealed file; it is none before `finish`."""

    def __init__(self, target: BinaryIO, key: bytes) -> None:
        self._target = target
        self._header = MARK + os.urandom(_SALT)
        self._cipher = _cipher(key, self._header)
        self._waiting = bytearray()
        self._number = 0
        target.write(self._header)

    def write(self, content: Buffer) -> int:
        """Take in some more of the content; return how many bytes that were."""
        before = len(self._waiting)
        self._waiting += memoryview(content)
        taken = len(self._waiting) - before
        while len(self._waiting) > PIECE:  # the last piece waits: it may be the one to sign
            self._put(bytes(self._waiting[:PIECE]), _nonce(self._number), self._header)
            del self._waiting[:PIECE]
        return taken

    def flush(self) -> None:
        """Do nothing: pieces go out when they are whole."""

    def close(self) -> None:
        """Do nothing: what ends a sealed file is `finish`."""

    def finish(self, binding: str) -> None:
        """Write the last piece, which binds the file to a name or purpose."""
        nonce = _nonce(self._number, last=True)
        self._put(bytes(self._waiting), nonce, self._header + binding.encode())

    def _put(self, piece: bytes, nonce: bytes, context: bytes) -> None:
        self._target.write(self._cipher.encrypt(nonce, piece, context))
        self._number += 1


class SealedReader(io.RawIOBase):
    """Reads the content of a sealed file, from where `source` stands to its end.

    The source stays open as long as this is, and is closed with it.

    Its end is looked at first, so a file cut short or bound to something else is refused before
    anything of it is given out. Raises BrokenSealError there, and where a piece read later on is
    not what was sealed.
    """

    def __init__(self, source: BinaryIO, key: bytes, binding: str) -> None:
        super().__init__()
        self._source = source
        self._start = source.tell()
        self._header = source.read(_HEADER)
        if len(self._header) != _HEADER or not self._header.startswith(MARK):
            raise BrokenSealError
        self._cipher = _cipher(key, self._header)
        self._context = self._header + binding.encode()
        length = source.seek(0, io.SEEK_END) - self._start - _HEADER
        self._last = max(0, -(-length // (PIECE + _TAG)) - 1)
        self._size = length - (self._last + 1) * _TAG
        self._at = 0
        self._held = (-1, b"")
        if self._size < 0:
            raise BrokenSealError
        self._piece(self._last)

    @property
    def size(self) -> int:
        """The bytes of the content."""
        return self._size

    @override
    def readable(self) -> bool:
        return True

    @override
    def seekable(self) -> bool:
        return True

    @override
    def tell(self) -> int:
        return self._at

    @override
    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(0, start + offset)
        return self._at

    @override
    def readinto(self, buffer: Buffer) -> int:
        view = memoryview(buffer).cast("B")
        if self._at >= self._size:
            return 0
        number, inside = divmod(self._at, PIECE)
        part = self._piece(number)[inside : inside + len(view)]
        view[: len(part)] = part
        self._at += len(part)
        return len(part)

    @override
    def close(self) -> None:
        if not self.closed:
            self._held = (-1, b"")
            self._source.close()
        super().close()

    def _piece(self, number: int) -> bytes:
        if self._held[0] != number:
            is_last = number == self._last
            self._source.seek(self._start + _HEADER + number * (PIECE + _TAG))
            sealed = self._source.read(PIECE + _TAG)
            context = self._context if is_last else self._header
            try:
                piece = self._cipher.decrypt(_nonce(number, last=is_last), sealed, context)
            except InvalidTag as fault:
                raise BrokenSealError from fault
            self._held = (number, piece)
        return self._held[1]


def _cipher(key: bytes, header: bytes) -> AESGCM:
    return AESGCM(derived(key, "sealed file", header[len(MARK) :]))


def _nonce(number: int, *, last: bool = False) -> bytes:
    return number.to_bytes(_NONCE - 1) + bytes([last])
