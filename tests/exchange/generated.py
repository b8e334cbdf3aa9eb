"""Records made up by hypothesis: any values a bundle may carry, of any type."""

import uuid
from typing import Any

from hypothesis import strategies as st

from liaison.domain.records import CATALOGUE
from liaison.domain.schema import (
    AnyKind,
    AnyReference,
    Choice,
    Choices,
    Clock,
    Code,
    Country,
    Day,
    Email,
    Field,
    File,
    Flag,
    Instant,
    Number,
    Period,
    Phone,
    RecordType,
    Reference,
    Tags,
    Text,
    Tongues,
    Url,
    fields_of,
)

WORDS = st.text("ابپتيیكک‌ةگABab01۰۱٠١«»(). -\u200f", max_size=12).map("آ".__add__)
DAYS = st.dates().map(str)
MOMENTS = st.datetimes().map(lambda moment: f"{moment.isoformat()}Z")
SPANS = st.one_of(
    st.builds(lambda text: {"from": None, "until": None, "text": f"پاییز {text}"}, WORDS),
    st.builds(lambda day, text: {"from": day, "until": day, "text": text}, DAYS, WORDS),
    st.builds(lambda day: {"from": day, "until": None, "text": "از آن روز"}, DAYS),
)
OF_KIND: dict[type[AnyKind], st.SearchStrategy[Any]] = {
    Clock: st.times().map(lambda time: f"{time:%H:%M}"),
    Code: st.integers(0, 10**9).map(str),
    Country: st.sampled_from(["TR", "FR", "IR"]),
    Day: DAYS,
    Email: st.just("office@example.org"),
    File: st.none(),
    Flag: st.booleans(),
    Instant: MOMENTS,
    Period: SPANS,
    Phone: st.just("+982112345678"),
    Tags: st.lists(WORDS, max_size=3),
    Tongues: st.lists(WORDS, max_size=3),
    Text: st.lists(WORDS, min_size=1, max_size=3).map("\n\n".join),
    Url: st.just("https://example.org/a"),
}

Uids = dict[str, list[str]]


def uids() -> st.SearchStrategy[Uids]:
    """Make a few uids for each type, so that everything referred to is there."""
    numbers = st.lists(st.uuids(version=4), min_size=len(CATALOGUE), unique=True)
    return numbers.map(
        lambda drawn: {
            each.__tablename__: [str(uuid.UUID(int=drawn[place].int + step)) for step in (0, 1)]
            for place, each in enumerate(CATALOGUE)
        }
    )


def value(kind: AnyKind, known: Uids) -> st.SearchStrategy[Any]:
    """Make the JSON of a value of `kind`; references lead to `known` records."""
    match kind:
        case Choice():
            return st.sampled_from(list(kind.options))
        case Choices():
            return st.lists(st.sampled_from(list(kind.options)), max_size=3)
        case Number():
            low = kind.lowest if kind.lowest is not None else -1000
            return st.integers(low, kind.highest if kind.highest is not None else 10**9)
        case Reference():
            return st.sampled_from(known[kind.target])
        case AnyReference():
            return st.sampled_from(
                [{"type": name, "uid": each} for name, all_ in known.items() for each in all_]
            )
    return OF_KIND.get(type(kind), WORDS)


@st.composite
def records(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Make two records of every type, referring to each other."""
    known = draw(uids())
    return [
        {"type": each.__tablename__, "uid": uid, "fields": draw(_fields(each, uid, known))}
        for each in CATALOGUE
        for uid in known[each.__tablename__]
    ]


@st.composite
def _fields(draw: st.DrawFn, record_type: RecordType, uid: str, known: Uids) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for key, declared in fields_of(record_type).items():
        if declared.required or _in_title(record_type, key):
            fields[key] = draw(value(declared.kind, known))
        elif not _chained(declared, record_type) and draw(st.booleans()):
            fields[key] = draw(st.one_of(st.none(), value(declared.kind, known)))
        if declared.unique and key in fields:
            fields[key] = f"1405-V-{int(uid[-6:], 16)}"
    return fields


def _in_title(record_type: RecordType, key: str) -> bool:
    wanted = (*record_type.title_fields, *record_type.required_texts)
    return key.removesuffix("_fa").removesuffix("_en") in wanted


def _chained(declared: Field, record_type: RecordType) -> bool:
    """Leave out references to the own type: a chain of them may close a ring."""
    kind = declared.kind
    return isinstance(kind, Reference) and kind.target == record_type.__tablename__
