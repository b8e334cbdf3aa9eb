"""The filters a list was left with; those of an encrypted archive are forgotten with the window."""

from collections.abc import Mapping
from typing import Any

from liaison.domain.records import by_name
from ui.records import filter_words
from ui.remembering import own_place
from ui.workspace import Workspace


class LastFilters:
    """What the list of a type was asked for last in this archive.

    The settings of the window lie outside the archive, where whoever has the disk reads them.
    """

    def __init__(self, workspace: Workspace, type_name: str) -> None:
        self._settings, self._is_open = workspace.settings, workspace.archive.key is None
        self._record_type = by_name(type_name)
        self._place = f"asked/{own_place(workspace.folder)}/{type_name}"

    def filters(self) -> Mapping[str, Any]:
        """Return them as `Listing.where` takes them."""
        kept = self._settings.get(self._place) if self._is_open else None
        return filter_words.from_json(self._record_type, kept)

    def keep(self, where: Mapping[str, Any]) -> None:
        """Remember them."""
        if self._is_open:
            self._settings.set(self._place, filter_words.to_json(self._record_type, where))
