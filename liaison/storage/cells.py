"""The texts a list shows, from stored values."""

from collections.abc import Callable
from functools import cache, lru_cache, singledispatch
from typing import Any, Final, TypeAlias

from liaison.domain.schema import AnyKind, AnyReference, Email, Line, Reference, Text, Url

Shower: TypeAlias = Callable[[Any], str]
_REMEMBERED: Final = 8192
_LONGEST: Final = 300


@cache
def shower(kind: AnyKind, lang: str) -> Shower:
    """Return the function that shows a stored value of `kind` to readers of `lang`.

    Days, choices and figures repeat from line to line, so what was shown is remembered.
    """
    return _shower(kind, lang)


@singledispatch
def _shower(kind: AnyKind, lang: str) -> Shower:
    @lru_cache(_REMEMBERED)
    def shown(stored: Any) -> str:  # noqa: ANN401 - each kind stores its own scalar
        return "" if stored is None else kind.shown(kind.load(stored), lang)

    return shown


@_shower.register(Line | Email | Url | Reference | AnyReference)
def _(_kind: AnyKind, _lang: str) -> Shower:
    """Show text as it is; of a reference, the statement gives the title."""
    return lambda stored: stored or ""


@_shower.register
def _(_kind: Text, _lang: str) -> Shower:
    return lambda stored: " ".join(stored[:_LONGEST].split()) if stored else ""
