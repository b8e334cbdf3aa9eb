"""What becomes of ours where more than one record of theirs is that: asked, and nothing lost."""

import random
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.domain.rules.comparing_sides import Comparison, compare
from liaison.domain.rules.settling import Settled, settle, unanswered
from liaison.domain.rules.sides import Answer, Kept
from tests.domain.rules.test_three_sides import PERSON, alike, compared, person, settled


def field_questions(comparison: Comparison) -> list[tuple[str, str]]:
    return [(each.ours, each.theirs) for each in comparison.questions if each.about == "field"]


@pytest.mark.parametrize(
    ("answers", "joined", "notes"),
    [
        (("theirs", "theirs"), [], "here"),
        (("theirs", "ours", "both"), ["u"], "here\n\nother"),
        (("ours", "theirs", "theirs"), ["t"], "there"),
        (("ours", "both", "ours", "both"), ["t", "u"], "here\n\nthere\n\nother"),
        (("ours", "ours", "ours", "theirs"), ["t", "u"], "other"),
        (("ours", "theirs", "ours", "ours"), ["t", "u"], "there"),
        (("ours", "theirs", "ours", "theirs", "theirs"), ["t", "u"], "other"),
        (("ours", "theirs", "ours", "theirs", "both"), ["t", "u"], "there\n\nother"),
    ],
)
def test_each_of_two_of_theirs_is_asked_about(
    answers: tuple[Answer, ...], joined: list[str], notes: str
) -> None:
    theirs = {"t": person("آلفا", "there"), "u": person("آلفا", "other")}
    comparison = compared({}, {"o": person("آلفا", "here")}, theirs)
    found = settled(comparison, *answers)
    assert (sorted(found.joined), sorted(found.adds)) == (joined, sorted({*theirs} - {*joined}))
    assert found.updates.get("o", {}).get("notes", "here") == notes


@pytest.mark.parametrize(
    ("answer", "notes"), [("ours", "there"), ("theirs", "other"), ("both", "there\n\nother")]
)
def test_what_two_of_theirs_would_fill_is_asked_between_them(answer: Answer, notes: str) -> None:
    theirs = {"t": person("آلفا", "there"), "u": person("آلفا", "other")}
    comparison = compared({}, {"o": person("آلفا")}, theirs)
    assert field_questions(comparison) == [("there", "other")]
    assert settled(comparison, "ours", "ours", answer).updates == {"o": {"notes": notes}}
    assert settled(comparison, "ours", "theirs").updates == {"o": {"notes": "there"}}


def test_who_is_not_the_first_may_be_the_second() -> None:
    ours = {"o": person("آلفا", "here"), "p": person("آلفا", "there")}
    comparison = compared({}, ours, {"t": person("آلفا", "there")})
    assert settled(comparison, "theirs", "ours").joined == {"t": "p"}
    assert "t" in settled(comparison, "theirs", "theirs").adds
    assert settled(comparison, "ours", "ours").joined == {"t": "o"}


NOTES = st.sampled_from(["", "a", "b", "c"])


@given(NOTES, st.lists(NOTES, min_size=1, max_size=3), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_no_value_goes_that_nobody_gave_up(
    here: str, there: list[str], chance: random.Random
) -> None:
    theirs = {f"t{place}": person("آلفا", notes) for place, notes in enumerate(there)}
    comparison = compared({}, {"o": person("آلفا", here)}, theirs)
    answers: dict[str, Answer] = {}
    given_up: set[str] = set()
    while waiting := unanswered(comparison, answers):
        asked = waiting[0]
        answers[asked.name] = chance.choice(asked.answers) if asked.about == "field" else "ours"
        if asked.about == "field" and answers[asked.name] != "both":
            given_up.add(asked.theirs if answers[asked.name] == "ours" else asked.ours)
    kept = settle(comparison, answers, {}).updates.get("o", {}).get("notes", here) or ""
    assert {here, *there} - {""} - given_up <= set(kept.split("\n\n"))
    assert set(kept.split("\n\n")) <= {here, *there}


def joined_here(
    ours: Mapping[str, Kept], theirs: Mapping[str, Kept], *answers: Answer
) -> tuple[Comparison, Settled]:
    """Compare after `d` was joined with `k` here, which both had."""
    known = Kept(PERSON, {**person("آلفا", "known").values, "mobile": None})
    base = {"d": known, "k": person("آلفا", "kept")}
    binned = {"d": Kept(PERSON, base["d"].values, binned=True), **ours}
    comparison = compare(base, binned, {**base, **theirs}, alike, {"d": "k"})
    return comparison, settled(comparison, *answers)


def test_what_was_written_in_a_record_joined_here_goes_to_the_kept_one() -> None:
    here, there = person("آلفا", "kept"), person("آلفا", "known")
    mobile = Kept(PERSON, {**there.values, "mobile": "+982100000000"})
    comparison, found = joined_here({"k": here}, {"d": mobile})
    assert not comparison.questions
    assert found.updates == {"k": {"mobile": "+982100000000"}}
    assert not found.restores


@pytest.mark.parametrize(
    ("answer", "notes"), [("ours", {}), ("theirs", "news"), ("both", "kept\n\nnews")]
)
def test_what_the_kept_one_says_otherwise_is_asked(answer: Answer, notes: str) -> None:
    _comparison, found = joined_here(
        {"k": person("آلفا", "kept")}, {"d": person("آلفا", "news")}, answer
    )
    assert found.updates == ({"k": {"notes": notes}} if notes else {})


def test_both_of_one_may_be_changed_on_the_trip() -> None:
    theirs = {"d": person("آلفا", "news"), "k": person("آلفا", "more")}
    comparison, found = joined_here({"k": person("آلفا", "kept")}, theirs, "theirs", "both")
    assert field_questions(comparison) == [("kept", "news"), ("more", "news")]
    assert found.updates == {"k": {"notes": "more\n\nnews"}}


def test_the_kept_one_does_not_go_into_the_bin_unasked() -> None:
    binned = Kept(PERSON, person("آلفا", "kept").values, binned=True)
    comparison, found = joined_here({"k": person("آلفا", "kept")}, {"k": binned}, "ours")
    assert [each.about for each in comparison.questions] == ["binned"]
    assert not found.bins
