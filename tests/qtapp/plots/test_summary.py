"""Plots in words."""

import math
from dataclasses import replace

import pytest

from qtapp.plots.summary import summary
from sim.declaration import Axis, Plot
from sim.pictures import Curve, Grid, Path, Picture, Points, Table, Weights
from sim.words import Words, same
from tests.qtapp.plots.conftest import LOSS, NORM, line

NBSP = "\u00a0"
PLANE = Plot("plane", Words("Plan", "Plane"), Axis(same("x₁")), Axis(same("x₂")))
FALLING = replace(line("a", 2.0, 0.25, 0.5), label=Words("perte", "loss"))


def sentence(picture: Picture, plot: Plot = PLANE) -> str:
    """Without the plot's own."""
    return summary([plot], [picture]).partition(". ")[2]


def test_a_plot_says_its_title_and_its_axes_first() -> None:
    assert summary([LOSS], [FALLING]).startswith("Loss; vertical axis: L; horizontal axis: step. ")


def test_a_curve_says_its_ends_and_its_extremes() -> None:
    assert sentence(FALLING, LOSS) == (
        "loss: from 2 (step: 0) to 0.5 (step: 2); least 0.25 (step: 1), greatest 2 (step: 0); "
        "finite in all networks."
    )


@pytest.mark.usefixtures("french")
def test_it_does_so_in_french() -> None:
    assert summary([LOSS], [FALLING]) == (
        "Perte ; axe vertical : L ; axe horizontal : pas. perte : de 2 (pas : 0) à 0,5 (pas : 2) ;"
        " minimum 0,25 (pas : 1), maximum 2 (pas : 0) ; valeurs finies dans tous les réseaux."
    ).replace(" :", f"{NBSP}:").replace(" ;", f"{NBSP};")


def curve_with(*finite: float) -> Curve:
    return replace(FALLING, finite=finite)


def test_it_says_in_how_many_networks_values_are_finite() -> None:
    assert sentence(curve_with(1, 1, 0.75), LOSS).endswith(
        "; finite in 75% of the networks at the end."
    )
    assert sentence(curve_with(1, 1, 0), LOSS).endswith("; finite in no network at the end.")


def test_what_is_not_finite_is_neither_an_end_nor_an_extreme() -> None:
    told = sentence(line("a", 1.0, 3.0, math.inf), LOSS)
    assert told.startswith("a: from 1 (step: 0) to 3 (step: 1); least 1 (step: 0), greatest 3")


def test_a_curve_without_a_finite_value_says_so() -> None:
    assert sentence(line("a", math.nan), LOSS) == "a: no value is finite."


def test_each_plot_has_a_paragraph_and_an_empty_one_has_none() -> None:
    told = summary([LOSS, PLANE, NORM], [line("a", 1.0), line("b", 1.0, plot=NORM)])
    assert [paragraph.partition(";")[0] for paragraph in told.splitlines()] == ["Loss", "Gradient"]


def test_nothing_shown_is_nothing_said() -> None:
    assert summary([LOSS], []) == ""


@pytest.mark.usefixtures("english")
def test_a_walk_says_where_it_leads() -> None:
    walk = Path("plane", "w", same("descent"), (0.0, 1.0, 2.0), (1.0, 0.5, -0.25))
    assert sentence(walk) == "descent: a way of 2 steps, from (0, 1) to (2, −0.25)."


@pytest.mark.usefixtures("english")
def test_examples_are_counted() -> None:
    points = Points("plane", "p", same("data"), (0.0, 1.0, 2.0), (0.0, 0.0, 0.0), (0, 1, 1))
    assert sentence(points) == "data: 3 examples in 2 classes."


def test_a_field_says_its_range() -> None:
    field = Grid("plane", "g", same("p"), (0, 1), (0, 1), ((0.0, 0.5, 1.0), (math.nan, 0.1, 0.2)))
    assert sentence(field) == "p: a field of 3 × 2 values, from 0 to 1."


def test_a_network_says_its_layers() -> None:
    network = Weights(
        "plane", "n", same("net"), (((1.0, -2.0), (0.5, 0.0), (0.1, 0.2)), ((1.5, 0.0, 0.0),)),
        ((0.0, 0.0, 0.0), (0.0,)),
    )  # fmt: skip
    assert sentence(network) == (
        "net: a network with layers of 2–3–1 units, weights from −2 to 1.5."
    )


@pytest.mark.usefixtures("english")
def test_a_table_says_its_columns_and_what_is_marked() -> None:
    rows: tuple[tuple[Words | float, ...], ...] = ((same("w"), 0.5), (same("b"), 0.0))
    table = Table("plane", "t", same("steps"), (same("name"), same("value")), rows, marked=(1,))
    assert sentence(table) == "steps: a table of 2 rows with the columns name, value. Marked: b."


def test_what_lies_on_no_axes_does_not_name_them() -> None:
    table = Table("plane", "t", same("steps"), (same("name"),), ((same("w"),),))
    assert summary([PLANE], [table]).startswith("Plane. steps:")
