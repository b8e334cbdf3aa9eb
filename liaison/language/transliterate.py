"""A first suggestion of how a Persian name is written in Latin letters.

Simplified spelling for prints, without marks: ch kh zh sh gh. Short vowels are not written in
Persian, so this only guesses; the person's own or passport spelling always goes before it.
"""

import re
from typing import Final

from liaison.language.normalise import ZWNJ, stored

_CONSONANTS: Final = {
    "ب": "b",
    "پ": "p",
    "ت": "t",
    "ث": "s",
    "ج": "j",
    "چ": "ch",
    "ح": "h",
    "خ": "kh",
    "د": "d",
    "ذ": "z",
    "ر": "r",
    "ز": "z",
    "ژ": "zh",
    "س": "s",
    "ش": "sh",
    "ص": "s",
    "ض": "z",
    "ط": "t",
    "ظ": "z",
    "غ": "gh",
    "ف": "f",
    "ق": "gh",
    "ک": "k",
    "گ": "g",
    "ل": "l",
    "م": "m",
    "ن": "n",
    "ه": "h",
}
_VOWELS: Final = {"ا": "a", "آ": "a", "أ": "a", "إ": "e", "ٱ": "a"}
_MARKS: Final = {"\u064e": "a", "\u064f": "o", "\u0650": "e"}
_HAMZAS: Final = "عءئؤ"
_LONG: Final = frozenset("اآ")
_VOWEL_LETTERS: Final = frozenset("اآأإٱوی")
_LATIN_VOWELS: Final = frozenset("aeiou")

# Names whose unwritten vowels no rule finds; spellings common on business cards.
_KNOWN: Final = {
    "احمد": "Ahmad",
    "اصغر": "Asghar",
    "اکبر": "Akbar",
    "امیر": "Amir",
    "تهران": "Tehran",
    "جعفر": "Jafar",
    "حسن": "Hassan",
    "حسین": "Hossein",
    "رضا": "Reza",
    "زهرا": "Zahra",
    "سعید": "Saeed",
    "شهر": "Shahr",
    "عباس": "Abbas",
    "عبدالله": "Abdollah",
    "علی": "Ali",
    "فاطمه": "Fatemeh",
    "کریم": "Karim",
    "محسن": "Mohsen",
    "محمد": "Mohammad",
    "محمود": "Mahmoud",
    "مریم": "Maryam",
    "مصطفی": "Mostafa",
    "مهدی": "Mehdi",
    "ناصر": "Naser",
    "یوسف": "Yousef",
}


def suggested(name: str) -> str:
    """Suggest a Latin spelling of a Persian name; always to be confirmed by a person.

    Words that hold no Persian letters are given back as they are.
    """
    words = stored(name).replace(ZWNJ, "-")
    return re.sub(r"[^\s\-.،,()]+", lambda match: _word(match.group()), words)


def _word(word: str) -> str:
    if word in _KNOWN:
        return _KNOWN[word]
    for cut in range(3, len(word) - 1):  # two names written as one, such as «محمدرضا»
        if word[:cut] in _KNOWN and word[cut:] in _KNOWN:
            return _KNOWN[word[:cut]] + _KNOWN[word[cut:]].lower()
    if not any(letter in _CONSONANTS or letter in _VOWEL_LETTERS for letter in word):
        return word
    sounds = ""
    for place in range(len(word)):
        sounds += _sound(word, place, sounds)
    return sounds[:1].upper() + sounds[1:]


def _sound(word: str, place: int, before: str) -> str:
    """Give the sound of the letter at `place`, with the short vowel guessed after it."""
    letter = word[place]
    following = word[place + 1 : place + 2]
    open_syllable = before[-1:] in _LATIN_VOWELS
    if letter == "ه" and before and not following:
        return "h" if open_syllable else "eh"
    if letter in _CONSONANTS:
        return _CONSONANTS[letter] + _short_vowel(word, place, open_syllable=open_syllable)
    if letter in _HAMZAS:
        return "a" if not before and following in _CONSONANTS else ""
    if letter in "وی":
        return _glide(word, place, open_syllable=open_syllable)
    return _VOWELS.get(letter, _MARKS.get(letter, letter if letter.isascii() else ""))


def _glide(word: str, place: int, *, open_syllable: bool) -> str:
    """Read و and ی as consonants where a syllable begins, else as long vowels."""
    following = word[place + 1 : place + 2]
    first = place == 0
    if word[place] == "و":
        if first and following in _CONSONANTS:
            return "va"
        return "v" if first or open_syllable or following in _LONG | {"ی"} else "u"
    return "y" if first or open_syllable or following in _LONG else "i"


def _short_vowel(word: str, place: int, *, open_syllable: bool) -> str:
    """Guess the unwritten vowel after a consonant that opens a syllable."""
    following = word[place + 1 : place + 2]
    if following not in _CONSONANTS:
        return ""
    if not open_syllable:
        return "a"
    # «قاسم», «عارف»: between the last two consonants after a long vowel.
    last = place + 2 == len(word)
    return "e" if last and word[place - 1] == "ا" else ""
