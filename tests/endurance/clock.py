"""A clock that can be set, for a process that does nothing else afterwards."""

import sys
import time
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Final

_REAL: Final = datetime


class Clock:
    """Puts the time of this process right or wrong; what runs by it is not told."""

    def __init__(self) -> None:
        self._real = time.time_ns
        self._wrong = timedelta()
        clock = self

        class Moment(_REAL):  # type: ignore[misc, valid-type] # the class everybody has
            """The same as ever, but for now."""

            @classmethod
            def now(cls, tz: tzinfo | None = None) -> "Moment":
                """Return what the clock shows."""
                real = super().now(UTC) + clock._wrong
                return cls.fromtimestamp(real.timestamp(), tz)

        time.time_ns = lambda: self._real() + int(self._wrong.total_seconds() * 1e9)  # type: ignore[assignment]
        for module in list(sys.modules.values()):
            if getattr(module, "datetime", None) is _REAL:
                module.datetime = Moment  # type: ignore[attr-defined]
        self.moment = Moment

    def put(self, wrong: timedelta) -> None:
        """Let the clock be wrong by so much."""
        self._wrong = wrong

    def now(self) -> datetime:
        """Return what the clock shows."""
        return self.moment.now(UTC)
