"""The rows of the lists of a membership: one entry for a record."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from liaison.domain.records.document import Document
from liaison.domain.records.event import Event
from liaison.domain.records.membership_goal import MembershipGoal
from liaison.domain.records.membership_milestone import MembershipMilestone
from liaison.domain.records.proposal import Proposal
from liaison.domain.rules.cycles import Session, attended
from liaison.domain.rules.facts import in_either
from liaison.domain.rules.memberships import horizons, progress_of
from liaison.i18n import _, language
from liaison.storage.row import Row
from liaison.time import jalali
from ui.figures import figure, isolated
from ui.pages.network_reading import NetworkRows
from ui.pages.network_words import (
    ALARM,
    RESULT_TONES,
    STATE_TONES,
    UNREPRESENTED,
    horizon_words,
    percent,
    session_when,
)
from ui.pages.partner_words import spanned
from ui.pages.visit_rows import Cell, Entry
from ui.pages.visit_words import option

COMPUTED: Final = "computed/"
"""What the uid of an entry begins with that stands for a session computed after an event."""
_DASH: Final = "—"


def goals(rows: Iterable[Row]) -> Iterator[Entry]:
    """Yield the goals under their horizons, each heading with the mean progress."""
    for each in horizons(rows):
        words = f"{horizon_words(each.name, each.years)} · {percent(each.progress)}"
        yield Entry("", (Cell(notes=(("muted", words),)),), heading=True)
        yield from (_goal(goal) for goal in each.goals if isinstance(goal, Row))


def _goal(goal: Row) -> Entry:
    state, share = goal.get("state") or "", progress_of(goal)
    return Entry(
        goal.uid,
        (
            Cell(in_either(goal, "goal") or _("untitled"), bold=True),
            Cell(option(MembershipGoal, "state", state), chip=STATE_TONES.get(state, "grey"))
            if state
            else Cell(_DASH),
            Cell(spanned(goal.get("target")) or _DASH),
            Cell(percent(share), share=share or 0),
        ),
        faded=state == "dropped",
    )


def office(rows: NetworkRows, each: Row) -> Entry:
    """Return title, kind, year, seats and holder of an office or a role."""
    seats = each.get("seats")
    return Entry(
        each.uid,
        (
            Cell(in_either(each, "title") or _("untitled"), bold=True),
            Cell(option(MembershipMilestone, "kind", each.get("kind"))),
            Cell(spanned(each.get("when")) or _DASH),
            Cell(figure(seats) if seats else _DASH),
            Cell(rows.title(each.get("holder")) or _DASH),
        ),
    )


def candidacy(each: Row) -> Entry:
    """Return post, rivals, date and result of a candidacy or a bid."""
    result = each.get("result") or "pending"
    rivals = each.get("rivals") or ()
    return Entry(
        each.uid,
        (
            Cell(in_either(each, "title") or _("untitled"), bold=True),
            Cell(option(MembershipMilestone, "kind", each.get("kind"))),
            Cell(" · ".join(rivals) or _DASH),
            Cell(spanned(each.get("when")) or _DASH),
            Cell(option(MembershipMilestone, "result", result), chip=RESULT_TONES[result]),
        ),
    )


def chain(rows: NetworkRows, proposals: Sequence[Row]) -> Iterator[Entry]:
    """Yield a proposal and what took its place, each with its fate from step to step."""
    for number, each in enumerate(proposals):
        state = each.get("state") or "raised"
        later = proposals[number + 1] if number + 1 < len(proposals) else None
        place = rows.title(each.get("replaces"))
        notes = []
        if place:
            # Translators: in Persian «به‌جای: …».
            notes.append(("muted", _("in place of: {title}").format(title=isolated(place))))
        purpose = in_either(each, "purpose")
        notes += [("muted", purpose)] if purpose else []
        yield Entry(
            each.uid,
            (
                Cell(in_either(each, "title") or _("untitled"), tuple(notes), bold=True),
                Cell(option(Proposal, "state", state), chip=STATE_TONES[state]),
                Cell(notes=tuple(("ink", line) for line in _fate(rows, each, later))),
            ),
        )


def _fate(rows: NetworkRows, each: Row, later: Row | None) -> Iterator[str]:
    """Yield the steps of a proposal: put forward, received, decided and why, replaced."""
    forum, decided = rows.title(each.get("forum")), rows.title(each.get("decided_at"))
    if forum:
        yield _("Put forward at: {session}").format(session=isolated(forum))
    if reaction := in_either(each, "reaction"):
        yield _("Reaction: {words}").format(words=isolated(reaction))
    if decided:
        yield _("Decided at: {session}").format(session=isolated(decided))
    if reason := in_either(each, "reason"):
        yield _("Reason: {words}").format(words=isolated(reason))
    if later is not None:
        title = isolated(in_either(later, "title"))
        yield _("Replaced by: {title}").format(title=title)


def coming(rows: NetworkRows, session: Session) -> Entry:
    """Return a session to come; in red, with a mark and in words, where nobody is to go."""
    event, ours = session.event, rows.standing.ours
    reply = event.get("invitation_reply_due")
    if session.computed:
        return Entry(
            f"{COMPUTED}{event.uid}",
            (
                Cell(in_either(event, "title"), (("muted", _("the one after this")),)),
                Cell(session_when(session), (("muted", _("computed from the cycle")),)),
                Cell(_("not recorded yet")),
                Cell(),
            ),
            faded=True,
        )
    missing = ours and not session.represented
    return Entry(
        event.uid,
        (
            Cell(in_either(event, "title") or _("untitled"), bold=True),
            Cell(session_when(session)),
            Cell(notes=(("red", f"{ALARM} {_(UNREPRESENTED)}"),))
            if missing
            else Cell(rows.title(event.get("representative")) or _DASH),
            Cell(jalali.short_date(reply, language()) if reply else _DASH),
        ),
        warned=missing,
    )


def held(rows: NetworkRows, event: Row) -> Entry:
    """Return a session that was held: our role there, what we brought and what we gained."""
    role = event.get("our_role")
    went = attended(event)
    words = option(Event, "our_role", role) or _("not recorded")
    contribution, gained = in_either(event, "contribution"), in_either(event, "gained")
    return Entry(
        event.uid,
        (
            Cell(in_either(event, "title") or _("untitled"), bold=True),
            Cell(spanned(event.get("when")) or _DASH),
            Cell(words, chip="green" if went else ("red" if role else "grey")),
            Cell(rows.title(event.get("representative")) or _DASH),
            Cell(contribution or _DASH, (("muted", gained),) if gained else ()),
        ),
    )


def document(rows: NetworkRows, each: Row) -> Entry:
    """Return title, kind and day of what is attached."""
    day = each.get("day")
    return Entry(
        each.uid,
        (
            Cell(rows.title(each.uid) or _("untitled"), bold=True),
            Cell(option(Document, "kind", each.get("kind"))),
            Cell(jalali.short_date(day, language()) if day else _DASH),
        ),
    )
