"""What the two sides of a paper are called: the one place that knows.

To the house they are our side and the other side. Whoever else reads a paper is neither "the other
side" nor "them", so a guest edition calls each party by its name.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from liaison.domain.records.delegation import Delegation
from liaison.domain.rules.facts import Facts
from liaison.i18n import N_
from liaison.prints.both import COMMA, Both, by_language, joined, said
from liaison.prints.excerpts import Excerpts
from liaison.prints.meeting_file import MeetingFile
from liaison.prints.office import Office

IN_HOUSE: Final[Mapping[str | None, str]] = {
    "theirs": N_("The other side"),
    "ours": N_("Our side"),
    "both": N_("Both sides"),
    None: N_("Other participants"),
}
_OWING: Final[Mapping[str | None, str]] = {
    # Translators: «ما», «آنان» and «هر دو» in Persian: who owes a commitment.
    "ours": N_("us"),
    "theirs": N_("them"),
    "both": N_("both"),
    None: N_("not said"),
}
_HOSTS, _GUESTS = N_("Hosts"), N_("Guests")
_NAME_WIDTH: Final = 84.0
"""How wide a column has to be for the name of a party, in points."""


@dataclass(frozen=True)
class Sides:
    """What each side is called in one edition; a `guest` edition calls both by name.

    `ours` and `theirs` are the names, and where none is recorded the best there is.
    """

    ours: Both
    theirs: Both
    guest: bool

    def party(self, side: str | None) -> Both:
        """Return the name of a side ("ours", "theirs"), in whichever edition."""
        return self.ours if side == "ours" else self.theirs

    def heading(self, side: str | None) -> Both:
        """Return what stands over the people, or the promises, of a side."""
        return self._name(side) or said(IN_HOUSE[side])

    def owing(self, side: str | None) -> Both:
        """Return in a word who owes something; to guests by name."""
        return self._name(side) or said(_OWING[side])

    def width(self, of_a_word: float) -> float:
        """Return how wide a column of sides is, in points, where `of_a_word` is enough inside."""
        return max(of_a_word, _NAME_WIDTH) if self.guest else of_a_word

    def _name(self, side: str | None) -> Both:
        return self.party(side) if self.guest and side in {"ours", "theirs"} else Both()


def in_house() -> Sides:
    """Return what the two sides are called where the house alone looks on."""
    return Sides(said(IN_HOUSE["ours"]), said(IN_HOUSE["theirs"]), guest=False)


def between(
    excerpts: Excerpts, office: Office, theirs: Iterable[Facts], *, abroad: bool = False
) -> Sides:
    """Return what the office and `theirs` are called; a body that guests may not read of is not.

    `abroad` says that it is not we who receive.
    """
    names = [excerpts.text(each, "name") for each in excerpts.handed(theirs)]
    return named(excerpts, office.name, joined(names, COMMA), abroad=abroad)


def named(excerpts: Excerpts, ours: Both, theirs: Both, *, abroad: bool = False) -> Sides:
    """Return sides by the names known of them, else by who receives whom.

    Whom ours meet `abroad` need not be who receives them.
    """
    guest = excerpts.edition.guest
    if not guest:
        unknown = IN_HOUSE["ours"], IN_HOUSE["theirs"]
    else:
        unknown = (_GUESTS, IN_HOUSE[None]) if abroad else (_HOSTS, _GUESTS)
    return Sides(_or_else(ours, unknown[0]), _or_else(theirs, unknown[1]), guest)


def of_meeting(excerpts: Excerpts, file: MeetingFile, office: Office) -> Sides:
    """Return what those at a meeting are called: the office, and whom it meets."""
    abroad = file.visit is not None and file.visit.get("direction") == "outgoing"
    coming = None if abroad else file.delegation
    whom = (*file.partners, _delegation(excerpts, file), coming)
    first = next((each for each in whom if each is not None), None)
    return between(excerpts, office, [first] if first is not None else [], abroad=abroad)


def _delegation(excerpts: Excerpts, file: MeetingFile) -> Facts | None:
    """Return the delegation that the first member of the other side belongs to."""
    members = {each.uid: each for each in file.members}
    for each in file.participants:
        member = members.get(each.get("member") or "")
        if each.get("side") == "theirs" and member is not None:
            return excerpts.record(Delegation, member.get("delegation"))
    return None


def _or_else(name: Both, message: str) -> Both:
    unknown = said(message)
    return by_language(lambda lang: name.of(lang) or unknown.of(lang))
