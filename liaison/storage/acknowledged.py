"""Which reminders somebody has taken note of, so that they do not come again."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from liaison.domain.schema import Json
from liaison.i18n import _
from liaison.storage.archive import Archive
from liaison.storage.settings import ACKNOWLEDGED

_KEPT: Final = timedelta(days=800)
"""What a reminder of a document that ends in six months needs, several times over."""


class Acknowledged:
    """The reminders of an archive that were acknowledged.

    A key says which one: its sort, the record, and where it comes several times which of them and
    of which day, such as `expiry/<agreement uid>/3/2027-05-01`.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def keys(self) -> frozenset[str]:
        """Return the keys of all that were acknowledged."""
        return frozenset(self._days())

    def acknowledge(self, key: str, today: date) -> None:
        """Take note of a reminder, in one change; those long past are dropped on the way."""
        self._note((key,), _("Acknowledge a reminder"), today)

    def acknowledge_all(self, keys: Iterable[str], today: date) -> None:
        """Take note of several reminders, in one change."""
        self._note(keys, _("Acknowledge reminders"), today)

    def _note(self, keys: Iterable[str], label: str, today: date) -> None:
        oldest = (today - _KEPT).isoformat()
        kept: dict[str, Json] = {
            each: day for each, day in self._days().items() if str(day) >= oldest
        }
        kept.update(dict.fromkeys(keys, today.isoformat()))
        self._archive.settings.set_all({ACKNOWLEDGED: kept}, label)

    def _days(self) -> dict[str, Json]:
        found = self._archive.settings.get(ACKNOWLEDGED)
        return dict(found) if isinstance(found, dict) else {}
