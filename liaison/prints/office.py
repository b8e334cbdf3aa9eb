"""The office that issues a paper: its name, its letterhead, its working days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from liaison.domain.records.partner import Partner
from liaison.domain.rules.calendar import OfficeCalendar
from liaison.domain.rules.facts import Facts, in_language
from liaison.i18n import N_
from liaison.pdf.furniture import Letterhead
from liaison.pdf.markup import escape
from liaison.prints.both import COMMA, Both, by_language, joined, plain_day, said, short_day
from liaison.prints.editions import Languages
from liaison.storage.archive import Archive
from liaison.storage.working_days import office_calendar
from liaison.time import clock, instant

PAST, FUTURE = timedelta(days=12 * 366), timedelta(days=3 * 366)
"""How far from its day the dates of a paper lie."""

_OWN_KINDS = ("municipality", "city")
_INVOCATION = "بسمه تعالی"


@dataclass(frozen=True)
class Office:
    """Who issues a paper, and on which day of which calendar."""

    name: Both
    unit: Both
    calendar: OfficeCalendar
    today: date
    now: datetime | None = None

    @classmethod
    def of(cls, archive: Archive, today: date, now: datetime | None = None) -> "Office":
        """Return the office as the settings name it, else as the city flagged as our own."""
        name = _set(archive, "office")
        return cls(
            name or _named(own_city(archive.rows(Partner, {"is_ours": True}))),
            _set(archive, "unit"),
            office_calendar(archive, (today - PAST, today + FUTURE)),
            today,
            now,
        )

    def letterhead(self, languages: Languages, number: Both = Both()) -> Letterhead:  # noqa: B008 - frozen
        """Return the head of the first page; `number` is that of the file the paper belongs to."""
        persian = [self.name.fa, self.unit.fa]
        english = [self.name.en, self.unit.en]
        reference = joined((_reference(number), said(N_("Date: {day}"), day=short_day(self.today))))
        sides = {
            "fa": (persian, ["", reference.fa]),
            "en": (["", reference.en], english),
            "both": ([*persian, reference.fa], [*english, reference.en]),
        }
        right, left = ([escape(line) for line in side] for side in sides[languages])
        return Letterhead(right, left, "" if languages == "en" else _INVOCATION)

    def imprint(self, languages: Languages) -> list[Both]:
        """Return the lines at the foot: the unit, and the day of printing.

        Each language dates by its own calendar where both stand on the paper, else by both. The
        time of day is given only where the caller knows it, so that a reprint is the same.
        """
        day = plain_day(self.today, dual=languages != "both")
        if self.now:
            local = self.now.astimezone(instant.zone()).time()
            day = joined((day, by_language(lambda lang: clock.show(local, lang))), COMMA)
        printed = said(N_("Printed: {day}"), day=day)
        return [printed] if languages == "both" else [self.unit or self.name, printed]


def own_city(ours: Iterable[Facts]) -> Facts | None:
    """Return our city or municipality among the bodies that are ours; None for none."""
    return min(ours, key=_preference, default=None)


def _set(archive: Archive, key: str) -> Both:
    return by_language(lambda lang: str(archive.settings.get(f"{key}_{lang}", "") or ""))


def _named(partner: Facts | None) -> Both:
    if partner is None:
        return Both()
    return by_language(lambda lang: in_language(partner, "name", lang))


def _preference(partner: Facts) -> tuple[int, str]:
    kind = partner.get("kind")
    place = _OWN_KINDS.index(kind) if kind in _OWN_KINDS else len(_OWN_KINDS)
    return place, partner.uid


def _reference(number: Both) -> Both:
    if not number:
        return Both()
    return said(N_("No. {number}"), number=number)
