"""Times beside their floor, and the table they make."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds that one thing took, many times over."""

    ms: tuple[float, ...]

    @property
    def median(self) -> float:
        """Half of the times are below it."""
        return statistics.median(self.ms)

    @property
    def p99(self) -> float:
        """Ninety-nine in a hundred are at most it (nearest rank)."""
        ordered = sorted(self.ms)
        return ordered[-(len(ordered) // 100) - 1]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table.

    Attributes:
        what: The thing measured.
        ours: How long it took us.
        floor: How long the bare thing took in the same run; None where the target is absolute.
        target: The promise, in words.
        is_met: Whether it was kept this time.
    """

    what: str
    ours: Times
    floor: Times | None
    target: str
    is_met: bool

    @property
    def ratio(self) -> float | None:
        """Our median over the floor's."""
        return self.ours.median / self.floor.median if self.floor else None


def timed(action: Callable[[], object]) -> float:
    """Milliseconds that one call takes."""
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def table(lines: Sequence[Line]) -> str:
    """A Markdown table."""
    rows = [
        "| what | ours, median / p99 (ms) | floor, median / p99 (ms) | ratio | target | met |",
        "|---|---|---|---|---|---|",
    ]
    for line in lines:
        floor = f"{line.floor.median:.2f} / {line.floor.p99:.2f}" if line.floor else "–"
        ratio = f"{line.ratio:.2f}" if line.ratio else "–"
        rows.append(
            f"| {line.what} | {line.ours.median:.2f} / {line.ours.p99:.2f} | {floor} | {ratio}"
            f" | {line.target} | {'yes' if line.is_met else '**no**'} |"
        )
    return "\n".join(rows)
