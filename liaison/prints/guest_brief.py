"""The note of a meeting that the other side may be handed: nothing in it is internal.

It names the meeting, its neutral purpose, who takes part, the themes on the agenda and our own
city. Talking points themselves never leave the house; of those that will be raised in any case
only the theme is told.
"""

from dataclasses import dataclass

from liaison.domain.rules import classes
from liaison.domain.schema.vocabulary import THEME
from liaison.i18n import N_
from liaison.prints import brief_blocks, meeting_file, sides
from liaison.prints.bond_blocks import ELSEWHERE
from liaison.prints.both import Both, figure, joined, said
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout, PageMark
from liaison.prints.meeting_file import MeetingFile
from liaison.prints.office import Office
from liaison.prints.own_city import OwnCity, open_own_city
from liaison.prints.people import Attendee
from liaison.prints.sides import Sides
from liaison.prints.styled import Words


@dataclass(frozen=True)
class GuestBrief:
    """Everything a guest edition says."""

    subject: Both
    facts: list[tuple[Both, Words]]
    purpose: Both
    sides: Sides
    present: list[Attendee]
    agenda: tuple[Both, ...]
    city: OwnCity
    elsewhere: Both

    @property
    def label(self) -> Both:
        """What the paper is called."""
        return said(N_("Meeting note"))

    def compose(self, layout: Layout) -> PageMark:
        """State the blocks of the note; return its end."""
        layout.title(self.label, self.subject)
        if self.facts:
            layout.facts(self.facts)
        if self.purpose:
            layout.heading(said(N_("Meeting objective")))
            layout.text(self.purpose)
        if self.present:
            brief_blocks.guest_sides(layout, self.present, self.sides)
        if self.agenda:
            layout.heading(said(N_("Suggested agenda")))
            for number, each in enumerate(self.agenda, 1):
                layout.text(joined((figure(number), each), ". "))
        if self.city and self.elsewhere:
            layout.note(said(ELSEWHERE, subject=self.city.name, section=self.elsewhere))
        elif self.city:
            layout.heading(self.city.name)
            self.city.compose(layout)
        return layout.mark()


def gather(excerpts: Excerpts, file: MeetingFile, office: Office, elsewhere: Both) -> GuestBrief:
    """Read what a guest may know of a meeting; quoting anything internal is an error.

    `elsewhere` names the section of a book that has our own city, empty for a paper by itself.
    """
    present = meeting_file.attendees(excerpts, file)
    return GuestBrief(
        brief_blocks.subject(excerpts, file, present),
        brief_blocks.meeting_facts(excerpts, file),
        excerpts.text(file.meeting, "purpose"),
        sides.of_meeting(excerpts, file, office),
        present,
        _agenda(file),
        open_own_city(excerpts),
        elsewhere,
    )


def _agenda(file: MeetingFile) -> tuple[Both, ...]:
    """Return the themes of the points that will be raised in any case and are not classed."""
    themes = {
        each.get("theme"): None
        for each in file.points
        if each.get("kind") == "certain"
        and not classes.is_above(each.get("classification"), classes.NORMAL)
    }
    return tuple(said(THEME.options[each]) for each in themes if each)
