from collections.abc import Callable
from dataclasses import dataclass

import pytest

from sim.commands.interruption import Interruption
from sim.commands.main import main


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str


class After(Interruption):
    """A Ctrl-C after some steps."""

    def __init__(self, steps: int) -> None:
        super().__init__()
        self._steps = steps

    @property
    def is_asked(self) -> bool:
        self._steps -= 1
        return self._steps < 0

    @is_asked.setter
    def is_asked(self, value: bool) -> None:
        """Decided above."""


Ask = Callable[..., Said]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Ask a command of `python -m sim` in this process; English unless told otherwise."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def asked(*arguments: object) -> Said:
        code = main([str(argument) for argument in arguments])
        return Said(code, *capsys.readouterr())

    return asked
