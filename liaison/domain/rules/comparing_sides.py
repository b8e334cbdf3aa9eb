"""Three-way comparison: what both sides made of what they once had in common."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from liaison.domain.rules.sides import (
    Conditions,
    Kept,
    Question,
    Side,
    names,
    references,
    values_merged,
)
from liaison.domain.rules.voices import Voice, rivalries, voices_on
from liaison.domain.schema import RecordType

Twins: TypeAlias = Callable[[Kept], Sequence[str]]
"""Gives the uids of ours that may be the same as a record of theirs, the likeliest first."""
Like: TypeAlias = Callable[[Side], Twins]
"""Makes, of records of ours that are unknown to them, what finds the twins among these."""


@dataclass
class Comparison:
    """What is to be done, as far as it needs nobody's word, and the questions for the rest.

    `takes` are values for records that both have, by their uid; `adds`, `restores` and `bins` are
    uids; `same` counts the records that need nothing. `joined` leads from records of theirs to the
    one of ours that each was joined with here; what these say of ours, and those that may be the
    same as ours, are `voices`.
    """

    base: Side
    ours: Side
    theirs: Side
    takes: dict[str, dict[str, Any]] = field(default_factory=dict)
    adds: list[str] = field(default_factory=list)
    restores: list[str] = field(default_factory=list)
    bins: list[str] = field(default_factory=list)
    same: int = 0
    questions: list[Question] = field(default_factory=list)
    joined: Mapping[str, str] = field(default_factory=dict)
    voices: list[Voice] = field(default_factory=list)


def compare(
    base: Side, ours: Side, theirs: Side, like: Like, joined: Mapping[str, str] | None = None
) -> Comparison:
    """Compare `ours` with `theirs`, of which both once held `base`.

    Records of `ours` that neither of the others knows are those that one they added may be `like`.
    What a record that was `joined` with another here says goes to that one; nothing in `base` and
    `theirs` refers to it any more.
    """
    found = Comparison(base, ours, theirs, joined=joined or {})
    unknown = {
        uid: kept
        for uid, kept in ours.items()
        if uid not in base and uid not in theirs and not kept.binned
    }
    for uid, kept in theirs.items():
        if uid in found.joined:
            continue
        before = len(found.questions)
        done = _compared(found, uid, kept)
        if not done and len(found.questions) == before:
            found.same += 1
    for uid in found.joined:
        _hand_on(found, uid)
    twins = like(unknown)
    for uid in found.adds:
        _ask_whether_same(found, uid, unknown, twins)
    _ask_for_needed(found)
    return found


def _compared(found: Comparison, uid: str, theirs: Kept) -> bool:
    """Compare one record; tell whether something is done without asking."""
    ours, base = found.ours.get(uid), found.base.get(uid)
    if ours is None:
        return _gone_here(found, uid, theirs, base)
    if theirs.binned:
        return _binned_there(found, uid, ours, base)
    under: Conditions = ()
    if ours.binned:
        if base is not None and not base.binned and base.values == theirs.values:
            return False
        if base is not None and base.binned:
            found.restores.append(uid)
        else:
            under = _ask_back(found, uid, theirs)
    common = base.values if base is not None else {}
    taken, asked = values_merged(common, ours.values, theirs.values)
    asked += _emptying(theirs.record_type, ours.values, taken)
    found.takes[uid] = {key: value for key, value in taken.items() if key not in asked}
    found.questions += [_of_field(uid, ours, theirs, key, under) for key in asked]
    return uid in found.restores or (not under and bool(found.takes[uid]))


def _gone_here(found: Comparison, uid: str, theirs: Kept, base: Kept | None) -> bool:
    if theirs.binned:
        return False
    if base is None:
        found.adds.append(uid)
        return True
    if base.values != theirs.values or base.binned:
        _ask_back(found, uid, theirs)
    return False


def _binned_there(found: Comparison, uid: str, ours: Kept, base: Kept | None) -> bool:
    if ours.binned or (base is not None and base.binned):
        return False
    if base is None or base.values != ours.values or uid in found.joined.values():
        found.questions.append(Question("binned", ours.record_type, uid))
        return False
    found.bins.append(uid)
    return True


def _ask_back(found: Comparison, uid: str, theirs: Kept) -> Conditions:
    question = Question("back", theirs.record_type, uid)
    found.questions.append(question)
    return ((question.name, "theirs"),)


def _of_field(uid: str, ours: Kept, theirs: Kept, key: str, under: Conditions) -> Question:
    values = (ours.values.get(key), theirs.values[key])
    return Question("field", theirs.record_type, uid, key, *values, under=under)


def _emptying(
    record_type: RecordType, ours: Mapping[str, Any], taken: Mapping[str, Any]
) -> list[str]:
    """Return the fields of which taking theirs would leave a record without a name it needs.

    Each side emptied the other language of it.
    """
    merged = {**ours, **taken}
    emptied = [keys for keys in names(record_type) if all(merged.get(key) is None for key in keys)]
    return [key for keys in emptied for key in keys if key in taken]


def _ask_whether_same(found: Comparison, uid: str, unknown: Side, twins: Twins) -> None:
    """Ask of each twin in turn, until one is the same; of one of ours more than one may be that."""
    theirs = found.theirs[uid]
    others: Conditions = ()
    for twin in twins(theirs):
        if twin not in unknown:
            continue
        same = Question("same", theirs.record_type, uid, twin=twin, under=others)
        found.questions.append(same)
        ours = unknown[twin].values
        empty = {key: None for key in theirs.values if ours.get(key) is None}
        _raise_voices(found, uid, twin, theirs.values, empty, (*others, (same.name, "ours")))
        others = (*others, (same.name, "theirs"))


def _hand_on(found: Comparison, uid: str) -> None:
    """Hand what they wrote in a record that was joined with another here on to that one."""
    theirs, base, target = found.theirs.get(uid), found.base.get(uid), found.joined[uid]
    if theirs is None or theirs.binned:
        return
    known = base.values if base is not None else {}
    written = {key: value for key, value in theirs.values.items() if value != known.get(key)}
    ours = found.ours[target].values
    empty = {key: None for key in written if known.get(key) is None and ours.get(key) is None}
    _raise_voices(found, uid, target, written, empty, ())


def _raise_voices(
    found: Comparison,
    uid: str,
    target: str,
    values: Mapping[str, Any],
    base: Mapping[str, Any],
    under: Conditions,
) -> None:
    """Let a record of theirs speak of ours; ask where ours, or another, says otherwise."""
    record_type = found.theirs[uid].record_type
    known = [*found.voices, *_own_voices(found, target)]
    theirs, ours = (record_type, uid, values), (target, found.ours[target].values)
    voices, questions = voices_on(theirs, ours, base, under)
    found.questions += questions
    for each in voices:
        found.questions += rivalries(record_type, each, known)
    found.voices += voices


def _own_voices(found: Comparison, uid: str) -> list[Voice]:
    """Return what their own version of a record says of it."""
    own = [Voice(uid, uid, key, value) for key, value in found.takes.get(uid, {}).items()]
    asked = (each for each in found.questions if each.about == "field" and each.uid == uid)
    return own + [Voice(uid, uid, q.key, q.theirs, q.under, q.name) for q in asked]


def _ask_for_needed(found: Comparison) -> None:
    """Ask whether to bring back what lies in our bin, or is gone, and what comes refers to."""
    coming = {*found.adds, *found.restores}
    coming |= {each.uid for each in found.questions if each.about == "back"}
    waiting = [(uid, found.theirs[uid].values) for uid in coming]
    waiting += found.takes.items()
    waiting += [(each.uid, {each.key: each.theirs}) for each in found.questions if each.key]
    waiting += [(each.uid, {each.key: each.value}) for each in found.voices]
    for uid, values in waiting:  # grows while it is walked: what is brought back refers to more
        for _key, target in references(found.theirs[uid].record_type, values):
            ours = found.ours.get(target)
            wanted = found.theirs.get(target)
            is_gone = ours is None or ours.binned
            if is_gone and wanted is not None and not wanted.binned and target not in coming:
                _ask_back(found, target, wanted)
                coming.add(target)
                waiting.append((target, wanted.values))
