"""Columns that a table can do without."""

from collections.abc import Callable, Sequence

from liaison.prints.layout_tables import Band, Plan, TableRow, dashed


def occupied(
    plans: Sequence[Plan], rows: Sequence[TableRow | Band], *, dashes: bool = False
) -> tuple[list[Plan], list[TableRow | Band]]:
    """Return columns and rows without the columns that say nothing in any row.

    A box to write in stays; what stands empty in the others gets `dashes` where the house reads.
    """
    told = [row for row in rows if not isinstance(row, Band)]
    fill: Callable[[TableRow], TableRow] = dashed if dashes else list
    kept = [at for at, plan in enumerate(plans) if plan.boxed or any(bool(row[at]) for row in told)]
    return (
        [plans[at] for at in kept],
        [row if isinstance(row, Band) else fill([row[at] for at in kept]) for row in rows],
    )
