"""What can be taken out of the Lab: the run, its curves, the command for a terminal."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from qtapp.sessions.run_state import RunOrder
from sim.contents import entry
from sim.pictures import Curve, Picture
from sim.protocol import RunRequest
from sim.result import RunResult
from sim.runfile import RunFile, text_of

HEAD = ("plot", "curve", "x", "mean", "low", "high", "finite")


def as_json(order: RunOrder, result: RunResult) -> str:
    """The run's own file, which ``python -m sim run --replay`` runs again."""
    request = RunRequest(0, order.experiment, order.settings, order.members, order.seed)
    return text_of(RunFile(request, result))


def as_csv(pictures: Sequence[Picture]) -> str:
    """Every point of every curve: its mean, its band, the share of networks still finite."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(HEAD)
    for picture in pictures:
        if isinstance(picture, Curve):
            columns = (picture.x, picture.mean, picture.low, picture.high, picture.finite)
            for row in zip(*columns, strict=True):
                table.writerow((picture.plot, picture.key, *row))
    return text.getvalue()


def as_command(order: RunOrder) -> str:
    """What runs the same in a terminal; settings as declared are left out."""
    declared = entry(order.experiment)
    words = ["python -m sim run", order.experiment]
    for name, value in order.settings.items():
        if value != declared.defaults[name]:
            words.append(f"--set {name}={_typed(value)}")
    if declared.kind == "ensemble":
        words += [f"--members {order.members}", f"--seed {order.seed}"]
    return " ".join(words)


def _typed(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
