"""What a command says: data on stdout, talk on stderr, progress where someone watches."""

from __future__ import annotations

import io
import os
from collections.abc import Mapping, Sequence
from typing import TextIO

from sim.commands.interruption import Interruption
from sim.words import Language, Words, fill, number

DONE, FAILED, WRONG_USE, INTERRUPTED = 0, 1, 2, 130
BAR = 24


class Console:
    """Where one command speaks, in one language.

    Args:
        language: Of all that is said.
        out: For data.
        err: For talk; the progress line shows only where it is a terminal.

    Attributes:
        language: As given.
        interruption: Whether someone at the terminal wants this to stop.
    """

    def __init__(self, language: Language, *, out: TextIO, err: TextIO) -> None:
        self.language: Language = language
        self._out = out
        self._err = err
        self._shown = 0
        self.interruption = Interruption()
        for stream in (out, err):
            if isinstance(stream, io.TextIOWrapper):  # a console without « ’ » shows « ? »
                stream.reconfigure(errors="replace")

    def in_words(self, words: Words, values: Mapping[str, float | str] | None = None) -> str:
        """A text in this console's language, with its fields filled."""
        return fill(words, values or {}, self.language)

    def number(self, value: float, spec: str = "") -> str:
        """A number as this console's language writes it; see `sim.words.number`."""
        return number(value, spec, self.language)

    def write(self, text: str) -> None:
        """Data."""
        self._clear()
        self._out.write(text if text.endswith("\n") else text + "\n")
        self._out.flush()

    def tell(self, words: Words, values: Mapping[str, float | str] | None = None) -> None:
        """A sentence beside the data."""
        self._clear()
        self._err.write(self.in_words(words, values) + "\n")
        self._err.flush()

    def refuse(self, words: Words) -> None:
        """What cannot be, and what can; `words` without their full stop, and taken as they are."""
        self._clear()
        self._err.write(f"sim: {words.in_language(self.language)}.\n")
        self._err.flush()

    @property
    def is_watched(self) -> bool:
        """Whether someone sees what is said beside the data."""
        return self._err.isatty()

    def progress(self, share: float, text: str) -> None:
        """Draw the progress line anew; nothing where nobody watches."""
        if not self.is_watched:
            return
        done = round(BAR * share)
        line = f"{'█' * done}{'░' * (BAR - done)} {self.number(share, '%'):>5}  {text}"
        line = line[: _columns(self._err) - 1]
        self._err.write("\r" + line.ljust(self._shown))
        self._err.flush()
        self._shown = len(line)

    def _clear(self) -> None:
        if self._shown:
            self._err.write("\r" + " " * self._shown + "\r")
            self._shown = 0


def _columns(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def table(rows: Sequence[Sequence[str]], *, numbers_from: int = 1) -> str:
    """Columns of text, two spaces apart; those from `numbers_from` on stand at the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = [
            cell.ljust(width) if index < numbers_from else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)
