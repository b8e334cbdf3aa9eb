"""What a membership comes to: its goals by horizon, the rungs it climbed, whose it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from typing import Final

from liaison.domain.rules.facts import Facts
from liaison.i18n import N_
from liaison.language import keys

HORIZONS: Final = ("short", "medium", "long", None)
"""The horizons of goals in their order; None where nobody wrote it down."""
_WHOLE: Final = 100


@dataclass(frozen=True)
class Horizon:
    """The goals of one horizon, over how many years, and how far they are on the average."""

    name: str | None
    goals: Sequence[Facts]

    @property
    def years(self) -> int | None:
        """The longest stretch in years that one of its goals names."""
        return max(filter(None, (each.get("horizon_years") for each in self.goals)), default=None)

    @property
    def progress(self) -> int | None:
        """The mean progress in percent of what was not dropped; None for nothing."""
        return mean_progress(self.goals)


def horizons(goals: Iterable[Facts]) -> list[Horizon]:
    """Return the goals of a membership by horizon, the nearest first; none that is empty."""
    known = list(goals)
    found = [
        Horizon(name, [each for each in known if each.get("horizon") == name]) for name in HORIZONS
    ]
    return [each for each in found if each.goals]


def progress_of(goal: Facts) -> int | None:
    """Return how far a goal has come, in percent: one that is reached is whole."""
    share: int | None = goal.get("progress")
    return _WHOLE if goal.get("state") == "reached" else share


def mean_progress(goals: Iterable[Facts]) -> int | None:
    """Return the mean progress in percent of what was not dropped.

    None where nobody wrote any down; beside others that have some, a goal without counts nothing.
    """
    counted = [progress_of(each) for each in goals if each.get("state") != "dropped"]
    known = [each for each in counted if each is not None]
    return round(sum(known) / len(counted)) if known else None


class Rung(IntEnum):
    """How high a member stands in a network."""

    OBSERVER = 0
    MEMBER = 1
    WORKING_GROUP = 2
    BOARD = 3
    PRESIDENT = 4


RUNG_LABELS: Final = {
    Rung.OBSERVER: N_("Observer"),
    Rung.MEMBER: N_("Member"),
    Rung.WORKING_GROUP: N_("Working group"),
    # Translators: in Persian «هیئت‌مدیره»
    Rung.BOARD: N_("On the board"),
    Rung.PRESIDENT: N_("President"),
}
_OF_CATEGORY: Final = {
    "observer": Rung.OBSERVER,
    "honorary": Rung.OBSERVER,
    "associate": Rung.MEMBER,
    "full": Rung.MEMBER,
    "founding": Rung.MEMBER,
    "board": Rung.BOARD,
}
_OF_WORDS: Final = (
    (Rung.WORKING_GROUP, ("کارگروه", "کمیسیون", "کمیته", "working group", "commission")),
    (Rung.WORKING_GROUP, ("committee", "task force")),
    (Rung.BOARD, ("هیئت مدیره", "هیات مدیره", "نایب رئیس", "board", "vice president")),
    (Rung.BOARD, ("executive bureau", "شورای اجرایی")),
    (Rung.PRESIDENT, ("رئیس", "president", "chair")),
)
"""Words of a title by which its rung is known; the first that is found counts."""
_ADVISERS: Final = tuple(map(keys.joined, ("مشاور", "advis")))
_FOLDED: Final = [(rung, tuple(map(keys.joined, words))) for rung, words in _OF_WORDS]
_CLIMBED: Final = frozenset({"office_won", "role"})


@dataclass(frozen=True)
class Step:
    """A rung a member reached: by which milestone, None for the membership itself, and when."""

    rung: Rung
    record: Facts
    day: date | None


def rung_of(milestone: Facts) -> Rung | None:
    """Return which rung an office or a role stands for, by the words of its title; None for none.

    An adviser of a board is not on it.
    """
    words = keys.joined(" ".join(filter(None, map(milestone.get, ("title_fa", "title_en")))))
    if any(each in words for each in _ADVISERS):
        return None
    return next((rung for rung, each in _FOLDED if any(word in words for word in each)), None)


def climbed(membership: Facts, milestones: Iterable[Facts]) -> list[Step]:
    """Return the rungs that were reached, the lowest first, each by what reached it first."""
    category = _OF_CATEGORY.get(membership.get("category") or "")
    found = [] if category is None else [Step(category, membership, _day(membership, "since"))]
    for each in milestones:
        rung = rung_of(each) if each.get("kind") in _CLIMBED else None
        if rung is not None and each.get("result") in {None, "won"}:
            found.append(Step(rung, each, _day(each, "when")))
    found.sort(key=lambda step: (step.rung, step.day or date.max))
    return list({step.rung: step for step in reversed(found)}.values())[::-1]


def _day(facts: Facts, key: str) -> date | None:
    span = facts.get(key)
    return (span.since or span.until) if span is not None else None


class Whose(StrEnum):
    """Whose a membership is, seen from our city."""

    OURS = "ours"
    COUNTRY = "country"
    HOME = "home"
    ABROAD = "abroad"


WHOSE_LABELS: Final = {
    Whose.OURS: N_("Ours"),
    # Translators: in Persian «عضویت کشور»: the member is the country, not the city.
    Whose.COUNTRY: N_("Held by the country"),
    Whose.HOME: N_("Other members at home"),
    Whose.ABROAD: N_("Members abroad"),
}
MEMBER_LABELS: Final = {
    # Translators: in Persian «عضویت ما»: of one membership.
    Whose.OURS: N_("Our membership"),
    Whose.COUNTRY: N_("Membership of the country"),
    Whose.HOME: N_("Member at home"),
    Whose.ABROAD: N_("Member abroad"),
}
_CITIES: Final = frozenset({"city", "municipality", "council"})


def home_of(ours: Iterable[Facts]) -> str:
    """Return the country that one of the bodies that are ours names, "" for none."""
    return next(filter(None, (each.get("country") for each in ours)), "")


def whose(holder: Facts | None, home: str) -> Whose:
    """Tell whose a membership is, seen from the country `home`; without a member it is our own."""
    if holder is None or holder.get("is_ours"):
        return Whose.OURS
    if not home or holder.get("country") != home:
        return Whose.ABROAD
    return Whose.HOME if holder.get("kind") in _CITIES else Whose.COUNTRY


def is_standing(membership: Facts, today: date) -> bool:
    """Tell whether a membership has not ended by `today`."""
    until = membership.get("until")
    return until is None or until.until is None or until.until >= today


def lines_of(words: str) -> list[str]:
    """Return what stands on each line of a text, such as the untapped capacities."""
    return [line for each in words.splitlines() if (line := each.strip(" \t•-–—*"))]
