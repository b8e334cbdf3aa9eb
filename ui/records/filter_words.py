"""What a list is asked for, by field: which questions there are, in words, and as JSON."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import Any, Final

from liaison.domain.schema import (
    AnyKind,
    AnyReference,
    Choice,
    Choices,
    Clock,
    Country,
    Day,
    Field,
    File,
    Flag,
    Instant,
    Json,
    Number,
    Period,
    RecordType,
    Reference,
    Text,
    Tongue,
    Tongues,
    fields_of,
)
from liaison.errors import UserError
from liaison.i18n import N_, _, language, ngettext
from liaison.language.listing import comma
from liaison.storage.conditions import SOME, Containing
from liaison.time.span import Span
from ui.editors.span_edit import understood
from ui.figures import figure, isolated

Where = Mapping[str, Any]

AMONG, IS, WITHIN, CONTAINING = "among", "is", "within", "containing"
YES, NO, SOMETHING, NOTHING = "yes", "no", "some", "none"
NO_FLAG: Final = frozenset({False, None})
"""What a flag is that nobody has set."""

LABELS: Final[Mapping[str, str]] = {
    AMONG: N_("is one of"),
    IS: N_("is this one"),
    WITHIN: N_("lies between"),
    CONTAINING: N_("contains"),
    YES: N_("is yes"),
    NO: N_("is not yes"),
    SOMETHING: N_("is not empty"),
    NOTHING: N_("is empty"),
}
_IN: Final = {"fa": N_("{field} in Persian"), "en": N_("{field} in English")}
_VALUELESS: Final[Mapping[str, str]] = {
    NOTHING: N_("empty"),
    SOMETHING: N_("not empty"),
    YES: N_("Yes"),
    NO: N_("No"),
}
_NEVER: Final = (Clock, File, Tongue, Tongues)
_ALWAYS: Final = (Choice, Choices, Reference, AnyReference, Country, Day, Instant, Period, Flag)
_FIRST: Final[tuple[tuple[tuple[type[AnyKind], ...], tuple[str, ...]], ...]] = (
    ((Choice, Choices), (AMONG,)),
    ((Reference, AnyReference, Country), (IS,)),
    ((Day, Instant, Period, Number), (WITHIN,)),
    ((Flag,), (YES, NO)),
)


def asked_fields(record_type: RecordType) -> dict[str, Field]:
    """Return the fields a list can be asked for: what it shows, and all that is not plain text."""
    return {
        key: each
        for key, each in fields_of(record_type).items()
        if not isinstance(each.kind, _NEVER)
        and (each.listed or key == "notes" or isinstance(each.kind, _ALWAYS))
        and not (isinstance(each.kind, Text) and each.restricted)
    }


def questions(kind: AnyKind) -> tuple[str, ...]:
    """Return what can be asked of a field of this kind, the likeliest first."""
    own = next((asked for kinds, asked in _FIRST if isinstance(kind, kinds)), (CONTAINING,))
    return (*own, SOMETHING, NOTHING)


def question(kind: AnyKind, wanted: Any) -> str:  # noqa: ANN401 - each kind has its own values
    """Return which question `wanted` is."""
    if wanted is None or wanted is SOME:
        return NOTHING if wanted is None else SOMETHING
    if isinstance(wanted, Containing):
        return CONTAINING
    if isinstance(kind, Flag):
        return YES if wanted is True else NO
    if isinstance(wanted, AbstractSet):
        return AMONG
    ranged = isinstance(wanted, tuple) and isinstance(kind, Day | Instant | Period | Number)
    return WITHIN if ranged else IS


def field_name(record_type: RecordType, key: str) -> str:
    """Return the name of a field, with its language where it has two."""
    described = fields_of(record_type)[key]
    label = _(described.label)
    return _(_IN[described.language]).format(field=label) if described.language else label


def words(record_type: RecordType, key: str, wanted: Any, titles: Mapping[str, str]) -> str:  # noqa: ANN401 - each kind has its own values
    """Return one condition in words; `titles` are those of the records spoken of, by uid."""
    if key not in fields_of(record_type):  # chosen one by one, by their uids
        count = len(wanted) if isinstance(wanted, AbstractSet) else 1
        text = ngettext("{count} chosen record", "{count} chosen records", count)
        return text.format(count=figure(count))
    kind, name = fields_of(record_type)[key].kind, field_name(record_type, key)
    asked = question(kind, wanted)
    if asked == CONTAINING:
        return _("{field} contains “{text}”").format(field=name, text=isolated(wanted.text))
    if asked in _VALUELESS:
        value = _(_VALUELESS[asked])
    elif asked == WITHIN:
        value = _range(kind, *wanted)
    else:
        value = _list(kind, wanted, titles)
    return _("{field}: {value}").format(field=name, value=value)


def _list(kind: AnyKind, wanted: Any, titles: Mapping[str, str]) -> str:  # noqa: ANN401 - as above
    """Return the values asked for, a choice's in the order it was declared in."""
    each = sorted(wanted, key=str) if isinstance(wanted, AbstractSet) else [wanted]
    if isinstance(kind, Choice | Choices):
        each = [one for one in kind.options if one in each] + [None] * (None in each)
    return comma(language()).join(_shown(kind, one, titles) for one in each)


def _shown(kind: AnyKind, value: Any, titles: Mapping[str, str]) -> str:  # noqa: ANN401 - as above
    if value is None:
        return _("nothing")
    if isinstance(kind, Choice | Choices):
        return _(kind.options.get(value, value))
    if isinstance(kind, Reference):
        return isolated(titles.get(value, "…"))
    if isinstance(kind, AnyReference):
        return isolated(titles.get(value[1], "…"))
    return isolated(kind.show(value, language()))


def _range(kind: AnyKind, since: Any, until: Any) -> str:  # noqa: ANN401 - as above
    if not isinstance(kind, Number):
        return understood(Span(day_of(since), day_of(until)))
    first, last = (None if each is None else figure(each) for each in (since, until))
    if first and last:
        return _("{first} to {last}").format(first=first, last=last)
    if first:
        return _("from {first}").format(first=first)
    return _("until {last}").format(last=last)


def day_of(end: Any) -> Any:  # noqa: ANN401 - a day, a moment of it, or a number
    """Return the end of a range as it is typed: of a moment only its day."""
    return end.date() if isinstance(end, datetime) else end


def uids(record_type: RecordType, where: Where) -> set[str]:
    """Return the uids of the records that `where` speaks of by name."""
    found: set[str] = set()
    for key, wanted in where.items():
        described = fields_of(record_type).get(key)
        if described and isinstance(described.kind, Reference | AnyReference):
            each = wanted if isinstance(wanted, AbstractSet) else {wanted}
            single = isinstance(described.kind, Reference)
            for one in each - {None, SOME}:
                found.add(one if single else one[1])
    return found


# -- kept on this computer


def to_json(record_type: RecordType, where: Where) -> Json:
    """Return `where` as it is written down; what was chosen by uid is not."""
    kept: list[Json] = []
    for key, wanted in where.items():
        if key in fields_of(record_type):
            kind = fields_of(record_type)[key].kind
            asked = question(kind, wanted)
            value = _written(kind, asked, wanted)
            kept.append({"field": key, "question": asked, "value": value})
    return kept


def _written(kind: AnyKind, asked: str, wanted: Any) -> Json:  # noqa: ANN401 - as above
    one = _element(kind)
    match asked:
        case "containing":
            return str(wanted.text)
        case "within":
            return [None if each is None else one.to_json(day_of(each)) for each in wanted]
        case "among":
            return [None if each is None else one.to_json(each) for each in sorted(wanted, key=str)]
        case "is":
            return one.to_json(wanted)
    return None


def _element(kind: AnyKind) -> AnyKind:
    """Return the kind of what a question is answered with."""
    if isinstance(kind, Instant | Period):
        return Day()
    return Choice(kind.options) if isinstance(kind, Choices) else kind


def from_json(record_type: RecordType, kept: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever a file says
    """Return what `to_json` wrote down; what is not understood any more is left out."""
    where: dict[str, Any] = {}
    for each in kept if isinstance(kept, list) else ():
        try:
            key, asked, value = str(each["field"]), each["question"], each["value"]
            kind = fields_of(record_type)[key].kind
            where[key] = _read(_element(kind), asked, value)
        except (KeyError, TypeError, ValueError, UserError):
            continue
    return where


def _read(one: AnyKind, asked: str, value: Any) -> Any:  # noqa: ANN401 - as above
    known: dict[str, Any] = {NOTHING: None, SOMETHING: SOME, YES: True, NO: NO_FLAG}
    if asked in known:
        return known[asked]
    if asked == CONTAINING:
        return Containing(str(value))
    if asked == WITHIN:
        since, until = _each(one, value)
        return since, until
    return frozenset(_each(one, value)) if asked == AMONG else one.from_json(value)


def _each(one: AnyKind, values: Iterable[Any]) -> list[Any]:
    return [None if each is None else one.from_json(each) for each in values]
