"""Wordings in both languages at once, since much that is told is told in two."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from liaison.i18n import LANGUAGES, translated
from liaison.language import digits


@dataclass(frozen=True)
class Both:
    """One fact or heading in Persian and in English; plain text, an unknown side is empty."""

    fa: str = ""
    en: str = ""

    def __bool__(self) -> bool:
        """Tell whether it says anything in any language."""
        return bool(self.fa or self.en)

    def of(self, lang: str) -> str:
        """Return the wording in `lang`."""
        return self.fa if lang == "fa" else self.en

    def each(self, change: Callable[[str], str]) -> "Both":
        """Return both wordings changed in the same way."""
        return Both(change(self.fa), change(self.en))


COMMA = Both("، ", ", ")
SEMICOLON = Both("؛ ", "; ")


def by_language(word: Callable[[str], str]) -> Both:
    """Ask `word` for its wording in each language."""
    return Both(*(word(lang) for lang in LANGUAGES))


def said(message: str, **values: Both | str) -> Both:
    """Return a marked message in both languages, its placeholders filled in each."""

    def filled(lang: str) -> str:
        words = {
            key: value.of(lang) if isinstance(value, Both) else value
            for key, value in values.items()
        }
        wording = translated(message, lang)
        return wording.format(**words) if words else wording

    return by_language(filled)


def counted(singular: str, plural: str, count: int, **values: Both | str) -> Both:
    """Return a message that counts; Persian has one form for every number."""
    persian = said(plural, count=figure(count), **values)
    english = said(singular if count == 1 else plural, count=figure(count), **values)
    return Both(persian.fa, english.en)


def joined(parts: Iterable[Both], between: str | Both = " · ") -> Both:
    """Join what each language has to say; `between` may differ by language."""
    kept = list(parts)
    joints = between if isinstance(between, Both) else Both(between, between)
    return by_language(
        lambda lang: joints.of(lang).join(each.of(lang) for each in kept if each.of(lang))
    )


def bracketed(words: Both) -> Both:
    """Put brackets around what each language has to say."""
    return words.each(lambda text: f"({text})" if text else "")


def with_colon(words: Both) -> Both:
    """Make a label of what each language has to say."""
    return words.each(lambda text: f"{text}:" if text else "")


def figure(number: int) -> Both:
    """Return a number in the digits of each language."""
    return by_language(lambda lang: digits.number(number, lang))
