"""What stands behind a meeting brief: biographies, the visit's programme, the delegation."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from reportlab.platypus.flowables import Spacer

from liaison.domain.rules import precedence
from liaison.domain.rules.facts import Facts
from liaison.i18n import N_
from liaison.prints.both import Both, dual_day, figure, joined, said
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout
from liaison.prints.layout_tables import Band, Plan, TableRow
from liaison.prints.meeting_file import MeetingFile
from liaison.prints.people import Attendee, delegate
from liaison.prints.programme_days import hours
from liaison.prints.styled import Words, bold, labelled
from liaison.prints.visit_file import planned

_BETWEEN: Final = 7.0
"""The space between two biographies in points."""


@dataclass(frozen=True)
class Annex:
    """A titled part after the body; `compose` adds its blocks."""

    title: Both
    compose: Callable[[Layout], None]


def biographies(excerpts: Excerpts, people: Sequence[Attendee]) -> list[Annex]:
    """Return the annex of short biographies, where any is recorded."""
    told = [
        (each, excerpts.text(each.person, "biography"))
        for each in people
        if each.person is not None
    ]
    told = [pair for pair in told if pair[1]]
    if not told:
        return []

    def compose(layout: Layout) -> None:
        for at, (each, words) in enumerate(told):
            if at:
                layout.add(Spacer(1, _BETWEEN), said=())
            layout.text(each.line())
            layout.text(words)

    return [Annex(said(N_("Short biographies")), compose)]


def programme(excerpts: Excerpts, visit: Facts | None) -> list[Annex]:
    """Return the annex with the programme of the visit, day by day."""
    if visit is None:
        return []
    rows: list[TableRow | Band] = []
    day = None
    for each in planned(excerpts, visit.uid):
        if each.get("day") != day:
            day = each.get("day")
            rows.append(Band(dual_day(day)))
        rows.append((hours(each), excerpts.text(each, "title"), excerpts.text(each, "place")))
    plans = [
        Plan(said(N_("Time")), width=62),
        Plan(said(N_("Programme")), 1.6, paired=True),
        Plan(said(N_("Place")), paired=True),
    ]
    return _of_table(said(N_("Programme of the visit")), plans, rows)


def delegation(excerpts: Excerpts, file: MeetingFile) -> list[Annex]:
    """Return the annex with the delegation in order of precedence, the support group last.

    One that travels alone is no list.
    """
    if file.delegation is None:
        return []
    uid = file.delegation.uid
    own = [each for each in file.members if each.get("delegation") == uid]
    if len(own) == 1:
        return []
    listing = precedence.listing(own)
    rows: list[TableRow | Band] = []
    for at, each in enumerate((*listing.members, *listing.support), 1):
        if at == len(listing.members) + 1:
            rows.append(Band(said(N_("Support group"))))
        person = delegate(excerpts, each, file.people)
        rows.append((figure(at), person.line(), excerpts.shown(each, "role")))
    plans = [
        Plan(said(N_("#")), width=36),
        Plan(said(N_("Name and office")), 2.0, paired=True),
        Plan(said(N_("Role")), paired=True),
    ]
    name = excerpts.text(file.delegation, "name")
    if rows and name:
        rows.insert(0, Band(bold(name)))
    return _of_table(said(N_("Delegation list")), plans, rows)


def listed(annexes: Sequence[Annex]) -> Words:
    """Return the line that names the annexes, empty for none."""
    names = [joined((figure(at), each.title), ". ") for at, each in enumerate(annexes, 1)]
    return labelled(said(N_("Annexes")), joined(names))


def append(layout: Layout, annexes: Sequence[Annex]) -> None:
    """Add the annexes behind the body, from a new page on."""
    if annexes:
        layout.new_page()
    for number, each in enumerate(annexes, 1):
        name = said(N_("Annex {number}"), number=figure(number))
        layout.heading(joined((name, each.title), ": "))
        each.compose(layout)


def _of_table(title: Both, plans: Sequence[Plan], rows: Sequence[TableRow | Band]) -> list[Annex]:
    if not rows:
        return []
    return [Annex(title, lambda layout: layout.table(plans, rows))]
