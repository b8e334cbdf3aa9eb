"""The program as it would be if it never waited for the disk: what it acknowledges may be lost."""

import os
from typing import Any

from sqlcipher3 import dbapi2

_CAREFUL = "PRAGMA synchronous = FULL"


class _Careless(dbapi2.Connection):
    """A connection that leaves it to the system when something is written down."""

    def execute(self, sql: str, parameters: Any = (), /) -> Any:  # noqa: ANN401 - the driver has no types
        """Run a statement, but for the one that asks for care."""
        return super().execute(sql.replace(_CAREFUL, "PRAGMA synchronous = OFF"), parameters)


def stop_waiting_for_the_disk() -> None:
    """Make this process careless for good; only ever done in one that is to be killed."""
    connect = dbapi2.connect
    dbapi2.connect = lambda *words, **named: connect(*words, factory=_Careless, **named)
    os.fsync = lambda _descriptor: None
