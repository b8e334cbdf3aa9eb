"""Holding a cooperation document back until its clearances are answered."""

from functools import cache
from typing import Any, Final

from sqlalchemy import bindparam

from liaison.domain.records.agreement import Agreement
from liaison.domain.records.clearance import Clearance
from liaison.domain.rules.clearances import holding, is_held, refusal
from liaison.domain.schema import RecordType
from liaison.errors import UserError
from liaison.storage import binning, statements
from liaison.storage.connection import Connection
from liaison.storage.row import Row, loaded

_FIELD: Final = "stage"


def refuse_held(
    connection: Connection, record_type: RecordType, row: Row, new: dict[str, Any]
) -> None:
    """Raise UserError where a document would pass a stage that its clearances hold back."""
    if record_type is not Agreement or _FIELD not in new:
        return
    if not is_held(row[_FIELD], new[_FIELD]):
        return
    found = connection.execute(_clearances(), {"agreement": row.uid}).fetchall()
    held = holding(loaded(Clearance, each) for each in found)
    if held:
        names = [binning.title(connection, each.get("authority")) for each in held]
        raise UserError(refusal(names), record=row.uid, field=_FIELD)


@cache
def _clearances() -> str:
    """Return the statement that reads the clearances of the document `:agreement`."""
    table = statements.table(Clearance)
    return statements.sql(
        statements.row_select(Clearance)
        .where(table.c.agreement == bindparam("agreement"), table.c.deleted_at.is_(None))
        .order_by(table.c.id)
    )
