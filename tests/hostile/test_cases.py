"""Everything hostile that no other test holds: bounded, told in a sentence, nothing left behind."""

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hostile.families.every import CASES
from tests.hostile.sentence import faults_of_sentence
from tests.hostile.trial import Told

README = Path(__file__).with_name("README.md").read_text("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")
@pytest.mark.parametrize("key", [key for key, case in CASES.items() if case.in_suite])
def test_nothing_hostile_gets_further(carry_out: Callable[[str], Told], key: str) -> None:
    told = carry_out(key)
    assert told.faults == []


def test_every_number_has_its_line_and_every_line_its_test() -> None:
    lines = dict(re.findall(r"^\| (\w+) \|(.*)$", README, re.MULTILINE))
    assert {case.number for case in CASES.values()} <= lines.keys()
    assert {str(number) for number in range(1, 81)} <= lines.keys()
    root = Path(__file__).resolve().parents[2]
    named = {name for line in lines.values() for name in re.findall(r"`(tests/[\w/.]+)`", line)}
    named |= {case.elsewhere for case in CASES.values() if case.elsewhere}
    assert [name for name in named if not (root / name).exists()] == []


@pytest.mark.parametrize(
    ("message", "lang"),
    [
        ("The disk is full", "en"),
        ("پرونده خراب است: No such file.", "fa"),
        ("The file “x” is damaged.", "fa"),
        ("پرونده خراب است.", "en"),
        ("It is damaged:\nTree 5 page 7.", "en"),
        ("KeyError in the file.", "en"),
    ],
)
def test_what_is_no_plain_sentence_is_seen(message: str, lang: str) -> None:
    assert faults_of_sentence(message, lang)


@pytest.mark.parametrize(
    ("message", "lang"),
    [("The file “نامه” is damaged.", "en"), ("پروندهٔ «x.pdf» خراب است.", "fa")],
)
def test_names_may_be_of_any_language(message: str, lang: str) -> None:
    assert faults_of_sentence(message, lang) == []
