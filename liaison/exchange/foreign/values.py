"""Cells become values of fields: surely, with a question, or not at all, never by a guess."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any, Final

from liaison.domain.schema import (
    AnyKind,
    Choice,
    Choices,
    Country,
    Day,
    Email,
    Field,
    Flag,
    Instant,
    Line,
    Period,
    Phone,
    Text,
)
from liaison.errors import UserError
from liaison.exchange.foreign.choices import (
    country_of,
    near_countries,
    near_options,
    option_of,
    truth_of,
)
from liaison.exchange.foreign.old_dates import possible_days
from liaison.exchange.foreign.tables import Cell
from liaison.i18n import N_, _, language
from liaison.language import phones
from liaison.language.digits import to_ascii
from liaison.language.listing import comma
from liaison.language.normalise import stored
from liaison.language.suspects import suspects
from liaison.time import instant
from liaison.time.span import Span

_SEVERAL: Final = re.compile(r"\s*[/\\,،؛;\n]\s*|\s+(?:و|یا|or|and)\s+")
_EXTENSION: Final = re.compile(
    r"\s*[,،(]?\s*(?:داخلی|ext\.?|extension|[x#])[\s.:]*\d+\)?\s*$", re.IGNORECASE
)
_MAILTO: Final = re.compile(r"^\s*(?:mailto:|<)\s*|>\s*$", re.IGNORECASE)
_GUARD: Final = re.compile("^'(?=[\u2066-\u2069\u200e\u200f]*[=+\\-@])")
"""What programs put before a text that must not be taken for a formula."""
_HOME: Final = re.compile(r"98\d{10}")
_AMBIGUOUS: Final = N_("“{text}” may be one of several days.")
_SEVERAL_NUMBERS: Final = N_("“{text}” holds more than one number; choose the one to keep.")
_SEVERAL_ADDRESSES: Final = N_("“{text}” holds more than one address; choose the one to keep.")
_NEAR: Final = N_("“{text}” is not in the list; it may be meant otherwise.")
_READ_AS: Final = N_("“{text}” was read as {value}, like the whole years of its column.")
_SUSPECT: Final = N_("“{words}” may be a word that a broken file has left behind.")


@dataclass(frozen=True)
class Reading:
    """What became of a cell: a value, or a question with what it could be, and remarks."""

    value: Any = None
    question: str = ""
    offers: tuple[Any, ...] = ()
    remarks: tuple[str, ...] = ()


NOTHING: Final = Reading()


def text_of(cell: Cell) -> str:
    """Return the text of a cell as a person would have typed it, "" for an empty one."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, datetime):
        return cell.isoformat(timespec="minutes")
    return cell.isoformat() if isinstance(cell, date) else _GUARD.sub("", str(cell))


def read_value(
    cell: Cell, described: Field, where: str = "", calendars: frozenset[str] = frozenset()
) -> Reading:
    """Return what a cell says of a field; `where` names the field as "relation.kind".

    `calendars` are those of the whole years that stand in the column.
    """
    text = text_of(cell)
    text = stored(text) if isinstance(cell, str) else text
    if not text.strip():
        return NOTHING
    kind = described.kind
    reader = next((read for of, read in _READERS.items() if isinstance(kind, of)), None)
    try:
        if reader:
            return reader(kind, text, where, calendars)
        value = kind.read(text)
    except UserError as error:
        return Reading(question=error.message)
    words = suspects(text) if isinstance(kind, Line | Text) else []
    remarks = (_(_SUSPECT).format(words=comma(language()).join(words)),) if words else ()
    return Reading(value, remarks=remarks)


def _day(kind: AnyKind, text: str, _where: str, calendars: frozenset[str]) -> Reading:
    if days := possible_days(text, calendars):
        return _one_of_days(kind, text, days, calendars)
    return Reading(kind.read(text.split("T", maxsplit=1)[0] if _is_moment(text) else text))


def _one_of_days(
    kind: AnyKind, text: str, values: tuple[Any, ...], calendars: frozenset[str]
) -> Reading:
    if len(values) == 1 and len(calendars) == 1:
        said = _(_READ_AS).format(text=text, value=kind.show(values[0]))
        return Reading(values[0], remarks=(said,))
    return Reading(question=_(_AMBIGUOUS).format(text=text), offers=values)


def _period(kind: AnyKind, text: str, _where: str, calendars: frozenset[str]) -> Reading:
    if days := possible_days(text, calendars):
        return _one_of_days(kind, text, tuple(Span(day, day, text) for day in days), calendars)
    value = kind.read(text.split("T", maxsplit=1)[0] if _is_moment(text) else text)
    if isinstance(value, Span) and value.since is None and value.until is None:
        if re.search(r"\d", to_ascii(value.text)):
            return Reading(question=_unread_days(text), offers=(value,))
        return Reading(value)
    return Reading(value)


def _unread_days(text: str) -> str:
    return _("The days of “{text}” cannot be told; its words alone can be kept.").format(text=text)


def _moment(kind: AnyKind, text: str, _where: str, calendars: frozenset[str]) -> Reading:
    if _is_moment(text):
        return Reading(instant.read(text, instant.zone()))
    try:
        return Reading(kind.read(text))
    except UserError as error:
        days = possible_days(text, calendars) or _whole_day(text)
        offers = tuple(instant.read(f"{day.isoformat()}T00:00", instant.zone()) for day in days)
        return Reading(question=error.message, offers=offers)


def _whole_day(text: str) -> tuple[date, ...]:
    try:
        found = Day().read(text)
    except UserError:
        return ()
    return (found,) if found else ()


def _is_moment(text: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d\S*", text))


def _phone(kind: AnyKind, text: str, _where: str, _calendars: frozenset[str]) -> Reading:
    try:
        return Reading(kind.read(text))
    except UserError as error:
        found = numbers_in(text)
        sentence = _(_SEVERAL_NUMBERS).format(text=text) if len(found) > 1 else error.message
        return Reading(question=sentence, offers=found)


def numbers_in(text: str) -> tuple[str, ...]:
    """Return the numbers in E.164 that a cell may hold, extensions left out."""
    found = []
    for part in [text, *_SEVERAL.split(text)]:
        plain = _EXTENSION.sub("", part).strip()
        home = _HOME.fullmatch(re.sub(r"[\s()\-]", "", to_ascii(plain)))
        try:
            found.append(phones.e164(f"+{home[0]}" if home else plain))
        except UserError:
            continue
    return tuple(dict.fromkeys(found))


def _email(kind: AnyKind, text: str, _where: str, _calendars: frozenset[str]) -> Reading:
    plain = _MAILTO.sub("", text).strip()
    parts = [part for part in re.split(r"[;,،؛\s]+", plain) if part]
    if len(parts) < 2:  # noqa: PLR2004 - one address alone
        return Reading(kind.read(plain))
    return Reading(
        question=_(_SEVERAL_ADDRESSES).format(text=text),
        offers=tuple(part for part in parts if "@" in part),
    )


def _choice(kind: AnyKind, text: str, where: str, _calendars: frozenset[str]) -> Reading:
    options = getattr(kind, "options", {})
    if found := option_of(options, text, where):
        return Reading((found,) if isinstance(kind, Choices) else found)
    if isinstance(kind, Choices):
        return Reading(kind.read(text))
    return _in_list(text, near_options(options, text, where), partial(kind.read, text))


def _country(kind: AnyKind, text: str, _where: str, _calendars: frozenset[str]) -> Reading:
    if found := country_of(text):
        return Reading(found)
    return _in_list(text, near_countries(text), partial(kind.read, text))


def _in_list(text: str, near: tuple[str, ...], read: Callable[[], Any]) -> Reading:
    """Ask where something near is known; else say what is expected."""
    if near:
        return Reading(question=_(_NEAR).format(text=text), offers=near)
    return Reading(read())


def _flag(kind: AnyKind, text: str, _where: str, _calendars: frozenset[str]) -> Reading:
    found = truth_of(text)
    return Reading(kind.read(text) if found is None else found)


_Reader = Callable[[AnyKind, str, str, frozenset[str]], Reading]
_READERS: Final[Mapping[type[AnyKind], _Reader]] = {
    Day: _day,
    Period: _period,
    Instant: _moment,
    Phone: _phone,
    Email: _email,
    Choice: _choice,
    Choices: _choice,
    Country: _country,
    Flag: _flag,
}
