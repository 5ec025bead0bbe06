import importlib
import warnings

import pytest

from tests.decks.content.chapter_files import CHAPTERS, ChapterFile
from tests.decks.content.course_text import formulas


@pytest.mark.parametrize("chapter", CHAPTERS, ids=str)
def test_every_formula_renders_at_a_sane_size(chapter: ChapterFile) -> None:
    with warnings.catch_warnings():  # ziamath 0.13 reads its font by a deprecated function
        warnings.simplefilter("ignore", DeprecationWarning)
        ziamath = importlib.import_module("ziamath")
    for formula in sorted(set(formulas(chapter.text))):
        width, height = ziamath.Latex(formula, size=24).getsize()
        assert 0 < height < 4 * 24, formula
        assert 0 < width < 25 * 24, formula
