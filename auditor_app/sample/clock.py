"""A clock that is set by hand, so that what was done in March carries a March date."""

from datetime import UTC, datetime, timedelta

_TICK = timedelta(milliseconds=40)


class SampleClock:
    """Stands where it was set and ticks a little at every look, as work does."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment.astimezone(UTC)

    def __call__(self) -> datetime:
        """The moment it shows."""
        self._moment += _TICK
        return self._moment

    def set(self, moment: datetime) -> None:
        """Show another moment; never an earlier one, since work is done in order."""
        self._moment = max(self._moment, moment.astimezone(UTC))

    def forward(self, seconds: int) -> None:
        """Let time pass."""
        self._moment += timedelta(seconds=seconds)
