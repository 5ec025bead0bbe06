"""Runs every claim asked for on its seeds, one after another, and times it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sim import contents
from sim.commands.console import INTERRUPTED, Console
from sim.commands.driving import Drive, Ended
from sim.commands.proof import USUAL_MEMBERS, Proof
from sim.protocol import RunRequest
from sim.result import RunResult
from sim.words import Words

_TROUBLE = Words("pas de résultat", "no result")


def proofs(requests: Sequence[RunRequest], console: Console) -> Iterator[Proof]:
    """What each request shows, as it comes; fewer of them when interrupted.

    The first run of a process warms it up, so one network is trained before, unseen and untimed.
    """
    try:
        for place, request in enumerate(requests, start=1):
            label = f"{place}/{len(requests)} {request.experiment}"
            if place == 1:
                _warm_up(request, label, console)
            yield _proof(request, label, console)
    except Ended:
        return


def _warm_up(request: RunRequest, label: str, console: Console) -> None:
    try:
        _timed(replace(request, members=1), label, console)
    except Ended as end:
        if end.code == INTERRUPTED:
            raise


def _proof(request: RunRequest, label: str, console: Console) -> Proof:
    try:
        result, cpu_s = _timed(request, label, console)
        usual_s = _usual(request, cpu_s, label, console)
    except Ended as end:
        if end.code == INTERRUPTED:
            raise
        trouble = console.in_words(_TROUBLE)
        return Proof(request.experiment, 0.0, request.members, None, None, "", trouble)
    where = result.device.model or result.device.words.en
    name, members = request.experiment, result.members
    return Proof(name, result.met_share, members, cpu_s, usual_s, where)


def _usual(request: RunRequest, cpu_s: float, label: str, console: Console) -> float:
    if contents.entry(request.experiment).kind == "exact" or request.members == USUAL_MEMBERS:
        return cpu_s
    return _timed(replace(request, members=USUAL_MEMBERS), label, console)[1]


def _timed(request: RunRequest, label: str, console: Console) -> tuple[RunResult, float]:
    begun = time.process_time()
    result = Drive(console, label).result(request)
    return result, time.process_time() - begun
