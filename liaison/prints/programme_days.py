"""The days of a programme: hour by hour, with who arrives and leaves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from liaison.domain.records.officer import Officer
from liaison.domain.rules import precedence
from liaison.domain.rules.facts import Facts
from liaison.i18n import N_
from liaison.language import digits
from liaison.prints.both import (
    COMMA,
    SEMICOLON,
    Both,
    by_language,
    counted,
    dual_day,
    figure,
    joined,
    said,
)
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout
from liaison.prints.layout_tables import Band, Plan, TableRow, dashed
from liaison.prints.people import delegate
from liaison.prints.programme_participants import taking_part
from liaison.prints.styled import Styled, Words, bold, muted, styled, together
from liaison.prints.visit_file import VisitFile
from liaison.time import clock, instant

_CALM: Final = frozenset({"transfer", "free", "prayer"})
_ORDINALS: Final = ["اول", "دوم", "سوم", "چهارم", "پنجم", "ششم", "هفتم", "هشتم", "نهم", "دهم"]
_HOURS, _RESPONSIBLE, _VEHICLE = 70.0, 76.0, 58.0
_WAYS: Final = (
    ("arrives", "arrival_flight", N_("Arrivals")),
    ("departs", "departure_flight", N_("Departures")),
)


@dataclass(frozen=True)
class ProgrammeDay:
    """One day: its heading, its remarks (who comes and goes), and its rows.

    `every_row` is of all days: their columns stand below each other.
    """

    day: date
    title: Both
    plans: Sequence[Plan]
    rows: Sequence[TableRow | Band]
    remarks: Sequence[Words]
    every_row: Sequence[TableRow] = ()

    def compose(self, layout: Layout) -> None:
        """Add the day; it can change, and be printed again, by itself."""
        layout.part(f"day:{self.day.isoformat()}", self.title)
        layout.heading(self.title)
        if not self.rows:
            for each in self.remarks:
                layout.note(each)
            return
        # A sheet turned for two languages holds hardly more than a day: it would stay half empty.
        is_upright = not layout.setup.landscape
        remarks = [Band(each, ground="", repeated=False) for each in self.remarks]
        layout.table(
            self.plans,
            [*remarks, *self.rows],
            whole=is_upright,
            alike=self.every_row,
            going_on=bold(said(N_("{day} (continued)"), day=self.title)),
        )


def days(excerpts: Excerpts, file: VisitFile) -> list[ProgrammeDay]:
    """Return every day on which something is planned, or somebody arrives or leaves."""
    moves = [_moves(excerpts, file, *way) for way in _WAYS]
    known = {each.get("day") for each in file.programme}.union(*moves)
    hosting = {each.uid: _hosting(excerpts, file, each) for each in file.programme}
    hosted = any(hosting.values())
    plans = _plans(excerpts, hosted=hosted)
    diets = _diets(excerpts, file)
    rows = {
        each.uid: _row(excerpts, each, [hosting[each.uid]] if hosted else [])
        for each in file.programme
    }
    first: date = file.visit.get("starts_on") or min(known, default=date.min)
    return [
        ProgrammeDay(
            day,
            _title(day, first),
            plans,
            [
                row
                for each in file.programme
                if each.get("day") == day
                for row in (rows[each.uid], *(diets if each.get("kind") == "meal" else ()))
            ],
            [move[day] for move in moves if day in move],
            [*rows.values()],
        )
        for day in sorted(known)
    ]


def _title(day: date, first: date) -> Both:
    """Return «روز اول: شنبه ۵ اردیبهشت ۱۴۰۵ (…)»; a day before the first has no number."""
    number = (day - first).days + 1
    if number < 1:
        return dual_day(day)
    name = figure(number)
    if number <= len(_ORDINALS):
        name = Both(_ORDINALS[number - 1], name.en)
    return said(N_("Day {number}: {day}"), number=name, day=dual_day(day))


def _hosting(excerpts: Excerpts, file: VisitFile, item: Facts) -> Styled:
    """Return who receives, and which members are received where it is not all of them."""
    members = muted(taking_part(excerpts, file, item))
    return together((excerpts.text(item, "host"), members), "<br/>")


def _plans(excerpts: Excerpts, *, hosted: bool) -> list[Plan]:
    """Return the columns; that of the hosts only where anybody is named."""
    plans = [
        Plan(said(N_("Time")), width=_HOURS),
        Plan(said(N_("Programme")), 1.7, paired=True),
        Plan(said(N_("Place")), 1.0, paired=True),
    ]
    if hosted:
        plans.append(Plan(said(N_("Host and participants")), 1.3, paired=True))
    if excerpts.edition.guest:
        return plans
    return [
        *plans,
        Plan(said(N_("Responsible")), width=_RESPONSIBLE),
        Plan(said(N_("Vehicle")), width=_VEHICLE),
    ]


def _row(excerpts: Excerpts, item: Facts, hosting: Sequence[Words]) -> TableRow:
    title: Styled = styled(excerpts.text(item, "title") or excerpts.shown(item, "kind"))
    title = muted(title) if item.get("kind") in _CALM else bold(title)
    is_draft = item.get("state") == "draft"
    row: tuple[Words, ...] = (hours(item), title, excerpts.text(item, "place"), *hosting)
    if excerpts.edition.guest:
        # Translators: «در دست هماهنگی» in Persian: not settled yet.
        pending = said(N_("to be confirmed")) if is_draft else Both()
        return (row[0], together((title, muted(pending)), "<br/>"), *row[2:])
    state = said(N_("Not confirmed")) if is_draft else Both()
    note = excerpts.alone(item, "internal_note")
    told = together((title, muted(joined((state, note)))), "<br/>")
    officer = excerpts.record(Officer, item.get("responsible"))
    responsible = excerpts.text(officer, "name") if officer else Both()
    return dashed((row[0], told, *row[2:], responsible, excerpts.shown(item, "vehicle")))


def hours(item: Facts) -> Both:
    """Return from when to when something lasts."""
    ends = [each for each in (item.get("starts"), item.get("ends")) if each]
    return by_language(lambda lang: "–".join(clock.show(each, lang) for each in ends))


def _moves(
    excerpts: Excerpts, file: VisitFile, when: str, flight: str, label: str
) -> dict[date, Words]:
    """Return who arrives, or leaves, on which day: "08:20 TK 875 (7 persons)"."""
    flights: dict[tuple[date, str, str], int] = {}
    for each in _coming(file.members):
        moment = each.get(when)
        if moment is not None:
            local = moment.astimezone(instant.zone())
            key = (local.date(), f"{local:%H:%M}", each.get(flight) or "")
            flights[key] = flights.get(key, 0) + 1
            excerpts.shown(each, when)
    lines: dict[date, list[Both]] = {}
    for (day, time, code), count in sorted(flights.items()):
        persons = counted(N_("({count} person)"), N_("({count} persons)"), count)
        hour = Both(digits.to_persian(time), time)
        lines.setdefault(day, []).append(joined((hour, Both(code, code), persons), " "))
    return {
        day: together((bold(said(label)), muted(joined(found, SEMICOLON))), ": ")
        for day, found in lines.items()
    }


def _diets(excerpts: Excerpts, file: VisitFile) -> list[Band]:
    """Return what stands below every meal: who eats what, for the house alone."""
    has_meal = any(each.get("kind") == "meal" for each in file.programme)
    if excerpts.edition.guest or not has_meal:
        return []
    eaters: dict[Both, list[Both]] = {}
    for each in _coming(file.members):
        person = file.people.get(each.get("person") or "")
        if person is not None and person.get("diet"):
            named = delegate(excerpts, each, file.people).called
            eaters.setdefault(excerpts.shown(person, "diet"), []).append(named)
    told = joined(
        (joined((diet, joined(who, COMMA)), ": ") for diet, who in eaters.items()), SEMICOLON
    )
    return [Band(muted(told), ground="", heads=False)] if told else []


def _coming(members: Iterable[Facts]) -> list[Facts]:
    return [each for each in members if each.get("attendance") not in precedence.AWAY]
