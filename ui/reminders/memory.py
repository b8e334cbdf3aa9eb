"""Which reminders were announced here, and which were put off until tomorrow.

Only keys are kept: uids, days and figures. What the archive says of them stays in the archive.
"""

from __future__ import annotations

import hashlib
import os
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from liaison.domain.rules.reminding import Known

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date
    from pathlib import Path

    from ui.settings import Settings

_SETTING: Final = "reminders"
_ANNOUNCED: Final = "announced"
_PUT_OFF: Final = "put_off"
_KEYS: Final = 500
"""How many announced keys are kept beside those that are still due."""
_NAMES: Final = 20


class Memory:
    """What one person knows of the reminders of one archive, in the settings of the window."""

    def __init__(self, settings: Settings, folder: Path, officer: str) -> None:
        self._settings = settings
        place = hashlib.sha256(os.fsencode(os.path.abspath(folder))).hexdigest()[:16]  # noqa: PTH100 - no look at the disk
        self._name = f"{place}/{officer}"

    def fresh(self, keys: Iterable[str]) -> list[str]:
        """Return those of `keys` that say something new."""
        known = Known(self._announced())
        return [key for key in keys if not known.holds(key)]

    def announce(self, due: Collection[str]) -> None:
        """Remember that all that is `due` was announced."""
        earlier = [key for key in self._announced() if key not in due]
        self._keep({_ANNOUNCED: [*earlier[-_KEYS:], *sorted(due)]})

    def put_off(self, keys: Collection[str], today: date) -> None:
        """Hide reminders until tomorrow, when they are announced like new ones."""
        until = (today + timedelta(days=1)).isoformat()
        hidden = dict.fromkeys(self.hidden(today), until) | dict.fromkeys(keys, until)
        announced = [key for key in self._announced() if key not in keys]
        self._keep({_PUT_OFF: hidden, _ANNOUNCED: announced})

    def hidden(self, today: date) -> list[str]:
        """Return the keys that are put off beyond `today`."""
        found = self._mine().get(_PUT_OFF)
        day = today.isoformat()
        if not isinstance(found, dict):
            return []
        return [key for key, until in found.items() if isinstance(until, str) and until > day]

    def _announced(self) -> list[str]:
        found = self._mine().get(_ANNOUNCED)
        return [key for key in found if isinstance(key, str)] if isinstance(found, list) else []

    def _all(self) -> dict[str, Any]:
        found = self._settings.get(_SETTING)
        return dict(found) if isinstance(found, dict) else {}

    def _mine(self) -> dict[str, Any]:
        found = self._all().get(self._name)
        return found if isinstance(found, dict) else {}

    def _keep(self, values: dict[str, Any]) -> None:
        everything = self._all()
        mine = self._mine() | values
        everything.pop(self._name, None)
        kept = dict(list(everything.items())[1 - _NAMES :])
        self._settings.set(_SETTING, {**kept, self._name: mine})
