"""Records made up for tests, added to one change."""

from typing import Any

from liaison.domain.records import by_name
from liaison.storage.archive import Change


class Maker:
    """Adds records to one change."""

    def __init__(self, change: Change) -> None:
        self._change = change

    def add(self, name: str, **values: Any) -> str:
        """Add a record and return its uid."""
        return self._change.add(by_name(name), values)


def both(name: str, fa: str, en: str) -> dict[str, str]:
    """Return a text in both languages by its field keys."""
    return {f"{name}_fa": fa, f"{name}_en": en}
