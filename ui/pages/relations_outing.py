"""What the page of relations shows, for those who take it out."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from liaison.domain.records.relation import Relation
from liaison.domain.rules import classes
from liaison.exchange.leaving.order import Report
from liaison.exchange.sheets import Sheet
from liaison.i18n import _
from liaison.storage.archive import Listing, Row
from ui.exports.listed import Listed
from ui.pages.relations_reading import Bound, Choice, Reading

PRODUCT: Final = "dormant-relations"


def listed(
    reading: Reading, shown: Sequence[Bound], choice: Choice, selected: Sequence[Bound]
) -> Listed:
    """Return the relations in `shown`, with the worksheets that the page makes of them."""
    return Listed(
        _("Dormant sister cities"),
        Listing(Relation, lang=reading.lang),
        _ids(shown),
        _ids(selected) if len(selected) > 1 else (),
        sheets=partial(_sheets, reading, shown, choice),
    )


def _ids(bound: Sequence[Bound]) -> list[int]:
    relations = (each for one in bound for each in one.line.relations)
    return [each.id for each in relations if isinstance(each, Row)]


def _sheets(
    reading: Reading,
    shown: Sequence[Bound],
    choice: Choice,
    classified: bool,  # noqa: FBT001 - a box says it
) -> tuple[list[Sheet], Report]:
    from ui.pages.relations_sheet import class_of, sheets_of  # seldom wanted

    going = [each for each in shown if classified or class_of(each) == classes.NORMAL]
    level = classes.highest(map(class_of, going))
    report = Report(len(going), level, len(shown) - len(going))
    return sheets_of(reading, going, choice), report
