"""The seating plan of a meeting: a drawing of the table and the list of seats.

The house reads besides which flags stand on the table, and why.
"""

from functools import partial
from typing import Final

from liaison.domain.rules import flags
from liaison.domain.rules.facts import Facts
from liaison.domain.rules.names import TO_BE_CONFIRMED
from liaison.domain.rules.seating import sides_of_table
from liaison.i18n import N_
from liaison.prints import meeting_file, seating_picture, sides
from liaison.prints.both import Both, by_language, joined, said
from liaison.prints.charts import add_chart
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout, PageMark
from liaison.prints.layout_styles import CLOSE
from liaison.prints.layout_tables import Band, Plan, TableRow
from liaison.prints.meeting_file import MeetingFile
from liaison.prints.order import Order
from liaison.prints.people import Attendee, attendee
from liaison.prints.product import Draft, Product
from liaison.prints.seating_picture import Table, in_rank, mark_of, place_of
from liaison.prints.styled import bold, labelled, muted

_LABEL: Final = N_("Seating plan")


def draft_plan(order: Order) -> Draft:
    """Draft the plan of a meeting's table; it holds nothing that a guest may not see."""
    excerpts = Excerpts(order.archive, order.edition)
    file = meeting_file.open_file(excerpts, order.uid)
    seats = sides_of_table(file.participants, file.members)
    seated = {
        seat.person.uid: attendee(excerpts, seat.person, _member(file, seat.person), file.people)
        for of_side in seats.values()
        for seat in of_side
    }
    parties = sides.of_meeting(excerpts, file, order.office)
    called = {uid: each.called for uid, each in seated.items()}
    table = Table(seats, called, parties=parties)
    subject = excerpts.text(file.meeting, "title")
    lines = (subject, meeting_file.when(file.meeting), excerpts.text(file.meeting, "place"))

    def compose(layout: Layout) -> PageMark:
        layout.title(said(_LABEL), joined(lines, "\n"))
        if not seated:
            layout.nothing()
            return layout.mark()
        add_chart(layout, said(_LABEL), partial(seating_picture.draw, table=table))
        if not order.edition.guest:
            layout.text(labelled(said(N_("Flags")), said(flags.advice(file.meeting))))
        layout.table(_plans(), _rows(table, seated))
        return layout.mark()

    number = excerpts.shown(file.visit, "number") if file.visit else Both()
    return Draft(
        excerpts,
        said(_LABEL),
        subject,
        compose,
        number,
        densities=(CLOSE,),
        findings=excerpts.withheld(),
        empty=not seated,
    )


PRODUCT: Final = Product("seating-plan", _LABEL, "meeting", draft_plan)


def _member(file: MeetingFile, person: Facts) -> Facts | None:
    uid = person.get("member")
    return next((each for each in file.members if each.uid == uid), None)


def _plans() -> list[Plan]:
    return [
        # Translators: «صندلی» in Persian.
        Plan(said(N_("Seat")), width=36),
        Plan(said(N_("From the middle")), width=72),
        Plan(said(N_("Name")), paired=True),
        Plan(said(N_("Office held")), 1.4, paired=True),
    ]


def _rows(table: Table, seated: dict[str, Attendee]) -> list[TableRow | Band]:
    rows: list[TableRow | Band] = []
    for side, seats in table.sides.items():
        if seats:
            rows.append(Band(bold(table.parties.heading(side))))
        for seat in in_rank(seats):
            each = seated[seat.person.uid]
            mark = by_language(partial(mark_of, seat))
            place = by_language(partial(place_of, seat))
            name = bold(each.titled) if each.name else muted(said(TO_BE_CONFIRMED))
            rows.append((mark, place, name, each.capacity))
    return rows
