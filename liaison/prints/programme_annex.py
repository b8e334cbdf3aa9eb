"""What only the house has at the end of a programme: the checklist, and whom to reach how."""

from collections.abc import Sequence
from dataclasses import dataclass

from liaison.domain.records.checklist_item import ChecklistItem
from liaison.domain.records.officer import Officer
from liaison.domain.rules import precedence
from liaison.domain.rules.facts import Facts
from liaison.i18n import N_
from liaison.prints import contacts
from liaison.prints.both import Both, joined, said, short_day
from liaison.prints.contacts import Contact
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout
from liaison.prints.layout_tables import Band, Plan, TableRow
from liaison.prints.people import delegate
from liaison.prints.styled import bold, together
from liaison.prints.visit_file import VisitFile


@dataclass(frozen=True)
class ProgrammeAnnex:
    """The rows of the checklist and of the contact sheet."""

    checklist: Sequence[TableRow]
    contacts: Sequence[TableRow | Band]

    def compose(self, layout: Layout) -> None:
        """Add both from a new page on; what is empty is left out."""
        if self.checklist or self.contacts:
            layout.new_page()
        if self.checklist:
            layout.heading(said(N_("Checklist")))
            layout.table(_checklist_plans(), self.checklist)
        if self.contacts:
            layout.heading(said(N_("Contact sheet")))
            layout.table(_contact_plans(), self.contacts)


def gather(excerpts: Excerpts, file: VisitFile) -> ProgrammeAnnex:
    """Read what is to be done before the visit, and how hosts and members are reached."""
    tasks = excerpts.rows(ChecklistItem, {"visit": file.visit.uid})
    tasks.sort(key=lambda each: (each.get("due_on") is None, each.get("due_on")))
    groups = {
        N_("Officers in charge") if file.is_outgoing else N_("Hosts"): [
            _line(each) for each in contacts.of_the_house(excerpts, file)
        ],
        N_("Delegation"): _members(excerpts, file),
    }
    sheet: list[TableRow | Band] = []
    for label, rows in groups.items():
        if rows:
            sheet += [Band(said(label)), *rows]
    return ProgrammeAnnex([_task(excerpts, each) for each in tasks], sheet)


def _task(excerpts: Excerpts, task: Facts) -> TableRow:
    officer = excerpts.record(Officer, task.get("responsible"))
    return (
        excerpts.text(task, "title"),
        excerpts.text(officer, "name") if officer is not None else Both(),
        short_day(task.get("due_on")),
        short_day(task.get("done_on")),
    )


def _line(contact: Contact) -> TableRow:
    return together((bold(contact.name), contact.office), " — "), joined(contact.ways)


def _members(excerpts: Excerpts, file: VisitFile) -> list[TableRow]:
    """Return the members who come and can be reached, the support group last."""
    listing = precedence.listing(file.members)
    rows = [
        (
            delegate(excerpts, each, file.people).line(),
            joined(contacts.ways(excerpts, file.people.get(each.get("person") or ""))),
        )
        for each in (*listing.members, *listing.support)
    ]
    return [row for row in rows if row[1]]


def _checklist_plans() -> list[Plan]:
    return [
        Plan(said(N_("Task")), 2.0, paired=True),
        Plan(said(N_("Responsible")), width=110),
        Plan(said(N_("Due on")), width=80),
        Plan(said(N_("Done on")), width=80),
    ]


def _contact_plans() -> list[Plan]:
    return [
        Plan(said(N_("Name and office")), 1.4, paired=True),
        Plan(said(N_("Telephone and e-mail")), 1.0),
    ]
