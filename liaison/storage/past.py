"""The past of a record: who changed what, and when, as people read it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from liaison.domain.records import by_name
from liaison.domain.schema import AnyKind, AnyReference, Instant, RecordType, Reference, fields_of
from liaison.i18n import N_, translated
from liaison.storage.connection import Connection

_STEPS: Final = """
    SELECT change.at, change.author, change.label, history.type, action, before, after
    FROM history JOIN change ON change.id = history.change WHERE uid = ? ORDER BY history.id"""
_TITLES: Final = """
    SELECT uid, coalesce(nullif(CASE :lang WHEN 'en' THEN title_en ELSE title_fa END, ''),
    title_fa, title_en) FROM entry WHERE uid IN (SELECT value FROM json_each(:uids))"""
_PARTIAL: Final = "update"
_GONE: Final = N_("a record that is gone for good")


@dataclass(frozen=True)
class Past:
    """One thing that happened to a record.

    `action` is add, update, delete, restore or remove. An update is told field by field, with the
    shown values before and after; otherwise `field` is empty.
    """

    at: datetime
    author: str
    label: str
    action: str
    field: str = ""
    before: str = ""
    after: str = ""


def past(connection: Connection, uid: str, lang: str) -> list[Past]:
    """Return what happened to the record `uid`, the newest last, in words of `lang`."""
    steps = connection.execute(_STEPS, (uid,)).fetchall()
    objects = [json.loads(each) for step in steps for each in step[5:] if each]
    uids = {value for each in objects for value in referred(by_name(steps[0][3]), each)}
    titles = titles_of(connection, uids, lang)
    return [each for step in steps for each in _told(step, titles, lang)]


def referred(record_type: RecordType, values: Mapping[str, Any]) -> Iterator[str]:
    """Yield the uids that stored values refer to."""
    for key, described in fields_of(record_type).items():
        value = values.get(key)
        if value and isinstance(described.kind, Reference | AnyReference):
            yield value.rpartition("/")[2]


def titles_of(connection: Connection, uids: Iterable[str], lang: str) -> dict[str, str]:
    """Return what records are called today for readers of `lang`, those in the bin too."""
    given = {"lang": lang, "uids": json.dumps(sorted(uids))}
    return dict(connection.execute(_TITLES, given).fetchall())


def _told(step: tuple[Any, ...], titles: Mapping[str, str], lang: str) -> Iterable[Past]:
    at, author, label, name, action, before, after = step
    common = (Instant().load(at), author, label, action)
    if action != _PARTIAL or before is None:
        return [Past(*common)]
    old, new = json.loads(before), json.loads(after)
    return [
        Past(
            *common,
            key,
            shown(described.kind, old[key], titles, lang),
            shown(described.kind, new[key], titles, lang),
        )
        for key, described in fields_of(by_name(name)).items()
        if key in old
    ]


def shown(
    kind: AnyKind,
    stored: Any,  # noqa: ANN401 - each kind stores its own scalar
    titles: Mapping[str, str],
    lang: str,
) -> str:
    """Return a stored value as people read it; what it refers to by its title of today."""
    if stored is None:
        return ""
    if isinstance(kind, Reference | AnyReference):
        gone = translated(_GONE, lang)
        return titles.get(stored.rpartition("/")[2], gone)
    return kind.show(kind.load(stored), lang)
