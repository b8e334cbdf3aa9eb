"""The bin: what goes into it together, comes out of it together, and leaves it for good."""

from collections.abc import Iterable
from typing import Final

from liaison.domain.records import by_name
from liaison.domain.schema import RecordType, fields_of
from liaison.errors import UserError
from liaison.i18n import _, language, ngettext
from liaison.language import digits
from liaison.storage import chain, statements
from liaison.storage.connection import Connection, scalar
from liaison.storage.references import Referring, links_to, parts, referring

_TITLE: Final = "SELECT coalesce(nullif(title_fa, ''), title_en) FROM entry WHERE uid = ?"
_BINNED_BY: Final = (
    "SELECT change FROM history WHERE uid = ? AND action = 'delete' ORDER BY id DESC LIMIT 1"
)
_BINNED: Final = "SELECT type, uid FROM entry WHERE deleted = 1 ORDER BY id"


def title(connection: Connection, uid: str) -> str:
    """Return what a record is called, in Persian where it has a Persian name."""
    return scalar(connection, _TITLE, (uid,)) or uid


def removable(
    connection: Connection, record_type: RecordType, uid: str
) -> list[tuple[RecordType, str]]:
    """Return the record and its parts; raises UserError where others refer to any of them."""
    together = parts(connection, record_type, uid)
    going = {each for _type, each in together}
    for part_type, part_uid in together:
        found = referring(connection, part_type, part_uid, going)
        if found:
            raise UserError(
                _("“{title}” cannot go into the bin: {records} refer to it.").format(
                    title=title(connection, part_uid), records=_counted(found)
                ),
                record=uid,
            )
    return together


def _counted(found: Iterable[Referring]) -> str:
    """Return how many records of which types refer: "3 × Follow-up (City or body)"."""
    return _(", ").join(
        ngettext("{count} × {type} ({field})", "{count} × {type} ({field})", each.count).format(
            count=digits.number(each.count, language()),
            type=_(each.record_type.singular),
            field=_(fields_of(each.record_type)[each.field].label),
        )
        for each in found
    )


def together(
    connection: Connection, record_type: RecordType, uid: str
) -> list[tuple[RecordType, str]]:
    """Return the record and those of its parts that went into the bin in the same change."""
    binned_by = scalar(connection, _BINNED_BY, (uid,))
    found = [(record_type, uid)]
    for whole, whole_uid in found:  # grows while it is walked: parts have parts
        for link in links_to(whole.__tablename__):
            if not link.owner:
                continue
            statement = statements.binned_with(statements.table(link.record_type), link.field)
            binned = connection.execute(statement, {"value": whole_uid}).fetchall()
            found += [
                (link.record_type, row[0])
                for row in binned
                if scalar(connection, _BINNED_BY, row) == binned_by
            ]
    return found


def purge(connection: Connection, change: int) -> int:
    """Remove for good what is in the bin, as `change`; return how many records that were.

    Their history keeps who did what and when, and loses what was written in them.
    """
    binned = connection.execute(_BINNED).fetchall()
    for name, uid in binned:
        table = statements.table(by_name(name))
        connection.execute(statements.removal(table), {"this_uid": uid})
    chain.forget(connection, change, [uid for _name, uid in binned])
    return len(binned)
