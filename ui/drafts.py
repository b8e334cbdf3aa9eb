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

_LARGEST: Final = 16 << 20
_DAMAGED: Final = (ValueError, KeyError, TypeError, OverflowError, RecursionError)
"""What a file raises that was written half, or by somebody else."""
_UNSAFE: Final = re.compile(r"[^0-9A-Za-z_.-]")
_PLAIN, _SEALED = ".json", ".draft"


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
    """One small file for each form with unsaved text; sealed, its name too, where there is a key.

    A folder that cannot be written costs the drafts, never the work in the form. A folder that is
    gone is not made anew: an archive that was moved would find its place taken.
    """

    def __init__(
        self,
        folder: Path,
        missed: Callable[[], object] = lambda: None,
        key: bytes | None = None,
    ) -> None:
        """Keep drafts in `folder`; where one cannot be, `missed` is called."""
        self._folder = folder / "drafts"
        self._missed = missed
        self._key: bytes | None = None
        if key is not None:
            from liaison.storage.keys.sealing import derived  # for encrypted archives alone

            self._key = derived(key, "drafts")

    @staticmethod
    def key(type_name: str, uid: str, owner: str = "") -> str:
        """Return the name of a form: of the record `uid`, or of a new one within `owner`."""
        return "-".join(part for part in (type_name, uid or "new", owner) if part)

    def keep(self, key: str, fields: dict[str, Json], version: int) -> bool:
        """Write down `fields` in one step and tell whether that went well."""
        kept = {"kept_at": datetime.now(UTC).isoformat(), "version": version, "fields": fields}
        return self._write(_safe(key), json.dumps(kept, ensure_ascii=False).encode())

    def find(self, key: str) -> Draft | None:
        """Return the draft of a form, None where there is none that can be read."""
        try:
            kept = json.loads(self._read(_safe(key)))
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

    def seal_plain(self) -> None:
        """Seal what was kept before the archive was encrypted."""
        if self._key is None:
            return
        for each in self._folder.glob(f"*{_PLAIN}"):
            try:
                if self._write(each.stem, each.read_bytes()):
                    each.unlink()
            except OSError:
                continue

    def _write(self, name: str, content: bytes) -> bool:
        file = self._file(name)
        if self._key is not None:
            from liaison.storage.keys.sealing import seal

            content = seal(content, self._key, file.stem)
        fresh = file.with_suffix(".new")
        try:
            self._folder.mkdir(exist_ok=True)
            fresh.write_bytes(content)
            fresh.replace(file)
        except OSError:
            with suppress(OSError):
                fresh.unlink()
            self._missed()
            return False
        return True

    def _read(self, name: str) -> bytes:
        """Return what was written; raises ValueError where it is not that any more."""
        file = self._file(name)
        if not file.is_file() or file.stat().st_size > _LARGEST:
            raise ValueError(name)
        content = file.read_bytes()
        if self._key is None:
            return content
        from liaison.storage.keys.sealing import unseal

        return unseal(content, self._key, file.stem)

    def _file(self, name: str) -> Path:
        """Return the file of a form; of an encrypted archive its name says nothing either."""
        if self._key is None:
            return self._folder / f"{_safe(name)}{_PLAIN}"
        from liaison.storage.keys.sealing import keyed_name

        return self._folder / f"{keyed_name(self._key, _safe(name))[:40]}{_SEALED}"


def _safe(key: str) -> str:
    return _UNSAFE.sub("_", key)
