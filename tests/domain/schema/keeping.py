"""What every kind owes its values."""

from typing import Any

from liaison.domain.schema import AnyKind


def kept(kind: AnyKind, value: Any) -> None:  # noqa: ANN401 - of any kind
    """Assert that `value` comes back from the database and from a bundle."""
    stored = kind.store(value)
    assert isinstance(stored, int if kind.sql == "integer" else str)
    assert kind.load(stored) == value
    assert kind.from_json(kind.to_json(value)) == value
