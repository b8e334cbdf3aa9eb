"""All that was found for some words: page by page, by type, and by what the records are."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from liaison.domain.records import by_name
from liaison.domain.schema import Choice, RecordType, Reference, fields_of
from liaison.i18n import translated
from liaison.language import digits
from liaison.storage.archive import Archive, Row
from liaison.storage.search import Hit, Tally
from liaison.time.instant import zone
from liaison.time.solar import has_solar_date, to_jalali
from liaison.time.span import Span

MOST: Final = 1000
"""So many records of a type are looked through for what they are."""
_SHOWN: Final = 8
_STATES: Final = ("stage", "state", "kind")
_DAYS: Final = (
    *("starts_on", "starts_at", "when", "signed_on", "due_on", "day", "given_on", "published_on"),
    *("since", "as_of", "requested_on", "population_on"),
)
YEAR: Final = "year"


@dataclass(frozen=True)
class Asked:
    """What is looked for: words, perhaps in one type, and there what the records have to be.

    `chosen` gives a value by facet.
    """

    text: str
    type_name: str = ""
    chosen: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Facet:
    """What the records found are, by one field: each value with its name and their number."""

    key: str
    values: Sequence[tuple[Any, str, int]]


@dataclass(frozen=True)
class Findings:
    """Some of the hits in order, how many there are in all, and what they are.

    Where there are more than were counted it is not `whole`.
    """

    hits: Sequence[Hit]
    total: int
    whole: bool
    tally: Tally
    facets: Sequence[Facet] = ()


def look(archive: Archive, asked: Asked, places: range, lang: str) -> Findings:
    """Return the hits at `places`, counted, and for one type what its records are."""
    tally = archive.tally(asked.text)
    if not asked.type_name:
        hits = archive.search(asked.text, limit=places.stop, reasoned=places)
        return Findings(hits[places.start :], tally.total, tally.whole, tally)
    types = (asked.type_name,)
    none = range(0)
    uids = [hit.uid for hit in archive.search(asked.text, types=types, limit=MOST, reasoned=none)]
    record_type = by_name(asked.type_name)
    rows = archive.rows(record_type, {"uid": frozenset(uids)})
    kept = {row.uid for row in rows if _is(row, asked.chosen, lang)}
    hits = archive.search(asked.text, types=types, limit=MOST, among=kept, reasoned=places)
    return Findings(
        hits[places.start : places.stop],
        len(kept),
        len(uids) < MOST,
        tally,
        _facets(archive, record_type, rows, asked.chosen, lang),
    )


def _facets(
    archive: Archive,
    record_type: RecordType,
    rows: Collection[Row],
    chosen: Mapping[str, Any],
    lang: str,
) -> list[Facet]:
    """Return what the records are, each facet counted among those the other ones leave."""
    found = []
    for key in facet_keys(record_type):
        others = {each: value for each, value in chosen.items() if each != key}
        counts = Counter(_value(row, key, lang) for row in rows if _is(row, others, lang))
        del counts[None]
        if len(counts) > 1 or key in chosen:
            counts.update({chosen[key]: 0} if key in chosen else {})
            found.append(Facet(key, _named(archive, record_type, key, counts, lang)))
    return found


def facet_keys(record_type: RecordType) -> list[str]:
    """Return the facets of a type: its state, its partner, its year."""
    fields = fields_of(record_type)
    states = [key for key in _STATES if key in fields and isinstance(fields[key].kind, Choice)][:1]
    partner = [key for key in ("partner",) if isinstance(_kind(record_type, key), Reference)]
    return [*states, *partner, *([YEAR] if _day_field(record_type) else [])]


def _kind(record_type: RecordType, key: str) -> Any:  # noqa: ANN401 - any kind, None for no field
    described = fields_of(record_type).get(key)
    return described and described.kind


def _day_field(record_type: RecordType) -> str:
    return next((key for key in _DAYS if key in fields_of(record_type)), "")


def _is(row: Row, chosen: Mapping[str, Any], lang: str) -> bool:
    return all(_value(row, key, lang) == value for key, value in chosen.items())


def _value(row: Row, key: str, lang: str) -> Any:  # noqa: ANN401 - a key, a uid or a year
    if key != YEAR:
        return row[key]
    told = row[_day_field(row.record_type)]
    if isinstance(told, Span):
        told = told.since or told.until
    if isinstance(told, datetime):
        told = told.astimezone(zone()).date()
    if not isinstance(told, date):
        return None
    return to_jalali(told)[0] if lang == "fa" and has_solar_date(told) else told.year


def _named(
    archive: Archive, record_type: RecordType, key: str, counts: Mapping[Any, int], lang: str
) -> list[tuple[Any, str, int]]:
    """Return the values in the order people expect, with their names."""
    kind = _kind(record_type, key)
    if isinstance(kind, Choice):
        return [
            (each, translated(label, lang), counts[each])
            for each, label in kind.options.items()
            if each in counts
        ]
    if key == YEAR:
        years = sorted(counts, reverse=True)[:_SHOWN]
        shown = digits.to_persian if lang == "fa" else str
        return [(year, shown(str(year)), counts[year]) for year in years]
    most = sorted(counts, key=lambda each: (-counts[each], each))[:_SHOWN]
    titles = archive.titles(most, lang)
    return [(uid, titles.get(uid, "—"), counts[uid]) for uid in most]
