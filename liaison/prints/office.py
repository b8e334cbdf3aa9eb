"""The office that issues a paper: its name, its letterhead, its working days."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from liaison.domain.records.partner import Partner
from liaison.domain.rules.calendar import OfficeCalendar
from liaison.domain.rules.facts import Facts, in_language
from liaison.domain.rules.own_city import own_city
from liaison.i18n import N_
from liaison.pdf.furniture import Letterhead
from liaison.pdf.markup import escape
from liaison.prints.both import COMMA, Both, by_language, figure, joined, plain_day, said, short_day
from liaison.prints.editions import RunLanguages
from liaison.prints.stationery import Stationery
from liaison.storage.archive import Archive
from liaison.storage.working_days import office_calendar
from liaison.time import clock, instant

PAST, FUTURE = timedelta(days=12 * 366), timedelta(days=3 * 366)
"""How far from its day the dates of a paper lie."""

_ENCLOSED = (N_("Enclosure: none"), N_("Enclosure: attached"))


@dataclass(frozen=True)
class Office:
    """Who issues a paper, on which day of which calendar, and on which stationery.

    `revision` counts from 1; a later one stands at the foot with its day.
    """

    name: Both
    unit: Both
    calendar: OfficeCalendar
    today: date
    now: datetime | None = None
    stationery: Stationery = field(default_factory=Stationery)
    revision: int = 1

    @classmethod
    def of(
        cls,
        archive: Archive,
        today: date,
        now: datetime | None = None,
        *,
        stationery: Stationery | None = None,
        revision: int = 1,
    ) -> "Office":
        """Return the office as the settings name it, else as the city flagged as our own.

        `stationery` stands in for what the settings say.
        """
        paper = stationery or Stationery.of(archive)
        return cls(
            paper.office or _named(own_city(archive.rows(Partner, {"is_ours": True}))),
            paper.unit,
            office_calendar(archive, (today - PAST, today + FUTURE)),
            today,
            now,
            paper,
            revision,
        )

    def letterhead(
        self,
        languages: RunLanguages,
        number: Both = Both(),  # noqa: B008 - frozen
        *,
        enclosed: bool | None = None,
    ) -> Letterhead:
        """Return the head of the first page.

        `number` is that of the file the paper belongs to; `enclosed` says whether something goes
        with a letter, None where the paper is none.
        """
        persian = [escape(line) for line in (self.name.fa, self.unit.fa) if line]
        english = [escape(line) for line in (self.name.en, self.unit.en) if line]
        details = [
            Both() if not number else said(N_("No. {number}"), number=number),
            said(N_("Date: {day}"), day=short_day(self.today)),
            Both() if enclosed is None else said(_ENCLOSED[enclosed]),
        ]
        plain = [line.each(escape) for line in details if line]
        words = self.stationery.invocation
        emblem = self.stationery.picture
        if languages == "both":
            line = joined(plain)
            invocation = [each for each in (words.fa, words.en) if each]
            right, left = ([*persian, line.fa], [*english, line.en])
            return Letterhead(right, left, "\n".join(map(escape, invocation)), emblem)
        from_right = languages == "fa"
        return Letterhead(
            persian if from_right else (),
            () if from_right else english,
            escape(words.of(languages)),
            emblem,
            [line.of(languages) for line in plain],
        )

    def imprint(self, languages: RunLanguages) -> list[Both]:
        """Return the lines at the foot: the unit, who made it ready, and the day of printing.

        Each language dates by its own calendar where both stand on the paper, else by both. The
        time of day is given only where the caller knows it, so that a reprint is the same.
        """
        day = plain_day(self.today, dual=languages != "both")
        if self.now:
            local = self.now.astimezone(instant.zone()).time()
            day = joined((day, by_language(lambda lang: clock.show(local, lang))), COMMA)
        printed = said(N_("Printed: {day}"), day=day)
        if self.revision > 1:
            printed = said(N_("Revision {number} – {day}"), number=figure(self.revision), day=day)
        initials = self.stationery.preparer_initials
        prepared = by_language(
            lambda lang: (
                said(N_("Prepared by: {initials}"), initials=initials).of(lang)
                if initials.of(lang)
                else ""
            )
        )
        if languages == "both":
            return [joined((prepared, printed))]
        return [joined((self.unit or self.name, prepared)), printed]

    def signature(self) -> Both:
        """Return who signs: the name on the first line, the title on the second."""
        paper = self.stationery
        return joined((paper.signatory, paper.signatory_title), "\n")


def _named(partner: Facts | None) -> Both:
    if partner is None:
        return Both()
    return by_language(lambda lang: in_language(partner, "name", lang))
