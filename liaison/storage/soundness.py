"""Whether every page of a database is what the program wrote, be it encrypted or plain."""

from collections.abc import Iterator
from typing import Final

from liaison.errors import DamagedError
from liaison.i18n import _, language, ngettext
from liaison.language import digits
from liaison.storage.connection import Connection
from liaison.storage.page_sums import PageSums
from liaison.storage.place import SUMS, Place

_SHOWN: Final = 20


def unsound(connection: Connection, place: Place, key: bytes | None) -> Iterator[str]:
    """Yield what is wrong, in sentences; every page is read, and all that hangs together in them.

    `connection` is in a transaction that only reads, and remembers nothing of the database.
    """
    try:
        refuse_altered(connection, place, key)
    except DamagedError as error:
        yield str(error)
        return
    rows = [] if key is None else connection.execute("PRAGMA cipher_integrity_check").fetchall()
    rows = rows or connection.execute(f"PRAGMA integrity_check({_SHOWN})").fetchall()
    for row in rows[:_SHOWN]:
        if row[0] != "ok":
            yield _("The database is damaged: {what}.").format(what=row[0])


def refuse_altered(connection: Connection, place: Place, key: bytes | None) -> None:
    """Raise DamagedError where pages of a plain database are not what the program wrote there.

    `connection` is in a transaction that only reads. An encrypted page is not asked: it proves
    itself to whoever reads it.
    """
    differing = PageSums(place).differing(connection) if key is None else 0
    if differing:
        raise DamagedError(
            ngettext(
                "{count} page of the database is not what Liaison wrote there: the disk damaged"
                " it, or another program changed it. Work with a backup; to accept the database"
                " as it is, close the archive and delete the file {name}.",
                "{count} pages of the database are not what Liaison wrote there: the disk damaged"
                " them, or another program changed them. Work with a backup; to accept the"
                " database as it is, close the archive and delete the file {name}.",
                differing,
            ).format(count=digits.number(differing, language()), name=SUMS)
        )
