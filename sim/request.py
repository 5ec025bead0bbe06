"""What a request must satisfy whatever the experiment, said before anything is computed."""

from __future__ import annotations

from dataclasses import replace

from sim.errors import BadSettingError
from sim.protocol import MOST_MEMBERS, RunRequest
from sim.settings import Whole
from sim.words import Words

MOST_SEED = 2**53 - 1
"""The greatest whole number that every reader of JSON keeps exactly."""

MEMBERS = Whole(Words("réseaux par cas", "networks per case"), 1, MOST_MEMBERS)
SEED = Whole(Words("graine", "seed"), 0, MOST_SEED)


def checked(request: RunRequest) -> RunRequest:
    """The request, its numbers made whole numbers.

    Raises:
        BadSettingError: If the members or the seed are none that can be.
    """
    return replace(
        request,
        members=_whole("members", MEMBERS, request.members),
        seed=_whole("seed", SEED, request.seed),
    )


def _whole(name: str, takes: Whole, given: object) -> int:
    parsed = takes.parse(given)
    if parsed is None:
        raise BadSettingError(name, given, takes.allowed)
    return parsed
