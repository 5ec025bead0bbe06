import pytest

from tests.decks.content.chapter_files import CHAPTERS, ChapterFile
from tests.decks.content.course_text import NBSP
from tests.decks.content.spelling import forms, lacking, meant, misspelt, terms


@pytest.mark.parametrize("chapter", CHAPTERS, ids=str)
def test_french_spelling(chapter: ChapterFile) -> None:
    """A word of the field that is right goes into terms.txt; read it twice first."""
    where: dict[str, list[str]] = {}
    for block in chapter.blocks:
        for word in misspelt(block.said):
            where.setdefault(word, []).append(block.id)
    faults = [f"{word} ({meant(word)}?) in {', '.join(ids[:3])}" for word, ids in where.items()]
    assert faults == []


def test_every_term_is_needed() -> None:
    lacked = {
        word for chapter in CHAPTERS for block in chapter.blocks for word in lacking(block.text)
    }
    assert [term for term in terms() if lacked.isdisjoint(forms(term))] == []


def test_terms_are_sorted() -> None:
    assert terms() == sorted(set(terms()), key=lambda term: (term.casefold(), term))


@pytest.mark.parametrize(
    ("fault", "right"),
    [
        ("un noeud", "un nœud"),
        ("Etat", "État"),
        ("l’aprentissage", "l’apprentissage"),
        ("qu’ils aprennent", "qu’ils apprennent"),
        ("les couches cachés-ci sont-eles", "les couches cachées-ci sont-elles"),
        ("*early stoping*", "*early stopping*"),
        ("early stopping", "arrêt précoce (*early stopping*)"),
        ('[poids](#1 "un nonbre")', '[poids](#1 "un nombre")'),
        ("le retour du gradiant", "le retour du `gradiant` et de $gradiant$, d’$x$"),
        ("la courbe ![courbbe](figure.png)", "la courbe ![courbe](courbbe.png)"),
        (f"quoi{NBSP}? Pourqoi{NBSP}?", f"quoi{NBSP}? Pourquoi{NBSP}?"),
    ],
)
def test_the_speller_sees(fault: str, right: str) -> None:
    assert misspelt(fault)
    assert misspelt(right) == []
