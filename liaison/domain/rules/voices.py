"""Several records of theirs that are one of ours: which of their values stand there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from liaison.domain.rules.sides import Answers, Conditions, Question, Side, holds, values_merged
from liaison.domain.schema import RecordType, Text, fields_of


@dataclass(frozen=True)
class Voice:
    """A value that a record of theirs, `uid`, has for the field `key` of ours, `target`.

    It counts where the answers `under` were given. `question` sets it against what ours says, and
    is "" where ours says nothing, or what both once had.
    """

    uid: str
    target: str
    key: str
    value: Any
    under: Conditions = ()
    question: str = ""

    @property
    def won(self) -> Conditions:
        """The answers by which it stands where ours stood."""
        return (*self.under, (self.question, "theirs")) if self.question else self.under


def voices_on(
    theirs: tuple[RecordType, str, Mapping[str, Any]],
    ours: tuple[str, Mapping[str, Any]],
    base: Mapping[str, Any],
    under: Conditions = (),
) -> tuple[list[Voice], list[Question]]:
    """Return what a record of theirs (type, uid, values) says of ours (uid, values).

    What it lacks says nothing. With the voices come the questions against what ours says.
    """
    record_type, uid, values = theirs
    target, own = ours
    given = {key: value for key, value in values.items() if value is not None}
    taken, asked = values_merged(base, own, given)
    questions = [
        Question("field", record_type, uid, key, own.get(key), given[key], target, under=under)
        for key in asked
    ]
    voices = [Voice(uid, target, key, value, under) for key, value in taken.items()]
    voices += [Voice(uid, target, q.key, q.theirs, under, q.name) for q in questions]
    return voices, questions


def rivalries(record_type: RecordType, voice: Voice, known: Iterable[Voice]) -> Iterator[Question]:
    """Yield the questions of a voice against each of those known before that says otherwise."""
    for each in known:
        is_rival = (each.target, each.key) == (voice.target, voice.key) and each.uid != voice.uid
        if is_rival and each.value != voice.value:
            under = tuple(dict.fromkeys((*each.won, *voice.won)))
            values = (each.value, voice.value)
            yield _against(record_type, voice, each.uid, values, under)


def _against(
    record_type: RecordType,
    voice: Voice,
    rival: str,
    values: tuple[Any, Any] = (None, None),
    under: Conditions = (),
) -> Question:
    return Question(
        "field", record_type, voice.uid, voice.key, *values, voice.target, rival, under=under
    )


def heard(
    voices: Iterable[Voice], ours: Side, chosen: Mapping[str, Mapping[str, Any]], answers: Answers
) -> dict[str, dict[str, Any]]:
    """Return by record of ours the values that stand once all voices are heard.

    `chosen` holds what is written there for the record itself, `answers` only what was asked.
    """
    groups: dict[tuple[str, str], list[Voice]] = {}
    for voice in voices:
        if holds(voice.under, answers):
            groups.setdefault((voice.target, voice.key), []).append(voice)
    found: dict[str, dict[str, Any]] = {}
    for (target, key), group in groups.items():
        kept, written = ours[target], chosen.get(target, {})
        first = {target: written[key]} if key in written else {"": kept.values.get(key)}
        stands = {uid: value for uid, value in first.items() if value is not None}
        for voice in group:
            _set_against(kept.record_type, stands, voice, answers)
        values = list(stands.values())
        is_text = isinstance(fields_of(kept.record_type)[key].kind, Text)
        found.setdefault(target, {})[key] = "\n\n".join(values) if is_text else values[-1]
    return found


def _set_against(
    record_type: RecordType, stands: dict[str, Any], voice: Voice, answers: Answers
) -> None:
    """Let a voice stand beside, or in place of, what stands so far, as was answered.

    Two texts of which nobody was asked which of them stands both do.
    """
    if voice.value in stands.values():
        return
    own = answers[voice.question] if voice.question else "theirs"
    if own == "ours":
        return
    said = {
        uid: answers.get(_against(record_type, voice, uid).name, "both") for uid in stands if uid
    }
    if own == "theirs":
        stands.pop("", None)
    if "ours" in said.values():
        return
    for uid, answer in said.items():
        if answer == "theirs":
            del stands[uid]
    stands[voice.uid] = voice.value
