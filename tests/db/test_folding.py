import pytest

from db.folding import folded, search_for


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Époque", "epoque"),
        ("E\u0301POQUE", "epoque"),
        ("Être ÇA où naïf Noël", "etre ca ou naif noel"),
        ("Œuvre, cœur, ex æquo", "oeuvre, coeur, ex aequo"),
        ("η = 0.3", "η = 0.3"),
        ("Straße", "strasse"),
    ],
)
def test_case_and_accents_are_folded(text: str, bare: str) -> None:
    assert folded(text) == bare


def test_all_words_must_be_there_in_any_order() -> None:
    found = search_for("  ReLU  0.3 ")
    assert found("0.3 dead_relu")
    assert not found("dead_relu 0.03")
    assert search_for("")("anything")
