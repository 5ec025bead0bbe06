"""A renderer whose cache is filled in this process, and the means to look at what is painted."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from qtapp.cardtext.formula_cache import FormulaCache
from qtapp.cardtext.markdown import formulas
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.cardtext.style import TextStyle
from qtapp.cardtext.view import CardText
from qtapp.tokens import LIGHT
from tests.qtapp.cardtext.entries import entry_of

FAKE_WORKER = str(Path(__file__).with_name("fake_worker.py"))
MakeText = Callable[..., CardText]
MakeRenderer = Callable[..., FormulaRenderer]


@pytest.fixture
def cache(tmp_path: Path) -> FormulaCache:
    return FormulaCache(tmp_path / "formulas")


@pytest.fixture
def make_renderer(qapp: QApplication, cache: FormulaCache) -> Iterator[MakeRenderer]:
    """Makes renderers whose child process behaves in the manner asked for."""
    made: list[FormulaRenderer] = []

    def make(manner: str, *, idle_ms: int = 10_000, patience_ms: int = 15_000) -> FormulaRenderer:
        command = (sys.executable, "-S", FAKE_WORKER, manner)
        made.append(
            FormulaRenderer(cache, command=command, idle_ms=idle_ms, patience_ms=patience_ms)
        )
        return made[-1]

    yield make
    for renderer in made:
        renderer.close()
        renderer.deleteLater()


@pytest.fixture
def renderer(make_renderer: MakeRenderer) -> FormulaRenderer:
    """One whose child process answers every formula with a square."""
    return make_renderer("answer")


@pytest.fixture
def make_text(
    renderer: FormulaRenderer, cache: FormulaCache, qapp: QApplication
) -> Iterator[MakeText]:
    """Makes shown card texts; their formulas are in the cache before."""
    made: list[CardText] = []

    def make(
        text: str,
        *,
        width: int = 400,
        style: TextStyle | None = None,
        media: Path | None = None,
    ) -> CardText:
        for formula in formulas(text):
            cache.put(formula.key, entry_of(formula))
        view = CardText(renderer)
        made.append(view)
        view.resize(width, 50)
        view.show_markdown(text, style=style or TextStyle.from_tokens(LIGHT, px=16), media=media)
        view.show()
        qapp.processEvents()
        return view

    yield make
    for view in made:
        view.close()
        view.deleteLater()
