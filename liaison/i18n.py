"""Translation: English message ids, marked early and translated late.

The window and the command line speak one language at a time (`install`, `_`); prints speak two
at once, so every text can also be asked for in a named language (`translated`).
"""

import gettext
from functools import cache
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).resolve().parent.parent / "translations"
LANGUAGES: Final = ("fa", "en")
DOMAIN: Final = "liaison"


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


def _translations(language: str) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()  # message ids are the English text
    compiled = FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    source = compiled.with_suffix(".po")
    if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
        with compiled.open("rb") as file:
            return gettext.GNUTranslations(file)
    return _from_source(source)


def _from_source(source: Path) -> gettext.NullTranslations:
    """Read the catalogue people edit, compile it for the next start, and use it."""
    from babel.messages.mofile import write_mo  # only where nothing is compiled
    from babel.messages.pofile import read_po

    if not source.exists():
        return gettext.NullTranslations()
    with source.open("rb") as file:
        catalogue = read_po(file, locale=source.parent.parent.name)
    compiled = source.with_suffix(".mo")
    try:
        with compiled.open("wb") as file:
            write_mo(file, catalogue)
        with compiled.open("rb") as file:
            return gettext.GNUTranslations(file)
    except OSError:  # a read-only installation: the messages are used from memory
        from io import BytesIO

        memory = BytesIO()
        write_mo(memory, catalogue)
        memory.seek(0)
        return gettext.GNUTranslations(memory)


_catalogue = cache(_translations)
