"""Kinds of values in time: days, spans, instants and clock times."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from typing_extensions import override

from liaison.domain.schema.kind import Json, Kind, Stored
from liaison.errors import UserError
from liaison.i18n import _
from liaison.language import digits
from liaison.time import clock, instant, jalali
from liaison.time.span import Span


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
            return date.fromisoformat(str(json))
        except ValueError:
            raise UserError(
                _("A day such as 2026-11-20 is expected here, not “{text}”.").format(text=json)
            ) from None

    @override
    def read(self, text: str) -> date | None:
        return jalali.read(text) if text.strip() else None

    @override
    def shown(self, value: date, lang: str) -> str:
        return jalali.short_date(value, lang)


@dataclass(frozen=True)
class Period(Kind[Span]):
    """A span of days with the words it was written in (records.md: *span*)."""

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
        if not isinstance(json, dict):
            raise UserError(_("A span with “from”, “until” and “text” is expected here."))
        try:
            return Span.from_json(json)
        except (KeyError, TypeError, ValueError):
            raise UserError(_("A span with “from”, “until” and “text” is expected here.")) from None

    @override
    def read(self, text: str) -> Span | None:
        return Span.read(text, allow_wording=True) if text.strip() else None

    @override
    def shown(self, value: Span, lang: str) -> str:
        return value.show(lang)

    @override
    def edit_text(self, value: Span | None, lang: str = "") -> str:
        return "" if value is None else value.text or self.show(value, lang)

    @override
    def words(self, value: Span) -> str:
        return value.text


@dataclass(frozen=True)
class Instant(Kind[datetime]):
    """A moment, kept in UTC, shown and typed in the office's time zone."""

    @override
    def store(self, value: datetime) -> Stored:
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    @override
    def load(self, stored: Stored) -> datetime:
        return datetime.fromisoformat(str(stored))

    @override
    def from_json(self, json: Json) -> datetime | None:
        try:
            value = datetime.fromisoformat(str(json))
        except ValueError:
            value = None
        if value is None or value.tzinfo is None:
            raise UserError(
                _("A moment such as 2026-11-20T08:30:00Z is expected here, not “{text}”.").format(
                    text=json
                )
            )
        return value.astimezone(UTC)

    @override
    def read(self, text: str) -> datetime | None:
        return instant.read(text) if text.strip() else None

    @override
    def shown(self, value: datetime, lang: str) -> str:
        return instant.shown(value, lang)


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
        return clock.read(str(json))

    @override
    def read(self, text: str) -> time | None:
        return clock.read(text) if text.strip() else None

    @override
    def shown(self, value: time, lang: str) -> str:
        written = value.strftime("%H:%M")
        return digits.to_persian(written) if lang == "fa" else written
