"""What does not move is found in a run's pictures, and told in words."""

from dataclasses import replace

from qtapp.languages import Languages
from qtapp.stills.found import Still, stills
from tests.qtapp.plots.conftest import LOSS, line
from tests.qtapp.stills.conftest import NETWORK, SHEET, TABLE, field

MOVING = replace(SHEET, key="moving", is_sheet=False)


def test_tables_and_all_that_has_no_axes_are_still() -> None:
    on_axes = (field("region", plot="moving"), line("a"))
    assert stills((MOVING, SHEET, LOSS), [*on_axes, NETWORK]) == (Still(SHEET, (NETWORK,)),)


def test_a_table_among_curves_is_still() -> None:
    among = replace(TABLE, plot="moving")
    assert stills((MOVING,), [line("a", plot=MOVING), among]) == (Still(MOVING, (among,)),)


def test_they_come_in_the_order_of_plots() -> None:
    later = replace(SHEET, key="later")
    second = replace(TABLE, plot="later")
    found = stills((SHEET, later), [second, NETWORK, TABLE])
    assert [still.pictures for still in found] == [(NETWORK,), (TABLE,), (second,)]


def test_the_images_of_a_plot_stay_together() -> None:
    first, second = field("first"), field("second")
    assert stills((SHEET,), [first, second]) == (Still(SHEET, (first, second)),)


def test_a_title_says_what_it_is_once(english: Languages) -> None:
    assert Still(SHEET, (TABLE,)).title == "By hand · One step"
    assert Still(SHEET, (replace(TABLE, label=SHEET.title),)).title == "By hand"
    assert Still(SHEET, (field("first"),)).title == "By hand"


def test_marks_are_told_in_words(english: Languages) -> None:
    told = Still(SHEET, (TABLE,)).summary
    assert told == (
        "One step: a table of 2 rows with the columns weight, after one step. Marked: b."
    )
