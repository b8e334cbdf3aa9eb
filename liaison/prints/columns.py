"""Columns that a table can do without."""

from collections.abc import Sequence

from liaison.prints.layout_tables import Band, Plan, TableRow


def occupied(
    plans: Sequence[Plan], rows: Sequence[TableRow | Band]
) -> tuple[list[Plan], list[TableRow | Band]]:
    """Return columns and rows without the columns that say nothing in any row.

    A box to write in stays.
    """
    told = [row for row in rows if not isinstance(row, Band)]
    kept = [at for at, plan in enumerate(plans) if plan.boxed or any(bool(row[at]) for row in told)]
    return (
        [plans[at] for at in kept],
        [row if isinstance(row, Band) else [row[at] for at in kept] for row in rows],
    )
