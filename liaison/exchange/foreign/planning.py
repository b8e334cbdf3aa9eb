"""What an import would do, before anything is written."""

from collections.abc import Collection, Sequence

from liaison.exchange.foreign.growing import Growth
from liaison.exchange.foreign.known import Known
from liaison.exchange.foreign.matching import Matching
from liaison.exchange.foreign.proposals import Plan
from liaison.exchange.foreign.tables import Columns, Source
from liaison.storage.archive import Archive


def plan(
    source: Source,
    mapping: Sequence[Columns | None],
    archive: Archive,
    *,
    split: Collection[str] = (),
) -> Plan:
    """Return what taking in `source` would do; nothing is written.

    `mapping` gives the columns of each of its tables, None for a table that is left out. `split`
    names the proposals whose cell holds several names, each to become a record of its own.
    """
    known = Known(archive)
    growth = Growth(known, split)
    chosen = [
        (number, table, columns)
        for number, (table, columns) in enumerate(zip(source.tables, mapping, strict=True))
        if columns is not None
    ]
    for number, table, columns in chosen:
        growth.read_table(number, table, columns)
    return Plan(
        name=source.name,
        rows_read=sum(len(table.rows) + len(table.refused) for _n, table, _c in chosen),
        proposals=tuple(Matching(known).matched(growth.proposals())),
        skipped=tuple(growth.skipped),
        notes=(*source.notes, *(note for _n, table, _c in chosen for note in table.notes)),
    )
