"""The pages of a briefing book that are printed nowhere else."""

from typing import TYPE_CHECKING

from liaison.domain.rules import precedence
from liaison.domain.rules.facts import Facts
from liaison.i18n import N_
from liaison.prints import annexes, contacts, meeting_file
from liaison.prints.book import Chapter
from liaison.prints.both import Both, counted, dual_day, figure, joined, said
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout
from liaison.prints.layout_tables import Band, Plan, TableRow
from liaison.prints.own_city import open_own_city
from liaison.prints.people import Attendee, delegate
from liaison.prints.programme_cover import officer_label
from liaison.prints.styled import bold
from liaison.prints.visit_file import VisitFile

if TYPE_CHECKING:
    from liaison.prints.styled import Words

_ABOUT = ("purpose", "invitation", "hotel", "dress")


def days(file: VisitFile) -> Both:
    """Return the first and the last day of a visit in both calendars."""
    ends = [file.visit.get(key) for key in ("starts_on", "ends_on")]
    return joined((dual_day(each) for each in dict.fromkeys(ends) if each), " – ")


def note(excerpts: Excerpts, file: VisitFile) -> Chapter:
    """Return the one page that says what the visit is and what it is for."""
    visit = file.visit
    listing = precedence.listing(file.members)
    head = next((each for each in listing.members if each.get("role") == "head"), None)
    rows: list[tuple[Both, Words]] = [
        (said(N_("Days")), days(file)),
        (said(N_("City or body")), excerpts.text(file.partner, "name") if file.partner else Both()),
        (said(N_("Head of the delegation")), _called(excerpts, head, file)),
        (said(N_("Size of the delegation")), _size(listing)),
        (said(N_("Meetings")), figure(len(file.meetings)) if file.meetings else Both()),
        (said(N_("Place")), excerpts.text(visit, "place")),
        (officer_label(file), _host(excerpts, file)),
        *((said(_LABELS[key]), excerpts.text(visit, key)) for key in _ABOUT),
    ]
    kept = [row for row in rows if row[1]]
    title = said(N_("The visit on one page"))

    def compose(layout: Layout) -> None:
        layout.title(title, excerpts.text(visit, "title"))
        layout.facts(kept)

    return Chapter(title, compose)


_LABELS = {
    "purpose": N_("Purpose"),
    "invitation": N_("Invitation"),
    "hotel": N_("Hotel"),
    "dress": N_("Dress code"),
}


def biographies(excerpts: Excerpts, file: VisitFile) -> list[Chapter]:
    """Return the short biographies of those who come, where any is recorded."""
    listing = precedence.listing(file.members)
    coming = [
        delegate(excerpts, each, file.people) for each in (*listing.members, *listing.support)
    ]
    return [_titled(each) for each in annexes.biographies(excerpts, coming)]


def press_line(excerpts: Excerpts, file: VisitFile) -> list[Chapter]:
    """Return what the press is told of the visit; a guest edition does not say."""
    words = Both() if excerpts.edition.guest else excerpts.text(file.visit, "press_line")
    if not words:
        return []
    title = said(N_("Press line"))

    def compose(layout: Layout) -> None:
        layout.title(title, Both())
        layout.text(words)

    return [Chapter(title, compose)]


def hosts(excerpts: Excerpts, file: VisitFile, office: Both) -> list[Chapter]:
    """Return who receives the delegation: the other side of its meetings, each person once.

    `office` names our own side, for what comes to us.
    """
    outgoing = file.is_outgoing
    found: dict[object, Attendee] = {}
    for meeting in file.meetings:
        opened = meeting_file.open_file(excerpts, meeting.uid)
        for each in meeting_file.attendees(excerpts, opened):
            if each.side == ("theirs" if outgoing else "ours"):
                found.setdefault(each.person.uid if each.person else each.capacity, each)
    if not found:
        return []
    name = excerpts.text(file.partner, "name") if file.partner else Both()
    subject = name if outgoing else office
    rows = [(figure(at), each.line()) for at, each in enumerate(found.values(), 1)]
    plans = [Plan(said(N_("#")), width=36), Plan(said(N_("Name and capacity")), paired=True)]
    # Whom ours meet on a journey need not be who receives them.
    title = said(N_("Whom we meet") if outgoing else N_("The hosts"))

    def compose(layout: Layout) -> None:
        layout.title(title, subject)
        layout.table(plans, rows)

    return [Chapter(title, compose)]


def our_city(excerpts: Excerpts) -> list[Chapter]:
    """Return the page on our own city, for guests alone: the house knows it."""
    city = open_own_city(excerpts)
    if not excerpts.edition.guest or not city:
        return []

    def compose(layout: Layout) -> None:
        layout.title(city.name, Both())
        city.compose(layout)

    return [Chapter(city.name, compose)]


def essential(excerpts: Excerpts, file: VisitFile, office: Both) -> list[Chapter]:
    """Return whom one may have to reach, our own people first; a guest edition names nobody."""
    if excerpts.edition.guest:
        return []
    rows: list[TableRow | Band] = []
    partner = excerpts.text(file.partner, "name") if file.partner else Both()
    for side, people in (
        (office, contacts.of_the_house(excerpts, file)),
        (partner, contacts.of_the_partner(excerpts, file)),
    ):
        if people and side:
            rows.append(Band(bold(side)))
        rows += [(bold(each.name), each.office, joined(each.ways, "\n")) for each in people]
    if not rows:
        return []
    title = said(N_("Essential contacts"))
    plans = [
        Plan(said(N_("Name")), paired=True),
        Plan(said(N_("Office held")), paired=True),
        Plan(said(N_("Telephone and e-mail")), width=150),
    ]

    def compose(layout: Layout) -> None:
        layout.title(title, Both())
        layout.table(plans, rows)

    return [Chapter(title, compose)]


def _titled(annex: annexes.Annex) -> Chapter:
    def compose(layout: Layout) -> None:
        layout.title(annex.title, Both())
        annex.compose(layout)

    return Chapter(annex.title, compose)


def _size(listing: precedence.Listing) -> Both:
    count = len(listing.members) + len(listing.support)
    return counted(N_("{count} person"), N_("{count} persons"), count) if count else Both()


def _called(excerpts: Excerpts, member: Facts | None, file: VisitFile) -> Both:
    if member is None:
        return Both()
    person = delegate(excerpts, member, file.people)
    return joined((person.titled, person.capacity), " — ")


def _host(excerpts: Excerpts, file: VisitFile) -> Both:
    return excerpts.text(file.host_officer, "name") if file.host_officer else Both()
