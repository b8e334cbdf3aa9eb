"""The follow-up list a manager takes into the meeting: A4 landscape, two pages for forty tasks.

Each row leaves a box for the manager's initials and instruction, and its number is what the
results are entered by afterwards.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from liaison.domain.records.officer import Officer
from liaison.domain.records.partner import Partner
from liaison.domain.records.unit import Unit
from liaison.domain.records.visit import Visit
from liaison.domain.rules.facts import Finding
from liaison.domain.rules.owed import CHOICE_LABELS, GROUPING_LABELS, SORTING_LABELS, Asked
from liaison.i18n import N_, ngettext
from liaison.pdf.part import MILLIMETRE, Margins, PageSetup
from liaison.prints import follow_up_file
from liaison.prints.both import (
    Both,
    bracketed,
    dual_day,
    figure,
    joined,
    said,
    short_day,
    with_colon,
)
from liaison.prints.excerpts import Excerpts
from liaison.prints.follow_up_file import FollowUpFile, Section
from liaison.prints.follow_up_task import Task
from liaison.prints.layout import Layout, PageMark
from liaison.prints.layout_styles import LIST
from liaison.prints.layout_tables import Band, Plan, TableRow, dashed
from liaison.prints.order import Order
from liaison.prints.product import Draft, Product
from liaison.prints.styled import Styled, alarming, bold, muted, styled, together

MOST_PAGES: Final = 2
_MOST_COUNTED: Final = 8
"""How many headings are counted one by one."""
_LABEL: Final = N_("Follow-up list")
_MARGINS: Final = Margins(top=12, bottom=20, binding=12, outer=10)
_RULES: Final = "#C6CDC9"
_NUMBER, _DUE, _STATE = 27.0, 80.0, 52.0
_BOX: Final = 40 * MILLIMETRE
"""The breadth of the box that a manager writes in."""


def draft_list(order: Order) -> Draft:
    """Draft the list of the follow-ups of the order's selection; it is for the house alone."""
    excerpts = Excerpts(order.archive, order.edition)
    file = follow_up_file.open_file(excerpts, order.selection, order.office)
    filters = _filters(order, excerpts, file)
    return Draft(
        excerpts,
        said(_LABEL),
        Both(),
        lambda layout: _compose(layout, file, order, filters),
        most_pages=MOST_PAGES,
        densities=LIST,
        arrange=_across,
        findings=_left_out(file),
        empty=not file.theirs and not file.ours,
    )


def _across(setup: PageSetup) -> PageSetup:
    return replace(setup, landscape=True, margins=_MARGINS)


PRODUCT: Final = Product("follow-up-list", _LABEL, "", draft_list, guests=False)


def _compose(layout: Layout, file: FollowUpFile, order: Order, filters: Both) -> PageMark:
    """State the blocks: heading, counts, what waits for a decision, our rows, theirs."""
    layout.title(said(_LABEL), joined((_as_of(order), filters)))
    layout.text(_counts(file))
    if file.decisions:
        layout.text(_decisions(file.decisions))
    if file.ours:
        layout.table(_plans(), _rows(file.ours, _row), rules=_RULES)
    else:
        layout.nothing()
    theirs = _rows(file.theirs, _their_row)
    if theirs:
        layout.heading(said(N_("What the other side owes")))
        layout.table(_their_plans(), theirs, rules=_RULES)
    return layout.mark()


def _as_of(order: Order) -> Both:
    until = order.selection.until
    as_of = said(N_("As of {day}"), day=dual_day(order.office.today))
    due = said(N_("due by {day}"), day=short_day(until)) if until else Both()
    return joined((as_of, due))


def _filters(order: Order, excerpts: Excerpts, file: FollowUpFile) -> Both:
    """Return the filters in words, the period of finished work among them."""
    selection = order.selection
    if selection.shown is not None:
        return _as_asked(selection.shown)
    chosen = [
        said(message, name=excerpts.text(row, "name"))
        for message, record_type, uid in (
            (N_("unit: {name}"), Unit, selection.unit),
            (N_("responsible: {name}"), Officer, selection.officer),
            (N_("city or body: {name}"), Partner, selection.partner),
        )
        if (row := excerpts.record(record_type, uid))
    ]
    visit = excerpts.record(Visit, selection.visit)
    if visit is not None:
        title = excerpts.text(visit, "title") or excerpts.shown(visit, "number")
        chosen.append(said(N_("visit: {title}"), title=title))
    done = said(
        N_("done from {since} to {today}"),
        since=short_day(file.since),
        today=short_day(order.office.today),
    )
    return joined((*(chosen or [said(N_("all units and partners"))]), done))


def _as_asked(asked: Asked) -> Both:
    """Return in words what was asked for on the page."""
    words = [
        said(CHOICE_LABELS[asked.choice]),
        said(GROUPING_LABELS[asked.grouping]),
        said(SORTING_LABELS[asked.sorting]),
    ]
    if asked.text:
        words.insert(1, said(N_("with the words “{text}”"), text=asked.text))
    return joined(words)


def _counts(file: FollowUpFile) -> Styled:
    """Return how many rows each heading that has any holds, and how many the other side owes."""
    counted = [(each.title, len(each.tasks)) for each in file.ours]
    if len(counted) > _MOST_COUNTED:
        counted = [(said(N_("owed by us")), sum(count for _title, count in counted))]
    theirs = sum(len(each.tasks) for each in file.theirs)
    counted.append((said(N_("owed by the other side")), theirs))
    # A Persian nought is a dot: among separators it would not be read as a figure.
    return together(
        [together((muted(label), bold(figure(count)))) for label, count in counted if count], " · "
    )


def _decisions(tasks: Sequence[tuple[int, Task]]) -> Styled:
    """Return the few lines that need the manager's word."""
    lines = [
        together(
            (
                styled(joined((figure(number), each.title), ". ")),
                each.standing.words(),
                each.responsible,
            ),
            " — ",
        )
        for number, (_row, each) in enumerate(tasks, 1)
    ]
    title = bold(with_colon(said(N_("Needs a decision"))))
    return together((title, *lines), "<br/>")


def _rows(
    sections: Sequence[Section], row: Callable[[int, Task], TableRow]
) -> list[TableRow | Band]:
    """Return the rows of one side under their headings."""
    rows: list[TableRow | Band] = []
    for each in sections:
        if each.title:
            rows.append(Band(bold(joined((each.title, bracketed(figure(len(each.tasks)))), " "))))
        rows += [row(number, task) for number, task in each.tasks]
    return rows


def _row(number: int, task: Task) -> TableRow:
    theirs = _their_row(number, task)
    return [*theirs[:4], *dashed((task.responsible,)), *theirs[4:], Both()]


def _their_row(number: int, task: Task) -> TableRow:
    distance = bracketed(task.standing.short)
    late = alarming(distance) if task.standing.is_late else styled(distance)
    due = together((task.standing.due, late))
    row = figure(number), task.title, task.origin, task.partner, due, task.state, task.last_action
    return dashed(row)


def _plans() -> list[Plan]:
    """Return the columns of our own rows: theirs, who has each, and a box for the pen."""
    plans = _their_plans()
    plans.insert(4, Plan(said(N_("Responsible")), 0.65))
    # Translators: «پاراف مدیر» in Persian: an empty box for the manager's pen.
    return [*plans, Plan(said(N_("Manager's initials")), width=_BOX, boxed=True)]


def _their_plans() -> list[Plan]:
    return [
        Plan(said(N_("#")), width=_NUMBER),
        Plan(said(N_("Subject")), 2.17, paired=True),
        Plan(said(N_("Origin")), 1.23),
        Plan(said(N_("City or body")), 0.48),
        Plan(said(N_("Due on (working days)")), width=_DUE),
        Plan(said(N_("State")), width=_STATE),
        Plan(said(N_("Last action")), 0.55),
    ]


def _left_out(file: FollowUpFile) -> list[Finding]:
    if not file.left_out:
        return []
    message = ngettext(
        "{count} follow-up is left out because of its class.",
        "{count} follow-ups are left out because of their class.",
        file.left_out,
    )
    return [Finding("class", message.format(count=file.left_out))]
