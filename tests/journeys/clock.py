"""A clock for journeys."""

from datetime import UTC, datetime, timedelta


class Clock:
    """Moves when told, so that a journey is the same on every day."""

    def __init__(self, moment: datetime) -> None:
        self.set(moment)

    def __call__(self) -> datetime:
        return self._moment

    def set(self, moment: datetime) -> None:
        """It is now `moment` (aware)."""
        self._moment = moment.astimezone(UTC)

    def pass_time(self, **amount: float) -> None:
        """Let `timedelta(**amount)` go by."""
        self._moment += timedelta(**amount)
