"""Answers to questions as a table for other programs: comma-separated values, after RFC 4180."""

import csv
from collections.abc import Iterable
from io import StringIO
from pathlib import Path

from db.quiz_marks import worth
from db.quiz_rows import ExportRow
from db.whole_file import write_whole
from decks.questions.marking import certainty_mark

COLUMNS = (
    *("attempt", "mode", "place", "at", "chapter", "question", "kind", "facts", "response"),
    *("certainty", "score", "self_grade", "worth", "certainty_mark", "seconds"),
)
"""`at` is ISO 8601 in UTC, `certainty` Moodle's level 1 to 3; what is not known is left empty."""


def write_csv(path: Path, rows: Iterable[ExportRow]) -> int:
    """Write answers to a file, all or nothing.

    Args:
        path: Replaced if it is there. It starts with a byte order mark, without which Excel takes
            UTF-8 for something else.
        rows: The answers.

    Returns:
        How many there were.

    Raises:
        OSError: If it cannot be written; a file that was there is as it was.
    """
    table = StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    cells = [_cells(row) for row in rows]
    writer.writerows(cells)
    write_whole(path, table.getvalue(), encoding="utf-8-sig")
    return len(cells)


def _cells(row: ExportRow) -> tuple[object, ...]:
    answer, grade = row.answer, row.self_grade
    value = None if grade is None else worth(answer.score, grade)
    mark = None
    if value is not None and answer.certainty is not None:
        mark = certainty_mark(value, answer.certainty)
    return (
        row.attempt_id,
        row.mode,
        None if row.place is None else row.place + 1,
        row.at.isoformat(timespec="milliseconds"),
        row.chapter,
        row.question,
        row.kind,
        " ".join(row.facts),
        answer.response,
        None if answer.certainty is None else int(answer.certainty),
        answer.score,
        None if grade is None else grade.name.lower(),
        value,
        mark,
        row.spent_ms / 1000,
    )
