"""Numbers in sentences, as French and English print them."""

import math

import pytest

from sim.words import Words, fill, number


@pytest.mark.parametrize(
    ("value", "spec", "french", "english"),
    [
        (0.5, "", "0,5", "0.5"),
        (1284.0, "d", "1\u202f284", "1,284"),
        (0.912, "%", "91\u00a0%", "91%"),
        (0.9125, ".1%", "91,2\u00a0%", "91.2%"),  # half to even
        (-1.5, ".2f", "−1,50", "−1.50"),
        (0.000123, "", "1,23\u00a0×\u00a010⁻⁴", "1.23\u00a0×\u00a010⁻⁴"),
        (1e6, "", "10⁶", "10⁶"),
        (-math.inf, "", "−∞", "−∞"),
        (math.nan, "%", "NaN", "NaN"),
    ],
)
def test_a_number_is_written_as_its_reader_expects(
    value: float, spec: str, french: str, english: str
) -> None:
    assert number(value, spec, "fr") == french
    assert number(value, spec, "en") == english


@pytest.mark.parametrize("value", [-0.0, -0.0001])
@pytest.mark.parametrize("spec", ["%", "d", ".2f"])
def test_what_is_written_as_zero_has_no_sign(value: float, spec: str) -> None:
    assert not number(value, spec, "en").startswith("−")
    assert number(-0.0, "", "en") == "0"


def test_fields_are_filled_in_the_language_of_the_text() -> None:
    words = Words("{share:%} de {count:d} réseaux", "{share:%} of {count:d} networks")
    values = {"share": 0.25, "count": 2000}
    assert fill(words, values, "fr") == "25\u00a0% de 2\u202f000 réseaux"
    assert fill(words, values, "en") == "25% of 2,000 networks"
