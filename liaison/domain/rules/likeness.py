"""How far two names may mean the same city, body or person: pure scores, each with its reason."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import product
from typing import Final, Literal, TypeAlias

from rapidfuzz import fuzz

from liaison.i18n import N_, _, language
from liaison.language import keys
from liaison.language.addresses import is_of_an_office
from liaison.language.normalise import stored
from liaison.language.phones import is_mobile, shown
from liaison.language.sounds import heard, is_latin, shape, sound, together
from liaison.language.synonyms import key_variants

Grade: TypeAlias = Literal["exact", "alias", "probable", "none"]

LIKELY: Final = 80
"""The lowest score at which people are asked whether two are the same."""
_CERTAIN, _ALIAS, _DIFFERENT = 100, 97, 75
_EMAIL, _PHONE, _SHARED = 96, 90, 82
_SHAPE, _SOUND = 92, 90
_TOLD: Final = 3
"""A sound of fewer consonants tells of many names."""
_SHORT: Final = 5
"""Names of fewer letters are too often different words to be compared letter by letter."""
_REACHED_ELSEWHERE: Final = 90
"""The lowest score of names whose numbers and addresses differ altogether."""
_SPELT: Final = 84
"""The lowest score of whole names of one script: «تهران» and «مهران» are two cities."""
_TITLES: Final = re.compile(
    r"^(?:(?:جناب|سرکار|اقای|خانم|اقا|دکتر|مهندس|استاد|mr|mrs|ms|miss|dr|eng|prof|professor"
    r"|his excellency|her excellency|h e|the honourable|شهر|city of|the city of) )+(?=.)"
)
"""Words before a name, in the letters of a search key."""
_FIGURES: Final = re.compile(r"\d+")
_WRITTEN_OUT: Final = {"st": "saint", "ste": "sainte", "mt": "mount"}
"""Words of Latin names that are often written short."""


class Reason(StrEnum):
    """Why two are taken for the same."""

    IDENTITY = "identity"
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
    Reason.IDENTITY: N_("Both speak of the same: “{own}”."),
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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
        if self.reason in {Reason.IDENTITY, Reason.NAME, Reason.EMAIL} and self.score >= _EMAIL:
            return "exact"
        if self.reason is Reason.PHONE and self.score >= _PHONE:
            return "exact"
        return "alias" if self.reason is Reason.ALIAS else "probable"

    @property
    def sentence(self) -> str:
        """The reason in words, in the language in use."""
        if self.reason is Reason.NOTHING:
            return ""
        own = self.own
        if self.reason is Reason.PHONE:  # a run of its own that reads from the left
            own = f"\u2066{shown(own, language())}\u2069"
        return _(_WORDS[self.reason]).format(own=own, other=self.other)


NOTHING: Final = Likeness()


def identical(title: str) -> Likeness:
    """Return the likeness of two that are told by an identifier, or by all they say."""
    return Likeness(_CERTAIN, Reason.IDENTITY, title, title)


@dataclass(frozen=True, slots=True)
class Spelling:
    """One name with what it is compared by."""

    text: str
    spaced: str
    joined: str
    shape: str
    heard: str
    sound: str
    sounds: str
    """Word by word, in an order that does not tell which one stood first."""
    latin: bool


@lru_cache(maxsize=100_000)
def spelling(text: str) -> Spelling:
    """Return what a name is compared by: titles left out, words of several spellings made one."""
    plain = _TITLES.sub("", keys.spaced(text))
    words = [min(key_variants(_WRITTEN_OUT.get(word, word))) for word in plain.split()]
    spaced = " ".join(words)
    joined = "".join(words)
    sounds = [sound(word) for word in words]
    return Spelling(
        stored(text),
        spaced,
        joined,
        shape(joined),
        heard(joined),
        together(sounds),
        " ".join(sorted(sounds)),
        is_latin(joined),
    )


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
    if _contradict(a, b):
        if best.reason is Reason.NAME:
            return Likeness(_DIFFERENT, Reason.CONTRADICTED, best.own, best.other)
        return best if best.score >= _REACHED_ELSEWHERE else NOTHING
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
    is_short = own.latin == other.latin and min(len(own.joined), len(other.joined)) < _SHORT
    if is_short or _figures(own) != _figures(other):  # «منطقهٔ ۲» is not «منطقهٔ ۱۲»
        return NOTHING
    if own.latin != other.latin:
        swapped = own.sounds == other.sounds and " " in own.sounds
        sound_score = _SOUND if swapped else _of_sounds(own, other)
        return Likeness(sound_score, Reason.SOUND, own.text, other.text)
    if own.heard == other.heard:
        return Likeness(_SHAPE, Reason.SPELLING, own.text, other.text)
    return _of_letters(own, other)


def _of_letters(own: Spelling, other: Spelling) -> Likeness:
    """Return how alike two spellings in one script look, letter by letter."""
    if own.shape == other.shape:
        return Likeness(_SHAPE, Reason.SPELLING, own.text, other.text)
    score = max(
        fuzz.ratio(own.joined, other.joined), fuzz.token_sort_ratio(own.spaced, other.spaced)
    )
    if score < _SPELT or not _word_by_word(own.spaced.split(), other.spaced.split()):
        return NOTHING
    return Likeness(min(_EMAIL - 1, int(score)), Reason.SPELLING, own.text, other.text)


def _figures(name: Spelling) -> list[str]:
    return _FIGURES.findall(name.joined)


def _word_by_word(own: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether no word is quite another one; names of unlike length are not compared so."""
    if len(own) != len(other):
        return True
    orders = ((own, other), (sorted(own), sorted(other)))
    return any(all(map(is_one_word, *order)) for order in orders)


def is_one_word(one: str, two: str) -> bool:
    """Tell whether a slip of the pen lies between two words: «کریمی» and «رحیمی» are two names."""
    if fuzz.ratio(one, two) >= _SPELT or shape(one) == shape(two):
        return True
    if is_latin(one) and is_latin(two):
        return sound(one) == sound(two)
    short, long = sorted((one, two), key=len)
    letters = iter(long)
    return len(long) - len(short) == 1 and all(letter in letters for letter in short)


def _of_sounds(one: Spelling, two: Spelling) -> int:
    """Return how alike two sound; the shorter they are, the less that says.

    With two consonants, as UN has, the letters have to be about as many too.
    """
    own, other = one.sound, two.sound
    shortest = min(len(own), len(other))
    if shortest < _TOLD and abs(len(one.joined) - len(two.joined)) > 1:
        return 0
    if own == other:
        return _SOUND if shortest >= _SHORT - 1 else LIKELY + max(0, shortest - 2) * 4
    return 0 if shortest < _SHORT - 1 else min(_SOUND - 1, round(fuzz.ratio(own, other)) - 5)


def _of_addresses(a: Named, b: Named) -> Likeness:
    """Return the likeness of two that share an e-mail address or a number.

    One office has one number and one address for everybody: where the names are quite different,
    neither says anything; an address or a mobile number of somebody's own is worth a question.
    """
    said = _nearest_names(a, b)
    agreed = said is None or said >= LIKELY
    emails = sorted(set(_lower(a.emails)) & set(_lower(b.emails)))
    own = [each for each in emails if agreed or not is_of_an_office(each)]
    if own:
        return Likeness(_EMAIL if agreed else _SHARED, Reason.EMAIL, own[0], own[0])
    numbers = sorted(set(a.phones) & set(b.phones))
    dialled = [each for each in numbers if agreed or is_mobile(each)]
    if dialled:
        return Likeness(_PHONE if agreed else _SHARED, Reason.PHONE, dialled[0], dialled[0])
    return NOTHING


def _nearest_names(a: Named, b: Named) -> int | None:
    """Return the best score of any two names, None where one of the two has no name."""
    pairs = product(_spelt(a), _spelt(b))
    return max((of_spellings(own, other).score for (own, _a), (other, _b) in pairs), default=None)


def _lower(emails: Iterable[str]) -> list[str]:
    return [each.casefold() for each in emails]
