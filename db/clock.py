"""The only place that reads the computer's clock; everywhere else the moment is an argument."""

from datetime import UTC, datetime


def utc_now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)
