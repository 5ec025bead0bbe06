"""Whatever versions of a chapter come one after the other, the collection follows the last."""

import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from db.collection import Collection
from decks.kinds import NoteKind
from decks.model import Chapter, Note, Section
from tests.db.chapters import cloze, note

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
NAMES = ("a", "b", "c", "d")


def _notes_named(name: str) -> st.SearchStrategy[Note]:
    plain = st.builds(
        lambda kind, back, tags: note(name, kind, back=back, tags=tags),
        st.sampled_from([NoteKind.BASIC, NoteKind.BOTH]),
        st.sampled_from(["oui", "non"]),
        st.sampled_from([(), ("x",), ("x", "y")]),
    )
    numbers = st.lists(st.integers(1, 3), min_size=1, max_size=3, unique=True)
    return plain | numbers.map(lambda found: cloze(name, *found))


def _section(name: str, notes: list[Note]) -> Section:
    return Section(name, name.upper(), notes=tuple(notes))


@st.composite
def chapters(draw: st.DrawFn) -> Chapter:
    """One version: some of four notes, in some order, cut in two sections."""
    names = draw(st.lists(st.sampled_from(NAMES), unique=True))
    notes = [draw(_notes_named(name)) for name in names]
    cut = draw(st.integers(0, len(notes)))
    sections = (_section("un", notes[:cut]), _section("deux", notes[cut:]))
    return Chapter("intro", "Introduction", draw(st.integers(1, 3)), sections=sections)


def _cards_of(chapter: Chapter) -> list[tuple[str, int, str, str]]:
    """By hand: what the course says is to be asked, in order."""
    expected = []
    for section in chapter.sections:
        for one in section.notes:
            numbers = {NoteKind.BASIC: [0], NoteKind.BOTH: [0, 1]}.get(one.kind)
            if numbers is None:
                numbers = [n for n in (1, 2, 3) if f"(#{n})" in one.back]
            expected += [(f"intro/{one.id}", n, one.back, section.title) for n in numbers]
    return expected


@settings(max_examples=40, deadline=None)
@given(st.lists(chapters(), min_size=1, max_size=5))
def test_the_collection_follows_the_last_version(versions: list[Chapter]) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(Collection.open(Path(folder) / "a.sqlite3", clock=lambda: NOW)) as collection,
    ):
        ids: dict[tuple[str, int], int] = {}
        for chapter in versions:
            preview = collection.preview_import(chapter, retire_missing=True)
            assert collection.apply_import(chapter, retire_missing=True) == preview
            views = collection.find_cards()
            assert [
                (v.note.uid, v.card.ordinal, v.note.back, v.deck_path[-1]) for v in views
            ] == _cards_of(chapter)
            for view in views:
                key = (view.note.uid, view.card.ordinal)
                assert ids.setdefault(key, view.card.id) == view.card.id
            again = collection.preview_import(chapter, retire_missing=True)
            assert again.unchanged == sum(1 for _ in chapter.notes())
        collection.check()
