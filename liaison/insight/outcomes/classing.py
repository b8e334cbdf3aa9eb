"""Of which class a report is: the highest of the records that it names or counts."""

import json
from collections.abc import Collection, Iterable, Iterator

from liaison.domain.rules import classes
from liaison.insight.outcomes.declaration import Section
from liaison.storage.archive import Archive


def classification(archive: Archive, sections: Iterable[Section]) -> str:
    """Return the highest class of the records that sections name or count."""
    by_type: dict[str, set[str]] = {}
    for type_name, uids in _records(sections):
        by_type.setdefault(type_name, set()).update(uids)
    found: set[str | None] = set()
    with archive.reading() as connection:
        for type_name, uids in by_type.items():
            statement = f"""SELECT DISTINCT classification FROM {type_name}
                WHERE uid IN (SELECT value FROM json_each(?))"""  # noqa: S608 - a name of our own
            rows = connection.execute(statement, (json.dumps(sorted(uids)),))
            found.update(level for (level,) in rows)
    return classes.highest(found)


def _records(sections: Iterable[Section]) -> Iterator[tuple[str, Collection[str]]]:
    for section in sections:
        for figure in section.figures:
            yield figure.records.type_name, figure.records.uids
        for row in (row for table in section.tables for row in table.rows):
            for cell in row.cells:
                if cell.opens is not None:
                    yield cell.opens[0], [cell.opens[1]]
