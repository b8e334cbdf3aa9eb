"""Kinds of values picked from closed lists, and plain figures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from typing_extensions import override

from liaison.domain.schema.kind import Json, Kind, Several, Stored, Verbatim
from liaison.errors import UserError
from liaison.i18n import N_, _, language, translated
from liaison.language import digits
from liaison.language.countries import country_names
from liaison.language.listing import comma

Options = Mapping[str, str]
_YES, _NO = N_("Yes"), N_("No")


def _expected(options: Options) -> str:
    return _("One of these is expected: {options}.").format(
        options=comma(language()).join(f"{_(label)} ({key})" for key, label in options.items())
    )


def _option(text: str, options: Options) -> str:
    """Return the key that `text` names, by key or by label in either language."""
    wanted = text.strip()
    if wanted in options:
        return wanted
    for key, label in options.items():
        if wanted in (translated(label, "fa"), translated(label, "en")):
            return key
    raise UserError(_expected(options))


@dataclass(frozen=True, eq=False)  # a list of options is itself alone: hashed by identity
class Choice(Verbatim):
    """One of a few named values; `options` gives each key its label."""

    options: Options

    @override
    def from_json(self, json: Json) -> str | None:
        if not isinstance(json, str) or json not in self.options:
            raise UserError(_expected(self.options))
        return json

    @override
    def read(self, text: str) -> str | None:
        return _option(text, self.options) if text.strip() else None

    @override
    def shown(self, value: str, lang: str) -> str:
        return translated(self.options[value], lang) if value in self.options else value


@dataclass(frozen=True, eq=False)  # a list of options is itself alone: hashed by identity
class Choices(Several):
    """Several of a closed list, in the list's own order."""

    options: Options

    @override
    def from_json(self, json: Json) -> tuple[str, ...] | None:
        chosen = json if isinstance(json, list) else [json]
        keys = [each for each in chosen if isinstance(each, str) and each in self.options]
        if chosen is not json or keys != chosen:
            raise UserError(_expected(self.options))
        return self._ordered(keys)

    @override
    def read(self, text: str) -> tuple[str, ...] | None:
        parts = text.replace("،", ",").split(",")
        return self._ordered(_option(part, self.options) for part in parts if part.strip())

    @override
    def shown(self, value: tuple[str, ...], lang: str) -> str:
        labels = [translated(self.options.get(each, each), lang) for each in value]
        return comma(lang).join(labels)

    def _ordered(self, keys: Iterable[str]) -> tuple[str, ...] | None:
        chosen = set(keys)
        return tuple(key for key in self.options if key in chosen) or None


@dataclass(frozen=True)
class Number(Kind[int]):
    """A whole number; `lowest` and `highest`, where given, bound it."""

    sql: ClassVar[Literal["text", "integer"]] = "integer"
    lowest: int | None = None
    highest: int | None = None

    @override
    def store(self, value: int) -> Stored:
        return value

    @override
    def load(self, stored: Stored) -> int:
        return int(stored)

    @override
    def from_json(self, json: Json) -> int | None:
        if not isinstance(json, int) or isinstance(json, bool):
            raise UserError(_("A whole number is expected here."))
        return self._bounded(json)

    @override
    def read(self, text: str) -> int | None:
        if not text.strip():
            return None
        exact = digits.read_number(text)
        if exact != exact.to_integral_value():
            raise UserError(_("“{text}” is not a whole number.").format(text=text.strip()))
        return self._bounded(int(exact))

    @override
    def shown(self, value: int, lang: str) -> str:
        return digits.number(value, lang)

    @override
    def edit_text(self, value: int | None, lang: str = "") -> str:
        if value is None:
            return ""
        return digits.to_persian(str(value)) if lang == "fa" else str(value)

    def _bounded(self, value: int) -> int:
        low = self.lowest if self.lowest is not None else -(2**62)
        high = self.highest if self.highest is not None else 2**62
        if not low <= value <= high:
            raise UserError(
                _("A number from {low} to {high} is expected here.").format(low=low, high=high)
            )
        return value


@dataclass(frozen=True)
class Flag(Kind[bool]):
    """Yes or no."""

    sql: ClassVar[Literal["text", "integer"]] = "integer"

    @override
    def store(self, value: bool) -> Stored:
        return int(value)

    @override
    def load(self, stored: Stored) -> bool:
        return bool(stored)

    @override
    def to_json(self, value: bool) -> Json:
        return value

    @override
    def from_json(self, json: Json) -> bool | None:
        if not isinstance(json, bool):
            raise UserError(_("Yes (true) or no (false) is expected here."))
        return json

    @override
    def read(self, text: str) -> bool | None:
        wanted = text.strip()
        for value, label in ((True, _YES), (False, _NO)):
            if wanted in (translated(label, "fa"), label, str(value).lower(), str(int(value))):
                return value
        if wanted:
            raise UserError(_("Yes or no is expected here."))
        return None

    @override
    def shown(self, value: bool, lang: str) -> str:
        return translated(_YES if value else _NO, lang)


@dataclass(frozen=True)
class Country(Verbatim):
    """A country by its ISO 3166 alpha-2 code; names as Babel's CLDR gives them."""

    @override
    def from_json(self, json: Json) -> str | None:
        if not isinstance(json, str) or json not in country_names("en"):
            raise UserError(_("A two-letter country code such as TR is expected here."))
        return json

    @override
    def read(self, text: str) -> str | None:
        wanted = text.strip()
        if not wanted or wanted.upper() in country_names("en"):
            return wanted.upper() or None
        for lang in ("fa", "en"):
            for code, name in country_names(lang).items():
                if name.casefold() == wanted.casefold():
                    return code
        raise UserError(_("“{text}” is not the name of a country.").format(text=wanted))

    @override
    def shown(self, value: str, lang: str) -> str:
        return country_names(lang).get(value, value)

    @override
    def words(self, value: str) -> str:
        return "\n".join(country_names(lang).get(value, value) for lang in ("fa", "en"))
