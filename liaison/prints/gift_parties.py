"""Who gives a gift and who is given it: as recorded, else by its direction between two bodies."""

from liaison.domain.records.meeting import Meeting
from liaison.domain.records.partner import Partner
from liaison.domain.records.person import Person
from liaison.domain.records.visit import Visit
from liaison.domain.rules.facts import Facts
from liaison.domain.rules.own_city import own_city
from liaison.i18n import N_
from liaison.prints.both import Both, said
from liaison.prints.excerpts import Excerpts
from liaison.prints.people import name_of


def parties(excerpts: Excerpts, gift: Facts) -> tuple[Both, Both]:
    """Return giver and recipient; a side that nothing tells of is empty."""
    recorded = excerpts.record(Partner, gift.get("from_partner"))
    person = name_of(excerpts, excerpts.record(Person, gift.get("to_person")))
    direction = gift.get("direction") or _direction(recorded)
    ends: list[Facts | None] = [own_city(excerpts.rows(Partner, {"is_ours": True}))]
    ends.append(_other_side(excerpts, gift))
    if direction == "received":
        ends.reverse()
    giver, recipient = ends if direction else (None, None)
    return _named(excerpts, recorded or giver), person or _named(excerpts, recipient)


def from_whom_to_whom(excerpts: Excerpts, gift: Facts) -> Both:
    """Return both parties in words, "from … to …"; of none that is known, the direction."""
    giver, recipient = parties(excerpts, gift)
    if giver and recipient:
        return said(N_("from {giver} to {recipient}"), giver=giver, recipient=recipient)
    if giver:
        return said(N_("from {giver}"), giver=giver)
    if recipient:
        return said(N_("to {recipient}"), recipient=recipient)
    return excerpts.shown(gift, "direction")


def _direction(giver: Facts | None) -> str:
    """Return which way a gift goes whose giver alone is recorded."""
    if giver is None:
        return ""
    return "given" if giver.get("is_ours") else "received"


def _other_side(excerpts: Excerpts, gift: Facts) -> Facts | None:
    """Return the body that is met, that of the meeting before that of the visit; never our own."""
    meeting = excerpts.record(Meeting, gift.get("meeting"))
    visit = excerpts.record(
        Visit, gift.get("visit") or (meeting.get("visit") if meeting is not None else None)
    )
    for row in (meeting, visit):
        partner = excerpts.record(Partner, row.get("partner")) if row is not None else None
        if partner is not None and not partner.get("is_ours"):
            return partner
    return None


def _named(excerpts: Excerpts, partner: Facts | None) -> Both:
    return excerpts.text(partner, "name") if partner is not None else Both()
