"""What the page of registers shows: the judgements of each kind, and the facts in dispute."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from liaison.domain.records.assessment import Assessment
from liaison.domain.records.claim import Claim
from liaison.domain.records.follow_up import FollowUp
from liaison.domain.rules.claims import Stated, by_fact
from liaison.domain.rules.registers import REGISTERS, judgements
from liaison.storage.archive import Archive
from liaison.storage.row import Row


@dataclass(frozen=True)
class RegistersRows:
    """The judgements by kind in their order, what is done about them by uid, disputed facts.

    `titles` are those of the partners the facts speak of, in the language of the reading.
    """

    judged: Mapping[str, Sequence[Row]]
    actions: Mapping[str, Row]
    disputed: Sequence[Stated[Row]]
    titles: Mapping[str, str]

    @property
    def count(self) -> int:
        """How many judgements there are."""
        return sum(map(len, self.judged.values()))


def read_registers(archive: Archive, lang: str) -> RegistersRows:
    """Read all registers."""
    assessments = archive.rows(Assessment)
    judged: dict[str, Sequence[Row]] = {}
    for register in REGISTERS:
        judged |= zip(register.kinds, judgements(register, assessments), strict=True)
    wanted = frozenset(filter(None, (each.get("action") for each in assessments)))
    actions = archive.rows(FollowUp, {"uid": wanted}) if wanted else []
    disputed = _disputed(archive.rows(Claim))
    partners = [each.claims[0]["partner"] for each in disputed]
    return RegistersRows(
        judged, {each.uid: each for each in actions}, disputed, archive.titles(partners, lang)
    )


def _disputed(claims: Sequence[Row]) -> list[Stated[Row]]:
    """Return the facts on which sources disagree, partner by partner as they were recorded."""
    of_partner: dict[str, list[Row]] = {}
    for each in sorted(claims, key=lambda claim: claim.uid):
        of_partner.setdefault(each["partner"], []).append(each)
    return [stated for own in of_partner.values() for stated in by_fact(own) if stated.disagree]
