"""Keys: one for the archive, locked away once for each person and once for a day of need."""

from typing import Final

KEYS: Final = "archive.keys"
"""The file of the keyring, in the folder of an encrypted archive and of each of its backups."""
