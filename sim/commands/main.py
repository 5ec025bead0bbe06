"""`python -m sim`: reads the command line, loads the command asked for, and answers for its end."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from sim.commands.command_line import MODULES, parser
from sim.commands.console import INTERRUPTED, WRONG_USE, Console
from sim.commands.language import wanted
from sim.errors import SimError
from sim.words import Words

_STOPPED = Words("Interrompu ; rien n’a été écrit.", "Interrupted; nothing was written.")


def main(arguments: Sequence[str]) -> int:
    """Do what a command line asks.

    Args:
        arguments: Without the program's name.

    Returns:
        The exit code, one of those in `sim.commands.console`.
    """
    console = Console(wanted(arguments, os.environ), out=sys.stdout, err=sys.stderr)
    try:
        with console.interruption:
            asked = parser(console).parse_args(arguments)
            command = import_module(f"sim.commands.{MODULES[asked.command]}")
            return int(command.run(asked, console))
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else WRONG_USE
    except SimError as error:
        console.refuse(error.words)
        return WRONG_USE
    except KeyboardInterrupt:
        console.tell(_STOPPED)
        return INTERRUPTED
    except BrokenPipeError:  # whoever read our data has seen enough, as `head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
