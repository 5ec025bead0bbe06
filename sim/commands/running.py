"""`run`: one experiment, reported, drawn, kept, logged, resumed or replayed."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace
from pathlib import Path

from sim import contents, runfile
from sim.board import check_board
from sim.commands.asking import run_request
from sim.commands.console import Console
from sim.commands.outputs import PICTURES, file_to_write, folder_to_write
from sim.errors import SimError
from sim.protocol import RunRequest
from sim.request import checked
from sim.runfile import RunFile
from sim.words import Words

_NO_NAME = Words(
    "dites quelle expérience, ou --resume FICHIER, ou --replay FICHIER ; « list » les montre",
    "say which experiment, or --resume FILE, or --replay FILE; “list” shows them",
)


@dataclass(frozen=True, slots=True)
class Outputs:
    """Where a run is to be written; None where not asked."""

    plot: Path | None
    save: Path | None
    tensorboard: Path | None
    checkpoint: Path | None
    is_json: bool
    is_dark: bool


def run(asked: argparse.Namespace, console: Console) -> int:
    """Do what was asked; see `sim.commands.main` for the exit code."""
    replayed = runfile.read(Path(asked.replay)) if asked.replay else None
    request = None if asked.resume else _request(asked, replayed)
    _forbid_what_is_settled(asked)
    outputs = _outputs(asked)
    # Late on purpose: a wrong request is answered before torch is loaded.
    from sim.commands import finishing

    if request is None:
        return finishing.resume(Path(asked.resume), asked.device, outputs, console)
    if replayed is not None:
        return finishing.replay(request, replayed.result, outputs, console)
    return finishing.finish(request, outputs, console)


def _request(asked: argparse.Namespace, replayed: RunFile | None) -> RunRequest:
    if replayed is not None:
        kept = replayed.request
        contents.entry(kept.experiment).checked(kept.settings)
        return replace(checked(kept), device=asked.device or kept.device)
    if asked.name is None:
        raise SimError(_NO_NAME)
    return run_request(
        asked.name,
        settings=asked.settings,
        members=asked.members,
        seed=asked.seed,
        device=asked.device,
    )


def _forbid_what_is_settled(asked: argparse.Namespace) -> None:
    """A run that was kept has its experiment, settings, members and seed."""
    beside = "--resume" if asked.resume else "--replay" if asked.replay else None
    if beside is None:
        return
    given = {
        "NAME": asked.name,
        "--set": asked.settings,
        "--members": asked.members,
        "--seed": asked.seed,
        "--replay": asked.replay if asked.resume else None,
    }
    for name, value in given.items():
        if value:
            words = Words(f"{name} ne va pas avec {beside}", f"{name} does not go with {beside}")
            raise SimError(words)


def _outputs(asked: argparse.Namespace) -> Outputs:
    if asked.tensorboard:
        check_board()
    return Outputs(
        plot=file_to_write(asked.plot, PICTURES),
        save=file_to_write(asked.save),
        tensorboard=folder_to_write(asked.tensorboard),
        checkpoint=file_to_write(asked.checkpoint),
        is_json=asked.json,
        is_dark=asked.dark,
    )
