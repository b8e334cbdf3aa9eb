"""How the columns of a file were read, kept for the next file of the same making."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from liaison.domain.records import by_name
from liaison.domain.schema import Json, fields_of
from liaison.errors import UserError
from liaison.exchange.foreign.subjects import SUBJECTS, is_own
from liaison.exchange.foreign.tables import Columns, RawTable, Target
from liaison.i18n import _
from liaison.language import keys
from liaison.storage.archive import Archive
from liaison.storage.settings import IMPORT_PROFILES


@dataclass(frozen=True)
class Profile:
    """What the columns of a kind of file hold, by the search key of their heads.

    A head that is left out is kept with None. `encoding` and `separator` are those the file was
    read with, "" for found out.
    """

    subject: str
    columns: Mapping[str, Target | None]
    encoding: str = ""
    separator: str = ""


def profile_of(
    table: RawTable, columns: Columns, subject: str, encoding: str = "", separator: str = ""
) -> Profile:
    """Return the profile that says of the heads of `table` what `columns` say."""
    named = {
        keys.joined(head): target
        for head, target in zip(table.heads, columns, strict=True)
        if keys.joined(head)
    }
    return Profile(subject, named, encoding, separator)


def columns_by(profile: Profile, table: RawTable) -> Columns:
    """Return what a profile says of the columns of a table, None for heads it does not know."""
    found: list[Target | None] = []
    for head in table.heads:
        target = profile.columns.get(keys.joined(head))
        found.append(None if target in found else target)
    return tuple(found)


def profiles(archive: Archive) -> dict[str, Profile]:
    """Return the profiles of the archive by name; what a newer program wrote is left out."""
    stored = archive.settings.get(IMPORT_PROFILES)
    found = {}
    for name, each in stored.items() if isinstance(stored, dict) else ():
        if (profile := _read(each)) is not None:
            found[name] = profile
    return found


def save_profile(archive: Archive, name: str, profile: Profile) -> None:
    """Keep a profile under `name`, over one of the same name; raises UserError without a name."""
    if not name.strip():
        raise UserError(_("Give the profile a name."))
    stored = archive.settings.get(IMPORT_PROFILES)
    kept = dict(stored) if isinstance(stored, dict) else {}
    archive.settings.set_all(
        {IMPORT_PROFILES: {**kept, name.strip(): _written(profile)}}, _("Keep how a file is read")
    )


def remove_profile(archive: Archive, name: str) -> None:
    """Remove the profile called `name`, where there is one."""
    stored = archive.settings.get(IMPORT_PROFILES)
    if isinstance(stored, dict) and name in stored:
        rest = {key: each for key, each in stored.items() if key != name}
        archive.settings.set_all({IMPORT_PROFILES: rest}, _("Forget how a file is read"))


def _written(profile: Profile) -> dict[str, Json]:
    columns: dict[str, Json] = {
        head: written_target(each) for head, each in profile.columns.items()
    }
    return {
        "subject": profile.subject,
        "columns": columns,
        "encoding": profile.encoding,
        "separator": profile.separator,
    }


def written_target(target: Target | None) -> Json:
    """Return what a column holds as settings and drafts keep it."""
    return None if target is None else [target.record, target.field, target.language]


def read_target(stored: Any) -> Target | None:  # noqa: ANN401 - whatever was kept
    """Return what `written_target` kept, None for nothing and for what is none."""
    match stored:
        case [str(record), str(field), ("fa" | "en" | "") as lang]:
            return Target(record, field, lang)
    return None


def _read(stored: Any) -> Profile | None:  # noqa: ANN401 - whatever the settings hold
    match stored:
        case {"subject": str(subject), "columns": dict(columns), **rest} if subject in SUBJECTS:
            read = {head: _target(each, subject) for head, each in columns.items()}
            texts = {key: rest.get(key) for key in ("encoding", "separator")}
            return Profile(
                subject, read, *(t if isinstance(t, str) else "" for t in texts.values())
            )
    return None


def _target(stored: Any, subject: str) -> Target | None:  # noqa: ANN401 - as above
    target = read_target(stored)
    if target is None or target.record not in SUBJECTS[subject].records:
        return None
    known = fields_of(by_name(target.record))
    field = target.field
    is_known = {field, f"{field}_{target.language}", f"{field}_fa"} & known.keys()
    return target if is_own(target) or is_known else None
