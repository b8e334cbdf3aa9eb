"""Kinds of values in time: days, spans, instants and clock times."""

import json
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from typing_extensions import override

from liaison.domain.schema.kind import Json, Kind, Stored
from liaison.errors import UserError
from liaison.i18n import _, language
from liaison.language import normalise
from liaison.time import clock, instant, jalali, span
from liaison.time.span import Span

_PARTS = frozenset({"from", "until", "text"})
_DAYS_AND_WORDS = re.compile(r"([^«]*?)\s*«(.+)»", re.DOTALL)


@dataclass(frozen=True)
class Day(Kind[date]):
    """One calendar day, kept as ISO Gregorian, shown and typed in either calendar."""

    @override
    def store(self, value: date) -> Stored:
        return value.isoformat()

    @override
    def load(self, stored: Stored) -> date:
        return date.fromisoformat(str(stored))

    @override
    def from_json(self, json: Json) -> date | None:
        try:
            value = date.fromisoformat(json if isinstance(json, str) else "")
        except ValueError:
            value = None
        if value is None or value.isoformat() != json:
            raise UserError(
                _("A day such as 2026-11-20 is expected here, not “{text}”.").format(text=json)
            )
        return value

    @override
    def read(self, text: str) -> date | None:
        return jalali.read(text) if text.strip() else None

    @override
    def shown(self, value: date, lang: str) -> str:
        return jalali.short_date(value, lang)


@dataclass(frozen=True)
class Period(Kind[Span]):
    """A span of days with the words it was written in.

    Where the words alone do not tell the days, both are written: ۱۴۰۰/۰۷/۰۱ – ۱۴۰۰/۰۹/۳۰ «پاییز
    سال گذشته».
    """

    @override
    def store(self, value: Span) -> Stored:
        return json.dumps(value.to_json(), ensure_ascii=False)

    @override
    def load(self, stored: Stored) -> Span:
        return Span.from_json(json.loads(str(stored)))

    @override
    def to_json(self, value: Span) -> Json:
        return dict(value.to_json())

    @override
    def from_json(self, json: Json) -> Span | None:
        parts: dict[str, str | None] = {}
        for key, part in json.items() if isinstance(json, dict) else [("", None)]:
            if key not in _PARTS or not isinstance(part, str | None):
                raise UserError(_("A span with “from”, “until” and “text” is expected here."))
            parts[key] = normalise.stored(part) if part else None
        return Span.from_json(parts) if any(parts.values()) else None

    @override
    def read(self, text: str) -> Span | None:
        both = _DAYS_AND_WORDS.fullmatch(text.strip())
        if both:
            try:
                days = span.read(both[1]) if both[1] else Span()
            except UserError:
                pass  # the marks belong to the words themselves
            else:
                return Span(days.since, days.until, normalise.stored(both[2]))
        return span.read(text, allow_wording=True) if text.strip() else None

    @override
    def shown(self, value: Span, lang: str) -> str:
        return span.show(value, lang)

    @override
    def edit_text(self, value: Span | None, lang: str = "") -> str:
        if value is None:
            return ""
        if value.text and self.read(value.text) == value:
            return value.text
        days = _days(value, lang or language())
        return f"{days} «{value.text}»".strip() if value.text else days

    @override
    def words(self, value: Span) -> str:
        return value.text


def _days(value: Span, lang: str) -> str:
    """Write the first and the last day in full, in a form that is read back as it is."""
    since, until = (each and jalali.short_date(each, lang) for each in (value.since, value.until))
    if since and until:
        return since if since == until else f"{since} – {until}"
    before, after = ("از", "تا") if lang == "fa" else ("since", "until")
    return f"{before} {since}" if since else f"{after} {until}" if until else ""


@dataclass(frozen=True)
class Instant(Kind[datetime]):
    """A moment, kept in UTC, shown and typed in the office's time zone."""

    @override
    def store(self, value: datetime) -> Stored:
        utc = value.astimezone(UTC).replace(microsecond=0, tzinfo=None)
        return f"{utc.isoformat()}Z"  # strftime would lose the zeros of a year before 1000

    @override
    def load(self, stored: Stored) -> datetime:
        return datetime.fromisoformat(str(stored))

    @override
    def from_json(self, json: Json) -> datetime | None:
        try:
            value = datetime.fromisoformat(str(json))
            if value.tzinfo is not None:
                return value.astimezone(UTC).replace(microsecond=0)
        except (ValueError, OverflowError):
            pass
        raise UserError(
            _("A moment such as 2026-11-20T08:30:00Z is expected here, not “{text}”.").format(
                text=json
            )
        )

    @override
    def read(self, text: str) -> datetime | None:
        return instant.read(text, instant.zone()) if text.strip() else None

    @override
    def shown(self, value: datetime, lang: str) -> str:
        return instant.shown(value, instant.zone(), lang)


@dataclass(frozen=True)
class Clock(Kind[time]):
    """A time of day to the minute, in 24 hours."""

    @override
    def store(self, value: time) -> Stored:
        return value.strftime("%H:%M")

    @override
    def load(self, stored: Stored) -> time:
        return time.fromisoformat(str(stored))

    @override
    def from_json(self, json: Json) -> time | None:
        if not isinstance(json, str):
            raise UserError(_("A time such as 09:30 is expected here."))
        return clock.read(json)

    @override
    def read(self, text: str) -> time | None:
        return clock.read(text) if text.strip() else None

    @override
    def shown(self, value: time, lang: str) -> str:
        return clock.show(value, lang)
