"""Which language a text is in, and the names of languages, each told in the reader's (CLDR)."""

import re
from functools import cache
from typing import Final, Literal

from liaison.language.keys import spaced

_NEAR: Final = (
    "ar", "az", "bg", "bs", "cs", "de", "el", "en", "es", "fa", "fr", "hi", "hr", "hu", "hy", "id",
    "it", "ja", "ka", "kk", "ko", "ku", "ky", "ms", "nl", "pl", "ps", "pt", "ro", "ru", "sq", "sr",
    "sv", "tg", "tk", "tr", "ur", "uz", "zh",
)  # fmt: skip
"""Languages whose own names are known too: those of the cities an office is likely to deal with."""


_PERSIAN: Final = re.compile("[\u0600-\u06ff]")


def language_of(text: str) -> Literal["fa", "en"]:
    """Return "fa" for a text with Persian letters, "en" for any other."""
    return "fa" if _PERSIAN.search(text) else "en"


def language_name(text: str, lang: str) -> str:
    """Return the language that `text` names ("English", «انگلیسی») in `lang`; else `text` itself.

    The name may be Persian, English, or a language's own, such as "Türkçe".
    """
    code = _codes().get(spaced(text))
    return _names(lang)[code] if code is not None else text


@cache
def _names(lang: str) -> dict[str, str]:
    from babel import Locale  # locale data is read only where languages are shown

    return {str(code): str(name) for code, name in Locale(lang).languages.items()}


@cache
def _codes() -> dict[str, str]:
    """Return the codes of languages by the search keys of their names."""
    from babel import Locale  # the same

    own = {Locale(code).languages.get(code, ""): code for code in _NEAR}
    told = [(name, code) for lang in ("en", "fa") for code, name in _names(lang).items()]
    plain = [(name, code) for name, code in told if code in _names("fa") and code in _names("en")]
    return {spaced(str(name)): code for name, code in (*reversed(plain), *own.items()) if name}
