import dataclasses
from pathlib import Path

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.colors import same_color

from sim.pictures import Curve
from sim.plotting import figure, save
from sim.plotting.style import PALETTES, Mode
from sim.words import Words, same
from tests.sim.pictures import (
    CALM,
    EXAMPLES,
    FIELD,
    LOST,
    NETWORK,
    TABLE,
    WALK,
    sheet,
)


def legend_of(axes: Axes) -> list[str]:
    legend = axes.get_legend()
    assert legend is not None
    return [text.get_text() for text in legend.get_texts()]


def texts_of(axes: Axes) -> list[str]:
    return [text.get_text() for text in axes.texts]


@pytest.mark.parametrize(
    ("language", "title", "label", "legend"),
    [("fr", "Coût", "coût", "η = 0,1"), ("en", "Loss", "loss", "η = 0.1")],
)
def test_a_curve_stands_on_its_axes(language: str, title: str, label: str, legend: str) -> None:
    (axes,) = figure(sheet(CALM), language="fr" if language == "fr" else "en").axes
    (line,) = axes.lines
    assert (axes.get_title("left"), axes.get_ylabel()) == (title, label)
    assert (axes.get_xscale(), axes.get_yscale()) == ("linear", "log")
    assert np.array(line.get_ydata()).tolist() == [1.0, 0.1, 0.01]
    assert len(axes.collections) == 1  # its band
    assert legend_of(axes) == [legend]


def test_a_curve_that_diverges_says_so_and_ends_in_a_cross() -> None:
    (axes,) = figure(sheet(LOST), language="en").axes
    line, cross = axes.lines
    assert legend_of(axes) == ["η = 10 (75% not finite)"]
    assert (cross.get_marker(), np.array(cross.get_xdata()).tolist()) == ("X", [1.0])
    assert np.size(line.get_xdata()) == 3


def test_a_curve_without_a_finite_value_draws_an_empty_plot() -> None:
    nothing = (float("nan"),) * 3
    gone = dataclasses.replace(LOST, mean=nothing, low=nothing, high=nothing, finite=(0, 0, 0))
    (axes,) = figure(sheet(gone), language="fr").axes
    assert legend_of(axes) == ["η = 10 (100\u00a0% non finis)"]


def test_limits_that_are_declared_leave_a_line_at_the_edge_whole() -> None:
    flat = Curve("share", "all", Words("tout", "all"), (0, 1), (1, 1), (1, 1), (1, 1), (1, 1))
    (axes,) = figure(sheet(flat)).axes
    assert axes.get_ylim() == pytest.approx((-0.02, 1.02))
    assert "0,5" in axes.yaxis.get_major_formatter().format_ticks([0.0, 0.5, 1.0])


def test_a_dollar_begins_no_formula() -> None:
    dear = dataclasses.replace(CALM, label=Words("10 $ et 20 $", "$10 and $20"))
    (axes,) = figure(sheet(dear), language="en").axes
    assert legend_of(axes) == [r"\$10 and \$20"]


def test_each_plot_has_a_panel_and_an_empty_one_has_none() -> None:
    drawn = figure(sheet(CALM, LOST, EXAMPLES))
    assert [axes.get_title("left") for axes in drawn.axes] == ["Coût", "Plan"]


def test_examples_lie_on_their_decision_region() -> None:
    axes, bar = figure(sheet(FIELD, EXAMPLES), language="fr").axes
    assert bar.get_ylabel() == "p"
    assert tuple(axes.images[0].get_extent()) == (-1, 1, -1, 1)
    assert axes.images[0].get_clim() == (0, 1)
    classes = [item for item in axes.collections if isinstance(item, PathCollection)]
    assert [len(np.array(item.get_offsets())) for item in classes] == [1, 2]
    assert legend_of(axes) == ["exemples (0)", "exemples (1)"]


def test_a_path_goes_over_contours_and_stops_where_it_leaves_the_plane() -> None:
    (axes,) = figure(sheet(FIELD, WALK)).axes
    assert not axes.images
    walk = next(line for line in axes.lines if line.get_label() == "marche")
    assert np.array(walk.get_xdata()).tolist() == [0.9, 0.5]
    assert axes.get_xlim() == (-1, 1)


def test_a_weight_is_as_wide_as_it_is_big_and_its_colour_is_its_sign() -> None:
    (axes,) = figure(sheet(NETWORK), language="fr").axes
    first, _ = (item for item in axes.collections if isinstance(item, LineCollection))
    assert np.array(first.get_linewidth()) == pytest.approx(np.array([1.5, 3.0, 0.75, 6.0]))
    negative, positive = PALETTES["light"].signs
    expected = [positive, negative, positive, positive]
    for colour, wanted in zip(np.array(first.get_color()), expected, strict=True):
        assert same_color(tuple(colour[:3]), wanted)
    assert {"h₁\n0,25", "x₁", "−2", "o\n1"} <= set(texts_of(axes))


def test_a_table_keeps_its_cells_and_tints_what_is_marked() -> None:
    (axes,) = figure(sheet(TABLE), language="fr").axes
    (table,) = axes.tables
    cells = table.get_celld()
    texts = [[cells[row, column].get_text().get_text() for column in (0, 1)] for row in range(3)]
    assert texts == [["quantité", "valeur"], ["∂E/∂w", "0,5"], ["∂E/∂b", "−0,125"]]
    assert [cells[row, 0].get_fill() for row in range(3)] == [False, False, True]


def test_a_line_with_examples_is_no_walk() -> None:
    """A perceptron's line, or a function's graph: no contours, no ends."""
    axes, _ = figure(sheet(FIELD, EXAMPLES, WALK)).axes
    assert len(axes.images) == 1
    (line,) = axes.lines
    assert (line.get_marker(), line.get_label()) == ("None", "marche")


def test_steps_are_ticked_in_whole_numbers() -> None:
    (axes,) = figure(sheet(CALM)).axes
    assert [tick for tick in axes.get_xticks() if tick % 1] == []


def test_a_wide_table_has_a_row_of_its_own() -> None:
    wide = dataclasses.replace(
        TABLE, columns=(Words("q" * 30, "q" * 30),) * 5, rows=((same("w" * 30),) * 5,), marked=()
    )
    drawn = figure(sheet(CALM, wide, NETWORK))
    drawn.canvas.draw()
    curve, table, net = (axes.get_position() for axes in drawn.axes)
    assert table.width > 1.5 * curve.width
    assert table.y1 < curve.y0
    assert net.y1 < table.y0


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_a_figure_becomes_a_picture_file(tmp_path: Path, ending: str) -> None:
    save(figure(sheet(FIELD, EXAMPLES)), tmp_path / f"all.{ending}")
    content = (tmp_path / f"all.{ending}").read_bytes()
    if ending == "svg":
        assert b"<svg" in content
        return
    width, height = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
    assert content.startswith(b"\x89PNG")
    assert 600 < width < 1500
    assert 400 < height < 1000


@pytest.mark.parametrize(("mode", "colour"), [("light", "#F6F5F2"), ("dark", "#17191C")])
def test_a_figure_has_the_colours_of_the_app(mode: Mode, colour: str) -> None:
    """`--bg` of the app's design tokens."""
    assert same_color(figure(sheet(CALM), mode=mode).get_facecolor(), colour)
