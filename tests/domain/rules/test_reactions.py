from datetime import date

import pytest

from liaison.domain.rules.reactions import by_group
from liaison.time.span import Span
from tests.domain.rules.rows import Row

FIRST, SECOND = date(2026, 4, 25), date(2026, 4, 27)


def item(group: str | None, day: date | None = None) -> Row:
    span = Span(day, day, "") if day else None
    return Row("", {"group": group, "published_on": span})


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([], []),
        ([item(None)], [("", 1, None, None)]),
        (
            [item("council", FIRST), item("council"), item(None, FIRST)]
            + [item("parliament", day) for day in (SECOND, FIRST, FIRST)],
            [
                ("parliament", 3, FIRST, SECOND),
                ("council", 2, FIRST, FIRST),
                ("", 1, FIRST, FIRST),
            ],
        ),
    ],
)
def test_reactions_are_counted_by_group_with_their_days(
    items: list[Row], expected: list[tuple[str, int, date | None, date | None]]
) -> None:
    found = by_group(items)
    assert [(each.key, len(each.items), each.since, each.until) for each in found] == expected


def test_within_a_group_the_earliest_comes_first() -> None:
    (group,) = by_group([item("press", SECOND), item("press"), item("press", FIRST)])
    days = [each.get("published_on") for each in group.items]
    assert [each.since if each else None for each in days] == [FIRST, SECOND, None]
