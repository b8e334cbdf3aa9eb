"""Pasted people become members: who is known already, and one change for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from liaison.domain.records.delegation import Delegation
from liaison.domain.records.delegation_member import DelegationMember
from liaison.domain.records.partner import Partner
from liaison.domain.records.person import Person
from liaison.domain.records.visit import Visit
from liaison.domain.rules import names
from liaison.domain.rules.facts import in_language
from liaison.domain.schema import fields_of
from liaison.errors import UserError
from liaison.i18n import N_, _, translated
from liaison.language import keys
from liaison.language.name_parts import capitalised, taken_apart
from liaison.language.tongues import language_of
from ui.pages.visit_paste_text import guessed_role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from liaison.storage.archive import Archive, Row
    from liaison.storage.change import Change
    from ui.pages.visit_paste_text import PastedMember

# Translators: «هیئت {partner}» in Persian.
_DELEGATION_OF: Final = N_("Delegation of {partner}")
_NEAR: Final = 8


@dataclass(frozen=True)
class Planned:
    """A member to be: values of the member, and of its person.

    `person` is the uid of a person who is known already; `filled` are then the blanks of that
    person the table fills. A member without either is known by office alone.
    """

    member: dict[str, Any]
    person: str = ""
    filled: dict[str, Any] | None = None
    there: bool = False
    """Whether the person is a member of the delegation already."""
    named_fa: bool = False


def planned(
    archive: Archive, pasted: Iterable[PastedMember], present: Sequence[Row]
) -> list[Planned]:
    """Match pasted people with the persons and cities of the archive.

    A person is known where the whole name is the same in its search key, whatever the order of
    its words, or stands among the person's other names. `present` are the members there are.
    """
    members = {row.get("person") for row in present}
    cities: dict[str, str] = {}
    found = []
    for each in pasted:
        person = _person_values(each)
        known = _known(archive, person)
        found.append(
            Planned(
                member=_member_values(archive, each, cities, known),
                person=known.uid if known else "",
                filled=_blanks(known, person) if known else person or None,
                there=known is not None and known.uid in members,
                named_fa=bool(
                    person.get("family_name_fa") or (known and known.get("family_name_fa"))
                ),
            )
        )
    return found


def is_city(archive: Archive, text: str) -> bool:
    """Tell whether `text` names a city or body of the archive."""
    return bool(_city(archive, text))


def add_members(
    change: Change, visit: Row, partner: dict[str, str], those: Sequence[Planned], after: int
) -> list[str]:
    """Add `those` to the delegation of `visit` behind the first `after` ones; return their uids.

    `partner` names the city of the visit by language, for a delegation that has to be made.
    """
    delegation = ensure_delegation(change, visit, partner)
    made: dict[str, str] = {}
    added = []
    rank = after
    for each in those:
        if each.there:
            continue
        rank += 1
        person = each.person or _add_person(change, each, made)
        if each.person and each.filled:
            change.update(Person, each.person, each.filled)
        values = {"delegation": delegation, "rank": rank, **each.member}
        added.append(change.add(DelegationMember, values | ({"person": person} if person else {})))
    return added


def ensure_delegation(change: Change, visit: Row, partner: dict[str, str]) -> str:
    """Return the delegation of `visit`, made in this change where there is none."""
    delegation: str | None = visit.get("delegation")
    if delegation:
        return delegation
    delegation = change.add(Delegation, delegation_values(visit.values, partner))
    change.update(Visit, visit.uid, {"delegation": delegation})
    return delegation


def delegation_values(visit: Mapping[str, Any], partner: dict[str, str]) -> dict[str, Any]:
    """Return what the delegation of a visit starts from."""
    values: dict[str, Any] = {
        f"name_{lang}": translated(_DELEGATION_OF, lang).format(partner=name)
        for lang, name in partner.items()
        if name
    }
    if not values:
        values = {f"name_{lang}": visit.get(f"title_{lang}") for lang in ("fa", "en")}
    if not any(values.values()):
        values = {"name_fa": translated(N_("Delegation"), "fa"), "name_en": "Delegation"}
    values |= {"direction": visit.get("direction"), "partner": visit.get("partner")}
    return {key: value for key, value in values.items() if value}


def partner_names(archive: Archive, visit: Mapping[str, Any]) -> dict[str, str]:
    """Return the name of the city or body of a visit by language; a missing one is left out."""
    uid = visit.get("partner")
    if not uid:
        return {}
    row = archive.read(Partner, uid)
    return {lang: in_language(row, "name", lang) for lang in ("fa", "en")}


def _person_values(pasted: PastedMember) -> dict[str, Any]:
    """Return the values of a person as the table has them; nothing where there is no name."""
    values: dict[str, Any] = {}
    for text in pasted.texts.get("name", {}).values():
        values |= taken_apart(text)
    for kind in ("given", "family"):
        for lang, text in pasted.texts.get(kind, {}).items():
            values[f"{kind}_name_{lang}"] = " ".join(map(capitalised, text.split()))
    if not any(key.startswith("family_name") for key in values):
        return {}
    fields = fields_of(Person)
    left = []
    for key in ("email", "phone"):
        text = pasted.text(key)
        try:
            value = fields[key].kind.read(text)
        except UserError:
            left.append(text)
            continue
        if value:
            values[key] = value
    return values | ({"notes": "\n".join(left)} if left else {})


def _member_values(
    archive: Archive, pasted: PastedMember, cities: dict[str, str], known: Row | None
) -> dict[str, Any]:
    values: dict[str, Any] = {
        f"title_{lang}": text for lang, text in pasted.texts.get("office", {}).items()
    }
    role = guessed_role(pasted)
    if role:
        values["role"] = role
    city = pasted.text("city")
    if city:
        uid = cities.setdefault(city, _city(archive, city))
        # A city the archive does not know is not lost.
        values |= {"city": uid} if uid else {"notes": _("City: {city}").format(city=city)}
    if known is not None:
        values = _earlier_office(archive, known) | values
    if not any(key.startswith("title_") for key in values) and not _person_values(pasted):
        values["title_" + language_of(city)] = city or _("Member")
    return values


def _earlier_office(archive: Archive, person: Row) -> dict[str, Any]:
    """Return the office in which a known person came last, in both languages."""
    rows = archive.rows(DelegationMember, {"person": person.uid})
    last = rows[-1] if rows else None
    found = {key: last.get(key) for key in ("title_fa", "title_en")} if last else {}
    return {key: value for key, value in found.items() if value}


def _known(archive: Archive, values: dict[str, Any]) -> Row | None:
    """Return the person of the archive who bears this name."""
    for lang in ("en", "fa"):
        parts = (values.get(f"given_name_{lang}"), values.get(f"family_name_{lang}"))
        name = " ".join(part for part in parts if part)
        if not name or not parts[1]:
            continue
        for hit in archive.search(name, types=("person",), limit=_NEAR):
            row = archive.read(Person, hit.uid)
            spellings = [
                names.plain(row, "fa"),
                names.plain(row, "en"),
                *(row.get("aliases") or ()),
            ]
            if _key(name) in {_key(each) for each in spellings}:
                return row
    return None


def _key(name: str) -> str:
    return " ".join(sorted(keys.spaced(name).split()))


def _blanks(known: Row, values: dict[str, Any]) -> dict[str, Any]:
    """Return those of `values` that the person has no value for."""
    return {key: value for key, value in values.items() if not known.get(key)}


def _city(archive: Archive, text: str) -> str:
    for hit in archive.search(text, types=("partner",), limit=_NEAR):
        row = archive.read(Partner, hit.uid)
        spellings = [row.get("name_fa"), row.get("name_en"), *(row.get("aliases") or ())]
        if keys.spaced(text) in {keys.spaced(each) for each in spellings if each}:
            return str(row.uid)
    return ""


def _add_person(change: Change, each: Planned, made: dict[str, str]) -> str:
    """Add the person of a member unless the same name came before; "" where there is none."""
    if not each.filled:
        return ""
    name = _key(" ".join(value for key, value in each.filled.items() if "_name_" in key))
    if name not in made:
        made[name] = change.add(Person, {**each.filled, "name_confirmed": False})
    return made[name]
