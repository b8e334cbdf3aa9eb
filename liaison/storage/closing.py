"""Holding a visit open while a promise in its file has nobody who looks after it."""

import json
from collections.abc import Iterable
from functools import cache
from typing import Any, Final

from liaison.domain.records.agreement import Agreement
from liaison.domain.records.article import Article
from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.meeting import Meeting
from liaison.domain.records.statement import Statement
from liaison.domain.records.visit import Visit
from liaison.domain.rules.closing import CLOSED, ClosingFile, refusal, stopping
from liaison.domain.schema import RecordType
from liaison.errors import UserError
from liaison.storage import statements
from liaison.storage.connection import Connection
from liaison.storage.row import Row, loaded

_FIELD: Final = "stage"


def refuse_open(
    connection: Connection, record_type: RecordType, row: Row, new: dict[str, Any]
) -> None:
    """Raise UserError where a visit would be closed over a promise nobody is responsible for."""
    if record_type is Visit and new.get(_FIELD) == CLOSED:
        count = sum(1 for _each in stopping(_file(connection, row)))
        if count:
            raise UserError(refusal(count), record=row.uid, field=_FIELD)


def _file(connection: Connection, visit: Row) -> ClosingFile:
    """Return what the file of `visit` holds of promises."""

    def of(record_type: RecordType, key: str, owners: Iterable[str]) -> list[Row]:
        given = {"owners": json.dumps(list(owners))}
        found = connection.execute(_parts(record_type, key), given).fetchall()
        return [loaded(record_type, each) for each in found]

    meetings = [each.uid for each in of(Meeting, "visit", [visit.uid])]
    agreements = [each.uid for each in of(Agreement, "visit", [visit.uid])]
    owed = [*of(FollowUp, "visit", [visit.uid]), *of(FollowUp, "meeting", meetings)]
    return ClosingFile(
        visit,
        statements=of(Statement, "meeting", meetings),
        follow_ups=list({each.uid: each for each in owed}.values()),
        articles=of(Article, "agreement", agreements),
    )


@cache
def _parts(record_type: RecordType, key: str) -> str:
    """Return the statement that reads the records whose `key` is one of `:owners`."""
    columns = statements.table(record_type).c
    return statements.sql(
        statements.row_select(record_type)
        .where(statements.among(columns[key], "owners"), columns.deleted_at.is_(None))
        .order_by(columns.id)
    )
