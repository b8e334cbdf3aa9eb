"""The class of what sections tell, which whoever takes it out has to know."""

import json
from collections.abc import Iterable, Iterator
from typing import Final

from liaison.domain.rules import classes
from liaison.i18n import N_
from liaison.insight.outcomes.declaration import Records, Section
from liaison.storage.archive import Archive

# Translators: stands for the name of a record that is above the class of the paper.
WITHHELD: Final = N_("Not shown because of its class")


def class_of(archive: Archive, *sections: Section) -> str:
    """Return the highest class of the records that sections count or name."""
    of_type: dict[str, set[str]] = {}
    for each in (one for section in sections for one in _spoken_of(section)):
        of_type.setdefault(each.type_name, set()).update(each.uids)
    found: list[str | None] = []
    with archive.reading() as connection:
        for type_name, uids in of_type.items():
            statement = (
                f"SELECT DISTINCT classification FROM {type_name}"  # noqa: S608 - names of our own tables
                " WHERE uid IN (SELECT value FROM json_each(?))"
            )
            found += [row[0] for row in connection.execute(statement, (json.dumps([*uids]),))]
    return classes.highest(found)


def above(archive: Archive, uids: Iterable[str], highest: str) -> set[str]:
    """Return those of some records whose class is above `highest`."""
    of_type: dict[str, list[str]] = {}
    for uid, type_name in archive.types(uids).items():
        of_type.setdefault(type_name, []).append(uid)
    allowed = json.dumps(classes.LEVELS[: classes.LEVELS.index(highest) + 1])
    found: set[str] = set()
    with archive.reading() as connection:
        for type_name, some in of_type.items():
            statement = (
                f"SELECT uid FROM {type_name}"  # noqa: S608 - names of our own tables
                " WHERE uid IN (SELECT value FROM json_each(?)) AND"
                " coalesce(classification, 'normal') NOT IN (SELECT value FROM json_each(?))"
            )
            found.update(
                uid for (uid,) in connection.execute(statement, (json.dumps(some), allowed))
            )
    return found


def _spoken_of(section: Section) -> Iterator[Records]:
    """Yield the records that stand behind figures and cells."""
    yield from (each.records for each in section.figures)
    for table in section.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.several
                yield from filter(None, (cell.records, cell.told))
                if cell.opens is not None:
                    yield Records(cell.opens[0], frozenset({cell.opens[1]}))
