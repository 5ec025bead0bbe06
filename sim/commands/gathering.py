"""A sweep under way: parts come in from Dask, and become a table and a file."""

from __future__ import annotations

from collections import defaultdict
from concurrent.futures import CancelledError
from contextlib import AbstractContextManager
from pathlib import Path

from distributed import Client
from distributed.comm.core import CommClosedError
from distributed.scheduler import KilledWorker

from sim.commands.console import DONE, FAILED, INTERRUPTED, Console, table
from sim.commands.outputs import write_text
from sim.result import median
from sim.sweep import team
from sim.sweep.files import csv_text, json_text
from sim.sweep.plan import Part, Row, Sweep, rows
from sim.sweep.work import work
from sim.words import Words

_WAITING = Words("en attente d’ouvriers…", "waiting for workers…")
_WORKING = Words("{done:d} tâches sur {count:d}", "{done:d} of {count:d} tasks")
_CAME = Words(
    "{point}\u00a0: tenu dans {share:.1%} des {members:d} réseaux",
    "{point}: held in {share:.1%} of {members:d} networks",
)
_MET = Words("tenu", "held")
_STOPPED = Words(
    "Interrompu après {done:d} tâches sur {count:d}, et rien n’a été écrit. Le tableau a les "
    "valeurs qui sont complètes.",
    "Interrupted after {done:d} of {count:d} tasks, and nothing was written. The table has the "
    "values that are complete.",
)
_WRITTEN = Words("Écrit : {file}", "Written: {file}")
_LOST = Words(
    "l’ordonnanceur ou ses ouvriers ont été perdus ; relancez le balayage",
    "the scheduler or its workers were lost; run the sweep again",
)
_CANNOT = Words(
    "un ouvrier ne sait pas faire ce travail : {why} ; lancez les ouvriers dans le dossier "
    "d’Époque, avec le même Python",
    "a worker cannot do this work: {why}; start workers in Époque’s folder, with the same Python",
)
_REFUSED = Words(
    "l’ordonnanceur ne sait pas recevoir ce travail ; lancez-le dans le dossier d’Époque, avec "
    "le même Python et PYTHONPATH=.",
    "the scheduler cannot take this work; start it in Époque’s folder, with the same Python and "
    "PYTHONPATH=.",
)


def gather(
    sweep: Sweep,
    console: Console,
    *,
    scheduler: str | None,
    workers: int,
    path: Path | None,
    is_json: bool,
) -> int:
    """Compute a sweep and show it.

    Args:
        sweep: What to compute.
        console: Where to speak.
        scheduler: Address of a Dask scheduler; None for processes of this machine.
        workers: How many of those.
        path: Where every measure goes, by its ending; None for nowhere.
        is_json: Write JSON on stdout instead of the table.
    """
    parts: list[Part] = []
    try:
        with _team(sweep, scheduler, workers) as client:
            trouble = _collect(client, sweep, parts, console)
    except KeyboardInterrupt:
        console.write(_table(sweep, rows(sweep, parts), console))
        console.tell(_STOPPED, {"done": len(parts), "count": len(sweep.tasks)})
        return INTERRUPTED
    if trouble is not None:
        console.refuse(trouble)
        return FAILED
    _deliver(sweep, parts, console, path=path, is_json=is_json)
    return DONE


def _team(sweep: Sweep, scheduler: str | None, workers: int) -> AbstractContextManager[Client]:
    if scheduler is not None:
        return team.at(scheduler)
    return team.local(min(workers, len(sweep.tasks)))


def _collect(client: Client, sweep: Sweep, parts: list[Part], console: Console) -> Words | None:
    """Fill `parts`; what went wrong, or None."""
    tasks, arrived = sweep.tasks, _Arrived(sweep, console)
    console.progress(0, console.in_words(_WAITING))
    try:
        for part in team.parts(client, work, tasks):
            if console.interruption.is_asked:  # Dask may have swallowed the exception
                raise KeyboardInterrupt
            if part.trouble is not None:
                return part.trouble
            parts.append(part)
            arrived.take(part)
            values = {"done": len(parts), "count": len(tasks)}
            console.progress(len(parts) / len(tasks), console.in_words(_WORKING, values))
    except (CancelledError, CommClosedError, KilledWorker, TimeoutError, OSError):
        return _LOST
    except (ImportError, AttributeError, TypeError) as error:  # another clone, another Python
        why = f"{type(error).__name__}: {error}"
        return Words(_CANNOT.fr.format(why=why), _CANNOT.en.format(why=why))
    except RuntimeError:  # Dask's, of a scheduler that cannot read what it should hand out
        return _REFUSED
    return None if len(parts) == len(tasks) else _LOST


class _Arrived:
    """Tells who watches of each value as soon as all its networks are there."""

    def __init__(self, sweep: Sweep, console: Console) -> None:
        self._console, self._members, self._points = console, sweep.members, sweep.points
        self._met: dict[int, list[bool]] = defaultdict(list)

    def take(self, part: Part) -> None:
        """A part more."""
        place, met = part.task.point, self._met[part.task.point]
        met.extend(part.met)
        if len(met) == self._members and self._console.is_watched:
            named = self._points[place].items()
            point = ", ".join(f"{name} = {_written(value, self._console)}" for name, value in named)
            values: dict[str, float | str] = {
                "point": point,
                "share": sum(met) / len(met),
                "members": len(met),
            }
            self._console.tell(_CAME, values)


def _deliver(
    sweep: Sweep, parts: list[Part], console: Console, *, path: Path | None, is_json: bool
) -> None:
    found = rows(sweep, parts)
    text = json_text(sweep, found, torch=" ".join(sorted({part.torch for part in parts})))
    console.write(text if is_json else _table(sweep, found, console))
    if path is not None:
        write_text(path, csv_text(sweep, found) if path.suffix.lower() == ".csv" else text)
        console.tell(_WRITTEN, {"file": str(path)})


def _table(sweep: Sweep, found: list[Row], console: Console) -> str:
    """Medians of each measure, and how often the claim held, a line a combination."""
    measures = list(found[0].measures) if found else []
    lines = [[*sweep.over, console.in_words(_MET), *measures]]
    for row in found:
        settings = [_written(value, console) for value in row.point.values()]
        medians = [console.number(median(values)) for values in row.measures.values()]
        held = console.number(sum(row.met) / len(row.met), ".1%")
        lines.append([*settings, held, *medians])
    return table(lines, numbers_from=0)


def _written(value: str | int | float | bool, console: Console) -> str:
    if isinstance(value, str | bool):
        return str(value)
    return console.number(value, ".4")
