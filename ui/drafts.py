"""Text that is typed and not saved: kept in the archive's folder until it is."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from liaison.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from liaison.domain.schema import Json

_UNSAFE: Final = re.compile(r"[^0-9A-Za-z_.-]")


def not_kept() -> str:
    """Return what is said where a draft could not be written down."""
    return _(
        "What you typed could not be kept as a draft: the archive's folder takes nothing just now."
        " Save it before you close the window."
    )


@dataclass(frozen=True)
class Draft:
    """What stood in a form, by field, and when; `version` is that of the record it began from."""

    fields: dict[str, Json]
    version: int
    kept_at: datetime


class Drafts:
    """One small file for each form with unsaved text.

    A folder that cannot be written costs the drafts, never the work in the form. A folder that is
    gone is not made anew: an archive that was moved would find its place taken.
    """

    def __init__(self, folder: Path, missed: Callable[[], object] = lambda: None) -> None:
        """Keep drafts in `folder`; where one cannot be, `missed` is called."""
        self._folder = folder / "drafts"
        self._missed = missed

    @staticmethod
    def key(type_name: str, uid: str, owner: str = "") -> str:
        """Return the name of a form: of the record `uid`, or of a new one within `owner`."""
        return "-".join(part for part in (type_name, uid or "new", owner) if part)

    def keep(self, key: str, fields: dict[str, Json], version: int) -> bool:
        """Write down `fields` in one step and tell whether that went well."""
        kept = {"kept_at": datetime.now(UTC).isoformat(), "version": version, "fields": fields}
        file = self._file(key)
        fresh = file.with_suffix(".new")
        try:
            self._folder.mkdir(exist_ok=True)
            fresh.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
            fresh.replace(file)
        except OSError:
            with suppress(OSError):
                fresh.unlink()
            self._missed()
            return False
        return True

    def find(self, key: str) -> Draft | None:
        """Return the draft of a form, None where there is none that can be read."""
        try:
            kept = json.loads(self._file(key).read_text(encoding="utf-8"))
            return Draft(
                dict(kept["fields"]), int(kept["version"]), datetime.fromisoformat(kept["kept_at"])
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def drop(self, key: str) -> None:
        """Forget the draft of a form."""
        try:
            self._file(key).unlink(missing_ok=True)
        except OSError:
            return

    def _file(self, key: str) -> Path:
        return self._folder / f"{_UNSAFE.sub('_', key)}.json"
