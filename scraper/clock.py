"""The time of one run: a moment given from outside, and the seconds since then.

A job takes its clock as an argument, so that two runs over the same site can be compared and a test can name its day.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

FETCHED = "listmend_fetched"
"""Key of `Request.meta`: when the response came, an aware UTC datetime."""


class Clock:
    """A clock that starts at a given moment and then runs."""

    def __init__(self, begin: datetime | None = None) -> None:
        """Start at `begin`, an aware time; now where none is given."""
        self.begin = (begin or datetime.now(UTC)).astimezone(UTC)
        self._from = time.monotonic()

    def now(self) -> datetime:
        """Return the moment, UTC, in whole seconds."""
        moment = self.begin + timedelta(seconds=time.monotonic() - self._from)
        return moment.replace(microsecond=0)
