"""Medians over members, with numbers small enough to do by hand."""

import math

import numpy as np

from sim.training.medians import median, median_ratio

MEASURES = {"a": np.array([1.0, 9.0, 4.0]), "b": np.array([2.0, 3.0, 1.0])}


def test_it_is_that_of_the_members() -> None:
    assert median(MEASURES, "a") == 4


def test_of_a_ratio_it_is_the_median_of_each_member_s_ratio() -> None:
    assert median_ratio(MEASURES, "a", "b") == 3  # of 0.5, 3 and 4


def test_a_member_without_a_number_leaves_no_median() -> None:
    assert math.isnan(median({"a": np.array([1.0, math.nan, 2.0])}, "a"))


def test_divided_by_zero_is_infinite_not_a_warning() -> None:
    assert median_ratio({"a": np.array([1.0]), "b": np.array([0.0])}, "a", "b") == math.inf
