"""A run from a terminal: driven step by step, shown, saved now and then, stopped by Ctrl-C."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sim.commands.console import FAILED, INTERRUPTED, WRONG_USE, Console
from sim.protocol import Event, Failed, FailureKind, Finished, Progress, RunRequest, Started
from sim.result import RunResult
from sim.runner import Run
from sim.training.checkpoint import Checkpoint
from sim.words import Words, same

SAVE_EVERY_S = 60.0
_STOPPED = Words(
    "Interrompu à {share:%} ; rien n’a été écrit.", "Interrupted at {share:%}; nothing was written."
)
_KEPT = Words(
    "Interrompu à {share:%} ; pour reprendre : --resume {file}",
    "Interrupted at {share:%}; to go on: --resume {file}",
)


class Ended(Exception):  # noqa: N818  # an outcome that leaves through every caller, not an error
    """A run came to no result, which has been said; the command ends with `code`."""

    def __init__(self, code: int) -> None:
        self.code = code
        super().__init__(code)


@dataclass
class Drive:
    """One run on its way.

    Args:
        console: Where its progress shows.
        label: What stands beside the bar.
        keep: A file to go on from later.
        checkpoint: Where to go on from.
        clock: Seconds, from any beginning.
    """

    console: Console
    label: str = ""
    keep: Path | None = None
    checkpoint: Checkpoint | None = None
    clock: Callable[[], float] = time.monotonic
    share: float = 0.0
    is_kept: bool = False

    def result(self, request: RunRequest) -> RunResult:
        """Do the run.

        Raises:
            Ended: If it is interrupted, refused or fails; that has been said.
        """
        run = Run(request, checkpoint=self.checkpoint)
        next_save = self.clock() + SAVE_EVERY_S
        interruption = self.console.interruption
        with interruption.gently():
            for event in run.steps():
                if isinstance(event, Finished):
                    self._forget()
                    return event.result
                self._hear(event)
                if interruption.is_asked:
                    self._stop(run)
                if self.keep and self.clock() >= next_save:
                    run.checkpoint().save(self.keep)
                    self.is_kept, next_save = True, self.clock() + SAVE_EVERY_S
        raise AssertionError("a run ends with a result or a failure")

    def _hear(self, event: Event | None) -> None:
        if isinstance(event, Started):
            self.label += f" · {self.console.in_words(event.device.words)}"
        elif isinstance(event, Progress):
            self.share = event.progress
            self.console.progress(event.progress, self.label)
        elif isinstance(event, Failed):
            self.console.refuse(event.words)
            if event.kind is FailureKind.BUG:
                self.console.tell(same(event.details.replace("{", "{{").replace("}", "}}")))
            raise Ended(WRONG_USE if event.kind is FailureKind.REFUSED else FAILED)

    def _forget(self) -> None:
        """A run that is over leaves no half of itself behind."""
        if self.keep and self.is_kept:
            self.keep.unlink(missing_ok=True)

    def _stop(self, run: Run) -> None:
        if self.keep is None:
            self.console.tell(_STOPPED, {"share": self.share})
        else:
            run.checkpoint().save(self.keep)
            self.console.tell(_KEPT, {"share": self.share, "file": str(self.keep)})
        raise Ended(INTERRUPTED)
