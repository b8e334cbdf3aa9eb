"""Persons as contact cards: vCard 3.0 (RFC 2426), or 4.0 (RFC 6350) where that is asked for."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from liaison.domain.records.person import Person
from liaison.domain.records.position import Position
from liaison.domain.rules import classes
from liaison.domain.rules.facts import in_language, in_order
from liaison.domain.schema import fields_of
from liaison.exchange.leaving.content_lines import escaped, folded
from liaison.exchange.leaving.named import named
from liaison.exchange.leaving.order import Order
from liaison.language.isolation import balanced
from liaison.storage.archive import Archive, Row

MAKER: Final = "-//Liaison//Liaison//EN"
_NAME: Final = ("family_name", "given_name")
_OTHER: Final = {"fa": "en", "en": "fa"}
_PLAIN: Final = "3.0"


@dataclass(frozen=True)
class Card:
    """What the card of one person is made of: the person, the offices held, and where."""

    person: Row
    positions: Sequence[Row]
    partners: Mapping[str, str]
    lang: str
    version: str


def cards(archive: Archive, persons: Sequence[Row], order: Order) -> bytes:
    """Return the cards of `persons`, each with the offices held on the day of the order.

    The name is that of the language of the order; a person who has none there is called as in the
    other one, for no program takes a card without a name. The other spelling is a nickname.
    """
    held = _positions(archive, persons, order)
    bodies = {row["partner"] for each in held.values() for row in each if row["partner"]}
    partners = named(archive, bodies, order).titles
    return b"".join(
        _card(Card(person, held[person.uid], partners, order.lang, order.card_version))
        for person in persons
    )


def _positions(
    archive: Archive, persons: Sequence[Row], order: Order
) -> Mapping[str, Sequence[Row]]:
    """Return the offices each person holds, the highest first."""
    found: dict[str, list[Row]] = defaultdict(list)
    rows = archive.rows(Position, {"person": frozenset(each.uid for each in persons)})
    for row in in_order(rows, "rank_level"):
        open_to_see = order.classified or not classes.is_above(
            row.get("classification"), classes.NORMAL
        )
        if open_to_see and _is_held(row, order.day):
            found[row["person"]].append(row)
    return found


def _is_held(position: Row, day: date) -> bool:
    since, until = position["since"], position["until"]
    begun = since is None or since.since is None or since.since <= day
    return begun and (until is None or until.until is None or until.until >= day)


def _card(card: Card) -> bytes:
    return b"".join(map(folded, _lines(card)))


def _lines(card: Card) -> Iterator[str]:
    person = card.person
    yield "BEGIN:VCARD"
    yield f"VERSION:{card.version}"
    yield f"PRODID:{MAKER}"
    yield f"UID:urn:uuid:{person.uid}"
    yield f"REV:{person.updated_at:%Y%m%dT%H%M%SZ}"
    yield from _names(card)
    yield from _offices(card)
    yield from _ways(card)
    if person["kind"]:
        kind = fields_of(Person)["kind"].kind.show(person["kind"], card.lang)
        yield f"CATEGORIES:{_value(kind)}"
    if classes.is_above(person.get("classification"), classes.NORMAL) and card.version == _PLAIN:
        yield "CLASS:CONFIDENTIAL"
    yield "END:VCARD"


def _names(card: Card) -> Iterator[str]:
    person, lang = card.person, card.lang
    spoken = lang if _full_name(person, lang) else _OTHER[lang]
    family, given = (_value(in_language(person, key, spoken)) for key in _NAME)
    titles = (in_language(person, key, lang) for key in ("honorific", "academic_title"))
    prefix = _value(" ".join(filter(None, titles)))
    yield f"FN:{_value(_full_name(person, spoken) or person.uid)}"
    yield f"N:{family};{given};;{prefix};"
    others = [_full_name(person, _OTHER[spoken]), *(person["aliases"] or ())]
    if nicknames := ",".join(_value(each) for each in others if each):
        yield f"NICKNAME:{nicknames}"


def _full_name(person: Row, lang: str) -> str:
    return " ".join(filter(None, (in_language(person, key, lang) for key in reversed(_NAME))))


def _offices(card: Card) -> Iterator[str]:
    """Yield title and body of each office; those of several are kept together by a group."""
    several = len(card.positions) > 1
    for number, position in enumerate(card.positions, 1):
        group = f"office{number}." if several else ""
        if title := in_language(position, "title", card.lang):
            yield f"{group}TITLE:{_value(title)}"
        if partner := card.partners.get(position["partner"] or ""):
            yield f"{group}ORG:{_value(partner)}"


def _ways(card: Card) -> Iterator[str]:
    """Yield how the person is reached."""
    person, plain = card.person, card.version == _PLAIN
    for key, kind in (("phone", "work"), ("mobile", "cell")):
        if number := person[key]:
            yield (
                f"TEL;TYPE={kind.upper()},VOICE:{_value(number)}"
                if plain
                else f'TEL;VALUE=uri;TYPE="{kind},voice":tel:{number}'
            )
    if email := person["email"]:
        yield f"EMAIL;TYPE={'INTERNET' if plain else 'work'}:{_value(email)}"
    if messenger := person["messenger"]:
        name = "X-SOCIALPROFILE" if plain else "SOCIALPROFILE;VALUE=text"
        yield f"{name}:{_value(messenger)}"


def _value(text: str) -> str:
    return escaped(balanced(text))
