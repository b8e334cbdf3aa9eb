"""Moments kept in UTC, entered and shown in the office's own time."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from liaison.errors import UserError
from liaison.i18n import _
from liaison.language.normalise import stored
from liaison.time import clock, jalali

OFFICE_ZONE: Final = "Asia/Tehran"
# Iran has kept this offset all year since 2022; it stands in where no zone table is installed.
_TEHRAN: Final = timezone(timedelta(hours=3, minutes=30), "Tehran")

_ISO: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:?\d\d.*")
_CLOCK_FIRST: Final = re.compile(r"(?:ساعت\s*)?([\d]{1,2}\s*:\s*\d\d)\s*[,،]?\s*(?:روز)?\s+(.+)")
_CLOCK_LAST: Final = re.compile(
    r"(.+?)\s*(?:[,،]\s*|\s)(?:ساعت\s*|at\s*)?([\d]{1,2}\s*:\s*\d\d.*|(?<=ساعت )\d{1,2}.*)"
)


def zone(name: str = OFFICE_ZONE) -> tzinfo:
    """Give a time zone by its name in the zone table; raises UserError for an unknown one."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as fault:
        if name == OFFICE_ZONE:
            return _TEHRAN
        raise UserError(
            _("There is no time zone “{name}”; write one such as Asia/Tehran.").format(name=name)
        ) from fault


def shown(instant: datetime, zone: tzinfo, lang: str) -> str:
    """Show a moment in local time: «۱۴۰۴/۰۸/۲۹ ساعت ۱۱:۳۵», "20 Nov 2025, 11:35".

    `instant` is aware, or in UTC where it carries no zone.
    """
    local = _aware(instant).astimezone(zone)
    between = " ساعت " if lang == "fa" else ", "
    return jalali.short_date(local.date(), lang) + between + clock.show(local.time(), lang)


def read(text: str, zone: tzinfo) -> datetime:
    """Read a date with a time of day in `zone` and give the moment in UTC.

    Takes any date of `jalali.read` before or after a time, and ISO 8601 with its own offset.
    Raises UserError where either is missing, or the clocks skipped that hour.
    """
    kept = stored(text)
    if _ISO.fullmatch(kept):
        try:
            given = datetime.fromisoformat(kept)
        except ValueError as fault:
            raise _incomplete(kept) from fault
        return (given if given.tzinfo else _local(given, zone)).astimezone(UTC)
    last, first = _CLOCK_LAST.fullmatch(kept), _CLOCK_FIRST.fullmatch(kept)
    if first:
        hour, day = first.groups()
    elif last:
        day, hour = last.groups()
    else:
        raise _incomplete(kept)
    moment = datetime.combine(jalali.read(day), clock.read(hour))
    return _local(moment, zone).astimezone(UTC)


def _local(moment: datetime, zone: tzinfo) -> datetime:
    """Place a moment in its zone; refuse an hour that was skipped there."""
    placed = moment.replace(tzinfo=zone)
    if placed.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != moment:
        raise UserError(
            _("The clocks went forward on that day, so this hour does not exist; check the time.")
        )
    return placed


def _aware(instant: datetime) -> datetime:
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)


def _incomplete(text: str) -> UserError:
    return UserError(
        _("“{text}” is not a date with a time; write it like 1404/08/29 11:35.").format(text=text)
    )
