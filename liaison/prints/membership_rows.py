"""What the sheet of memberships says of each, worded for its table."""

from collections.abc import Iterable, Sequence
from typing import Final

from liaison.domain.records.membership import Membership
from liaison.domain.records.officer import Officer
from liaison.domain.records.partner import Partner
from liaison.domain.rules.cycles import Session
from liaison.domain.rules.facts import Facts
from liaison.domain.rules.memberships import horizons, progress_of
from liaison.i18n import N_
from liaison.insight.network_standing import Standing
from liaison.language import digits
from liaison.prints.both import Both, bracketed, by_language, figure, joined, plain_span, said
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout_tables import TableRow, dashed
from liaison.prints.styled import Styled, Words, alarming, bold, muted, together

_LINE: Final = "<br/>"
_SHORT: Final = {
    # Translators: in Persian «ک»، «م»، «ب»: the first letters of the three horizons, on paper.
    "short": N_("S"),
    "medium": N_("M"),
    "long": N_("L"),
}


def row_of(excerpts: Excerpts, each: Standing) -> TableRow:
    """Word a membership for the house: everything the sheet has a column for."""
    return dashed(
        (
            body(excerpts, each.network, each.holder),
            standing(excerpts, each.membership),
            excerpts.when(each.membership, "since"),
            offices(excerpts, each, ("office_won", "role")),
            offices(excerpts, each, ("office_hosted", "bid")),
            _goals(excerpts, each),
            _attendance(each),
            _next(excerpts, each),
            excerpts.shown(each.membership, "dues"),
            excerpts.text(each.membership, "untapped"),
            _officer(excerpts, each),
        )
    )


def guest_row_of(excerpts: Excerpts, each: Standing) -> TableRow:
    """Word a membership for the other side: nothing of what we want there."""
    return (
        body(excerpts, each.network, each.holder),
        standing(excerpts, each.membership),
        excerpts.when(each.membership, "since"),
        offices(excerpts, each, ("office_won", "role")),
        offices(excerpts, each, ("office_hosted", "bid")),
        _next(excerpts, each),
    )


def short_rows(excerpts: Excerpts, bodies: Iterable[Facts]) -> list[TableRow]:
    """Word in three columns the memberships that `bodies` hold, and those in them."""
    uids = frozenset(each.uid for each in bodies)
    found = {
        each.uid: each
        for key in ("partner", "holder")
        for each in excerpts.handed(excerpts.rows(Membership, {key: uids}))
    }
    named = {each.get(key) for each in found.values() for key in ("partner", "holder")} - {None}
    known = excerpts.handed(excerpts.rows(Partner, {"uid": named})) if named else []
    partners = {each.uid: each for each in known}
    return [
        (
            body(excerpts, partners.get(each["partner"]), partners.get(each.get("holder") or "")),
            standing(excerpts, each),
            excerpts.when(each, "since"),
        )
        for each in found.values()
        if each["partner"] in partners
    ]


def body(excerpts: Excerpts, network: Facts | None, holder: Facts | None) -> Styled:
    """Return the network with its short name, and below it the member."""
    lines: list[Words] = []
    if network is not None:
        short = excerpts.shown(network, "abbreviation")
        name: Words = bold(excerpts.text(network, "name"))
        lines.append(together((name, muted(bracketed(short)))) if short else name)
    if holder is not None:
        lines.append(muted(excerpts.text(holder, "name")))
    return together(lines, _LINE)


def standing(excerpts: Excerpts, row: Facts) -> Styled:
    """Return category and level of a membership, and the words of the source below them."""
    lines: list[Words] = [
        words for key in ("category", "level") if (words := excerpts.shown(row, key))
    ]
    words = excerpts.text(row, "standing")
    if words and words not in lines:
        lines.append(muted(words) if lines else words)
    return together(lines, _LINE)


def offices(excerpts: Excerpts, each: Standing, kinds: Iterable[str]) -> Styled:
    """Return the milestones of some kinds that came about, each with its year."""
    wanted = frozenset(kinds)
    came = [
        one
        for one in each.milestones
        if one.get("kind") in wanted and one.get("result") in {None, "won"}
    ]
    return together((_dated(excerpts, one) for one in came), _LINE)


def _dated(excerpts: Excerpts, milestone: Facts) -> Both:
    title, when = excerpts.text(milestone, "title"), milestone.get("when")
    if when is None or when.precision == "unknown":
        return title
    excerpts.when(milestone, "when")
    return joined((title, bracketed(plain_span(when, dual=False))), " ")


def _goals(excerpts: Excerpts, each: Standing) -> Styled:
    """Return a line for each goal: the letter of its horizon, what it is, and how far."""
    lines: list[Words] = []
    for horizon in horizons(each.goals):
        for goal in horizon.goals:
            share = progress_of(goal)
            words: list[Words] = [bold(_letter(horizon.name, goal))] if horizon.name else []
            words.append(excerpts.text(goal, "goal"))
            words += [muted(_percent(share))] if share is not None else []
            lines.append(together(words))
    return together(lines, _LINE)


def _letter(horizon: str, goal: Facts) -> Both:
    """Return «ب (۵ ساله)»."""
    years = goal.get("horizon_years")
    letter = said(_SHORT[horizon])
    if not years:
        return letter
    length = said(N_("{count}-year"), count=figure(years))
    return joined((letter, bracketed(length)), " ")


def _percent(share: int) -> Both:
    return by_language(lambda lang: digits.percent(share, lang))


def _attendance(each: Standing) -> Both | Styled:
    held, went = len(each.held), len(each.attended)
    if not held or not each.ours:
        return Both()
    words = said(N_("{done} of {all}"), done=figure(went), all=figure(held))
    return together((words, muted(_percent(round(100 * went / held)))), _LINE)


def _next(excerpts: Excerpts, each: Standing) -> Both | Styled:
    if not each.coming:
        return Both()
    first = each.coming[0]
    lines: list[Words] = [_when(excerpts, first)]
    if excerpts.edition.guest:
        return lines[0] if isinstance(lines[0], Both) else Both()
    if first.computed:
        lines.append(muted(said(N_("computed from the cycle"))))
    elif each.ours and not first.represented:
        lines.append(alarming(said(N_("× no representative"))))
    return together(lines, _LINE)


def _when(excerpts: Excerpts, session: Session) -> Both:
    if session.estimated:
        return plain_span(session.window, dual=False)
    return excerpts.when(session.event, "when")


def _officer(excerpts: Excerpts, each: Standing) -> Both:
    officer = excerpts.record(Officer, each.membership.get("officer"))
    return excerpts.text(officer, "name") if officer is not None else Both()


def unclassed(lines: Sequence[Standing]) -> list[Standing]:
    """Return the memberships of which nobody wrote down in which capacity they are held."""
    keys = ("category", "level", "standing_fa", "standing_en")
    return [each for each in lines if not any(each.membership.get(key) for key in keys)]
