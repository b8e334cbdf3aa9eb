"""Under which name things are kept on this computer for the next time."""

from hashlib import sha256
from pathlib import Path


def own_place(archive: Path) -> str:
    """Return under which name an archive has its own; where it lies is not written down."""
    return sha256(str(archive.absolute()).encode()).hexdigest()[:16]
