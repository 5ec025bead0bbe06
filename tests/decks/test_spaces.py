"""Spaces of French marks stay where all others become one."""

import pytest

from decks.spaces import in_one_line, words


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  une\n ligne\t de plus\r\n", "une ligne de plus"),
        ("pourquoi\u202f?\n\nSoit «\u00a0z\u00a0»", "pourquoi\u202f? Soit «\u00a0z\u00a0»"),
        ("1\u202f000\u2003et 2\u00a0%", "1\u202f000 et 2\u00a0%"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_text_is_told_in_one_line(text: str, line: str) -> None:
    assert in_one_line(text) == line


def test_a_mark_is_of_its_word() -> None:
    assert words("dans quel\nsens\u202f?") == ["dans", "quel", "sens\u202f?"]
