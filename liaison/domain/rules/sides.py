"""Records as two archives hold them, and what is asked where they went different ways."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from liaison.domain.schema import AnyReference, RecordType, Reference, Text, fields_of, label_key

Answer: TypeAlias = Literal["ours", "theirs", "both"]
About: TypeAlias = Literal["field", "binned", "back", "same"]
"""What a question is about: two values of a field; a record they binned and we changed; one that
lies in our bin and they changed or need; one they added that may be one of ours."""
Conditions: TypeAlias = tuple[tuple[str, Answer], ...]
"""Names of questions with the answers that they have to have."""
_MISSING: Final = object()


@dataclass(frozen=True)
class Kept:
    """One record as an archive holds it: its values by field key, and whether it is in the bin."""

    record_type: RecordType
    values: Mapping[str, Any]
    binned: bool = False


Side: TypeAlias = Mapping[str, Kept]
"""What an archive holds, by uid."""


@dataclass(frozen=True)
class Question:
    """Something both sides did differently, for a person to say.

    `uid` is the record's on their side, `twin` that of ours which may be the same, or is. Where
    more than one of theirs is that, `against` is the other, and `ours` what stands by it. A
    question that stands `under` others is only asked where they have the answers named with them.
    """

    about: About
    record_type: RecordType
    uid: str
    key: str = ""
    ours: Any = None
    theirs: Any = None
    twin: str = ""
    against: str = ""
    under: Conditions = ()

    @property
    def name(self) -> str:
        """What the answer is kept by."""
        return f"{self.about}/{self.uid}/{self.key}/{self.twin}/{self.against}"

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What can be answered: two texts can also both be kept."""
        if self.about == "field" and self.ours and self.theirs:
            kind = fields_of(self.record_type)[self.key].kind
            return ("ours", "theirs", "both") if isinstance(kind, Text) else ("ours", "theirs")
        return ("ours", "theirs")

    def value(self, answer: Answer) -> Any:  # noqa: ANN401 - each field has its own values
        """Return the value of the field that an answer chooses."""
        if answer == "both":
            return f"{self.ours}\n\n{self.theirs}"
        return self.ours if answer == "ours" else self.theirs


Answers: TypeAlias = Mapping[str, Answer]


def is_asked(question: Question, answers: Answers) -> bool:
    """Tell whether a question is to be answered, given the answers so far."""
    return holds(question.under, answers)


def holds(conditions: Conditions, answers: Answers) -> bool:
    """Tell whether every answer was given that is asked for."""
    return all(answers.get(name) == answer for name, answer in conditions)


def verdict(base: Any, ours: Any, theirs: Any) -> Literal["same", "ours", "theirs", "asked"]:  # noqa: ANN401 - each field has its own values
    """Tell which of two values holds, where both come from `base`."""
    if ours == theirs:
        return "same"
    if theirs == base:
        return "ours"
    return "theirs" if ours == base else "asked"


def values_merged(
    base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]
) -> tuple[dict[str, Any], list[str]]:
    """Return the values to take from `theirs`, and the fields to ask about.

    A field of which `base` knows nothing is asked about wherever the two differ.
    """
    taken: dict[str, Any] = {}
    asked: list[str] = []
    for key, value in theirs.items():
        found = verdict(base.get(key, _MISSING), ours.get(key), value)
        if found == "theirs":
            taken[key] = value
        elif found == "asked":
            asked.append(key)
    return taken, asked


def references(record_type: RecordType, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the fields that refer to records, with the uids they refer to."""
    for key, described in fields_of(record_type).items():
        value = values.get(key)
        if value is not None and isinstance(described.kind, Reference):
            yield key, value
        elif value is not None and isinstance(described.kind, AnyReference):
            yield key, value[1]


def led_on(
    record_type: RecordType, values: Mapping[str, Any], joined: Mapping[str, str]
) -> dict[str, Any]:
    """Return `values` referring to our records where theirs are `joined` to them (by uid)."""
    led = dict(values)
    for key, uid in references(record_type, values):
        if uid in joined:
            is_any = isinstance(fields_of(record_type)[key].kind, AnyReference)
            led[key] = (values[key][0], joined[uid]) if is_any else joined[uid]
    return led


def chain_of(joins: Mapping[str, str], uid: str) -> list[str]:
    """Return the record that one was joined with, the one that this was joined with, and so on."""
    chain = [uid]
    while chain[-1] in joins and joins[chain[-1]] not in chain:
        chain.append(joins[chain[-1]])
    return chain[1:]


def led_to_kept(joins: Mapping[str, str], ours: Side, uids: Iterable[str]) -> dict[str, str]:
    """Return which of ours stands for each of `uids` that was joined and is not there itself."""
    there = {uid for uid, kept in ours.items() if not kept.binned}
    found = {
        uid: next((each for each in chain_of(joins, uid) if each in there), "")
        for uid in uids
        if uid in joins and uid not in there
    }
    return {uid: kept for uid, kept in found.items() if kept}


def names(record_type: RecordType) -> list[list[str]]:
    """Return the groups of fields of which each record of a type owes one at least."""
    declared = fields_of(record_type)
    called = [key for key in declared if label_key(record_type, key) in record_type.title_fields]
    owed = [
        [key for key in declared if label_key(record_type, key) == name]
        for name in record_type.required_texts
    ]
    return [each for each in (called, *owed) if each]


def is_whole(record_type: RecordType, values: Mapping[str, Any]) -> bool:
    """Tell whether values hold all that a record owes: what is required, and a name."""
    required = [key for key, each in fields_of(record_type).items() if each.required]
    return all(values.get(key) is not None for key in required) and all(
        any(values.get(key) is not None for key in keys) for keys in names(record_type)
    )
