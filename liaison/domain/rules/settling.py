"""What is written once every question between two sides is answered."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from liaison.domain.rules.comparing_sides import Comparison
from liaison.domain.rules.sides import (
    Answers,
    Kept,
    Question,
    is_asked,
    is_whole,
    led_on,
    references,
)
from liaison.domain.rules.voices import heard
from liaison.domain.schema import Reference, fields_of_kind

Holders: TypeAlias = Mapping[str, Sequence[tuple[str, str]]]
"""The live records of ours that refer to one, by its uid: their uids and fields."""


@dataclass
class Settled:
    """What is to be written here, by uid of ours.

    `joined` leads from the uids of theirs to those of ours that are the same; `kept` are records
    they binned that something here still refers to, `left_out` those that refer to what stays in
    the bin.
    """

    adds: dict[str, Kept] = field(default_factory=dict)
    updates: dict[str, dict[str, Any]] = field(default_factory=dict)
    restores: list[str] = field(default_factory=list)
    bins: list[str] = field(default_factory=list)
    joined: dict[str, str] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def unanswered(comparison: Comparison, answers: Answers) -> list[Question]:
    """Return the questions that wait for an answer, given those so far."""
    return [
        each
        for each in comparison.questions
        if is_asked(each, answers) and answers.get(each.name) not in each.answers
    ]


def settle(comparison: Comparison, answers: Answers, holders: Holders) -> Settled:
    """Return what is to be written; every question that is asked has its answer."""
    asked = [each for each in comparison.questions if is_asked(each, answers)]
    answers = {each.name: answers[each.name] for each in asked}
    settled = Settled(bins=list(comparison.bins), restores=list(comparison.restores))
    adds = list(comparison.adds)
    stays: set[str] = set()
    for each in asked:
        if each.about == "same" and answers[each.name] == "ours":
            settled.joined[each.uid] = each.twin
        elif each.about == "binned" and answers[each.name] == "theirs":
            settled.bins.append(each.uid)
        elif each.about == "back" and answers[each.name] == "ours":
            stays.add(each.uid)
        elif each.about == "back":
            (settled.restores if each.uid in comparison.ours else adds).append(each.uid)
    _lead_adds(comparison, settled, adds)
    _choose_values(comparison, answers, settled, stays)
    while _loosen(comparison, settled, holders):
        pass
    settled.updates = {uid: values for uid, values in settled.updates.items() if values}
    return settled


def _lead_adds(comparison: Comparison, settled: Settled, adds: Iterable[str]) -> None:
    """Gather the new records, referring to ours where theirs are joined to them.

    One that comes to equal a record of ours by that is no second one.
    """
    for uid in adds:
        theirs = comparison.theirs[uid]
        if uid in settled.joined:
            continue
        values = led_on(theirs.record_type, theirs.values, settled.joined)
        twin = _equal(comparison, theirs, values) if values != theirs.values else ""
        if twin:
            settled.joined[uid] = twin
        else:
            settled.adds[uid] = Kept(theirs.record_type, values)
    for uid, kept in settled.adds.items():
        values = led_on(kept.record_type, kept.values, settled.joined)
        settled.adds[uid] = Kept(kept.record_type, values)


def _equal(comparison: Comparison, theirs: Kept, values: Mapping[str, Any]) -> str:
    for uid, ours in comparison.ours.items():
        is_unknown = uid not in comparison.theirs and not ours.binned
        if is_unknown and ours.record_type is theirs.record_type and ours.values == values:
            return uid
    return ""


def _choose_values(
    comparison: Comparison, answers: Answers, settled: Settled, stays: Iterable[str]
) -> None:
    """Gather the values to take, and those chosen, for records that are here."""
    chosen = {uid: dict(values) for uid, values in comparison.takes.items()}
    for each in comparison.questions:
        if each.about == "field" and not each.twin and each.name in answers:
            value = each.value(answers[each.name])
            chosen.setdefault(each.uid, {})[each.key] = value
    for uid in [*chosen]:
        if uid not in comparison.ours or uid in settled.adds or uid in stays:
            del chosen[uid]
    for uid, values in heard(comparison.voices, comparison.ours, chosen, answers).items():
        chosen[uid] = {**chosen.get(uid, {}), **values}
    for uid, values in chosen.items():
        ours = comparison.ours[uid]
        led = led_on(ours.record_type, values, settled.joined)
        settled.updates[uid] = {
            key: value for key, value in led.items() if value != ours.values.get(key)
        }


def _loosen(comparison: Comparison, settled: Settled, holders: Holders) -> bool:
    """Leave out what would refer to a record that is not there; tell whether anything was."""
    return (
        _loosen_adds(comparison, settled)
        or _loosen_restores(comparison, settled)
        or _loosen_updates(comparison, settled)
        or _keep_referred(comparison, settled, holders)
    )


def _stands(comparison: Comparison, settled: Settled, uid: str) -> bool:
    """Tell whether a record is there, outside the bin, when all is written."""
    if uid in settled.adds or uid in settled.restores:
        return True
    ours = comparison.ours.get(uid)
    if ours is None:  # of records nobody took along only those exist that ours refer to
        return uid not in comparison.theirs
    return not ours.binned and uid not in settled.bins


def _loosen_adds(comparison: Comparison, settled: Settled) -> bool:
    for uid, kept in settled.adds.items():
        for key, target in references(kept.record_type, kept.values):
            if _stands(comparison, settled, target):
                continue
            without = {**kept.values, key: None}
            if is_whole(kept.record_type, without):
                settled.adds[uid] = Kept(kept.record_type, without)
            else:
                del settled.adds[uid]
                settled.left_out.append(uid)
            return True
    return False


def _loosen_restores(comparison: Comparison, settled: Settled) -> bool:
    for uid in settled.restores:
        kept = comparison.ours[uid]
        values = {**kept.values, **settled.updates.get(uid, {})}
        for key, target in references(kept.record_type, values):
            if _stands(comparison, settled, target):
                continue
            if is_whole(kept.record_type, {**values, key: None}):
                settled.updates.setdefault(uid, {})[key] = None
            else:
                settled.restores.remove(uid)
                settled.updates.pop(uid, None)
                settled.left_out.append(uid)
            return True
    return False


def _loosen_updates(comparison: Comparison, settled: Settled) -> bool:
    for uid, values in settled.updates.items():
        record_type = comparison.ours[uid].record_type
        for key, target in references(record_type, values):
            if not _stands(comparison, settled, target):
                del values[key]
                return True
    return False


def _keep_referred(comparison: Comparison, settled: Settled, holders: Holders) -> bool:
    """Keep a record that they binned and something here still refers to, with its parts."""
    for uid in settled.bins:
        if _is_part_of(comparison.ours[uid], settled.kept):
            settled.bins.remove(uid)
            settled.kept.append(uid)
            return True
        for holder, key in holders.get(uid, ()):
            value = settled.updates.get(holder, {}).get(key, uid)
            refers = value == uid or (isinstance(value, tuple) and value[1] == uid)
            if refers and _stands(comparison, settled, holder):
                settled.bins.remove(uid)
                settled.kept.append(uid)
                return True
    return False


def _is_part_of(kept: Kept, wholes: Collection[str]) -> bool:
    owners = fields_of_kind(kept.record_type, Reference)
    return any(
        getattr(each.kind, "owner", False) and kept.values.get(key) in wholes
        for key, each in owners.items()
    )
