import pytest

from decks.new_gap import Gap, new_gap

TEXT = "La dérivée de **ReLU** vaut $1$ si $z > 0$, `nn.ReLU` aussi."


def hide(text: str, words: str) -> Gap | None:
    start = text.index(words)
    return new_gap(text, start, start + len(words))


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("dérivée", "[dérivée](#1)"),
        (" dérivée ", " [dérivée](#1) "),
        ("**ReLU**", "[**ReLU**](#1)"),
        ("$z > 0$", "[$z > 0$](#1)"),
        ("`nn.ReLU`", "[`nn.ReLU`](#1)"),
        ("vaut $1$ si", "[vaut $1$ si](#1)"),
        ("ReLU", "[ReLU](#1)"),  # inside the emphasis
    ],
)
def test_whole_words_and_formulas_become_a_gap(words: str, made: str) -> None:
    gap = hide(TEXT, words)
    assert gap is not None
    assert gap.written(TEXT) == TEXT.replace(words, made, 1)


@pytest.mark.parametrize("words", ["z > 0", "de **Re", "nn", "$1$ si $z", "   "])
def test_what_would_read_otherwise_does_not(words: str) -> None:
    assert hide(f"{TEXT}   ", words) is None


def test_the_next_gap_has_the_next_number() -> None:
    first = hide("un deux trois", "un")
    assert first is not None
    text = first.written("un deux trois")
    second = hide(text, "trois")
    assert second is not None
    assert second.written(text) == "[un](#1) deux [trois](#2)"


def test_a_number_that_is_free_again_is_taken() -> None:
    gap = hide("un [deux](#2)", "un")
    assert gap is not None
    assert gap.number == 1


@pytest.mark.parametrize("words", ["deux", "x [deux](#1) y", "[deux", "deux](#1"])
def test_words_of_a_gap_are_not_hidden_again(words: str) -> None:
    assert hide("x [deux](#1) y", words) is None


def test_nothing_is_no_gap() -> None:
    assert new_gap("mot", 1, 1) is None
