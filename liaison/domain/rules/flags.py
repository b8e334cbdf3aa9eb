"""Which flags stand at a meeting (Iranian practice; both of one size, at one height)."""

from typing import Final

from liaison.domain.rules.facts import Facts
from liaison.i18n import N_

BOTH_WORKING: Final = N_(
    "Both flags stand on the table, whatever the ranks: this is no courtesy call."
)
BOTH_SIGNING: Final = N_("At a signing both flags stand on the table, whatever the ranks.")
BOTH_EQUAL: Final = N_("Both flags stand on the table: the two officials are of equal rank.")
ONE: Final = N_(
    "Only the flag of the higher official's country stands: a courtesy meeting of unequal ranks."
)
UNKNOWN: Final = N_("Say whether the ranks are equal: with unequal ones a single flag stands.")


def advice(meeting: Facts) -> str:
    """Return the message that says which flags stand at `meeting`, and why.

    In working talks and at a signing both flags stand; at a courtesy meeting both stand where the
    two officials are of equal rank, else only that of the higher one.
    """
    kind, parity = meeting.get("kind"), meeting.get("parity")
    if kind == "signing":
        return BOTH_SIGNING
    if kind != "courtesy":
        return BOTH_WORKING
    if parity is None:
        return UNKNOWN
    return BOTH_EQUAL if parity == "equal" else ONE
