"""Text that is typed and not saved: kept in the archive's folder until it is."""

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from liaison.domain.schema import Json

_LARGEST: Final = 16 << 20
_DAMAGED: Final = (ValueError, KeyError, TypeError, OverflowError, RecursionError)
"""What a file raises that was written half, or by somebody else."""
_UNSAFE: Final = re.compile(r"[^0-9A-Za-z_.-]")


@dataclass(frozen=True)
class Draft:
    """What stood in a form, by field, and when; `version` is that of the record it began from."""

    fields: dict[str, Json]
    version: int
    kept_at: datetime


class Drafts:
    """One small file for each form with unsaved text.

    A folder that cannot be written costs the drafts, never the work in the form.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "drafts"

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
            self._folder.mkdir(parents=True, exist_ok=True)
            fresh.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
            fresh.replace(file)
        except OSError:
            return False
        return True

    def find(self, key: str) -> Draft | None:
        """Return the draft of a form, None where there is none that can be read."""
        try:
            file = self._file(key)
            if not file.is_file() or file.stat().st_size > _LARGEST:
                return None
            kept = json.loads(file.read_text(encoding="utf-8"))
            at = datetime.fromisoformat(kept["kept_at"]).astimezone(UTC)
            fields = {str(name): value for name, value in dict(kept["fields"]).items()}
            return Draft(fields, int(kept["version"]), at)
        except (OSError, *_DAMAGED):
            return None

    def drop(self, key: str) -> None:
        """Forget the draft of a form."""
        try:
            self._file(key).unlink(missing_ok=True)
        except OSError:
            return

    def _file(self, key: str) -> Path:
        return self._folder / f"{_UNSAFE.sub('_', key)}.json"
