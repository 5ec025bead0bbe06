"""The window's side: what is known at once, what is asked next door, and who cleans up."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qtapp.cardtext.formula import Drawing, Failure, Formula
from qtapp.cardtext.formula_cache import FormulaCache
from qtapp.cardtext.renderer import MAX_CRASHES, FormulaRenderer
from tests.leftovers import child_pids
from tests.qtapp.cardtext.conftest import MakeRenderer
from tests.qtapp.cardtext.entries import entry_of

X, Y = Formula("x"), Formula("y")


def asked(cache: FormulaCache) -> list[str]:
    path = cache.folder / "asked"
    return path.read_text().splitlines() if path.exists() else []


def test_what_is_in_the_cache_starts_no_process(
    renderer: FormulaRenderer, cache: FormulaCache
) -> None:
    cache.put(X.key, entry_of(X))
    renderer.request(X)
    assert isinstance(renderer.drawing(X), Drawing)
    assert not renderer.is_running
    assert child_pids() == []


def test_the_disk_is_read_once(renderer: FormulaRenderer, cache: FormulaCache) -> None:
    cache.put(X.key, entry_of(X))
    first = renderer.drawing(X)
    for path in cache.folder.iterdir():
        path.unlink()
    assert renderer.drawing(X) is first


def test_what_is_missing_is_drawn_next_door(qtbot: QtBot, renderer: FormulaRenderer) -> None:
    assert renderer.drawing(X) is None
    with qtbot.waitSignal(renderer.ready, timeout=10_000) as told:
        renderer.request(X)
    assert told.args == [X.key]
    assert isinstance(renderer.drawing(X), Drawing)


def test_a_formula_is_asked_for_once(
    qtbot: QtBot, renderer: FormulaRenderer, cache: FormulaCache
) -> None:
    for formula in (X, X, Y, X):
        renderer.request(formula)
    qtbot.waitUntil(lambda: renderer.drawing(Y) is not None, timeout=10_000)
    assert asked(cache) == ["x", "y"]


def test_texts_are_prepared_but_the_screen_goes_first(
    qtbot: QtBot, renderer: FormulaRenderer, cache: FormulaCache
) -> None:
    renderer.prepare(["$a$ et $b$", "sans formule", "$c$ $a$"])
    qtbot.waitUntil(lambda: renderer.is_running, timeout=10_000)
    renderer.request(Formula("c"))
    renderer.request(X)
    qtbot.waitUntil(lambda: renderer.drawing(Formula("b")) is not None, timeout=10_000)
    assert asked(cache)[0] == "a"
    assert set(asked(cache)[1:3]) == {"c", "x"}
    assert asked(cache).count("c") == 1


def test_prepared_texts_in_the_cache_start_no_process(
    qtbot: QtBot, renderer: FormulaRenderer, cache: FormulaCache, qapp: QApplication
) -> None:
    cache.put(X.key, entry_of(X))
    renderer.prepare(["$x$"])
    for _ in range(5):
        qapp.processEvents()
    assert not renderer.is_running


def test_the_process_goes_when_it_has_been_idle(
    qtbot: QtBot, make_renderer: MakeRenderer, cache: FormulaCache
) -> None:
    renderer = make_renderer("answer", idle_ms=20)
    with qtbot.waitSignal(renderer.ready, timeout=10_000):
        renderer.request(X)
    qtbot.waitUntil(lambda: not renderer.is_running, timeout=10_000)
    assert (cache.folder / "ended").exists()  # of itself: it was not killed
    with qtbot.waitSignal(renderer.ready, timeout=10_000):
        renderer.request(Y)


def test_a_request_while_it_goes_starts_another(qtbot: QtBot, make_renderer: MakeRenderer) -> None:
    renderer = make_renderer("answer", idle_ms=0)
    for name in "abcdef":
        with qtbot.waitSignal(renderer.ready, timeout=10_000):
            renderer.request(Formula(name))


def test_closing_ends_the_process_at_once(
    qtbot: QtBot, make_renderer: MakeRenderer, cache: FormulaCache
) -> None:
    renderer = make_renderer("hang")
    renderer.request(X)
    qtbot.waitUntil(lambda: bool(asked(cache)), timeout=10_000)
    assert child_pids() != []
    renderer.close()
    assert child_pids() == []
    renderer.request(Y)
    renderer.prepare(["$y$"])
    assert not renderer.is_running


def test_the_end_of_the_application_ends_the_process(
    qtbot: QtBot, renderer: FormulaRenderer, qapp: QApplication
) -> None:
    with qtbot.waitSignal(renderer.ready, timeout=10_000):
        renderer.request(X)
    qapp.aboutToQuit.emit()
    assert child_pids() == []


def test_a_formula_that_crashes_it_fails_alone(qtbot: QtBot, make_renderer: MakeRenderer) -> None:
    renderer = make_renderer("crash-on-bad")
    bad = Formula("bad")
    for formula in (X, bad, Y):
        renderer.request(formula)
    qtbot.waitUntil(lambda: renderer.drawing(Y) is not None, timeout=10_000)
    assert isinstance(renderer.drawing(X), Drawing)
    assert isinstance(renderer.drawing(bad), Failure)
    assert isinstance(renderer.drawing(Y), Drawing)


def test_a_process_that_always_crashes_is_given_up(
    qtbot: QtBot, make_renderer: MakeRenderer, cache: FormulaCache
) -> None:
    renderer = make_renderer("crash")
    known = [Formula(str(n)) for n in range(10)]
    for formula in known:
        renderer.request(formula)
    qtbot.waitUntil(lambda: renderer.drawing(known[-1]) is not None, timeout=10_000)
    assert all(isinstance(renderer.drawing(formula), Failure) for formula in known)
    assert len(asked(cache)) == MAX_CRASHES
    assert not renderer.is_running


def test_a_formula_that_never_ends_is_given_up(qtbot: QtBot, make_renderer: MakeRenderer) -> None:
    renderer = make_renderer("hang", patience_ms=300)
    with qtbot.waitSignal(renderer.ready, timeout=10_000):
        renderer.request(X)
    assert isinstance(renderer.drawing(X), Failure)


def test_garbage_between_answers_is_passed_over(qtbot: QtBot, make_renderer: MakeRenderer) -> None:
    renderer = make_renderer("garbage")
    with qtbot.waitSignal(renderer.ready, timeout=10_000):
        renderer.request(X)
    assert isinstance(renderer.drawing(X), Drawing)


def test_a_program_that_is_not_there_is_a_failure(
    qtbot: QtBot, cache: FormulaCache, tmp_path: Path
) -> None:
    renderer = FormulaRenderer(cache, command=(str(tmp_path / "nothing"),))
    with qtbot.waitSignals([renderer.ready, renderer.ready], timeout=10_000):
        renderer.request(X)
        renderer.request(Y)
    assert isinstance(renderer.drawing(Y), Failure)
    assert not renderer.is_running


@pytest.mark.slow
def test_the_real_process_draws_into_the_cache(qtbot: QtBot, cache: FormulaCache) -> None:
    renderer = FormulaRenderer(cache)
    formula = Formula(r"\frac{\partial L}{\partial w}")
    with qtbot.waitSignal(renderer.ready, timeout=30_000):
        renderer.request(formula)
    renderer.close()
    assert renderer.drawing(formula) == entry_of(formula) == cache.get(formula)
