"""All experiments by name. Importing one imports torch; `sim.contents` lists them without it."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from sim import experiments
from sim.declaration import Experiment
from sim.errors import UnknownExperimentError


@cache
def names() -> tuple[str, ...]:
    """Every experiment's name, in alphabetical order; each is a module of `sim.experiments`."""
    return tuple(sorted(module.name for module in iter_modules(experiments.__path__)))


def experiment(name: str) -> Experiment:
    """The experiment of a name.

    Raises:
        UnknownExperimentError: If there is none.
    """
    if name not in names():
        raise UnknownExperimentError(name, names())
    found = import_module(f"{experiments.__name__}.{name}").EXPERIMENT
    assert isinstance(found, Experiment)
    return found
