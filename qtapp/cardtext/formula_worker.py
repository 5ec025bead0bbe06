"""The child process that draws formulas: ``python -m qtapp.cardtext.formula_worker FOLDER``.

Reads requests on standard input, one JSON object a line: ``{"key", "latex", "is_display"}``; keeps
each drawing in the cache at FOLDER and answers ``{"key", "entry"}``, the entry as base64 of
`formula.encoded`. It ends when its input ends, so it cannot outlive the window's process.
"""

import faulthandler
import json
import os
import sys
from base64 import b64encode
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from qtapp.cardtext.formula import Entry, Failure, Formula, encoded
from qtapp.cardtext.formula_cache import FormulaCache

LONGEST_S = 20.0
"""A formula that takes longer takes the process with it; the window starts another."""


def serve(requests: Iterable[str], answers: TextIO, cache: FormulaCache) -> None:
    """Draw what is asked until there are no more requests; lines that are none are passed over."""
    for line in requests:
        request = _request(line)
        if request is None:
            continue
        key, formula = request
        entry = _entry(formula)
        cache.put(key, entry)
        answer = {"key": key, "entry": b64encode(encoded(entry)).decode("ascii")}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


def _request(line: str) -> tuple[str, Formula] | None:
    try:
        fields = json.loads(line)
        key, latex, is_display = fields["key"], fields["latex"], fields["is_display"]
    except (ValueError, TypeError, KeyError):
        return None
    if not (isinstance(key, str) and key.isalnum() and isinstance(latex, str)):
        return None
    return key, Formula(latex, bool(is_display))


def _entry(formula: Formula) -> Entry:
    from qtapp.cardtext.typeset import FormulaError, typeset  # late: the process is up at once

    faulthandler.dump_traceback_later(LONGEST_S, exit=True)
    try:
        return typeset(formula)
    except FormulaError as error:
        return Failure(str(error))
    finally:
        faulthandler.cancel_dump_traceback_later()


def _lower_priority() -> None:
    """Let the window go first."""
    if sys.platform == "win32":
        import ctypes

        below_normal = 0x4000
        process = ctypes.windll.kernel32.GetCurrentProcess()
        ctypes.windll.kernel32.SetPriorityClass(process, below_normal)
    else:
        os.nice(10)


def main() -> None:
    """Serve the process that started this one."""
    _lower_priority()
    cache = FormulaCache(Path(sys.argv[1]))
    serve(sys.stdin, sys.stdout, cache)
    cache.prune()


if __name__ == "__main__":
    main()
