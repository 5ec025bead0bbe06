"""The learner's days: when today began, by the learner's clock rather than by UTC.

A day starts when the wall clock first shows the rollover hour (4:00 by default), so that a late
evening counts for the day before. Clocks jump: an hour is skipped or repeated at a change to or
from summer time, and a traveller's zone changes between two cards.
"""

import time
from datetime import UTC, date, datetime, timedelta, tzinfo
from datetime import time as clock_time
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_INSTANT = timedelta(microseconds=1)


def zone_named(name: str) -> tzinfo | None:
    """The zone of an IANA name; None, the computer's, for "" and for a name nobody knows."""
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


class LearnerCalendar(NamedTuple):
    """Turns instants into learner's days and back.

    Attributes:
        zone: The learner's time zone; None for the computer's, read again at each question so
            that a change of zone is noticed (on Windows only after a restart).
        rollover_hour: Hour of the wall clock, 0 to 23, at which a day starts.
    """

    zone: tzinfo | None
    rollover_hour: int

    def day_of(self, now: datetime) -> int:
        """The learner's day that `now` belongs to, as a proleptic ordinal.

        It never goes back while time goes on, even where a clock set back repeats the rollover.

        Raises:
            ValueError: If `now` has no time zone.
        """
        if now.tzinfo is None:
            raise ValueError(f"expected an aware datetime, got {now!r}")
        self._notice_a_new_zone()
        wall = now.astimezone(self.zone).replace(tzinfo=None)
        day = (wall - timedelta(hours=self.rollover_hour)).toordinal()
        while self.start_of(day + 1) <= now:
            day += 1
        return day

    def start_of(self, day: int) -> datetime:
        """The first instant, in UTC, at which the wall clock shows the rollover hour of `day`.

        Where that hour is skipped, it is the moment of the jump.
        """
        self._notice_a_new_zone()
        rollover = datetime.combine(date.fromordinal(day), clock_time(self.rollover_hour))
        first = self._to_utc(rollover.replace(fold=0))
        second = self._to_utc(rollover.replace(fold=1))
        # PEP 495: only in a gap does fold=1 come before fold=0.
        return self._jump_between(second, first) if second < first else first

    def _to_utc(self, wall: datetime) -> datetime:
        if self.zone is None:
            # Not astimezone(): in a gap it takes the offset from the wrong side (PEP 495).
            return datetime.fromtimestamp(wall.timestamp(), UTC)
        return wall.replace(tzinfo=self.zone).astimezone(UTC)

    def _jump_between(self, before: datetime, after: datetime) -> datetime:
        """The instant at which the offset to UTC changes, by bisection."""
        old = before.astimezone(self.zone).utcoffset()
        while after - before > _INSTANT:
            middle = before + (after - before) // 2
            if middle.astimezone(self.zone).utcoffset() == old:
                before = middle
            else:
                after = middle
        return after

    def _notice_a_new_zone(self) -> None:
        # The C library keeps the zone it saw first until told to look again.
        if self.zone is None and hasattr(time, "tzset"):
            time.tzset()
