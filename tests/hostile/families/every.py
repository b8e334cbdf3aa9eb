"""Every case there is, in the order of their numbers."""

from tests.hostile.case import Case
from tests.hostile.families import (
    attachments,
    backups,
    exchange,
    extraction,
    faults,
    foreign,
    stationery,
    translations,
    window,
)

_FAMILIES = (
    *(attachments, extraction, exchange, foreign, backups, faults),
    *(translations, stationery, window),
)


def _order(case: Case) -> tuple[str, int]:
    letters = case.number.rstrip("0123456789")
    return letters, int(case.number.removeprefix(letters) or 0)


CASES: dict[str, Case] = {
    case.key: case for case in sorted((c for each in _FAMILIES for c in each.CASES), key=_order)
}
