"""Names for reviews and other logged things: they grow with time and never meet another copy's."""

import secrets

_RANDOM_BITS = 21


def review_id(at_ms: int) -> int:
    """A fresh id: 42 bits of milliseconds since 1970 (until 2109), then 21 of chance.

    It is the primary key, so that two copies of a collection merge their logs by it and the log
    needs no second index.
    """
    return at_ms << _RANDOM_BITS | secrets.randbits(_RANDOM_BITS)


def fresh(at_ms: int) -> dict[str, int]:
    """What `db.statements.parts.fresh_id` makes an id of: `review_id`, or a bit above the newest.

    So ids tell the order in which things happened even when the clock was set back between them.
    """
    return {"id_by_time": review_id(at_ms), "gap": 1 + secrets.randbelow(1 << _RANDOM_BITS)}


def moment_of(review_id: int) -> int:
    """The milliseconds since 1970 in a review's id."""
    return review_id >> _RANDOM_BITS


def first_id(at_ms: int) -> int:
    """The lowest id that a review of that moment or later can have."""
    return at_ms << _RANDOM_BITS
