"""`sweep`: one experiment for many settings, each with many networks."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from sim import contents
from sim.commands.asking import pairs, run_request, whole
from sim.commands.console import Console
from sim.commands.outputs import SWEEPS, file_to_write
from sim.contents import Entry
from sim.errors import SimError, UnknownSettingError
from sim.settings import Whole
from sim.sweep.plan import CHUNK, Sweep
from sim.sweep.ranges import FORM, values
from sim.words import Words

MOST_TASKS = 100_000
WORKERS = Whole(Words("processus", "processes"), 1, 256)

_NO_DASK = Words(
    "Dask n’est pas installé ; python -m pip install distributed l’installe",
    "Dask is not installed; python -m pip install distributed installs it",
)
_TOO_MANY = Words(
    "ce balayage ferait {tasks} tâches de {chunk} réseaux ; il en faut au plus {most} : moins de "
    "valeurs, ou moins de --members",
    "this sweep would make {tasks} tasks of {chunk} networks; it takes at most {most}: fewer "
    "values, or fewer --members",
)


def run(asked: argparse.Namespace, console: Console) -> int:
    """Sweep; see `sim.commands.main` for the exit code.

    Raises:
        SimError: If something is asked wrongly, or Dask is not installed.
    """
    sweep = _sweep(asked)
    workers = whole("--workers", asked.workers, WORKERS, os.cpu_count() or 1)
    path: Path | None = file_to_write(asked.save, SWEEPS)
    if find_spec("distributed") is None:
        raise SimError(_NO_DASK)
    # Late on purpose: Dask is optional, and a wrong request is answered before it is loaded.
    from sim.commands.gathering import gather

    return gather(
        sweep, console, scheduler=asked.scheduler, workers=workers, path=path, is_json=asked.json
    )


def _sweep(asked: argparse.Namespace) -> Sweep:
    request = run_request(
        asked.name, settings=asked.settings, members=asked.members, seed=asked.seed
    )
    over = _ranges(contents.entry(asked.name), asked.over)
    kept = {name: value for name, value in request.settings.items() if name not in over}
    sweep = Sweep(request.experiment, kept, over, request.members, request.seed)
    _refuse_too_many(sweep)
    return sweep


def _ranges(entry: Entry, texts: Sequence[str]) -> dict[str, tuple[str | int | float | bool, ...]]:
    found = {}
    for name, text in pairs(texts, "--over", FORM).items():
        if name not in entry.settings:
            raise UnknownSettingError(entry.name, name, tuple(entry.settings))
        found[name] = values(name, text, entry.settings[name].takes)
    return found


def _refuse_too_many(sweep: Sweep) -> None:
    points = 1
    for chosen in sweep.over.values():
        points *= len(chosen)
    tasks = points * -(-sweep.members // CHUNK)
    if tasks > MOST_TASKS:
        facts = {"tasks": tasks, "chunk": CHUNK, "most": MOST_TASKS}
        raise SimError(Words(_TOO_MANY.fr.format(**facts), _TOO_MANY.en.format(**facts)))
