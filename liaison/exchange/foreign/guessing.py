"""What a table seems to be about, and what its columns seem to hold; people have the last word."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final, Literal

from liaison.domain.records import by_name
from liaison.domain.schema import fields_of, label_key
from liaison.exchange.foreign.head_words import HEADS, MEANINGS, SIGNS
from liaison.exchange.foreign.subjects import CITY_NAME, SUBJECTS, Subject, target
from liaison.exchange.foreign.tables import Cell, Columns, RawTable, Target
from liaison.i18n import translated
from liaison.language import keys
from liaison.language.digits import to_ascii

_TONGUES: Final[Mapping[Literal["fa", "en"], str]] = {
    "fa": "فارسی|به فارسی|persian|farsi|fa|in persian",
    "en": "انگلیسی|به انگلیسی|لاتین|به لاتین|english|latin|en|in english",
}
_BRACKETS: Final = re.compile(r"[()\[\]*:؛،,.]|^\d+\s")
_PHONE: Final = re.compile(r"\+?[\d\s().\-]{7,}")
_ENOUGH: Final = 0.5
_LOOKED_AT: Final = 200


def is_known_head(text: str) -> bool:
    """Tell whether files name columns so."""
    return bool(_meaning(text)[0]) or any(word in _labels() for word, _lang in _readings(text))


def guessed_subject(table: RawTable) -> str:
    """Return what the rows seem to be about, a key of `SUBJECTS`."""
    if table.columns:
        return _subject_of(table.columns)
    if subject := _labelled_subject(table.heads):
        return subject
    present = {_meaning(head)[0] for head in table.heads}
    for subject, signs in SIGNS:
        if present & set(signs):
            return subject
    content = {_by_content(table.column(at)) for at in range(len(table.heads))}
    return "contacts" if content & {"email", "phone"} else "partners"


def guessed(table: RawTable, subject: str = "") -> Columns:
    """Return what each column seems to hold, for a table about `subject` or what it seems to be."""
    about = subject or guessed_subject(table)
    if table.columns and about == guessed_subject(table):
        return table.columns
    found: list[Target | None] = []
    is_ours = about == _labelled_subject(table.heads)
    for at, head in enumerate(table.heads):
        if is_ours:
            own = _labelled(about, head)
            found.append(None if own in found else own)
            continue
        meaning, lang = _meaning(head)
        meaning = meaning or ("" if head else _by_content(table.column(at)))
        one = _meant(about, meaning, lang) or _labelled(about, head)
        found.append(None if one in found else one)
    return tuple(found if is_ours else _settled(about, table, found))


def _settled(about: str, table: RawTable, found: list[Target | None]) -> list[Target | None]:
    """Mend what only the other columns tell: «نام» beside «نام خانوادگی», «شهر» beside «سازمان»."""
    if about != "contacts":
        return found
    has_family = any(each and each.field == "family_name" for each in found)
    meanings = [_meaning(head) for head in table.heads]
    has_body = any(meaning == "organisation" for meaning, _lang in meanings)
    for at, (meaning, lang) in enumerate(meanings):
        if meaning == "name" and has_family:
            found[at] = Target("person", "given_name", lang)
        if meaning == "city":
            found[at] = Target("partner", "city") if has_body else CITY_NAME
    return found


def _subject_of(columns: Iterable[Target | None]) -> str:
    records = {each.record for each in columns if each}
    return next((key for key, each in SUBJECTS.items() if records <= set(each.records)), "contacts")


def _labelled_subject(heads: Sequence[str]) -> str:
    """Return the subject whose own fields are called as most of the heads, "" for none.

    Such are the tables that the program itself takes out.
    """
    known = [set(_named(head)) for head in heads]
    spoken = [set(_named(head, spoken=True)) for head in heads]
    counts: dict[str, int] = {}
    for key, each in SUBJECTS.items():
        own = {f"{_main(each)}.{name}" for name in fields_of(by_name(_main(each)))}
        if any(names & own for names in spoken):  # no other program names a column so
            counts[key] = sum(bool(names & own) for names in known)
    most = max(counts.values(), default=0)
    best = [key for key, count in counts.items() if count == most]
    return best[0] if len(best) == 1 and most > max(2, len(heads) * _ENOUGH) else ""


def _main(subject: Subject) -> str:
    """Return the type of record that a row is first of all about."""
    return next((each for each in subject.records if each != "partner"), "partner")


def _named(head: str, *, spoken: bool = False) -> Iterator[str]:
    """Yield the fields that are called so, "partner.goals"; if `spoken`, with their language."""
    for word, lang in _readings(head):
        if lang or not spoken:
            yield from _labels().get(word, ())


def _readings(head: str) -> Iterator[tuple[str, Literal["fa", "en", ""]]]:
    """Yield the key of a head, and what is left of it without the name of a language."""
    words = " ".join(keys.spaced(_BRACKETS.sub(" ", head)).split())
    if not words:
        return
    yield words.replace(" ", ""), ""
    for key, lang in _tongues().items():
        for rest in (words.removesuffix(" " + key), words.removeprefix(key + " ")):
            if rest != words:
                yield rest.replace(" ", ""), lang


def _meaning(head: str) -> tuple[str, Literal["fa", "en", ""]]:
    """Return what a column under this head means, "" where that is unknown, and its language."""
    for word, lang in _readings(head):
        if found := _known().get(word):
            return found, lang
    return "", ""


@cache
def _known() -> Mapping[str, str]:
    return {keys.joined(word): key for key, text in HEADS.items() for word in text.split("|")}


@cache
def _tongues() -> Mapping[str, Literal["fa", "en"]]:
    pairs = [
        (keys.spaced(word), lang) for lang, text in _TONGUES.items() for word in text.split("|")
    ]
    return dict(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _labels() -> Mapping[str, tuple[str, ...]]:
    """Return by the key of each label, in both languages, the fields called so: "partner.goals"."""
    found: dict[str, tuple[str, ...]] = {}
    records = dict.fromkeys(name for each in SUBJECTS.values() for name in each.records)
    for record in records:
        for key, described in fields_of(by_name(record)).items():
            for lang in ("fa", "en"):
                word = keys.joined(translated(described.label, lang))
                found[word] = (*found.get(word, ()), f"{record}.{key}")
    return found


def _labelled(about: str, head: str) -> Target | None:
    """Return the first field, of the records the table is about, whose label is the head."""
    for record in SUBJECTS[about].records:
        for word, lang in _readings(head):
            for name in _labels().get(word, ()):
                owner, _dot, key = name.partition(".")
                if owner == record:
                    described = fields_of(by_name(record))[key]
                    shared = label_key(by_name(record), key)
                    is_bilingual = bool(described.language)
                    return (
                        Target(record, shared, lang)
                        if is_bilingual
                        else target(record, key, described)
                    )
    return None


def _meant(about: str, meaning: str, lang: Literal["fa", "en", ""]) -> Target | None:
    name = MEANINGS[about].get(meaning)
    if name is None:
        return None
    record, _dot, field = name.partition(".")
    is_bilingual = f"{field}_fa" in fields_of(by_name(record)) or name == "person.name"
    return Target(record, field, lang if is_bilingual else "")


def _by_content(cells: Iterable[Cell]) -> str:
    """Return what the cells of a column without a head clearly are, "" where that is open."""
    texts = [
        to_ascii(str(cell)) for cell, _n in zip(cells, range(_LOOKED_AT), strict=False) if cell
    ]

    def mostly(test: Callable[[str], object]) -> bool:
        return sum(bool(test(text)) for text in texts) > len(texts) * _ENOUGH

    if mostly(lambda text: "@" in text):
        return "email"
    if mostly(lambda text: _PHONE.fullmatch(text) and len(re.sub(r"\D", "", text)) > 6):  # noqa: PLR2004 - fewer digits are no telephone
        return "phone"
    return ""
