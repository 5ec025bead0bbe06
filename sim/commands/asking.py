"""What a command line asks for, checked against the catalogue before torch is loaded."""

from __future__ import annotations

from collections.abc import Sequence

from sim import contents, request
from sim.contents import Entry
from sim.errors import BadSettingError
from sim.protocol import RunRequest
from sim.settings import Whole
from sim.words import Words

_SHORT = {"lr": "learning_rate"}
"""As everybody calls it."""

_FORM = Words("un réglage et sa valeur, tel lr=3", "a setting and its value, such as lr=3")


def pairs(texts: Sequence[str], option: str = "--set", form: Words = _FORM) -> dict[str, str]:
    """``name=value`` arguments by name, in full; the last one counts.

    Raises:
        BadSettingError: If a text has no name or no ``=``.
    """
    found: dict[str, str] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not name:
            raise BadSettingError(option, text, form)
        name = name.strip()
        found[_SHORT.get(name, name)] = value.strip()
    return found


def whole(name: str, given: str | None, takes: Whole, default: int) -> int:
    """A whole number of the command line, or its default.

    Raises:
        BadSettingError: If it is none that can be.
    """
    if given is None:
        return default
    parsed = takes.parse(given)
    if parsed is None:
        raise BadSettingError(name, given, takes.allowed)
    return parsed


def run_request(
    name: str,
    *,
    settings: Sequence[str] = (),
    members: str | None = None,
    seed: str | None = None,
    device: str | None = None,
) -> RunRequest:
    """A request for an experiment, everything in it allowed.

    Raises:
        SimError: If something is not; its words say what is.
    """
    entry = contents.entry(name)
    return RunRequest(
        job_id=1,
        experiment=entry.name,
        settings=entry.checked(pairs(settings)),
        members=count_of(entry, whole("--members", members, request.MEMBERS, entry.members)),
        seed=whole("--seed", seed, request.SEED, 0),
        device=device or "auto",
    )


def count_of(entry: Entry, members: int) -> int:
    """How many networks a case there will be: a computation without chance is done once."""
    return members if entry.kind == "ensemble" else 1
