"""The process that trains: ``python -m sim.worker``. Commands come in, events go out.

It imports torch when it is told to warm up or to run, not before; it ends when its input ends, so
it cannot outlive the app.
"""

from __future__ import annotations

import faulthandler
import os
import queue
import sys
import threading
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING

from sim import wire
from sim.breaking_off import BreakingOff
from sim.failures import OTHER_VERSION_EXIT
from sim.priority import lower_priority
from sim.protocol import VERSION, Cancel, Command
from sim.serving import Server

if TYPE_CHECKING:
    from sim.declaration import Experiment


def main(lookup: Callable[[str], Experiment] | None = None) -> None:
    """Serve the process that started this one.

    Args:
        lookup: Finds experiments; in the catalogue by default.
    """
    parser = ArgumentParser(prog="python -m sim.worker", description=__doc__)
    parser.add_argument("--protocol", type=int, required=True)
    parser.add_argument("--silence", type=float, required=True, help="seconds a step may take")
    parser.add_argument("--start", type=float, required=True, help="seconds loading torch may take")
    given = parser.parse_args()
    if given.protocol != VERSION:
        sys.exit(OTHER_VERSION_EXIT)
    breaking_off = BreakingOff()
    breaking_off.listen()  # and so Ctrl-C is not heard: it is for the app, which then ends us
    faulthandler.enable()
    lower_priority()
    commands, events = _pipes()
    inbox: queue.SimpleQueue[Command] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(commands, inbox, breaking_off), daemon=True).start()
    server = Server(
        inbox.get,
        lambda event: wire.write(events, event),
        silence_s=given.silence,
        start_s=given.start,
        breaking_off=breaking_off,
        lookup=lookup,
    )
    try:
        server.serve()
    except BrokenPipeError:  # the app is gone, and `_listen` is about to notice
        os._exit(0)


def _pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Standard input and output, kept from whatever prints: that goes to standard error."""
    commands = os.fdopen(os.dup(0), "rb")
    events = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with Path(os.devnull).open("rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    return commands, events


def _listen(
    commands: IO[bytes], inbox: queue.SimpleQueue[Command], breaking_off: BreakingOff
) -> None:
    """Take commands in while a step runs; when the app is gone, so are we, in mid-step."""
    while True:
        try:
            command = wire.read(commands)
        except (EOFError, OSError):
            os._exit(0)
        inbox.put(command)
        if isinstance(command, Cancel):  # after it is in the inbox: between steps, that is enough
            breaking_off.ask(command.job_id)


if __name__ == "__main__":
    main()
