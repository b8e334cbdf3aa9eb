"""What rules find, told once."""

import pytest

from liaison import i18n
from liaison.domain.rules.facts import Finding, each_once


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", ["No office. (3 times)", "No name."]),
        ("fa", ["No office. (۳ بار)", "No name."]),
    ],
)
def test_what_is_said_of_several_is_said_once(lang: str, said: list[str]) -> None:
    before = i18n.language()
    i18n.install(lang)
    found = [
        Finding("office", "No office.", ("a",)),
        Finding("name", "No name.", ("b",)),
        Finding("office", "No office.", ("c",)),
        Finding("office", "No office.", ("d",)),
    ]
    told = each_once(found)
    assert [each.message for each in told] == said
    assert [each.records for each in told] == [("a",), ("b",)]
    i18n.install(before)
