import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtapp.cardtext.formula import Drawing, Failure, Formula, decoded, encoded
from qtapp.cardtext.formula_cache import FormulaCache

SQUARE = Drawing(1.0, 0.5, 0.25, '<svg viewBox="0 -32 64 48"/>')
X = Formula("x")


def test_what_was_put_is_got(cache: FormulaCache) -> None:
    assert cache.get(X) is None
    assert not cache.holds(X)
    cache.put(X.key, SQUARE)
    assert cache.get(X) == SQUARE
    assert cache.holds(X)


def test_failures_are_kept_too(cache: FormulaCache) -> None:
    cache.put(X.key, Failure("no such command"))
    assert cache.get(X) == Failure("no such command")


def test_a_formula_on_its_own_line_is_another_drawing() -> None:
    assert Formula("x").key != Formula("x", is_display=True).key
    assert Formula("x").key == Formula(" x ").key


def test_another_library_means_other_drawings(monkeypatch: pytest.MonkeyPatch) -> None:
    before = X.key
    monkeypatch.setattr("qtapp.cardtext.formula._library", lambda: "ziamath-99")
    assert X.key != before


@pytest.mark.parametrize("damage", [b"", b"\x00\x01", b"x" * 50, encoded(SQUARE)[:-5]])
def test_a_damaged_file_counts_as_none(cache: FormulaCache, damage: bytes) -> None:
    cache.put(X.key, SQUARE)
    (path,) = cache.folder.iterdir()
    path.write_bytes(damage)
    assert cache.get(X) is None
    cache.put(X.key, SQUARE)
    assert cache.get(X) == SQUARE


@given(st.binary(max_size=80))
def test_decoding_anything_gives_a_value_error(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"formula|SVG|sizes"):
        decoded(data)


def test_a_drawing_without_ink_is_not_accepted() -> None:
    for drawing in (
        Drawing(1, 0, 0, "<svg />"),
        Drawing(1e9, 1, 1, "<svg />"),
        Drawing(1, 1, 0, ""),
    ):
        with pytest.raises(ValueError, match=r"SVG|sizes"):
            decoded(encoded(drawing))


def test_a_folder_that_cannot_be_made_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = FormulaCache(tmp_path / "file" / "below")
    cache.put(X.key, SQUARE)
    cache.prune()
    assert cache.get(X) is None


def test_writing_leaves_one_whole_file(cache: FormulaCache) -> None:
    cache.put(X.key, SQUARE)
    cache.put(X.key, SQUARE)
    assert len(list(cache.folder.iterdir())) == 1


def test_pruning_removes_the_oldest_and_drafts(tmp_path: Path) -> None:
    size = len(encoded(SQUARE))
    cache = FormulaCache(tmp_path, max_bytes=3 * size)
    known = [Formula(name) for name in "abcde"]
    for age, formula in enumerate(known):
        cache.put(formula.key, SQUARE)
        os.utime(tmp_path / f"{formula.key}.formula", (1000 + age, 1000 + age))
    (tmp_path / ".draft.123").write_bytes(b"")
    cache.prune()
    assert [cache.holds(formula) for formula in known] == [False, False, True, True, True]
    assert len(list(tmp_path.iterdir())) == 3
