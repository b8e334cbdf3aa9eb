"""The programme of a visit, day by day: one for the guests, one for the house.

The guests read when, what and where; the house reads besides who is responsible, which car comes
and what to mind, and at the end what is still to be done and how to reach whom.
"""

from dataclasses import replace
from typing import Final

from liaison.domain.records.checklist_item import ChecklistItem
from liaison.domain.records.programme_item import ProgrammeItem
from liaison.domain.rules import readiness
from liaison.domain.rules.classes import CONFIDENTIAL, NORMAL
from liaison.domain.rules.conflicts import Surroundings, conflicts
from liaison.domain.rules.facts import Facts, Finding, in_either, quoted
from liaison.domain.rules.names import on_screen
from liaison.domain.rules.precedence import AWAY
from liaison.i18n import N_, _, ngettext
from liaison.pdf.part import PageSetup
from liaison.prints import programme_annex, programme_cover, programme_days
from liaison.prints.both import said
from liaison.prints.delegation_list import MARGINS, across
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout, PageMark
from liaison.prints.layout_styles import CLOSE, DENSE
from liaison.prints.names_known import names_to_confirm
from liaison.prints.order import Order
from liaison.prints.product import Draft, Product
from liaison.prints.programme_participants import present
from liaison.prints.visit_file import VisitFile, open_visit

_LABEL: Final = N_("Visit programme")


def draft_programme(order: Order) -> Draft:
    """Draft the programme of a visit; a guest edition holds only what guests may read."""
    excerpts = Excerpts(order.archive, order.edition)
    file = open_visit(excerpts, order.uid)
    cover = programme_cover.facts(excerpts, file, order.office)
    days = programme_days.days(excerpts, file)
    annex = None if order.edition.guest else programme_annex.gather(excerpts, file)
    subject = excerpts.text(file.visit, "title") or excerpts.shown(file.visit, "number")

    def compose(layout: Layout) -> PageMark:
        layout.title(said(_LABEL), subject)
        layout.facts(cover, run_in=True)
        for each in days:
            each.compose(layout)
        if not days:
            layout.nothing()
        if annex is not None:
            layout.part("annex", said(N_("For the house")))
            annex.compose(layout)
        return layout.mark()

    return Draft(
        excerpts,
        said(_LABEL),
        subject,
        compose,
        excerpts.shown(file.visit, "number"),
        _least_class(order, file),
        densities=(CLOSE, DENSE),
        arrange=across if order.edition.is_facing else _narrow,
        findings=_findings(order, excerpts, file),
        empty=not days and not (annex and annex.checklist),
    )


PRODUCT: Final = Product("visit-programme", _LABEL, "visit", draft_programme)


def _narrow(setup: PageSetup) -> PageSetup:
    return replace(setup, margins=MARGINS)


def _least_class(order: Order, file: VisitFile) -> str:
    """Return the class that notes for the house ask for."""
    has_notes = any(each.get("internal_note") for each in file.programme)
    return CONFIDENTIAL if has_notes and not order.edition.guest else NORMAL


def _findings(order: Order, excerpts: Excerpts, file: VisitFile) -> list[Finding]:
    """Return what is wrong in the programme or missing from it; unconfirmed names forbid it."""
    coming = [each for each in file.members if each.get("attendance") not in AWAY]
    tasks = excerpts.rows(ChecklistItem, {"visit": file.visit.uid})
    prepared = readiness.VisitFile(file.visit, file.members, file.programme, tasks, file.people)
    told = [
        each
        for each in readiness.before_papers(prepared, order.office.today)
        if each.kind not in {"name", "translation"}
    ]
    around = Surroundings(
        order.office.calendar,
        {each.uid: present(excerpts, file, each) for each in file.programme if each.get("meeting")},
        coming,
        {each.uid: _called(each, file) for each in coming},
    )
    return [
        *names_to_confirm(coming, file.people),
        *conflicts(file.programme, around),
        *_undated(excerpts, file),
        *(_drafts(file) if order.edition.guest else ()),
        *told,
    ]


def _undated(excerpts: Excerpts, file: VisitFile) -> list[Finding]:
    """Find what stands under no day, and so not on the paper."""
    message = _("“{item}” has no day yet and is left out of the programme.")
    return [
        Finding("day", message.format(item=quoted(each)), (each.uid,))
        for each in excerpts.rows(ProgrammeItem, {"visit": file.visit.uid})
        if each.get("state") != "cancelled" and not each.get("day")
    ]


def _drafts(file: VisitFile) -> list[Finding]:
    """Tell how much of what guests are about to be handed is not settled yet."""
    drafts = [each.uid for each in file.programme if each.get("state") == "draft"]
    if not drafts:
        return []
    message = ngettext(
        "{count} item of the programme is still a draft.",
        "{count} items of the programme are still drafts.",
        len(drafts),
    )
    return [Finding("draft", message.format(count=len(drafts)), tuple(drafts))]


def _called(member: Facts, file: VisitFile) -> str:
    person = file.people.get(member.get("person") or "")
    name = on_screen(person) if person is not None else ""
    return name or in_either(member, "title") or _("Name not known yet")
