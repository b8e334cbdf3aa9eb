"""What the office set for all its windows, kept in the archive."""

import json
from typing import Final

from liaison.domain.schema import Json
from liaison.i18n import _
from liaison.storage.connection import scalar
from liaison.storage.store import Store

OFFICE_FA: Final = "office_fa"
OFFICE_EN: Final = "office_en"
UNIT_FA: Final = "unit_fa"
UNIT_EN: Final = "unit_en"
WEEKEND: Final = "weekend"
"""The closed days of the week, as a list of `date.weekday()` numbers."""


class Settings:
    """The settings of an archive, by name; setting one is a change like any other."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, key: str, default: Json = None) -> Json:
        """Return what `key` is set to, `default` where it is not set."""
        with self._store.reading() as connection:
            stored = scalar(connection, "SELECT value FROM setting WHERE key = ?", (key,))
        value: Json = default if stored is None else json.loads(stored)
        return value

    def set(self, key: str, value: Json) -> None:
        """Set `key` to `value`, in one change; the same value again writes nothing."""
        stored = json.dumps(value, ensure_ascii=False, sort_keys=True)
        with self._store.writing(_("Settings"), "change") as change:
            change.connection.execute(WRITE, (key, stored))


WRITE: Final = (
    "INSERT INTO setting(key, value) VALUES (?, ?)"
    " ON CONFLICT(key) DO UPDATE SET value = excluded.value"
)
