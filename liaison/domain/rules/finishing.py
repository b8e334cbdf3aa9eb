"""What goes with the state of a follow-up: the day it was done, and how far it is."""

from datetime import date
from typing import Any, Final

from liaison.domain.rules.facts import Facts

DONE: Final = "done"
_WHOLE: Final = 100


def with_state(follow_up: Facts, state: str | None, today: date) -> dict[str, Any]:
    """Return the values that `follow_up` gets with a new state, that state among them.

    What is done was done today and wholly, unless somebody says otherwise; what is taken up again
    was not.
    """
    if state == DONE:
        return {"state": state, "done_on": today, "progress": _WHOLE}
    values: dict[str, Any] = {"state": state, "done_on": None}
    if follow_up.get("progress") == _WHOLE:
        values["progress"] = None
    return values
