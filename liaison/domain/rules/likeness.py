"""How far two names may mean the same city, body or person: pure scores, each with its reason."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import product
from typing import Final, Literal, TypeAlias

from rapidfuzz import fuzz

from liaison.i18n import N_, _
from liaison.language import keys
from liaison.language.normalise import stored
from liaison.language.sounds import is_latin, shape, sound
from liaison.language.synonyms import key_variants

Grade: TypeAlias = Literal["exact", "alias", "probable", "none"]

LIKELY: Final = 80
"""The lowest score at which people are asked whether two are the same."""
_CERTAIN, _ALIAS, _DIFFERENT = 100, 97, 75
_EMAIL, _PHONE, _SHARED = 96, 90, 82
_SHAPE, _SOUND = 92, 90
_SHORT: Final = 5
"""Names of fewer letters are too often different words to be compared letter by letter."""
_WORD: Final = 70
"""The lowest score of single words: «علی کریمی» and «علی رحیمی» are two people."""
_SPELT: Final = 84
"""The lowest score of whole names of one script: «تهران» and «مهران» are two cities."""
_TITLES: Final = re.compile(
    r"^(?:(?:جناب|سرکار|اقای|خانم|اقا|دکتر|مهندس|استاد|mr|mrs|ms|miss|dr|eng|prof|professor"
    r"|his excellency|her excellency|h e|the honourable|شهر|city of|the city of) )+(?=.)"
)
"""Words before a name, in the letters of a search key."""


class Reason(StrEnum):
    """Why two are taken for the same."""

    NAME = "name"
    ALIAS = "alias"
    EMAIL = "email"
    PHONE = "phone"
    SPELLING = "spelling"
    SOUND = "sound"
    CONTRADICTED = "contradicted"
    """The names are equal, but country, numbers and addresses are not."""
    NOTHING = ""


_WORDS: Final = {
    Reason.NAME: N_("Both are called “{own}”."),
    Reason.ALIAS: N_("“{own}” is written down as another name of “{other}”."),
    Reason.EMAIL: N_("Both have the e-mail address {own}."),
    Reason.PHONE: N_("Both have the telephone number {own}."),
    Reason.SPELLING: N_("“{own}” is written almost like “{other}”."),
    Reason.SOUND: N_("“{own}” sounds like “{other}”."),
    Reason.CONTRADICTED: N_(
        "Both are called “{own}”, but country, telephone and e-mail do not agree."
    ),
}


@dataclass(frozen=True)
class Named:
    """What a city, body or person is told by.

    `names` are its whole names in every language, `aliases` its other spellings, `phones` in
    E.164, `country` its code or "" where unknown.
    """

    names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    country: str = ""


@dataclass(frozen=True)
class Likeness:
    """How alike two are, from 0 to 100, why, and the two spellings that say so."""

    score: int = 0
    reason: Reason = Reason.NOTHING
    own: str = ""
    other: str = ""

    @property
    def grade(self) -> Grade:
        """What may be made of it: only what is exact or an alias needs nobody's word."""
        if self.score < LIKELY and self.reason is not Reason.CONTRADICTED:
            return "none"
        if self.reason in {Reason.NAME, Reason.EMAIL} and self.score >= _EMAIL:
            return "exact"
        if self.reason is Reason.PHONE and self.score >= _PHONE:
            return "exact"
        return "alias" if self.reason is Reason.ALIAS else "probable"

    @property
    def sentence(self) -> str:
        """The reason in words, in the language in use."""
        if self.reason is Reason.NOTHING:
            return ""
        return _(_WORDS[self.reason]).format(own=self.own, other=self.other)


NOTHING: Final = Likeness()


@dataclass(frozen=True)
class Spelling:
    """One name with what it is compared by."""

    text: str
    spaced: str
    joined: str
    shape: str
    sound: str
    latin: bool


@lru_cache(maxsize=100_000)
def spelling(text: str) -> Spelling:
    """Return what a name is compared by: titles left out, words of several spellings made one."""
    plain = _TITLES.sub("", keys.spaced(text))
    words = [min(key_variants(word)) for word in plain.split()]
    spaced = " ".join(words)
    joined = "".join(words)
    return Spelling(stored(text), spaced, joined, shape(joined), sound(spaced), is_latin(joined))


def likeness(a: Named, b: Named) -> Likeness:
    """Return how far `a` and `b` may be the same; `own` of the answer is a spelling of `a`.

    Equal names, addresses and numbers are exact, a written-down alias nearly so; a name that is
    almost the same, looks or sounds the same is probable. Different countries make equal names
    doubtful, and others different.
    """
    best = max(_of_names(a, b), _of_addresses(a, b), key=lambda each: each.score)
    if a.country and b.country and a.country != b.country:
        named = best.reason in {Reason.NAME, Reason.ALIAS}
        return Likeness(_DIFFERENT, Reason.CONTRADICTED, best.own, best.other) if named else NOTHING
    if best.reason is Reason.NAME and _contradict(a, b):
        return Likeness(_DIFFERENT, Reason.CONTRADICTED, best.own, best.other)
    return best if best.score >= LIKELY else NOTHING


def _contradict(a: Named, b: Named) -> bool:
    """Tell whether both can be reached, and nowhere in the same place."""
    ours, theirs = {*a.phones, *_lower(a.emails)}, {*b.phones, *_lower(b.emails)}
    return bool(ours and theirs) and not ours & theirs


def _of_names(a: Named, b: Named) -> Likeness:
    """Return the likeness of the two names of both that are most alike."""
    best = NOTHING
    for (own, own_alias), (other, other_alias) in product(_spelt(a), _spelt(b)):
        found = of_spellings(own, other)
        if found.reason is Reason.NAME and (own_alias or other_alias):
            found = Likeness(_ALIAS, Reason.ALIAS, own.text, other.text)
        if found.score > best.score:
            best = found
    return best


def _spelt(named: Named) -> Iterator[tuple[Spelling, bool]]:
    for alias, texts in ((False, named.names), (True, named.aliases)):
        for text in texts:
            found = spelling(text)
            if found.joined:
                yield found, alias


def of_spellings(own: Spelling, other: Spelling) -> Likeness:
    """Return how alike two spellings are."""
    if own.joined == other.joined or sorted(own.spaced.split()) == sorted(other.spaced.split()):
        return Likeness(_CERTAIN, Reason.NAME, own.text, other.text)
    if own.latin != other.latin:
        return Likeness(_of_sounds(own.sound, other.sound), Reason.SOUND, own.text, other.text)
    if min(len(own.joined), len(other.joined)) < _SHORT:
        return NOTHING
    if own.shape == other.shape:
        return Likeness(_SHAPE, Reason.SPELLING, own.text, other.text)
    score = max(
        fuzz.ratio(own.joined, other.joined), fuzz.token_sort_ratio(own.spaced, other.spaced)
    )
    if score < _SPELT or not _word_by_word(own.spaced.split(), other.spaced.split()):
        return NOTHING
    return Likeness(min(_EMAIL - 1, int(score)), Reason.SPELLING, own.text, other.text)


def _word_by_word(own: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether no word is quite another one; names of unlike length are not compared so."""
    if len(own) != len(other):
        return True
    orders = ((own, other), (sorted(own), sorted(other)))
    return any(
        all(fuzz.ratio(one, two) >= _WORD for one, two in zip(*order, strict=True))
        for order in orders
    )


def _of_sounds(own: str, other: str) -> int:
    """Return how alike two sound; the shorter they are, the less that says."""
    shortest = min(len(own), len(other))
    if own == other:
        return _SOUND if shortest >= _SHORT - 1 else LIKELY + max(0, shortest - 2) * 4
    return 0 if shortest < _SHORT - 1 else min(_SOUND - 1, round(fuzz.ratio(own, other)) - 5)


def _of_addresses(a: Named, b: Named) -> Likeness:
    """Return the likeness of two that share an e-mail address or a number.

    One office has one number: where the names are quite different, that says little.
    """
    shared = [
        (Reason.EMAIL, _EMAIL, set(_lower(a.emails)) & set(_lower(b.emails))),
        (Reason.PHONE, _PHONE, set(a.phones) & set(b.phones)),
    ]
    for reason, score, both in shared:
        if both:
            said = _nearest_names(a, b)
            agreed = said is None or said >= LIKELY
            one = min(both)
            return Likeness(score if agreed else _SHARED, reason, one, one)
    return NOTHING


def _nearest_names(a: Named, b: Named) -> int | None:
    """Return the best score of any two names, None where one of the two has no name."""
    pairs = product(_spelt(a), _spelt(b))
    return max((of_spellings(own, other).score for (own, _a), (other, _b) in pairs), default=None)


def _lower(emails: Iterable[str]) -> list[str]:
    return [each.casefold() for each in emails]
