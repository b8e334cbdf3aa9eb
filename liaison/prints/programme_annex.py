"""What only the house has at the end of a programme: the checklist, and whom to reach how."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from liaison.domain.records.checklist_item import ChecklistItem
from liaison.domain.records.officer import Officer
from liaison.domain.records.person import Person
from liaison.domain.rules import precedence
from liaison.domain.rules.facts import Facts
from liaison.i18n import N_
from liaison.prints.both import Both, joined, said, short_day
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout
from liaison.prints.layout_tables import Band, Plan, TableRow
from liaison.prints.people import delegate, name_of
from liaison.prints.styled import Words, bold, together
from liaison.prints.visit_file import VisitFile

_REACHED = ("mobile", "phone", "messenger", "email")


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
        N_("Hosts"): _hosts(excerpts, file, tasks),
        N_("Delegation"): _members(excerpts, file),
    }
    contacts: list[TableRow | Band] = []
    for label, rows in groups.items():
        if rows:
            contacts += [Band(said(label)), *rows]
    return ProgrammeAnnex([_task(excerpts, each) for each in tasks], contacts)


def _task(excerpts: Excerpts, task: Facts) -> TableRow:
    officer = excerpts.record(Officer, task.get("responsible"))
    return (
        excerpts.text(task, "title"),
        excerpts.text(officer, "name") if officer is not None else Both(),
        short_day(task.get("due_on")),
        short_day(task.get("done_on")),
    )


def _hosts(excerpts: Excerpts, file: VisitFile, tasks: Iterable[Facts]) -> list[TableRow]:
    """Return the host officer, everyone else responsible for something, and the interpreter."""
    named = [each.get("responsible") for each in (*file.programme, *tasks)]
    rows: list[tuple[Words, Both]] = []
    for uid in dict.fromkeys((file.visit.get("host_officer"), *named)):
        officer = excerpts.record(Officer, uid)
        if officer is not None:
            who = together(
                (bold(excerpts.text(officer, "name")), excerpts.shown(officer, "role")), " — "
            )
            person = excerpts.record(Person, officer.get("person"))
            reached = joined((_reached(excerpts, person), excerpts.shown(officer, "email")))
            rows.append((who, reached))
    interpreter = excerpts.record(Person, file.visit.get("interpreter"))
    who = together((bold(name_of(excerpts, interpreter)), said(N_("Interpreter"))), " — ")
    rows.append((who, _reached(excerpts, interpreter)))
    return [row for row in rows if row[1]]


def _members(excerpts: Excerpts, file: VisitFile) -> list[TableRow]:
    """Return the members who come and can be reached, the support group last."""
    listing = precedence.listing(file.members)
    rows = [
        (
            delegate(excerpts, each, file.people).line(),
            _reached(excerpts, file.people.get(each.get("person") or "")),
        )
        for each in (*listing.members, *listing.support)
    ]
    return [row for row in rows if row[1]]


def _reached(excerpts: Excerpts, person: Facts | None) -> Both:
    if person is None:
        return Both()
    return joined(excerpts.shown(person, key) for key in _REACHED)


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
