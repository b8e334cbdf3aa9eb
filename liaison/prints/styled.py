"""Wordings with emphasis: the markup of the typesetting engine in both languages."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from liaison.i18n import LANGUAGES, N_
from liaison.pdf.markup import escape
from liaison.pdf.style import MUTED, RED
from liaison.prints.both import SEMICOLON, Both, said, with_colon

# Translators: «[ترجمه نشده]» in Persian: stands on paper where a text lacks one language.
NOT_TRANSLATED: Final = N_("[not translated]")
AMBER: Final = "#9A6700"


@dataclass(frozen=True)
class Styled:
    """Markup in Persian and in English."""

    fa: str = ""
    en: str = ""

    def __bool__(self) -> bool:
        """Tell whether there is anything to set."""
        return bool(self.fa or self.en)

    def of(self, lang: str) -> str:
        """Return the markup in `lang`."""
        return self.fa if lang == "fa" else self.en


Words = Both | Styled


def styled(words: Words) -> Styled:
    """Return plain words as markup: nothing in them is taken for a tag."""
    if isinstance(words, Styled):
        return words
    marks = said(NOT_TRANSLATED)
    return Styled(*(_escaped(words.of(lang), marks.of(lang)) for lang in LANGUAGES))


def bold(words: Words) -> Styled:
    """Return `words` in bold."""
    return _wrapped(words, "<b>", "</b>")


def muted(words: Words) -> Styled:
    """Return `words` in grey."""
    return coloured(words, MUTED)


def alarming(words: Words) -> Styled:
    """Return `words` in red."""
    return coloured(words, RED)


def coloured(words: Words, colour: str) -> Styled:
    """Return `words` in a colour "#RRGGBB"."""
    return _wrapped(words, f'<span color="{colour}">', "</span>")


def together(parts: Iterable[Words], between: str = " ") -> Styled:
    """Join what each language has to say."""
    kept = [styled(each) for each in parts]
    return Styled(*(between.join(filter(None, (p.of(lang) for p in kept))) for lang in LANGUAGES))


def listed(parts: Iterable[Words]) -> Styled:
    """Join the parts of a list that hold commas themselves: by semicolons."""
    kept = list(parts)
    return Styled(together(kept, SEMICOLON.fa).fa, together(kept, SEMICOLON.en).en)


def labelled(label: Both, words: Words) -> Styled:
    """Return `words` after a label in grey; a language without words has no label either."""
    said_in = [label.of(lang) if words.of(lang) else "" for lang in LANGUAGES]
    return together((muted(with_colon(Both(*said_in))), words))


def _wrapped(words: Words, before: str, after: str) -> Styled:
    inner = styled(words)
    return Styled(*(inner.of(lang) and before + inner.of(lang) + after for lang in LANGUAGES))


def _escaped(text: str, mark: str) -> str:
    """Escape a text; where it holds the mark for a missing translation, that stands out."""
    stands_out = f'<span color="{AMBER}">{escape(mark)}</span>'
    return escape(text).replace(escape(mark), stands_out)
