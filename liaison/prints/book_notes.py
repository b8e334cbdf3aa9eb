"""The pages of a briefing book that are printed nowhere else."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from liaison.domain.records.person import Person
from liaison.domain.records.position import Position
from liaison.domain.rules import precedence
from liaison.domain.rules.facts import Facts
from liaison.i18n import N_
from liaison.prints import annexes
from liaison.prints.book import Chapter
from liaison.prints.both import Both, counted, dual_day, figure, joined, said
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout
from liaison.prints.layout_tables import Plan, TableRow
from liaison.prints.people import delegate, name_of
from liaison.prints.visit_file import VisitFile

if TYPE_CHECKING:
    from liaison.prints.styled import Words

_ABOUT = ("purpose", "invitation", "hotel", "dress")
_REACHED = ("phone", "mobile", "email")


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
        (said(N_("Host officer")), _host(excerpts, file)),
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


def contacts(excerpts: Excerpts, file: VisitFile) -> list[Chapter]:
    """Return whom one may have to reach at the other side; a guest edition names nobody."""
    if excerpts.edition.guest or file.partner is None:
        return []
    rows = _reached(excerpts, excerpts.rows(Position, {"partner": file.partner.uid}))
    if not rows:
        return []
    title = said(N_("Essential contacts"))
    plans = [
        Plan(said(N_("Name")), paired=True),
        Plan(said(N_("Office")), paired=True),
        Plan(said(N_("Telephone and e-mail")), width=150),
    ]

    def compose(layout: Layout) -> None:
        layout.title(title, Both())
        layout.table(plans, rows)

    return [Chapter(title, compose)]


def _reached(excerpts: Excerpts, positions: Sequence[Facts]) -> list[TableRow]:
    rows: list[TableRow] = []
    for each in positions:
        person = excerpts.record(Person, each.get("person"))
        if person is None:
            continue
        reached = joined((excerpts.shown(person, key) for key in _REACHED), "\n")
        if reached:
            rows.append((name_of(excerpts, person), excerpts.text(each, "title"), reached))
    return rows


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
