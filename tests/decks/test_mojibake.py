"""Wrong letters are made by hand here: encoded as UTF-8, read as something else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decks.mojibake import mended

FRENCH = "# Réseau\n\nDéjà vu : l’été, « ça », œuvre…\nÀ 5 °C, θ ≥ 0 → 𝜹\n\nFin.\n"
CONTENT = Path(__file__).resolve().parents[2] / "decks" / "content"


def wrong(text: str, encoding: str) -> str:
    return text.encode().decode(encoding)


@pytest.mark.parametrize(("encoding", "name"), [("mac_roman", "Mac Roman"), ("latin-1", "Latin-1")])
def test_every_letter_comes_back(encoding: str, name: str) -> None:
    mending = mended(wrong(FRENCH, encoding))
    assert mending is not None
    assert (mending.text, mending.read_as) == (FRENCH, name)


def test_it_tells_the_first_word_that_was_wrong() -> None:
    mending = mended(wrong("Oui — ‚\nun réseau\n", "mac_roman"))
    assert mending is not None
    assert (mending.line, mending.before, mending.after) == (1, "r√©seau", "réseau")


def test_a_text_of_sound_and_wrong_parts_is_mended_where_it_is_wrong() -> None:
    mending = mended(FRENCH + wrong("Été à la mer\nDes étés", "mac_roman"))
    assert mending is not None
    assert mending.text == FRENCH + "Été à la mer\nDes étés"


@pytest.mark.parametrize(
    "text", ["", "plain ASCII", FRENCH, FRENCH * 3 + "On lit « rÃ©seau » à la place.\n"]
)
def test_a_sound_text_is_left_alone_even_when_it_quotes_wrong_letters(text: str) -> None:
    assert mended(text) is None


@pytest.mark.parametrize("path", sorted(CONTENT.glob("*/chapter.md")), ids=lambda p: p.parent.name)
def test_the_course_is_sound(path: Path) -> None:
    assert mended(path.read_text(encoding="utf-8")) is None


WORDS = ("à", "déjà", "l’œuvre", "« ça »", "où ?", "É", "naïf,", "Noël…", "σ(z)", "→", "3 °C", "\n")


@given(st.lists(st.sampled_from(WORDS), min_size=1))
def test_french_survives(words: list[str]) -> None:
    assert mended(" ".join(words)) is None
