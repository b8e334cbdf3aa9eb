import pytest

from liaison.domain.rules.lanes import lanes


@pytest.mark.parametrize(
    ("stretches", "expected"),
    [
        ([], []),
        ([(0, 2), (3, 4)], [0, 0]),
        ([(0, 2), (2, 4)], [0, 1]),  # both ends are their own
        ([(1, 1), (0, 6), (2, 3), (5, 6)], [1, 0, 1, 1]),
        ([(0, 1), (0, 6)], [1, 0]),  # of two that begin together the longer one comes first
        ([(0, 0), (0, 0), (0, 0)], [0, 1, 2]),
    ],
)
def test_nothing_covers_another(stretches: list[tuple[int, int]], expected: list[int]) -> None:
    assert lanes(stretches) == expected
