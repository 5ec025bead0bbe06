"""Names in rows; reckoned by hand with letters of 10 pixels and a font of that size.

A piece of a line takes 20 pixels and a gap of 6, a name 10 a letter, and 12 lie between two.
"""

import pytest
from matplotlib.lines import Line2D

from qtapp.plots.heads import Head, head, level
from qtapp.plots.marks import Named

EM = 10.0


def names(*words: str) -> list[Named]:
    return [Named(Line2D([], [], label=word), ()) for word in words]


def found(*words: str, across: float, down: float = 400.0, title: float = 100.0) -> Head:
    return head(names(*words), (across, down), em=EM, title=title, width=lambda w: len(w) * 10.0)


def in_rows(made: Head) -> list[list[str]]:
    return [[str(named.line.get_label()) for named in row] for row in made.rows]


def test_without_lines_there_is_none() -> None:
    assert found(across=500) == Head()


def test_all_fit_beside_the_title() -> None:
    """100 + 12 + 36 + 12 + 36 = 196."""
    made = found("a", "b", across=196)
    assert (made.is_beside_title, made.length, made.height) == (True, 84, 0)
    assert in_rows(made) == [["a", "b"]]
    assert not found("a", "b", across=195).is_beside_title


def test_rows_take_as_many_as_fit() -> None:
    """36 + 12 + 36 = 84: a third would take 132."""
    made = found("a", "b", "c", across=131)
    assert in_rows(made) == [["a", "b"], ["c"]]
    assert made.height == pytest.approx((2 * 1.55 + 0.35) * EM)
    assert made.more_words == ""


def test_a_name_longer_than_its_row_has_one_of_its_own() -> None:
    assert in_rows(found("a", "x" * 30, "b", across=131)) == [["a"], ["x" * 30], ["b"]]


def test_curves_keep_most_of_the_height() -> None:
    """Of 80 pixels four tenths are 32: two rows of 15.5. The last name makes room for a number."""
    made = found(*"abcdefg", across=131, down=80)
    assert in_rows(made) == [["a", "b"], ["c"]]
    assert made.more == 4
    assert made.more_words == "+\N{THIN SPACE}4"


def test_the_highest_of_a_row_decides() -> None:
    heads = [Head(height=10), Head(height=30), Head(height=20)]
    assert [one.height for one in level(heads, 2)] == [30, 30, 20]
