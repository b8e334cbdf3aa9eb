"""The blocks of a meeting brief: the meeting, the two sides, what to say."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from liaison.domain.rules.facts import Facts
from liaison.domain.rules.readiness import MOST_POINTS
from liaison.i18n import N_
from liaison.prints import meeting_file
from liaison.prints.both import SEMICOLON, Both, bracketed, figure, joined, said, with_colon
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout
from liaison.prints.layout_tables import Band, Item, Plan, TableRow
from liaison.prints.meeting_file import MeetingFile, Point, Said
from liaison.prints.people import Attendee, name_of
from liaison.prints.sides import IN_HOUSE, Sides
from liaison.prints.styled import Styled, Words, bold, labelled, listed, muted, together

_OPPOSED: Final = frozenset({"theirs", "ours"})
_KINDS = {"may_arise": N_("if it arises"), "defensive": N_("only if asked")}


def subject(excerpts: Excerpts, file: MeetingFile, present: list[Attendee]) -> Both:
    """Return the meeting's title; without one, the first of our side meets the first of theirs."""
    title = excerpts.text(file.meeting, "title")
    first = {each.side: each.capacity or each.name for each in reversed(present)}
    if title or not {"ours", "theirs"} <= first.keys():
        return title
    # Translators: «دیدار {host} با {guest}» in Persian.
    return said(N_("{host} meets {guest}"), host=first["ours"], guest=first["theirs"])


def meeting_facts(excerpts: Excerpts, file: MeetingFile) -> list[tuple[Both, Words]]:
    """State when, where and on which occasion the two sides meet, and by whose words.

    Whose rank is the higher and whether the press comes is for the house alone.
    """
    meeting, internal = file.meeting, not excerpts.edition.guest
    required: list[tuple[Both, Words]] = [
        (said(N_("When")), meeting_file.when(meeting)),
        (said(N_("Place")), excerpts.text(meeting, "place")),
    ]
    kind = (
        excerpts.shown(meeting, "kind"),
        excerpts.shown(meeting, "parity") if internal else Both(),
        _by_whose_words(excerpts, file),
        _press(meeting) if internal else Both(),
    )
    optional: list[tuple[Both, Words]] = [
        (said(N_("Kind")), joined(kind)),
        (said(N_("Occasion")), _occasion(excerpts, file)),
    ]
    if internal:
        return required + [row for row in optional if row[1]]
    return [row for row in (*required, *optional) if row[1]]


def two_sides(layout: Layout, present: Sequence[Attendee], away: Sequence[Attendee]) -> None:
    """List both sides, each in its own order and numbered, then others and who stays away.

    They stand side by side, or one below the other where two languages share the width.
    """
    layout.heading(said(N_("The two sides in order of precedence")))
    if not present:
        layout.nothing()
        return
    sides = dict(_by_side(present))
    opposed = {side: people for side, people in sides.items() if side in _OPPOSED}
    plans, rows = _one_below_the_other(opposed)
    for side, people in sides.items():
        if side not in _OPPOSED:
            rows.append(_in_one_row(said(IN_HOUSE[side]), (each.line() for each in people)))
    if away:
        rows.append(_in_one_row(said(N_("Not attending")), map(absent, away)))
    layout.table(plans, rows)


def guest_sides(layout: Layout, present: Sequence[Attendee], sides: Sides) -> None:
    """List who sits at the table as the other side may read it."""
    layout.heading(said(N_("Participants")))
    plans = [
        Plan(said(N_("#")), width=36),
        Plan(said(N_("Name and capacity")), paired=True),
    ]
    rows: list[TableRow | Band] = []
    for side, people in _by_side(present):
        rows.append(Band(bold(sides.heading(side))))
        rows += [(figure(at), each.line()) for at, each in enumerate(people, 1)]
    layout.table(plans, rows)


def talking_points(layout: Layout, points: Sequence[Point]) -> None:
    """State what we say, what we expect to hear and how we answer; six at most."""
    layout.heading(said(N_("Talking points")))
    if not points:
        layout.nothing()
        return
    layout.items(_items(layout, points[:MOST_POINTS], 1))


def further_points(layout: Layout, points: Sequence[Point]) -> None:
    """State the points for which a brief read in five minutes has no room."""
    layout.items(_items(layout, points[MOST_POINTS:], MOST_POINTS + 1))


def what_was_said(layout: Layout, statements: Sequence[Said]) -> None:
    """List what was said at a meeting that was held."""
    if not statements:
        return
    layout.heading(said(N_("Statements")))
    layout.items([Item((together((_speaker(each), each.text), ": "),)) for each in statements])


def _by_whose_words(excerpts: Excerpts, file: MeetingFile) -> Both:
    """Return how the two sides understand each other."""
    meeting, visit = file.meeting, file.visit
    spoken = excerpts.shown(meeting, "interpretation")
    if not spoken and visit is not None:
        spoken = excerpts.shown(visit, "interpretation")
    interpreter = file.people.get((visit and visit.get("interpreter")) or "")
    return joined((spoken, name_of(excerpts, interpreter)), ": ")


def _press(meeting: Facts) -> Both:
    """Say whether the press is there; of a meeting that is over only that it was."""
    if meeting.get("press"):
        return said(N_("press present"))
    return said(N_("without press")) if meeting.get("state") == "planned" else Both()


def _speaker(statement: Said) -> Styled:
    return together((bold(statement.speaker), muted(bracketed(statement.kind))))


def _occasion(excerpts: Excerpts, file: MeetingFile) -> Both:
    parts = []
    if file.event is not None:
        title = excerpts.text(file.event, "title")
        where, days = excerpts.shown(file.event, "country"), excerpts.when(file.event, "when")
        if title:
            event = joined((title, bracketed(joined((where, days), SEMICOLON))), " ")
            parts.append(said(N_("On the margins of the {event}"), event=event))
    if file.visit is not None:
        title = excerpts.text(file.visit, "title")
        parts.append(title or excerpts.shown(file.visit, "number"))
    return joined(parts)


def _by_side(people: Iterable[Attendee]) -> list[tuple[str | None, list[Attendee]]]:
    sides: dict[str | None, list[Attendee]] = {}
    for each in people:
        sides.setdefault(each.side, []).append(each)
    return list(sides.items())


def _one_below_the_other(
    sides: Mapping[str, list[Attendee]],
) -> tuple[list[Plan], list[TableRow | Band]]:
    """Set the sides one after the other, each numbered under its name.

    Beside each other they would take less room, but readers that copy text line by line would mix
    the names of the two sides.
    """
    rows: list[TableRow | Band] = []
    for side, people in sides.items():
        rows.append(Band(bold(said(IN_HOUSE[side]))))
        rows += [(figure(at), _introduced(each)) for at, each in enumerate(people, 1)]
    return [
        Plan(said(N_("#")), width=36),
        Plan(said(N_("Name and capacity")), paired=True),
    ], rows


def _introduced(each: Attendee) -> Styled:
    """Return who someone is, and below it how they wish to be spoken to."""
    if not each.address:
        return each.line()
    address = joined((with_colon(said(N_("How to address"))), each.address), " ")
    return together((each.line(), muted(address)), "<br/>")


def _in_one_row(label: Both, people: Iterable[Styled]) -> Band:
    """Set people whom the reader knows, or will not meet, in one row under their label."""
    return Band(together((bold(with_colon(label)), listed(people))), "", heads=False)


def absent(each: Attendee) -> Styled:
    """Return who stays away, with what is said of why."""
    return together((each.line(), muted(bracketed(each.absence))))


def _items(layout: Layout, points: Sequence[Point], first: int) -> list[Item]:
    dense = layout.density.is_dense
    return [_item(each, number, dense=dense) for number, each in enumerate(points, first)]


def _item(point: Point, number: int, *, dense: bool) -> Item:
    """Set a point: what we say, and below it what they may answer and how we go on."""
    title = joined((figure(number), point.point), ". ")
    kind = said(_KINDS[point.kind]) if point.kind in _KINDS else Both()
    opening = together((bold(title), muted(bracketed(kind))), " ")
    answers = (
        labelled(said(N_("Expected reply")), point.expected_reply),
        labelled(said(N_("Our response")), point.our_response),
    )
    below = (together(answers),) if dense else answers
    lines = (together((opening, point.argument), " — "), *below)
    return Item(tuple(filter(None, lines)), said(N_("Red line")), point.red_line)
