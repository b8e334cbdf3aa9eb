"""The time of day, on a clock of twenty-four hours."""

import re
from datetime import time
from typing import Final

from liaison.errors import UserError
from liaison.i18n import _
from liaison.language.digits import to_ascii, to_persian
from liaison.language.normalise import stored

_CLOCK: Final = re.compile(
    r"(?:ساعت|at)?\s*(\d{1,2})(?:\s*[:.٫]\s*(\d{2})|\s+و\s+(\d{1,2})\s*دقیقه|(\d{2}))?"
    r"\s*(بامداد|صبح|ق\.?\s?ظ\.?|a\.?m\.?"
    r"|ظهر|بعدازظهر|بعد از ظهر|عصر|شب|ب\.?\s?ظ\.?|p\.?m\.?|h|hrs)?",
    re.IGNORECASE,
)
_NOON: Final = 12
_EVENING: Final = 5
_LATER: Final = frozenset({"بظ", "بعدازظهر", "عصر", "ظهر", "pm"})


def read(text: str) -> time:
    """Read 11:35, ۱۱:۳۵, 1135, 11, 3 pm or «ساعت ۹ صبح»; raises UserError for any other."""
    plain = to_ascii(stored(text).replace("\u200c", " "))
    match = _CLOCK.fullmatch(plain)
    if match:
        hour, *minutes, half = match.groups()
        minute = next((int(part) for part in minutes if part), 0)
        try:
            return time(_hour(int(hour), half or ""), minute)
        except ValueError:
            pass  # an hour or a minute that no clock shows
    raise UserError(
        _("“{text}” is not a time; write hours and minutes, such as 09:30 or 16:45.").format(
            text=text.strip()
        )
    )


def _hour(hour: int, half: str) -> int:
    """Give the hour of 24 for an hour and the half of the day it is said to be in."""
    word = re.sub(r"[\W]", "", half).casefold()
    if word in {"", "h", "hrs"}:
        return hour
    # «۸ شب» is in the evening, «۱۲ شب» and «۲ شب» are after midnight.
    later = word in _LATER or (word == "شب" and hour % _NOON >= _EVENING)
    if hour > _NOON and later:
        return hour
    if not 1 <= hour <= _NOON:
        raise ValueError(hour)
    return hour % _NOON + (_NOON if later else 0)


def show(moment: time, lang: str) -> str:
    """Show hours and minutes: «۱۱:۳۵», "11:35"."""
    written = f"{moment.hour:02}:{moment.minute:02}"
    return to_persian(written) if lang == "fa" else written
