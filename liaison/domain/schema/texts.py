"""Kinds of written values: lines, texts, tags, addresses of the electronic sort."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Literal

from typing_extensions import override

from liaison.domain.schema.kind import Json, Several, Verbatim
from liaison.errors import UserError
from liaison.i18n import _
from liaison.language import digits, normalise, phones
from liaison.language.listing import comma
from liaison.language.tongues import language_name

Language = Literal["fa", "en", ""]
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_URL = re.compile(r"(?:https?://)?[^\s/]+\.[^\s/]{2,}(?:/\S*)?", re.IGNORECASE)
_COMMA = re.compile("[,،]")
_STRONG = re.compile(r"[;؛\n]")


def _text(json: Json) -> str:
    if not isinstance(json, str):
        raise UserError(_("Text is expected here."))
    return json


def one_line(text: str) -> str:
    """Return `text` in the spelling it is stored in, on one line."""
    return " ".join(filter(None, normalise.stored(text).split("\n")))


class Written(Verbatim):
    """A text that somebody wrote, kept as it is and found by its words."""

    @override
    def from_json(self, json: Json) -> str | None:
        return self.read(_text(json))

    @override
    def words(self, value: str) -> str:
        return value


@dataclass(frozen=True)
class Line(Written):
    """One line of text, in a language of its own where `language` says so.

    A `proper` one, such as an abbreviation, is a name that no language translates.
    """

    collated: ClassVar[bool] = True
    language: Language = ""
    proper: bool = False

    @override
    def read(self, text: str) -> str | None:
        return one_line(text) or None


@dataclass(frozen=True)
class Tongue(Line):
    """The name of a language; whatever it was written in, each reader is shown its own."""

    proper: bool = True

    @override
    def shown(self, value: str, lang: str) -> str:
        return language_name(value, lang)


@dataclass(frozen=True)
class Text(Written):
    """Many lines of text; blank lines part its paragraphs."""

    language: Language = ""

    @override
    def read(self, text: str) -> str | None:
        lines = [normalise.stored(line) for line in text.splitlines()]
        return "\n".join(lines).strip() or None


@dataclass(frozen=True)
class Code(Written):
    """A code or document number: digits are kept as ASCII and shown in the reader's digits.

    A `latin` code, such as a flight or a passport number, is shown as it is in every language.
    """

    collated: ClassVar[bool] = True
    latin: bool = False

    @override
    def read(self, text: str) -> str | None:
        return digits.to_ascii(one_line(text)) or None

    @override
    def shown(self, value: str, lang: str) -> str:
        return digits.in_persian(value) if lang == "fa" and not self.latin else value


@dataclass(frozen=True)
class VisitNumber(Code):
    """The number of a visit, 1405-V-048: in Persian its V is «و», as in ۱۴۰۵-و-۰۴۸."""

    @override
    def read(self, text: str) -> str | None:
        number = super().read(text)
        return number and re.sub(r"-[وvV]-", "-V-", number)

    @override
    def shown(self, value: str, lang: str) -> str:
        return super().shown(value.replace("-V-", "-و-") if lang == "fa" else value, lang)


@dataclass(frozen=True)
class Phone(Written):
    """A telephone number, kept in E.164."""

    @override
    def read(self, text: str) -> str | None:
        return phones.e164(text) if text.strip() else None

    @override
    def shown(self, value: str, lang: str) -> str:
        return phones.shown(value, lang)


@dataclass(frozen=True)
class Email(Written):
    """An e-mail address."""

    @override
    def read(self, text: str) -> str | None:
        address = text.strip()
        if address and not _EMAIL.fullmatch(address):
            raise UserError(_("“{text}” is not an e-mail address.").format(text=address))
        return address or None


@dataclass(frozen=True)
class Url(Written):
    """The address of a web page."""

    @override
    def read(self, text: str) -> str | None:
        address = text.strip()
        if address and not _URL.fullmatch(address):
            raise UserError(_("“{text}” is not a web address.").format(text=address))
        return address or None


@dataclass(frozen=True)
class Tags(Several):
    """Free words, in the order they were given, parted by commas.

    Words that hold a comma themselves are parted by semicolons or lines.
    """

    @override
    def from_json(self, json: Json) -> tuple[str, ...] | None:
        if not isinstance(json, list):
            raise UserError(_("A list of words is expected here."))
        return self._kept(
            part for word in json for part in _STRONG.split(normalise.stored(_text(word)))
        )

    @override
    def read(self, text: str) -> tuple[str, ...] | None:
        plain = normalise.stored(text)
        return self._kept((_STRONG if _STRONG.search(plain) else _COMMA).split(plain))

    @override
    def shown(self, value: tuple[str, ...], lang: str) -> str:
        return comma(lang).join(value)

    @override
    def edit_text(self, value: tuple[str, ...] | None, lang: str = "") -> str:
        if value and any(_COMMA.search(word) for word in value):
            return "".join(f"{word}؛ " for word in value).strip()
        return self.show(value, lang)

    @override
    def words(self, value: tuple[str, ...]) -> str:
        return "\n".join(value)

    @staticmethod
    def _kept(words: Iterable[str]) -> tuple[str, ...] | None:
        kept = dict.fromkeys(normalise.stored(word) for word in words)
        kept.pop("", None)
        return tuple(kept) or None


@dataclass(frozen=True)
class Tongues(Tags):
    """Names of languages, each shown in the reader's own."""

    @override
    def shown(self, value: tuple[str, ...], lang: str) -> str:
        return comma(lang).join(language_name(each, lang) for each in value)
