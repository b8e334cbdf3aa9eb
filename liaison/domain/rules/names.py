"""How a person is named on paper and on the screen."""

from collections.abc import Iterable, Mapping
from typing import Final

from liaison.domain.rules.facts import Facts, in_either, in_language
from liaison.i18n import N_, translated

# Forms of address belong to the language of the paper, whatever the program speaks.
_HONORIFICS: Final[Mapping[str, Mapping[str, str]]] = {
    "fa": {"man": "جناب آقای", "woman": "سرکار خانم"},
    "en": {"man": "Mr.", "woman": "Ms."},
}
# Translators: «نام متعاقباً» in Persian.
TO_BE_CONFIRMED: Final = N_("name to be confirmed")


def plain(person: Facts, lang: str) -> str:
    """Return given and family name in `lang`: «مهدی سلیم‌زاده», "Mehdi Salimzade".

    Empty where the person has no name in that language; the other one never stands in for it.
    """
    return _joined(
        in_language(person, "given_name", lang), in_language(person, "family_name", lang)
    )


def in_list(person: Facts, lang: str) -> str:
    """Return the name as a delegation list has it: in English "SALIMZADE Mehdi"."""
    if lang == "fa":
        return plain(person, lang)
    family = in_language(person, "family_name", lang)
    return _joined(family.upper(), in_language(person, "given_name", lang))


def honorific(person: Facts, lang: str) -> str:
    """Return what stands before the name: the person's own honorific, else by gender.

    A Persian academic title follows the honorific («جناب آقای دکتر»); an English one takes the
    place of Mr. and Ms. An unstated gender is given none.
    """
    own = in_language(person, "honorific", lang)
    academic = in_language(person, "academic_title", lang)
    usual = _HONORIFICS[lang].get(person.get("gender") or "", "")
    if lang == "en" and academic and not own:
        return academic
    return _joined(own or usual, academic)


def full(person: Facts, lang: str) -> str:
    """Return the name with what stands before it: «جناب آقای دکتر …», "Mr. …"."""
    name = plain(person, lang)
    return _joined(honorific(person, lang), name) if name else ""


def on_card(person: Facts, everyone: Iterable[Facts], lang: str) -> str:
    """Return the name of a place card: honorific and family name.

    The given name is added where another of `everyone` has the same family name.
    """
    family = in_language(person, "family_name", lang)
    shared = any(
        other.uid != person.uid and in_language(other, "family_name", lang) == family
        for other in everyone
    )
    return full(person, lang) if shared or not family else _joined(honorific(person, lang), family)


def on_screen(person: Facts, lang: str = "") -> str:
    """Return the name in `lang` or the language in use, else in the other one."""
    return _joined(in_either(person, "given_name", lang), in_either(person, "family_name", lang))


def attending(person: Facts | None, office: str, lang: str, *, draft: bool = False) -> str:
    """Return how someone known by person or by `office` alone is listed.

    Who is known by office alone is shown by it; a `draft` adds that the name is to come.
    Someone of whom neither is known is only to be confirmed.
    """
    name = plain(person, lang) if person else ""
    coming = translated(TO_BE_CONFIRMED, lang)
    if name or not office:
        return name or coming
    return f"{office} ({coming})" if draft else office


def _joined(*words: str) -> str:
    return " ".join(word for word in words if word)
