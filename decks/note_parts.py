"""What stands under a note's heading: the parts above and below its answer line."""

from bisect import bisect_left
from dataclasses import dataclass

from decks.outline import Outline, is_blank
from decks.problems import Problems
from decks.rules import Rule


@dataclass(frozen=True, slots=True)
class NoteParts:
    """Two texts, and their lines from 0; `below` is None without an answer line."""

    above: str
    above_line: int
    below: str | None = None
    below_line: int = 0


def note_parts(file: Outline, lines: range, problems: Problems) -> NoteParts:
    """Cut the lines of a note that follow its heading and comment."""
    first, last = (bisect_left(file.answer_lines, line) for line in (lines.start, lines.stop))
    marks = file.answer_lines[first:last]
    for line in marks[1:]:
        problems.add(line + 1, Rule.ANSWER_LINE_REPEATED, "---", "one --- in a note, or ***")
    for line in marks:
        around = file.lines[line - 1 : line] + file.lines[line + 1 : line + 2]
        if not all(map(is_blank, around)):
            problems.add(line + 1, Rule.ANSWER_LINE_NOT_ALONE, "---", "blank lines around ---")
    if not marks:
        return NoteParts(*file.text(lines))
    above = file.text(range(lines.start, marks[0]))
    return NoteParts(*above, *file.text(range(marks[0] + 1, lines.stop)))
