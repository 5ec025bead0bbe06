"""A table of medians says what was measured, in each language; the medians are by hand."""

import numpy as np

from sim.median_table import MEDIAN, median_table
from sim.words import Words, same

ROWS = {"left": same("what is left"), "lost": Words("perdu", "lost")}
MEASURES = {
    "left": np.array([0.2, 0.9, 0.4]),
    "lost": np.array([np.nan, 1.0, 2.0]),
    "other": np.array([7.0, 7.0, 7.0]),
}


def test_one_row_a_measure_named_in_their_order() -> None:
    table = median_table("sheet", same("title"), ROWS, MEASURES)
    assert [row[0] for row in table.rows] == list(ROWS.values())
    assert table.rows[0][1] == Words("0,4", "0.4")
    assert table.columns[1] == MEDIAN


def test_a_share_is_told_in_percent() -> None:
    table = median_table("sheet", same("title"), ROWS, MEASURES, spec=".1%")
    assert table.rows[0][1] == Words("40,0\u00a0%", "40.0%")


def test_what_is_no_number_in_one_network_is_said_to_be_none() -> None:
    assert median_table("sheet", same("title"), ROWS, MEASURES).rows[1][1] == same("NaN")
