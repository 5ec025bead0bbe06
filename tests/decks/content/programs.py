"""The programs that a text shows are run, and what they print is what the text says."""

import contextlib
import io
import math
import random
import textwrap
import traceback
import warnings
from itertools import zip_longest
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from tests.decks.content.course_text import Block, fences

NAMES = {"torch": torch, "nn": nn, "F": functional, "np": np, "math": math}
SEEDS = (1, 2)


def run(block: Block, *, setup: str = "", seed: int = 1) -> tuple[str, dict[str, Any]]:
    """What the programs of a block print, and the names that they leave."""
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)
    names = {**NAMES, "__name__": "program"}
    exec(textwrap.dedent(setup), names)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # a trap may be worth one; shown on stderr
        for program in programs(block):
            _run(program, names)
    return printed.getvalue(), names


def _run(program: str, names: dict[str, Any]) -> None:
    try:
        exec(compile(program, "<program>", "exec"), names)
    except Exception as error:  # whatever the program raises is what Python would print
        print(traceback.format_exception_only(error)[-1].rstrip())


def programs(block: Block) -> list[str]:
    """Its Python, in order; a fence that starts with a blank goes on where the last one stopped."""
    found: list[str] = []
    for language, lines in fences(block.text):
        if language == "python" and found and lines.startswith(" "):
            found[-1] += lines
        elif language == "python":
            found.append(lines)
    return found


def program_faults(block: Block, *, setup: str = "") -> list[str]:
    """Where the programs print something else than the text says."""
    first, second = (run(block, setup=setup, seed=seed)[0].splitlines() for seed in SEEDS)
    if first != second:
        return [f"what it prints depends on chance: {first} or {second}"]
    said = [
        line
        for language, lines in fences(block.text)
        if language == "text"
        for line in lines.splitlines()
    ]
    return [
        f"prints {printed!r}, the text says {line!r}"
        for printed, line in zip_longest(first, said)
        if printed is None or line is None or not _is(line, printed)
    ]


def _is(line: str, printed: str) -> bool:
    return printed.startswith(line[:-1]) if line.endswith("…") else printed == line
