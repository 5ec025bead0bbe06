from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from decks.questions.numbers import decimal, read_number, split_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("235", "235"),
        ("+4,2", "4.2"),
        ("-4.2", "-4.2"),
        ("\N{MINUS SIGN} 3", "-3"),
        (",5", "0.5"),
        ("5,", "5"),
        ("1e-3", "0.001"),
        ("1,5E+2", "150"),
        ("1,5 × 10^-3", "0.0015"),
        ("1.5*10^(-3)", "0.0015"),
        ("2x10³", "2000"),
        ("10⁻³", "0.001"),
        ("10^6", "1000000"),
        ("-10^6", "-1000000"),
        ("2/3", "2/3"),
        ("1 / 4", "1/4"),
        ("1 234", "1234"),
        ("1\N{NARROW NO-BREAK SPACE}234\N{NO-BREAK SPACE}567,8", "1234567.8"),
        ("1,234", "1.234"),
        ("1.234", "1.234"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("0,1234567", "0.1234567"),
        ("  7  ", "7"),
    ],
)
def test_numbers_are_read_as_people_type_them(text: str, value: str) -> None:
    assert read_number(text) == Fraction(value)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "douze", "-", ",", "e3", "inf", "nan", "1/0", "1e999", "1e9999", "9" * 101),
        *("1,2,3", "1.2.3", "1 2", "12 34", "1,23,456", "1..2", "--1", "3 Mo", "1/", "0x1F", "٣"),
    ],
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "value", "rest"),
    [
        ("4,2 Mo", "4.2", "Mo"),
        ("12\N{NO-BREAK SPACE}%", "12", "%"),
        ("3 m/s", "3", "m/s"),
        ("3/s", "3", "/s"),
        ("2 e", "2", "e"),
        ("1 234 paramètres", "1234", "paramètres"),
        ("1e-3s", "0.001", "s"),
    ],
)
def test_what_follows_a_number_is_its_unit(text: str, value: str, rest: str) -> None:
    assert split_number(text) == (Fraction(value), rest)


@given(st.floats(allow_nan=False, allow_infinity=False))
@example(5e-324)
@example(-1.7976931348623157e308)
def test_the_shortest_writing_reads_as_the_same_float(value: float) -> None:
    """The witness is Python's own `repr`, which reads back exactly."""
    read = read_number(decimal(value))
    assert read is not None
    assert float(read) == value
