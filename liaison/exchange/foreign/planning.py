"""What an import would do, before anything is written."""

from collections.abc import Callable, Collection, Sequence

from liaison.exchange.foreign.growing import Growth
from liaison.exchange.foreign.known import Known
from liaison.exchange.foreign.matching import Matching
from liaison.exchange.foreign.proposals import Plan
from liaison.exchange.foreign.tables import Columns, Source
from liaison.storage.archive import Archive
from liaison.storage.confinement import never


def plan(
    source: Source,
    mapping: Sequence[Columns | None],
    archive: Archive,
    *,
    split: Collection[str] = (),
    should_stop: Callable[[], bool] = never,
) -> Plan:
    """Return what taking in `source` would do; nothing is written.

    `mapping` gives the columns of each of its tables, None for a table that is left out. `split`
    names the proposals whose cell holds several names, each to become a record of its own.
    Raises UserError where `should_stop`, asked now and then, says so.
    """
    known = Known(archive, should_stop)
    growth = Growth(known, split, should_stop)
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
        proposals=tuple(Matching(known, should_stop).matched(growth.proposals())),
        skipped=tuple(growth.skipped),
        notes=(*source.notes, *(note for _n, table, _c in chosen for note in table.notes)),
    )
