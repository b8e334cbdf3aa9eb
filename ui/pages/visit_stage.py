"""The stages a visit passes through."""

from typing import Final

from liaison.domain.records.visit import Visit
from liaison.domain.schema import Choice, fields_of

CANCELLED: Final = "cancelled"


def stage_labels() -> dict[str, str]:
    """Return the stages a visit passes through, each with its label; a cancelled one left them."""
    kind = fields_of(Visit)["stage"].kind
    options = kind.options if isinstance(kind, Choice) else {}
    return {key: label for key, label in options.items() if key != CANCELLED}
