"""The seating plan of a meeting: a drawing of the table, the list of seats, and the flags."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from liaison.domain.rules import flags
from liaison.domain.rules.facts import Facts
from liaison.domain.rules.seating import Seat, side_of_table
from liaison.drawing.setting import Setting
from liaison.drawing.shapes import Chart, Picture, Point, Rectangle, Shape, Words
from liaison.drawing.wording import shortened
from liaison.i18n import N_, translated
from liaison.language import digits
from liaison.prints import meeting_file
from liaison.prints.both import Both, figure, joined, said
from liaison.prints.charts import add_chart
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout, PageMark
from liaison.prints.layout_tables import Band, Plan, TableRow
from liaison.prints.meeting_file import MeetingFile
from liaison.prints.order import Order
from liaison.prints.people import attendee
from liaison.prints.product import Draft, Product
from liaison.prints.styled import bold, labelled

_LABEL: Final = N_("Seating plan")
_SIDES: Final = {"theirs": N_("The other side"), "ours": N_("Our side")}
_HIGH, _TABLE, _GAP = 30.0, 54.0, 5.0
_SIZE: Final = 7.5


def draft_plan(order: Order) -> Draft:
    """Draft the plan of a meeting's table; it holds nothing that a guest may not see."""
    excerpts = Excerpts(order.archive, order.edition)
    file = meeting_file.open_file(excerpts, order.uid)
    sides = {side: _seats(file, side) for side in _SIDES}
    named = {
        seat.person.uid: _called(excerpts, file, seat.person)
        for seats in sides.values()
        for seat in seats
    }
    subject = excerpts.text(file.meeting, "title")
    when = meeting_file.when(file.meeting)
    place = excerpts.text(file.meeting, "place")

    def compose(layout: Layout) -> PageMark:
        layout.title(said(_LABEL), joined((subject, when, place), "\n"))
        if not named:
            layout.nothing()
            return layout.mark()
        add_chart(layout, said(_LABEL), partial(_draw, sides=sides, named=named))
        layout.text(labelled(said(N_("Flags")), said(flags.advice(file.meeting))))
        layout.table(_plans(), _rows(sides, named))
        return layout.mark()

    number = excerpts.shown(file.visit, "number") if file.visit else Both()
    return Draft(excerpts, said(_LABEL), subject, compose, number)


PRODUCT: Final = Product("seating-plan", _LABEL, "meeting", draft_plan)


def _seats(file: MeetingFile, side: str) -> list[Seat]:
    """Return one side's seats, from the sitters' left to their right."""
    members = {each.uid: each for each in file.members}
    people = [each for each in file.participants if each.get("side") == side]
    roles = {
        each.uid: member.get("role") or ""
        for each in people
        if (member := members.get(each.get("member") or "")) is not None
    }
    return side_of_table(people, roles)


def _called(excerpts: Excerpts, file: MeetingFile, person: Facts) -> tuple[Both, Both]:
    members = {each.uid: each for each in file.members}
    named = attendee(excerpts, person, members.get(person.get("member") or ""), file.people)
    return named.called, named.capacity if named.name else Both()


def _draw(
    setting: Setting, sides: dict[str, list[Seat]], named: dict[str, tuple[Both, Both]]
) -> Chart:
    """Draw the table with the other side above it and our side below, heads in the middle.

    The side above faces the reader, so its right is the reader's left.
    """
    lang = setting.language
    reach = max((abs(seat.offset) for seats in sides.values() for seat in seats), default=0)
    slot = setting.width / (2 * reach + 1)
    shapes: list[Shape] = [
        Rectangle(0, _HIGH + _GAP, setting.width, _TABLE, fill="accent_soft", radius=6),
    ]
    facts = []
    for side, seats in sides.items():
        above = side == "theirs"
        top = 0.0 if above else _HIGH + _TABLE + 2 * _GAP
        edge = _HIGH + _GAP + (14 if above else _TABLE - 8)
        label = translated(_SIDES[side], lang)
        shapes.append(
            Words(
                label,
                Point(setting.width / 2, edge),
                9.0,
                "middle",
                "accent",
                bold=True,
                language=lang,
            )
        )
        for seat in seats:
            offset = -seat.offset if above else seat.offset
            middle = setting.width / 2 + offset * slot
            words = named[seat.person.uid][0].of(lang)
            shapes += _chair(words, _mark(seat, lang), (middle, top), slot, lang)
            facts.append(f"{label} {_mark(seat, lang)}: {words}")
    height = 2 * _HIGH + _TABLE + 2 * _GAP
    alternative = f"{setting.title}. " + "; ".join(facts)
    return Chart(Picture(setting.width, height, tuple(shapes)), alternative)


def _chair(
    words: str, mark: str, place: tuple[float, float], slot: float, lang: str
) -> Sequence[Shape]:
    middle, top = place
    width = slot - 4
    name = shortened(words, _SIZE, width - 2)
    return (
        Rectangle(middle - width / 2, top, width, _HIGH, fill="card", stroke="muted", radius=4),
        Words(mark, Point(middle, top + 12), 9.0, "middle", bold=True, language=lang),
        Words(name, Point(middle, top + 24), _SIZE, "middle", language=lang),
    )


def _mark(seat: Seat, lang: str) -> str:
    """Return the number of a seat, «م» for the interpreter."""
    # Translators: «م» in Persian: marks the interpreter's seat.
    return digits.number(seat.rank, lang) if seat.rank else translated(N_("Int."), lang)


def _plans() -> list[Plan]:
    return [
        Plan(said(N_("Seat")), width=44),
        Plan(said(N_("Name")), paired=True),
        Plan(said(N_("Office held")), 1.4, paired=True),
    ]


def _rows(
    sides: dict[str, list[Seat]], named: dict[str, tuple[Both, Both]]
) -> list[TableRow | Band]:
    rows: list[TableRow | Band] = []
    for side, seats in sides.items():
        if seats:
            rows.append(Band(bold(said(_SIDES[side]))))
        for seat in sorted(seats, key=lambda seat: seat.rank or len(seats)):
            name, office = named[seat.person.uid]
            mark = figure(seat.rank) if seat.rank else said(N_("Int."))
            rows.append((mark, bold(name), office))
    return rows
