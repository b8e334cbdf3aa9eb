"""Looking an archive through: whether everything is there, whole, and in step."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

from sqlalchemy import select

from liaison.domain.records import CATALOGUE
from liaison.domain.schema import StoredFile
from liaison.errors import StorageError
from liaison.i18n import _, language, ngettext
from liaison.language import digits
from liaison.storage import tampering
from liaison.storage.admission import refuse_keyless
from liaison.storage.attachments import Attachments
from liaison.storage.chain import ChainKey
from liaison.storage.connection import Connection, scalar
from liaison.storage.holding import held, remembered, values_told
from liaison.storage.marker import Marked
from liaison.storage.references import Link, links
from liaison.storage.statements import constant, sql, table
from liaison.storage.sweeping import orphans
from liaison.storage.tables import ENTRY, recorded_tables, table_of
from liaison.storage.triggers import recorded_columns

_HISTORY: Final = "SELECT uid, action, after FROM history WHERE type = ? ORDER BY uid, id"
_LIVE: Final = "SELECT uid, type FROM entry WHERE deleted = 0"


@dataclass(frozen=True)
class Finding:
    """Something that is not as it should be, with the record it concerns where there is one.

    What is `harmless` is only worth knowing: nothing is lost or wrong.
    """

    message: str
    type: str = ""
    uid: str = ""
    kind: str = ""
    """Which look found it, in a word for code."""
    harmless: bool = False

    def __str__(self) -> str:
        """Return the message, and which record it is about."""
        return f"{self.message} ({self.type} {self.uid})" if self.uid else self.message


def check(
    connection: Connection,
    attachments: Attachments,
    unsound: Iterable[str],
    key: ChainKey,
    marked: Marked | None,
    folder: Path,
) -> list[Finding]:
    """Return everything that is wrong; reads all records, their history and every attached file.

    `unsound` tells what is wrong with the database itself, `marked` is what the head marker said
    before the database was read, and `folder` is where its keyring stands.
    """
    found = [Finding(each, kind="database") for each in unsound]
    if found:  # what stands in a damaged database is not worth asking
        return found
    found += [Finding(each, kind="chain") for each in tampering.faults(connection, key, marked)]
    found += [Finding(each, kind="keyring") for each in _keyring(connection, folder)]
    for look in _LOOKS:
        kind = look.__name__.removeprefix("_")
        found += [replace(each, kind=kind) for each in _readable(look(connection))]
    files = _readable(_files(connection, attachments))
    return [*found, *(replace(each, kind="files") for each in files)]


def _readable(found: Iterator[Finding]) -> Iterator[Finding]:
    """Yield what is found; what the look could not make sense of is the last of it."""
    try:
        yield from found
    except (ValueError, KeyError, TypeError) as fault:
        yield Finding(
            _("Something written in the database cannot be read: {what}.").format(what=fault)
        )


def _keyring(connection: Connection, folder: Path) -> Iterator[str]:
    try:
        refuse_keyless(connection, folder)
    except StorageError as error:
        yield str(error)


def _keys(connection: Connection) -> Iterator[Finding]:
    for name, row, target, _key in connection.execute("PRAGMA foreign_key_check").fetchall():
        yield Finding(
            _("Row {row} of “{table}” refers to a “{target}” that is not there.").format(
                row=digits.number(row, language()), table=name, target=target
            )
        )
    if scalar(connection, "SELECT count(*) FROM writing"):
        yield Finding(_("A change was never finished."))


def _references(connection: Connection) -> Iterator[Finding]:
    """Find live records that refer to what is in the bin, or to nothing."""
    live = {row[0]: row[1] for row in connection.execute(_LIVE)}
    for link in links():
        for uid, value in connection.execute(_referring(link)).fetchall():
            target, _slash, target_uid = value.rpartition("/")
            if live.get(target_uid) != (target or link.target):
                yield Finding(
                    _("The field “{field}” refers to a record that is not there.").format(
                        field=link.field
                    ),
                    link.record_type.__tablename__,
                    uid,
                )


def _referring(link: Link) -> str:
    own = table(link.record_type).c
    return sql(
        select(own.uid, own[link.field]).where(
            own.deleted_at.is_(None), own[link.field].is_not(None)
        )
    )


def _entries(connection: Connection) -> Iterator[Finding]:
    """Find records and titles that lack each other, and what the search does not know."""
    for record_type in CATALOGUE:
        name = record_type.__tablename__
        own = table(record_type).c
        records = connection.execute(sql(select(own.id, own.uid, own.deleted_at))).fetchall()
        entered = sql(
            select(ENTRY.c.id, ENTRY.c.uid, ENTRY.c.deleted).where(ENTRY.c.type == constant(name))
        )
        wanted = {(number, uid, int(deleted is not None)) for number, uid, deleted in records}
        for _number, uid, _deleted in sorted(wanted ^ set(connection.execute(entered).fetchall())):
            yield Finding(_("The record and its title are not in step."), name, uid)
    live = scalar(connection, "SELECT count(*) FROM entry WHERE deleted = 0")
    indexed = scalar(connection, "SELECT count(*) FROM search_name")
    if live != indexed:
        yield Finding(
            _("The search knows {indexed} records of {live}.").format(
                indexed=digits.number(indexed, language()), live=digits.number(live, language())
            )
        )


def _history(connection: Connection) -> Iterator[Finding]:
    """Find rows that are not what their history leads to."""
    for name, key in recorded_tables().items():
        own = table_of(name)
        columns = recorded_columns(own)
        rows = connection.execute(sql(select(*(own.c[each] for each in columns)))).fetchall()
        current = {row[columns.index(key)]: dict(zip(columns, row, strict=True)) for row in rows}
        told = set()
        steps = connection.execute(_HISTORY, (name,))
        for uid, group in groupby(steps, itemgetter(0)):
            told.add(uid)
            if not _leads_to(current.get(uid), group):
                yield Finding(_("The record is not what its history leads to."), name, uid)
        for uid in current.keys() - told:
            yield Finding(_("The record has no history."), name, uid)


def _leads_to(row: dict[str, Any] | None, steps: Iterator[tuple[Any, ...]]) -> bool:
    """Tell whether the steps of a history end at `row`, None where there is no record."""
    state: dict[str, Any] | None = None
    for _uid, action, after in steps:
        if action == "remove":
            state = None
        elif after is not None:
            state = {**(state or {}), **values_told(after)}
    if row is None or state is None:
        return row is None and state is None
    return all(row[key] == value for key, value in state.items() if key in row)


_LOOKS: Final[tuple[Callable[[Connection], Iterator[Finding]], ...]] = (
    _keys,
    _references,
    _entries,
    _history,
)


def _files(connection: Connection, attachments: Attachments) -> Iterator[Finding]:
    """Find attached files that are missing or altered, and count those nothing speaks of.

    A file that only the history tells of has to be whole too: undo could bring it back.
    """
    fault = cache(partial(_fault, attachments))
    for record_type in CATALOGUE:
        files = {*held(connection, record_type), *remembered(connection, record_type)}
        for uid, file in sorted(files, key=lambda each: (each[0], each[1].sha256)):
            if sentence := fault(file):
                yield Finding(sentence, record_type.__tablename__, uid)
    yield from _spare(connection, attachments)


def _spare(connection: Connection, attachments: Attachments) -> Iterator[Finding]:
    """Tell how many files in the folder of attached ones a sweep would remove some day."""
    count = len([*orphans(connection, attachments), *attachments.unfinished()])
    if count:
        text = ngettext(
            "{count} file in the folder of attached files belongs to no record; “sweep” removes"
            " it once it is a day old.",
            "{count} files in the folder of attached files belong to no record; “sweep” removes"
            " them once they are a day old.",
            count,
        )
        yield Finding(text.format(count=digits.number(count, language())), harmless=True)


def _fault(attachments: Attachments, file: StoredFile) -> str:
    path = attachments.path(file.sha256)
    if not path.is_file():
        return _("The attached file “{name}” is missing.").format(name=file.name)
    if not attachments.is_whole(path):
        return _("The attached file “{name}” was altered or is damaged.").format(name=file.name)
    return ""
