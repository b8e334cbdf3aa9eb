from hypothesis import given
from hypothesis import strategies as st

from liaison.domain.records.delegation_member import DelegationMember
from liaison.domain.rules.precedence import (
    by_country,
    listing,
    numbers,
    suggested,
    support_last,
)
from liaison.domain.schema import fields_of
from tests.domain.rules.rows import Row

ROLES = [*fields_of(DelegationMember)["role"].kind.options, None]

MEMBERS = [
    Row("driver", {"role": "support", "rank": 1}),
    Row("interpreter", {"role": "interpreter", "rank": 2}),
    Row("press", {"role": "press"}),
    Row("expert", {"role": "expert"}),
    Row("lower deputy", {"role": "deputy_head", "rank": 3}),
    Row("higher deputy", {"role": "deputy_head", "rank": 4}),
    Row("elected", {"role": "elected"}),
    Row("director", {"role": "director"}),
    Row("unknown", {}),
    Row("head", {"role": "head", "rank": 9}),
]


def test_the_usual_order_with_its_reasons() -> None:
    places = suggested(MEMBERS, {"higher deputy": 2, "lower deputy": 3})
    assert [each.member for each in places] == [
        "head",
        "higher deputy",
        "lower deputy",
        "elected",
        "director",
        "expert",
        "unknown",
        "press",
        "interpreter",
        "driver",
    ]
    assert [each.rank for each in places] == list(range(1, 11))
    assert places[0].reason == "Head of the delegation"
    assert places[1].reason == "Deputy head, by level of office"
    assert places[-1].reason == "Support staff, below the line"


def test_a_number_stays_whoever_drops_out() -> None:
    members = [Row("b", {"rank": 2}), Row("c", {"rank": 3}), Row("a", {"rank": 1, "role": "press"})]
    support = Row("driver", {"rank": 0, "role": "support"})
    before = numbers([support, *members])
    assert before == {"a": 1, "b": 2, "c": 3, "driver": 4}
    away = Row("b", {"rank": 2, "attendance": "prevented"})
    assert numbers([support, away, *members[1:]]) == before


def test_equals_keep_the_order_they_have() -> None:
    members = [
        Row("second", {"role": "expert", "rank": 2}),
        Row("first", {"role": "expert", "rank": 1}),
    ]
    assert [each.member for each in suggested(members, {})] == ["first", "second"]


@given(st.lists(st.sampled_from(ROLES), max_size=12))
def test_everyone_gets_one_place(roles: list[str | None]) -> None:
    members = [Row(str(number), {"role": role}) for number, role in enumerate(roles)]
    places = suggested(members, {})
    assert {each.member for each in places} == {each.uid for each in members}
    assert all(each.reason for each in places)


def test_a_list_keeps_the_hands_order_with_support_below_and_absentees_apart() -> None:
    members = [
        *MEMBERS,
        Row("ill", {"role": "expert", "rank": 5, "attendance": "prevented"}),
        Row("guard", {"role": "security", "rank": 3, "attendance": "confirmed"}),
    ]
    whole = listing(members)
    assert [each.uid for each in whole.members][:3] == ["lower deputy", "higher deputy", "head"]
    assert [each.uid for each in whole.support] == ["driver", "interpreter", "guard"]
    assert [each.uid for each in whole.away] == ["ill"]
    assert len(whole.members) == 8


def test_the_support_group_goes_behind_the_others_and_keeps_its_order() -> None:
    ordered = support_last(MEMBERS, lambda each: each.get("role"))
    assert [each.uid for each in ordered][-2:] == ["driver", "interpreter"]
    assert [each.uid for each in ordered][:2] == ["press", "expert"]


def test_many_cities_stand_in_the_alphabet_of_the_print() -> None:
    delegations = [Row(code, {"country": code}) for code in ("IR", "TR", "AZ", "FR", "TJ")]

    def order(lang: str, **options: object) -> list[str]:
        return [each.uid for each in by_country(delegations, lang, host="IR", **options)]  # type: ignore[arg-type]  # options of the rule

    assert order("en") == ["AZ", "FR", "TJ", "TR", "IR"]
    assert order("fa") == ["AZ", "TJ", "TR", "FR", "IR"]
    assert order("fa", host_first=True)[0] == "IR"
