"""The blocks that say how the two sides stand: relations, documents, meetings, promises."""

from collections.abc import Sequence

from liaison.domain.schema.vocabulary import SIDE
from liaison.i18n import N_
from liaison.prints.bond import Bond
from liaison.prints.both import Both, bracketed, counted, figure, joined, said
from liaison.prints.layout import Layout
from liaison.prints.layout_tables import Band, Plan, TableRow
from liaison.prints.promises import Promise
from liaison.prints.sides import Sides
from liaison.prints.styled import Styled, Words, bold, together

OPEN_PROMISES = N_("Open commitments of the two sides")
PROFILE = N_("City profile")
# Translators: «{section}» is the name of a section of the same book.
ELSEWHERE = N_("{subject}: see “{section}” in this book.")
MOST_PROMISES = 8
"""How many open promises stand in a brief; it says where the others are."""

# Widths of the columns beside the text, in points: facing columns leave less for them.
_NARROW = 44.0, 62.0, 78.0
_WIDE = 58.0, 72.0, 112.0


def background(layout: Layout, bond: Bond, words: Both) -> None:
    """Say what the archive knows of the relations so far, and what the officer adds."""
    layout.heading(said(N_("Relations so far")))
    if not bond and not words:
        layout.nothing()
        return
    if bond:
        layout.facts(_facts(bond), run_in=True)
    if words:
        layout.text(words)


def elsewhere(layout: Layout, words: Both) -> None:
    """Say where in a book all of this stands, and what the officer adds for one meeting."""
    layout.heading(said(N_("Relations so far")))
    told = said(N_("Relations, open commitments and sensitivities"))
    layout.text(said(ELSEWHERE, subject=told, section=said(PROFILE)))
    if words:
        layout.text(words)


def open_promises(
    layout: Layout, promises: Sequence[Promise], *, under: Sides | None = None
) -> None:
    """List what each side still owes the other, overdue first; `under` the names of the sides."""
    if not promises:
        return
    layout.heading(said(OPEN_PROMISES))
    owed, due, state = _NARROW if layout.is_facing else _WIDE
    plans = [
        Plan(said(N_("Commitment")), paired=True),
        *([Plan(said(N_("Owed by")), width=owed)] if under is None else ()),
        Plan(said(N_("Due on")), width=due),
        Plan(said(N_("State")), width=state),
    ]
    shown = promises[:MOST_PROMISES]
    layout.table(plans, _under(shown, under) if under else _rows(shown))
    further = _further(promises[MOST_PROMISES:])
    if further:
        layout.note(further)


def _further(promises: Sequence[Promise]) -> Both:
    """Say of which there are more, and where: clauses in the agreements, the rest in the list."""
    clauses = sum(each.is_clause for each in promises)
    parts = (
        (
            N_("{count} more clause is in the agreements."),
            N_("{count} more clauses are in the agreements."),
            clauses,
        ),
        (
            N_("{count} more follow-up is in the follow-up list."),
            N_("{count} more follow-ups are in the follow-up list."),
            len(promises) - clauses,
        ),
    )
    return joined((counted(*each) for each in parts if each[-1]), " ")


def _rows(promises: Sequence[Promise]) -> list[TableRow]:
    return [(each.text, each.owed_by, *_rest(each)) for each in promises]


def _under(promises: Sequence[Promise], sides: Sides) -> list[TableRow | Band]:
    rows: list[TableRow | Band] = []
    for side in (*SIDE.options, None):
        own = [each for each in promises if each.side == side]
        if own:
            label = sides.heading(side) if side else sides.owing(None)
            rows += [Band(bold(label)), *((each.text, *_rest(each)) for each in own)]
    return rows


def _rest(promise: Promise) -> tuple[Words, ...]:
    return promise.standing.due, promise.status()


def _facts(bond: Bond) -> list[tuple[Both, Words]]:
    rows: list[tuple[Both, Words]] = [
        (said(N_("Relation")), _lines(bond.relations)),
        (said(N_("Documents in force")), _lines(bond.documents)),
        (said(N_("Last meeting")), bond.last_meeting),
        (said(N_("Visits")), _visits(bond)),
        (said(N_("Commitments kept")), _kept(bond)),
    ]
    required = rows[:1]
    return required + [row for row in rows[1:] if row[1]]


def _lines(parts: Sequence[Styled]) -> Styled:
    return together(parts, "<br/>")


def _visits(bond: Bond) -> Both:
    """Return how many visits came and how many went, with the last of each."""
    balance = bond.balance
    ways = (
        (said(N_("incoming: {count}"), count=figure(balance.incoming)), bond.last_incoming),
        (said(N_("outgoing: {count}"), count=figure(balance.outgoing)), bond.last_outgoing),
    )
    if not balance.incoming + balance.outgoing:
        return Both()
    return joined(joined((count, bracketed(last)), " ") for count, last in ways)


def _kept(bond: Bond) -> Both:
    sides = (
        (N_("ours {done} of {all}"), bond.kept_by_us),
        (N_("theirs {done} of {all}"), bond.kept_by_them),
    )
    return joined(
        said(message, done=figure(done), all=figure(total))
        for message, (done, total) in sides
        if total
    )
