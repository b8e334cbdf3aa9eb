"""What the page of memberships shows, for those who take it out."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from liaison.domain.records.membership import Membership
from liaison.domain.rules import classes
from liaison.exchange.leaving.order import Report
from liaison.exchange.sheets import Sheet
from liaison.i18n import _
from liaison.insight.network_standing import Standing
from liaison.storage.archive import Listing
from ui.exports.listed import Listed
from ui.pages.networks_reading import Choice, Reading

PRODUCT: Final = "membership-sheet"


def listed(reading: Reading, shown: Sequence[Standing], choice: Choice) -> Listed:
    """Return the memberships in `shown`, with the worksheet that the page makes of them."""
    return Listed(
        _("Memberships"),
        Listing(Membership, lang=reading.lang),
        [each.membership.id for each in shown],
        sheets=partial(_sheets, reading, shown, choice),
    )


def _sheets(
    reading: Reading,
    shown: Sequence[Standing],
    choice: Choice,
    classified: bool,  # noqa: FBT001 - a box says it
) -> tuple[list[Sheet], Report]:
    from ui.pages.networks_sheet import class_of, sheet_of  # seldom wanted

    going = [each for each in shown if classified or class_of(each) == classes.NORMAL]
    level = classes.highest(map(class_of, going))
    report = Report(len(going), level, len(shown) - len(going))
    return [sheet_of(reading, going, choice)], report
