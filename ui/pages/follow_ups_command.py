"""What is typed about numbered rows: «ردیف ۷: انجام شد», "3-5: one week later"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from liaison.errors import UserError
from liaison.i18n import LANGUAGES, _, translated
from liaison.language import digits, keys
from liaison.time import jalali
from ui.pages.follow_ups_steps import options_of

_ROWS: Final = re.compile(
    r"\s*(?:ردیف(?:\u200c?های?)?|شماره(?:\u200c?های?)?|rows?|nos?\.?)?\s*"
    r"(?P<numbers>\d{1,5}(?:\s*(?:[-\u2013,،+]|و|تا|and|to)\s*\d{1,5}(?![\d/.]))*)"
    r"(?![\d/.])\s*:?\s*(?P<words>.*)",
    re.IGNORECASE | re.DOTALL,
)
_RANGE: Final = re.compile(r"(\d+)\s*(?:[-\u2013]|تا|to)\s*(\d+)|(\d+)")
_DUE: Final = re.compile(r"\s*(?:تا|مهلت|موعد|until|due|by)\s*:?\s*(?:تا\b)?", re.IGNORECASE)
_NOTE: Final = re.compile(
    r"\s*(?:یادداشت|اقدام|note)\s*:?\s*(?P<text>\S.*)", re.IGNORECASE | re.DOTALL
)
_SPOKEN: Final[Mapping[str, Sequence[str]]] = {
    "done": ("انجام شد", "شد", "تمام", "تمام شد", "انجام", "done", "finished"),
    "under_way": ("در جریان", "در دست اقدام", "آغاز شد", "under way", "in progress", "started"),
    "waiting": ("منتظر", "منتظر پاسخ", "در انتظار", "در انتظار پاسخ", "waiting"),
    "open": ("باز", "باز شد", "دوباره", "open", "open again", "reopen"),
    "cancelled": ("لغو", "لغو شد", "منتفی", "منتفی شد", "cancelled", "cancel"),
    "week": ("یک هفته بعد", "هفته بعد", "یک هفته دیرتر", "one week later", "next week", "week"),
}
_SPOKEN_PRIORITY: Final[Mapping[str, Sequence[str]]] = {
    "low": ("پایین", "کم"),
    "normal": ("عادی", "معمولی"),
    "high": ("بالا", "مهم"),
    "urgent": ("فوری", "اضطراری"),
}
_PRIORITY_WORDS: Final = ("", "اولویت", "priority ")


@dataclass(frozen=True)
class Command:
    """What to do with the rows `numbers`: a step, or a day, a priority or a note for them."""

    numbers: tuple[int, ...]
    step: str = ""
    due_on: date | None = None
    priority: str = ""
    note: str = ""


def read_command(text: str) -> Command:
    """Read a typed line about rows, in either language and with digits of any script.

    Raises UserError saying what is expected where it is no such line.
    """
    found = _ROWS.fullmatch(digits.to_ascii(text).strip())
    if found is None:
        raise UserError(_("Begin with the number of a row, as in “row 7: done”."))
    numbers = _numbers(found["numbers"])
    # The words keep the digits as they were typed: a note is somebody's own text.
    words = text.strip()[found.start("words") :].strip()
    step = _verbs().get(keys.joined(words), "")
    if step.startswith("="):
        return Command(numbers, priority=step[1:])
    if step:
        return Command(numbers, step)
    if note := _NOTE.fullmatch(words):
        return Command(numbers, note=note["text"])
    due_on = _day(words)
    if due_on is None:
        raise UserError(
            _("Say what happened: done, under way, waiting, one week later, a new day, or a note.")
        )
    return Command(numbers, due_on=due_on)


def _numbers(text: str) -> tuple[int, ...]:
    found: dict[int, None] = {}
    for first, last, single in _RANGE.findall(text):
        if single:
            found[int(single)] = None
        else:
            low, high = sorted((int(first), int(last)))
            found.update(dict.fromkeys(range(low, high + 1)))
    return tuple(found)


def _day(words: str) -> date | None:
    try:
        return jalali.read(_DUE.sub("", words, count=1))
    except UserError:
        return None


@cache
def _verbs() -> Mapping[str, str]:
    """Return what each spoken word means, by its joined key; a priority stands after "="."""
    states = options_of("state")
    found = {
        keys.joined(translated(label, lang)): key
        for key, label in states.items()
        for lang in LANGUAGES
    }
    found |= {keys.joined(word): key for key, words in _SPOKEN.items() for word in words}
    priorities = options_of("priority")
    for key, label in priorities.items():
        spoken = [*(translated(label, lang) for lang in LANGUAGES), *_SPOKEN_PRIORITY[key]]
        found |= {
            keys.joined(f"{before} {word}"): f"={key}"
            for before in _PRIORITY_WORDS
            for word in spoken
        }
    return found
