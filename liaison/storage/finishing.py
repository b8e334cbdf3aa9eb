"""What a new state brings with it, by whatever way it is set."""

from collections.abc import Mapping
from typing import Any

from liaison.domain.records.follow_up import FollowUp
from liaison.domain.rules.finishing import with_state
from liaison.domain.schema import Instant, RecordType
from liaison.storage.row import Row
from liaison.time import instant


def brought(
    record_type: RecordType,
    row: Row,
    new: Mapping[str, Any],
    given: Mapping[str, Any],
    at: str,
) -> dict[str, Any]:
    """Return what goes with the new state of a follow-up and was not given by itself.

    `at` is the moment of the change, as it is stored.
    """
    if record_type is not FollowUp or "state" not in new:
        return {}
    moment = Instant().load(at).astimezone(instant.zone())
    found = with_state(row, new["state"], moment.date())
    return {
        key: value for key, value in found.items() if key not in given and value != row.values[key]
    }
