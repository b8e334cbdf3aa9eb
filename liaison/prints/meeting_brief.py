"""The meeting brief: two pages for whoever leads the meeting, read in five minutes.

Its order follows the read-ahead of official visits: what for, with whom, what to say, what they
will say, how the two sides stand, what to beware of. Annexes begin on a new page.
"""

from dataclasses import dataclass
from functools import partial
from typing import Final

from liaison.domain.rules import classes, readiness
from liaison.domain.rules.readiness import MOST_POINTS
from liaison.i18n import N_
from liaison.prints import annexes, bond_blocks, brief_blocks, guest_brief, meeting_file
from liaison.prints.annexes import Annex
from liaison.prints.bond import Bond, bond_with
from liaison.prints.both import SEMICOLON, Both, joined, said, short_day, with_colon
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout, PageMark
from liaison.prints.meeting_file import MeetingFile, Point, Said
from liaison.prints.office import Office
from liaison.prints.order import Order, Terms
from liaison.prints.people import Attendee
from liaison.prints.product import Draft, Product
from liaison.prints.sides import in_house
from liaison.prints.styled import Words, bold, together

MOST_PAGES: Final = 2
_LABEL: Final = N_("Meeting brief")


@dataclass(frozen=True)
class Brief:
    """Everything an internal brief says."""

    subject: Both
    facts: list[tuple[Both, Words]]
    purpose: Both
    key_message: Both
    present: list[Attendee]
    away: list[Attendee]
    points: list[Point]
    their_points: Both
    bond: Bond | None
    background: Both
    commonalities: Both
    sensitivities: tuple[Both, ...]
    statements: list[Said]
    press_line: Both
    annexes: list[Annex]


def gather(excerpts: Excerpts, file: MeetingFile, office: Office, terms: Terms) -> Brief:
    """Read what an internal brief of a meeting says.

    One that is bound into a book has no annexes, and no bond with partners profiled there.
    """
    meeting = file.meeting
    present = meeting_file.attendees(excerpts, file)
    press_line = excerpts.text(meeting, "press_line")
    if not press_line and file.visit is not None:
        press_line = excerpts.text(file.visit, "press_line")
    return Brief(
        brief_blocks.subject(excerpts, file, present),
        brief_blocks.meeting_facts(excerpts, file),
        excerpts.text(meeting, "purpose"),
        excerpts.text(meeting, "key_message"),
        present,
        meeting_file.attendees(excerpts, file, away=True),
        meeting_file.points(excerpts, file),
        excerpts.text(meeting, "their_likely_points"),
        None if _is_profiled(file, terms.profiled) else bond_with(excerpts, file, office),
        excerpts.text(meeting, "background"),
        joined((excerpts.text(each, "commonalities") for each in file.partners), "\n"),
        _sensitivities(excerpts, file, terms.profiled),
        _said_there(excerpts, file),
        press_line,
        []
        if terms.bound
        else [
            *annexes.biographies(excerpts, present),
            *annexes.programme(excerpts, file.visit),
            *annexes.delegation(excerpts, file),
        ],
    )


def compose(brief: Brief, closing: Words, layout: Layout) -> PageMark:
    """State the blocks of an internal brief in their order; return the end of its body."""
    layout.title(said(_LABEL), brief.subject)
    layout.facts(brief.facts)
    _purpose(layout, brief)
    brief_blocks.two_sides(layout, brief.present, brief.away)
    brief_blocks.talking_points(layout, brief.points)
    _optional(layout, N_("What they are likely to raise"), brief.their_points)
    if brief.bond is None:
        bond_blocks.elsewhere(layout, brief.background)
    else:
        bond_blocks.background(layout, brief.bond, brief.background)
        bond_blocks.open_promises(layout, brief.bond.promises)
    _considerations(layout, brief)
    brief_blocks.what_was_said(layout, brief.statements)
    added = _annexes(brief)
    layout.note(together(filter(None, (annexes.listed(added), closing)), " — "))
    end = layout.mark()
    annexes.append(layout, added)
    return end


def _said_there(excerpts: Excerpts, file: MeetingFile) -> list[Said]:
    """Return what was said at a meeting that was held; of one to come nothing was."""
    if file.meeting.get("state") != "held":
        return []
    return meeting_file.statements(excerpts, file, in_house().heading)


def draft_brief(order: Order) -> Draft:
    """Draft the brief of a meeting; a guest edition holds only what guests may read."""
    excerpts = Excerpts(order.archive, order.edition)
    file = meeting_file.open_file(excerpts, order.uid)
    number = excerpts.shown(file.visit, "number") if file.visit else Both()
    if order.edition.guest:
        elsewhere = said(bond_blocks.PROFILE) if order.terms.bound else Both()
        note = guest_brief.gather(excerpts, file, order.office, elsewhere)
        return Draft(
            excerpts,
            note.label,
            note.subject,
            note.compose,
            number,
            most_pages=MOST_PAGES,
            findings=excerpts.withheld(),
        )
    brief = gather(excerpts, file, order.office, order.terms)
    closing = _closing(excerpts, order.office)
    return Draft(
        excerpts,
        said(_LABEL),
        brief.subject,
        partial(compose, brief, closing),
        number,
        classes.CONFIDENTIAL,
        MOST_PAGES,
        findings=readiness.before_brief(file.prepared(), order.edition.spoken),
    )


PRODUCT: Final = Product("meeting-brief", _LABEL, "meeting", draft_brief)


def _closing(excerpts: Excerpts, office: Office) -> Words:
    """Say who prepared the brief, of which day its data are, and when its sources were checked."""
    verified = excerpts.verified_on()
    return joined(
        (
            said(N_("Prepared by: {office}"), office=office.unit or office.name),
            said(N_("Data as of: {day}"), day=short_day(office.today)),
            said(N_("Sources checked up to: {day}"), day=short_day(verified))
            if verified
            else Both(),
        )
    )


def _purpose(layout: Layout, brief: Brief) -> None:
    layout.heading(said(N_("Meeting objective")))
    if brief.purpose:
        layout.text(brief.purpose)
    else:
        layout.nothing()
    if brief.key_message:
        label = with_colon(said(N_("Key message")))
        layout.box(together((bold(label), brief.key_message)))


def _optional(layout: Layout, heading: str, words: Both) -> None:
    """Add a section that is left out where nothing is recorded for it."""
    if words:
        layout.heading(said(heading))
        layout.text(words)


def _considerations(layout: Layout, brief: Brief) -> None:
    """State what the two sides share, what to beware of, and what the press is told."""
    bond = brief.bond
    rows: list[tuple[Both, Words]] = [
        (said(N_("Commonalities")), brief.commonalities),
        (said(N_("Sensitivities")), joined(brief.sensitivities, "\n")),
        (said(N_("Legal obstacles")), joined(bond.obstacles, "\n") if bond else Both()),
        (said(N_("Clearances")), joined(bond.clearances, SEMICOLON) if bond else Both()),
        (said(N_("Press line")), brief.press_line),
    ]
    kept = [row for row in rows if row[1]]
    if kept:
        layout.heading(said(N_("Common ground and considerations")))
        layout.facts(kept, run_in=True)


def _annexes(brief: Brief) -> list[Annex]:
    """Return the annexes, headed by the talking points the body has no room for."""
    further = brief.points[MOST_POINTS:]
    if not further:
        return brief.annexes
    title = said(N_("Further talking points"))
    return [Annex(title, partial(brief_blocks.further_points, points=brief.points)), *brief.annexes]


def _is_profiled(file: MeetingFile, profiled: frozenset[str]) -> bool:
    """Tell whether profiles of `profiled` say what stands between us and the other side.

    A profile speaks for the institutions of its city as well.
    """
    return bool(file.partners) and all(
        profiled & {each.uid, each.get("city"), each.get("parent")} for each in file.partners
    )


def _sensitivities(
    excerpts: Excerpts, file: MeetingFile, profiled: frozenset[str]
) -> tuple[Both, ...]:
    """Return those of the meeting, and of every partner of which no profile tells them."""
    partners = (each for each in file.partners if each.uid not in profiled)
    texts = (excerpts.alone(each, "sensitivities") for each in (file.meeting, *partners))
    return tuple(filter(None, texts))
