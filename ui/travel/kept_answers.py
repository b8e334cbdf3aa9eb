"""The answers to the questions of a file, kept as a draft until it is taken in."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from liaison.domain.rules.sides import Answer, Answers, Question
    from ui.drafts import Drafts
    from ui.travel.reading import Weighed


def keep(drafts: Drafts, weighed: Weighed, answers: Answers) -> None:
    """Keep the answers given so far, each with what it was an answer to."""
    fields = {
        each.question.name: f"{answers[each.question.name]} {_digest(each.question)}"
        for each in weighed.asked
        if each.question.name in answers
    }
    drafts.keep(_key(weighed), {**fields}, 0)


def find(drafts: Drafts, weighed: Weighed) -> dict[str, Answer]:
    """Return the answers that were given to the very questions that are asked now."""
    draft = drafts.find(_key(weighed))
    kept = {} if draft is None else draft.fields
    return {
        each.question.name: answer
        for each in weighed.asked
        for answer in each.question.answers
        if kept.get(each.question.name) == f"{answer} {_digest(each.question)}"
    }


def drop(drafts: Drafts, weighed: Weighed) -> None:
    """Forget the answers."""
    drafts.drop(_key(weighed))


def _key(weighed: Weighed) -> str:
    trip = weighed.arrival.trip
    return f"trip-{trip.uid}-{trip.away}-{weighed.arrival.passage}"


def _digest(question: Question) -> str:
    both = repr((question.twin, question.against, question.ours, question.theirs))
    return hashlib.sha256(both.encode()).hexdigest()[:16]
