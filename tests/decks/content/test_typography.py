import pytest

from tests.decks.content.course_text import NBSP, THIN
from tests.decks.content.typography import typography_faults


@pytest.mark.parametrize(
    ("fault", "right"),
    [
        ("l'époque", "l’époque"),
        ('dit "vrai"', f"dit «{NBSP}vrai{NBSP}»"),
        ("Pourquoi?", f"Pourquoi{NBSP}?"),
        ("Pourquoi ?", f"Pourquoi{NBSP}?"),
        ("« vrai »", f"«{NBSP}vrai{NBSP}»"),
        ("un , deux", "un, deux"),
        ("et ainsi...", "et ainsi…"),
        ("vaut 0.5", "vaut 0,5"),
        ("60000 images", f"60{THIN}000 images"),
        ("60000 images", "depuis 1998, en\n2012, (1998)"),
        ("un  mot", "un mot"),
        ("A la sortie", "À la sortie"),
        ("Fin. A la sortie", "la classe A est"),
        ("des noeuds", "des nœuds"),
        ("une batch", "un lot (*batch*)"),
        ("le **batch**", "la normalisation (*batch normalization*)"),
    ],
)
def test_the_typographer_sees(fault: str, right: str) -> None:
    assert typography_faults(fault)
    assert typography_faults(right) == []
