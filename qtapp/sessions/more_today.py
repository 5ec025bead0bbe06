"""More cards than the day's limits allow, for today only: how many, and when it can be asked."""

from db.rows import TodayFacts
from qtapp.commands import Command

MORE_NEW, MORE_REVIEWS = 10, 50
"""What one asking adds to the limits: about ten minutes of either at an ordinary pace."""


def more_commands(facts: TodayFacts | None) -> frozenset[Command]:
    """What would bring cards that only the limits keep from coming."""
    if facts is None:
        return frozenset()
    can = {Command.MORE_NEW: facts.held_back.new, Command.MORE_REVIEWS: facts.held_back.review}
    return frozenset(command for command, count in can.items() if count)
