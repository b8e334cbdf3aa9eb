"""How a membership is worded on the screen: its standing, offices, goals, sessions."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from liaison.domain.records.membership import Membership
from liaison.domain.rules.cycles import MONTHS_AHEAD, Session
from liaison.domain.rules.facts import Facts, in_either
from liaison.domain.rules.memberships import horizons
from liaison.i18n import N_, _, language
from liaison.insight.network_standing import Standing
from liaison.language import digits
from liaison.time import jalali
from ui.figures import figure, isolated
from ui.pages.partner_words import spanned
from ui.pages.visit_rows import Cell
from ui.pages.visit_words import option

HORIZON_LABELS: Final = {
    "short": N_("Short term"),
    "medium": N_("Medium term"),
    "long": N_("Long term"),
    None: N_("Horizon not recorded"),
}
RESULT_TONES: Final = {"pending": "amber", "won": "green", "lost": "red", "withdrawn": "grey"}
STATE_TONES: Final = {
    "raised": "blue",
    "welcomed": "blue",
    "under_review": "amber",
    "accepted": "green",
    "rejected": "red",
    "replaced": "grey",
    "planned": "grey",
    "under_way": "blue",
    "reached": "green",
    "dropped": "grey",
}
UNREPRESENTED: Final = N_("no representative")
"""What is red says so with a mark and in words too."""
ALARM: Final = "×"


def network_name(standing: Standing) -> str:
    """Return the name of the network."""
    return (in_either(standing.network, "name") if standing.network else "") or _("untitled")


def holder_name(standing: Standing) -> str:
    """Return the name of the member, "" where none is recorded."""
    return in_either(standing.holder, "name") if standing.holder else ""


def standing_lines(standing: Standing) -> list[str]:
    """Return category, level and the words of the source, as far as they are recorded."""
    row = standing.membership
    found = [
        option(Membership, "category", row.get("category")),
        option(Membership, "level", row.get("level")),
        in_either(row, "standing"),
    ]
    return list(dict.fromkeys(each for each in found if each))


def horizon_words(name: str | None, years: int | None) -> str:
    """Return what a horizon is called, with its years: «درازمدت (۵ ساله)»."""
    words = _(HORIZON_LABELS[name])
    if years is None:
        return words
    # Translators: in Persian «۵ ساله».
    length = _("{count}-year").format(count=figure(years))
    return f"{words} ({length})"


def percent(share: int | None) -> str:
    """Return a share in percent, a dash for none."""
    return "—" if share is None else digits.percent(share, language())


def goal_lines(goals: Iterable[Facts]) -> list[str]:
    """Return a line for each horizon: what it is called, and the mean progress."""
    return [
        f"{horizon_words(each.name, each.years)}: {percent(each.progress)}"
        for each in horizons(goals)
    ]


def with_year(milestone: Facts) -> str:
    """Return the title of an office or a role with its year."""
    title, when = in_either(milestone, "title") or _("untitled"), spanned(milestone.get("when"))
    return f"{isolated(title)} ({when})" if when else title


def won(milestones: Sequence[Facts], kinds: Iterable[str]) -> list[str]:
    """Return the milestones of some kinds that came about, each with its year."""
    wanted = frozenset(kinds)
    return [
        with_year(each)
        for each in milestones
        if each.get("kind") in wanted and each.get("result") in {None, "won"}
    ]


def attendance(standing: Standing) -> tuple[str, str]:
    """Return «۳ از ۵» and the share in percent; empty where no session is known."""
    held, went = len(standing.held), len(standing.attended)
    if not held or not standing.ours:
        return "", ""
    words = _("{done} of {all}").format(done=figure(went), all=figure(held))
    return words, percent(round(100 * went / held))


def session_when(session: Session) -> str:
    """Return when a session takes place, as exactly as it is known."""
    return spanned(session.window)


def session_note(session: Session, *, ours: bool = True) -> tuple[str, str]:
    """Return what is to be said of a session to come, with its tone."""
    if session.computed:
        return "muted", _("computed from the cycle")
    if not session.represented and ours:
        return "red", f"{ALARM} {_(UNREPRESENTED)}"
    return "muted", in_either(session.event, "title")


def is_near(session: Session, today: date) -> bool:
    """Tell whether a session begins so soon that one is warned of it."""
    return jalali.add_months(session.begins, -max(MONTHS_AHEAD)) <= today


def next_cell(standing: Standing) -> Cell:
    """Return the next session, and in red where nobody is named to go there."""
    if not standing.coming:
        return Cell("—")
    notes = [session_note(standing.coming[0], ours=standing.ours)]
    missing = [each for each in standing.unrepresented if each is not standing.coming[0]]
    if missing:
        when = session_when(missing[0])
        notes.append(("red", f"{ALARM} {when}: {_(UNREPRESENTED)}"))
    return Cell(session_when(standing.coming[0]), tuple(notes))
