"""Messages through a pipe, and what is none."""

import io
import os
import pickle

import numpy as np
import pytest
import torch

from sim import wire
from sim.pictures import Curve, Grid, Table
from sim.protocol import Alive, Event, Failed, FailureKind, Finished, Progress, RunRequest
from sim.result import Device, DeviceKind, Note, RunResult
from sim.words import same

CURVE = Curve("p", "k", same("x"), (0.0, 1.0), (float("inf"), 0.1), (0.0,), (1.0,), (1.0,))
TABLE = Table("p", "t", same("t"), (same("a"),), ((same("b"), 1.5),), (0,))
RESULT = RunResult(
    experiment="dead_relu",
    settings={"learning_rate": 0.1, "activation": "relu"},
    members=2,
    seed=3,
    device=Device(DeviceKind.CUDA, "cuda:0", "card"),
    torch="2",
    seconds=0.1 + 0.2,
    measures={"loss": (0.1, float("-inf"))},
    met=(True, False),
    truths=("many", 0.5, None),
    pictures=(CURVE, TABLE, Grid("p", "g", same("g"), (0.0, 1.0), (0.0, 1.0), ((1.0,), (2.0,)))),
    notes=(Note.DEVICE_MEMORY,),
)
MESSAGES: list[Event | RunRequest] = [
    RunRequest(1, "dead_relu", {"a": 1, "b": True, "c": "é", "d": 0.1}),
    Alive(),
    Progress(1, 0.5, (CURVE,)),
    Failed(1, FailureKind.HUNG, same("x"), {"seconds": 2.0}, "more"),
    Finished(2, RESULT),
]


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: type(message).__name__)
def test_a_message_arrives_as_it_was_sent(message: Event) -> None:
    pipe = io.BytesIO()
    wire.write(pipe, message)
    wire.write(pipe, Alive())
    pipe.seek(0)
    assert wire.read(pipe) == message
    assert wire.read(pipe) == Alive()


@pytest.mark.parametrize("stranger", [torch.zeros(2), np.float64(1), np.zeros(2), os.getpid])
def test_what_is_not_plain_is_not_sent(stranger: object) -> None:
    pipe = io.BytesIO()
    with pytest.raises(wire.NotPlainError, match="in a message"):
        wire.write(pipe, RunRequest(1, "x", {"a": stranger}))  # type: ignore[dict-item]
    assert pipe.getvalue() == b""


def test_a_message_that_would_run_code_is_not_read() -> None:
    with pytest.raises(wire.NotPlainError, match=r"posix|nt"):
        wire.decode(pickle.dumps(os.getpid))


@pytest.mark.parametrize("size", [0, 2, 4, 10])
def test_a_message_cut_short_is_the_end(size: int) -> None:
    pipe = io.BytesIO()
    wire.write(pipe, MESSAGES[0])
    with pytest.raises(EOFError):
        wire.read(io.BytesIO(pipe.getvalue()[:size]))
