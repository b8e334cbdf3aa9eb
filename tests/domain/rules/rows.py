"""Records as the rules see them."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Row:
    """The values of one record, as the archive gives them."""

    uid: str
    values: dict[str, Any] = field(default_factory=dict)

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - a value of any kind
        return self.values.get(key, default)
