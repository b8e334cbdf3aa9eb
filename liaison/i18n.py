"""Translation: English message ids, marked early and translated late.

The window and the command line speak one language at a time (`install`, `_`); prints speak two
at once, so every text can also be asked for in a named language (`translated`).
"""

import gettext
import logging
import re
import struct
from contextlib import suppress
from functools import cache
from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import Final

FOLDER: Final = Path(__file__).resolve().parent.parent / "translations"
LANGUAGES: Final = ("fa", "en")
DOMAIN: Final = "liaison"
LARGEST: Final = 4 << 20
"""Bytes of the largest catalogue that is read."""

_TAG: Final = re.compile("<[^>]*>?")
_BAD_RULE: Final = (ArithmeticError, LookupError, RecursionError, TypeError, ValueError)
"""What a catalogue's own rule for plurals may raise where it is none."""
_UNREADABLE: Final = (*_BAD_RULE, AttributeError, EOFError, OSError, SyntaxError, struct.error)
"""What a file raises that is no catalogue."""
_log = logging.getLogger("liaison.i18n")


class _Chosen:
    """The language the program speaks; the one thing here that changes."""

    language = "fa"


def install(language: str) -> None:
    """Speak `language` ("fa" or "en") from now on; raises ValueError for any other."""
    if language not in LANGUAGES:
        raise ValueError(language)
    _Chosen.language = language


def language() -> str:
    """Return the language in use, "fa" or "en"."""
    return _Chosen.language


def _(message: str) -> str:
    """Translate `message` into the language in use."""
    return _catalogue(_Chosen.language).gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """Translate a message that counts `number` things into the language in use."""
    return _catalogue(_Chosen.language).ngettext(singular, plural, number)


def translated(message: str, language: str) -> str:
    """Translate `message` into `language`, whichever is in use."""
    return _catalogue(language).gettext(message)


def N_(message: str) -> str:  # noqa: N802 - the name extraction tools look for
    """Mark `message` for translation; whoever shows it translates."""
    return message


class _Careful(gettext.NullTranslations):
    """A catalogue in which a translation that could do harm gives way to the English text."""

    def __init__(self, inner: gettext.NullTranslations) -> None:
        super().__init__()
        self._inner = inner
        self._known: dict[str, str] = {}

    def gettext(self, message: str) -> str:
        """Return the translation of `message`."""
        found = self._known.get(message)
        if found is None:
            with suppress(*_BAD_RULE):
                found = harmless(self._inner.gettext(message), message)
            found = self._known[message] = found or message
        return found

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the translation that goes with the number `n`."""
        english = super().ngettext(msgid1, msgid2, n)
        with suppress(*_BAD_RULE):
            translation = self._inner.ngettext(msgid1, msgid2, n)
            # One thing may be counted in words in English, and in figures elsewhere.
            if harmless(translation, msgid2) == translation:
                return translation
        return english


def harmless(translation: str, message: str) -> str:
    """Return `translation`, or `message` where it asks for more than that: values, marks, room.

    A placeholder may look into what fills it, and a mark such as <img> may name a file.
    """
    plain = "{" not in translation and "<" not in translation and "}" not in translation
    if len(translation) > 8 * len(message) + 200:
        return message
    if plain or (
        _fields(translation) <= _fields(message)
        and set(_TAG.findall(translation)) <= set(_TAG.findall(message))
    ):
        return translation
    return message


def _fields(text: str) -> set[tuple[str | None, ...]]:
    """Return the placeholders of a text; one that is none is told by itself."""
    try:
        return {each[1:] for each in Formatter().parse(text) if each[1] is not None}
    except ValueError:
        return {(text,)}


def _translations(language: str) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()  # message ids are the English text
    compiled = FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    source = compiled.with_suffix(".po")
    for read, path in ((_from_compiled, compiled), (_from_source, source)):
        try:
            if path is source or _is_current(compiled, source):
                return _Careful(read(path))
        except _UNREADABLE as fault:  # whatever is wrong with it, the program starts
            _log.info("The catalogue %s cannot be read: %r", path.name, type(fault))
    return gettext.NullTranslations()


def _is_current(compiled: Path, source: Path) -> bool:
    if not compiled.exists():
        return False
    return not source.exists() or compiled.stat().st_mtime >= source.stat().st_mtime


def _from_compiled(compiled: Path) -> gettext.NullTranslations:
    _refuse_large(compiled)
    with compiled.open("rb") as file:
        return gettext.GNUTranslations(file)


def _refuse_large(path: Path) -> None:
    if not path.is_file() or path.stat().st_size > LARGEST:
        raise ValueError(path)


def _from_source(source: Path) -> gettext.NullTranslations:
    """Read the catalogue people edit, compile it for the next start, and use it."""
    from babel.messages.mofile import write_mo  # only where nothing is compiled
    from babel.messages.pofile import read_po

    _refuse_large(source)
    with source.open("rb") as file:
        catalogue = read_po(file, locale=source.parent.parent.name)
    memory = BytesIO()
    write_mo(memory, catalogue)
    with suppress(OSError):  # a read-only installation: the messages are used from memory
        source.with_suffix(".mo").write_bytes(memory.getvalue())
    memory.seek(0)
    return gettext.GNUTranslations(memory)


_catalogue = cache(_translations)
