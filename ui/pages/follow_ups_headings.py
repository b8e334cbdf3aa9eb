"""What stands above the follow-ups of one lot."""

from liaison.domain.records.follow_up import FollowUp
from liaison.domain.rules.overdue import GROUP_LABELS, Group
from liaison.domain.rules.owed import UNNAMED, Grouping
from liaison.domain.schema import fields_of
from liaison.i18n import _, ngettext
from liaison.storage.owed import CANCELLED, Lot
from ui.figures import figure
from ui.pages.follow_ups_reading import Reading


def heading_of(lot: Lot, reading: Reading) -> str:
    """Return what a lot is called, in the language in use."""
    if lot.theirs:
        # Translators: in Persian تعهدات طرف مقابل
        return _("Promised by the other side")
    grouping = reading.asked.grouping
    match grouping:
        case Grouping.LATENESS:
            return _("Cancelled") if lot.key == CANCELLED else _(GROUP_LABELS[Group(lot.key)])
        case Grouping.STATE:
            return fields_of(FollowUp)["state"].kind.show(lot.key)
    return reading.titles.get(lot.key, "") or _(UNNAMED[grouping])


def counted(lot: Lot) -> str:
    """Return how many there are, and how many of them are late."""
    # Translators: in Persian «{count} مورد»
    words = ngettext("{count} follow-up", "{count} follow-ups", lot.count)
    words = words.format(count=figure(lot.count))
    if lot.late:
        late = ngettext("{count} overdue", "{count} overdue", lot.late)
        words = f"{words} · {late.format(count=figure(lot.late))}"
    return words
