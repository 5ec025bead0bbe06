import pytest

from qtapp.cardtext.highlight import MAX_LENGTH, CodeKind, highlighted

CODE = 'def f(x: float) -> float:\n    """Texte."""\n    return max(0.0, x)  # un mot\n'


def test_the_spans_are_the_code() -> None:
    assert "".join(text for text, _ in highlighted(CODE, "python")) == CODE


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("def", CodeKind.KEYWORD),
        ("f", CodeKind.FUNCTION),
        ('"""Texte."""', CodeKind.STRING),
        ("0.0", CodeKind.NUMBER),
        ("# un mot", CodeKind.COMMENT),
        ("max", CodeKind.FUNCTION),
    ],
)
def test_words_have_their_kind(word: str, kind: CodeKind) -> None:
    assert (word, kind) in [(text.strip(), kind) for text, kind in highlighted(CODE, "python")]


@pytest.mark.parametrize("language", ["", "no-such-language", "py thon", "../x"])
def test_unknown_languages_are_plain(language: str) -> None:
    assert highlighted("x = 1", language) == (("x = 1", CodeKind.PLAIN),)


def test_very_long_code_is_plain() -> None:
    code = "x = 1\n" * MAX_LENGTH
    assert highlighted(code, "python") == ((code, CodeKind.PLAIN),)
