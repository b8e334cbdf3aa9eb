"""Visiting cards (vCard 2.1, 3.0, 4.0), read in a process of their own (see `confined_reader`)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from vobject.vcard import splitFields  # type: ignore[import-untyped] # it carries no types

from liaison.exchange.foreign.cards import CELLS
from liaison.exchange.foreign.content_lines import ContentLine, content_line, raw_lines
from liaison.exchange.foreign.messages import Problem, Teller, Trouble, packed
from liaison.exchange.foreign.tables import MOST_ROWS
from liaison.language.tongues import language_of

_MOST_LINES: Final = 2_000
_SHOWN: Final = 100
_LEFT_OUT: Final = frozenset(("PHOTO", "LOGO", "SOUND", "KEY", "AGENT"))
_NOTED: Final = frozenset(("FAX", "PAGER", "MODEM", "TEXTPHONE"))
_MESSENGERS: Final = frozenset(("IMPP", "X-SOCIALPROFILE", "SOCIALPROFILE", "X-JABBER", "X-SKYPE"))
_OF_A_BODY: Final = frozenset(("ADR", "URL"))
_WAYS: Final = frozenset(("TEL", "EMAIL", "BDAY")) | _OF_A_BODY | _MESSENGERS
_ESCAPE: Final = re.compile(r"\\(.)", re.DOTALL)


def read(content: bytes, teller: Teller, encoding: str = "") -> None:
    """Tell of each card its number and, for each office it names, the cells of a row."""
    number, left_out = 0, 0
    for lines in _cards(content, encoding):
        number += 1
        if number > MOST_ROWS:
            teller.tell("cut")
            break
        left_out += sum(line.name in _LEFT_OUT for line in lines)
        rows = list(_rows(lines[:_MOST_LINES]))
        if not rows:
            teller.tell("nameless", number, " ".join(map(_plain, lines))[:_SHOWN])
        for row in rows:
            teller.tell("row", number, packed([row.get(cell) for cell in CELLS]))
    if not number:
        raise Problem(Trouble.CARDS)
    teller.tell("met", left_out)


def _cards(content: bytes, encoding: str) -> Iterator[list[ContentLine]]:
    """Yield the properties of each card; of a card within a card nothing is taken."""
    depth = 0
    lines: list[ContentLine] = []
    for raw in raw_lines(content):
        word = raw.upper().strip()
        if word == b"BEGIN:VCARD":
            depth += 1
            lines = [] if depth == 1 else lines
        elif word == b"END:VCARD":
            depth -= 1
            if depth == 0:
                yield lines
        elif depth == 1 and len(lines) < _MOST_LINES and (line := content_line(raw, encoding)):
            lines.append(line)
    if depth > 0 and lines:  # the file was cut off
        yield lines


def _rows(lines: Sequence[ContentLine]) -> Iterator[dict[str, str]]:
    """Yield one row for each office a card names, and one for a card without any."""
    shared = _person(lines)
    offices = list(_offices(lines))
    organisation = next((each["organisation"] for each in offices if "organisation" in each), "")
    is_body = _first(lines, "KIND").lower() in {"org", "organization"} or (
        organisation and not shared.get("family") and shared.get("name") == organisation
    )
    if is_body:
        named = organisation or shared.get("name", "")
        body = {
            "organisation": named,
            "body_phone": shared.get("phone") or shared.get("mobile", ""),
            "body_email": shared.get("email", ""),
            **_place(lines),
        }
        yield {key: value for key, value in body.items() if value}
        return
    if not {"family", "given", "name"} & shared.keys():
        return
    for number, office in enumerate(offices or [{}]):
        place = _place(lines) if number == 0 and "organisation" in office else {}
        yield {**shared, **office, **place}


def _person(lines: Sequence[ContentLine]) -> dict[str, str]:
    family, given, further, prefix = (*_fields(_first(lines, "N")), *[""] * 4)[:4]
    written = {
        "uid": _first(lines, "UID"),
        "family": family,
        "given": " ".join(filter(None, (given, further))),
        "honorific": prefix,
        "gender": {"M": "man", "F": "woman"}.get(_first(lines, "GENDER")[:1].upper(), ""),
        "aliases": "؛ ".join(_plain(line) for line in lines if line.name == "NICKNAME").replace(
            ",", "؛ "
        ),
    }
    name = _first(lines, "FN")
    spoken = language_of(f"{family} {given}")
    if name and (not (family or given) or language_of(name) != spoken):
        written["name"] = name
    written |= _reached(lines)
    return {key: value for key, value in written.items() if value}


def _reached(lines: Sequence[ContentLine]) -> dict[str, str]:
    """Return the ways to a person, those for which there is no field among the notes."""
    found: dict[str, str] = {}
    notes = [_plain(line) for line in lines if line.name == "NOTE"]
    has_body = any(line.name == "ORG" for line in lines)
    for line in sorted(lines, key=lambda each: not _is_preferred(each)):
        if line.name not in _WAYS or (has_body and line.name in _OF_A_BODY):
            continue
        key = _way(line)
        value = _address(line)[0] if line.name == "ADR" else _plain(line)
        value = value.removeprefix("tel:").removeprefix("mailto:")
        if key and value and key not in found:
            found[key] = value
        elif value:
            notes.append(f"{line.name}: {value}")
    if notes:
        found["notes"] = "\n".join(notes)
    return found


def _is_preferred(line: ContentLine) -> bool:
    return "PREF" in line.kinds() or "PREF" in line.parameters


def _way(line: ContentLine) -> str:
    """Return the cell a way to a person goes into, "" where there is none for it."""
    kinds = line.kinds()
    if line.name == "TEL":
        if kinds & _NOTED:
            return ""
        return "mobile" if kinds & {"CELL", "IPHONE"} else "phone"
    if line.name == "EMAIL":
        return "email"
    return "messenger" if line.name in _MESSENGERS else ""


def _offices(lines: Sequence[ContentLine]) -> Iterator[dict[str, str]]:
    """Yield title and body of each office; a group keeps those of one together."""
    groups: dict[str, dict[str, str]] = {}
    for line in lines:
        office = groups.setdefault(line.group, {})
        if line.name == "ORG":
            body, *units = [each for each in _fields(line.value) if each] or [""]
            office.setdefault("organisation", body)
            if units:
                office.setdefault("unit", "، ".join(units))
        elif line.name in {"TITLE", "ROLE"}:
            office["title"] = "، ".join(filter(None, (office.get("title"), _plain(line))))
    for office in groups.values():
        unit = office.pop("unit", "")
        if unit:
            office["title"] = "، ".join(filter(None, (office.get("title"), unit)))
        if any(office.values()):
            yield {key: value for key, value in office.items() if value}


def _place(lines: Sequence[ContentLine]) -> dict[str, str]:
    """Return address, country and web page of the body a card belongs to."""
    address = next((line for line in lines if line.name == "ADR"), None)
    street, country = _address(address) if address else ("", "")
    found = {"address": street, "country": country, "website": _first(lines, "URL")}
    return {key: value for key, value in found.items() if value}


def _address(line: ContentLine) -> tuple[str, str]:
    fields = _fields(line.value)
    country = fields[6] if len(fields) > 6 else ""  # noqa: PLR2004 - the seventh of an address
    return "، ".join(each for each in fields[:6] if each), country


def _first(lines: Sequence[ContentLine], name: str) -> str:
    line = next((each for each in lines if each.name == name and each.value.strip()), None)
    if line is None:
        return ""
    return line.value.strip() if name == "N" else _plain(line)


def _fields(value: str) -> list[str]:
    """Return the parts of a name or an address, several of one part joined by a space."""
    return [
        " ".join(each for each in part if each) if isinstance(part, list) else str(part)
        for part in splitFields(value)
    ]


def _plain(line: ContentLine) -> str:
    """Return a value without the escapes it travels with."""
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], line.value).strip()
