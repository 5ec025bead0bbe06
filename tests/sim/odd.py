"""Experiments that misbehave, each in its own way; only tests know them.

``python -m tests.sim.odd`` is a real worker that runs them besides the real ones.
"""

import ctypes
import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import torch

from sim import catalogue, worker
from sim.declaration import (
    Axis,
    ChoiceGuess,
    Course,
    CurveGuess,
    Experiment,
    Frame,
    Measures,
    Met,
    NumberGuess,
    Plot,
    Theme,
)
from sim.pictures import Path
from sim.settings import whole
from sim.trial import Trial
from sim.words import same


@dataclass(frozen=True)
class Settings:
    """How long, for those that take their time."""

    steps: int = whole(10, same("steps"), low=1, high=100_000)


def steady(settings: Settings, trial: Trial) -> Course:
    """A step every 2 ms, then the seeds as a measure."""
    for step in range(settings.steps):
        time.sleep(0.002)
        yield Frame(step / settings.steps)
    return {"seed": np.array(trial.members.seeds, dtype=np.float64)}


def slow_steps(settings: Settings, trial: Trial) -> Course:
    """A step every second."""
    for step in range(settings.steps):
        yield Frame(step / settings.steps)
        time.sleep(1)
    return {"seed": np.zeros(trial.members.count)}


def unstoppable(settings: Settings, trial: Trial) -> Course:
    """A step of a minute, in which it looks at nothing; gradients are off meanwhile."""
    yield Frame(0.0)
    with torch.no_grad():
        until = time.monotonic() + 60
        while time.monotonic() < until:
            torch.ones(10)
    return {"seed": np.zeros(trial.members.count)}


def diverging(settings: Settings, trial: Trial) -> Course:
    """Every third member's loss is not a number, every other third's is infinite."""
    yield Frame(1.0)
    values = np.array(trial.members.seeds, dtype=np.float64)
    return {"seed": np.where(values % 3 == 1, np.nan, np.where(values % 3 == 2, np.inf, values))}


def holding_the_lock(settings: Settings, trial: Trial) -> Course:
    """A step that never returns, in C, with Python's lock held: nothing else runs."""
    yield Frame(0.0)
    os.write(2, b"about to hold the lock\n")
    ctypes.PyDLL(None).sleep(1000)
    return {}


def aborting(settings: Settings, trial: Trial) -> Course:
    """Breaks down as a fault in a library would."""
    yield Frame(0.0)
    os.abort()


def killed(settings: Settings, trial: Trial) -> Course:
    """What the system does to who takes too much memory."""
    yield Frame(0.0)
    os.kill(os.getpid(), signal.SIGKILL)
    return {}


def greedy(settings: Settings, trial: Trial) -> Course:
    """Asks torch for a million gigabytes."""
    yield Frame(0.0)
    torch.empty(10**15)
    return {}


def only_on_the_processor(settings: Settings, trial: Trial) -> Course:
    """Does what a graphics card that is too small, or too old, does."""
    yield Frame(0.0)
    if trial.device.type == "cuda":
        raise torch.OutOfMemoryError
    if trial.device.type == "mps":
        raise TypeError("MPS knows no float64")
    return {"seed": np.zeros(trial.members.count)}


def big(settings: Settings, trial: Trial) -> Course:
    """Needs a gigabyte, in blocks such as networks have, and frees it."""
    blocks = [torch.ones(2_500_000) for _ in range(100)]
    yield Frame(0.5)
    return {"seed": np.full(trial.members.count, float(len(blocks)))}


def mistaken(settings: Settings, trial: Trial) -> Course:
    """Has a mistake."""
    yield Frame(0.0)
    return {"seed": np.array([1 // (settings.steps - settings.steps)])}


def numpy_in_a_picture(settings: Settings, trial: Trial) -> Course:
    """Forgets to make plain numbers of what it shows."""
    path = Path("plot", "walk", same("walk"), (np.float64(1.0),), (2.0,))
    yield Frame(0.0, lambda: (path,))
    return {"seed": np.zeros(trial.members.count)}


def talkative(settings: Settings, trial: Trial) -> Course:
    """Prints where messages would go."""
    print("not a message")
    os.write(1, b"nor this\n")
    yield Frame(0.0)
    return {"seed": np.zeros(trial.members.count)}


def _held(measures: Measures) -> Met:
    return measures["seed"] >= 0


def _odd(
    run: Callable[[Any, Trial], Course], kind: Literal["ensemble", "exact"] = "ensemble"
) -> Experiment:
    asked, option = same("?"), ("big", same("big"))
    return Experiment(
        name=run.__name__,
        theme=Theme.NEURON,
        title=same("odd"),
        question=asked,
        guesses=(
            NumberGuess(asked, "seed", low=0, high=100),
            ChoiceGuess(asked, (option,), lambda measures: "big"),
            CurveGuess(asked, "plot", "curve"),
        ),
        claim=asked,
        shows=asked,
        limits=asked,
        plots=(Plot("plot", asked, Axis(asked), Axis(asked)),),
        settings=Settings,
        run=run,
        criterion=_held,
        kind=kind,
    )


ODD = {
    run.__name__: _odd(run)
    for run in (
        steady,
        slow_steps,
        unstoppable,
        diverging,
        holding_the_lock,
        aborting,
        killed,
        greedy,
        only_on_the_processor,
        big,
        mistaken,
        numpy_in_a_picture,
        talkative,
    )
}


def experiment(name: str) -> Experiment:
    """One of these, or a real one."""
    return ODD[name] if name in ODD else catalogue.experiment(name)


def exact() -> Experiment:
    """A computation without chance."""
    return _odd(steady, "exact")


if __name__ == "__main__":
    worker.main(experiment)
