from pathlib import Path

import pytest
from sqlalchemy import insert, select

from db import study
from db.engine import Store
from db.errors import NoCardsError
from db.note_editing import read_note
from db.records import to_ms
from db.rows import CardRow, Change, ChangeKind, Grade, NoteRow, Scale
from db.settings import StudySettings
from db.tables import cards, decks, note_tags, notes, tags
from tests.db.core import column, run
from tests.db.queue_maker import CALENDAR, NOON, minutes
from tests.db.store_maker import store_with, stored

TWO = "La dérivée vaut [1](#1) si $z > 0$ et [0](#2) sinon."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "c.epoque"


def add_note(store: Store, kind: str, back: str, ordinals: tuple[int, ...]) -> None:
    """Note 1, with cards numbered from 1."""
    with store.writer.begin() as connection:
        run(connection, insert(decks).values(id=1, uid="c", title="C", position=1))
        run(connection,
            insert(notes).values(
                id=1, uid="c/n", deck_id=1, kind=kind, front="F", back=back, created_at=0,
                modified_at=0, facts='["ACT-21"]',
            )
        )  # fmt: skip
        for ordinal in ordinals:
            run(
                connection,
                insert(cards).values(
                    uid=f"c/n#{ordinal}", note_id=1, deck_id=1, ordinal=ordinal, position=70
                ),
            )


def edit(
    store: Store, *, front: str = "F", back: str, extra: str = "", tags: tuple[str, ...] = ()
) -> Change:
    return study.edit_note(store, 1, NOON, front=front, back=back, extra=extra, tags=tags)


def note(store: Store) -> NoteRow:
    with store.reader.begin() as connection:
        return read_note(connection, 1)


def present(store: Store) -> dict[int, CardRow]:
    """The note's cards that are asked, by ordinal."""
    with store.reader.begin() as connection:
        ids = column(connection, select(cards.c.id).where(cards.c.is_retired == 0))
    return {row.ordinal: row for row in stored(store).values() if row.id in ids}


def grade_card(store: Store, card: CardRow) -> CardRow:
    change = study.grade(
        store, card, Grade.EASY, NOON, calendar=CALENDAR,
        settings=StudySettings(bury_siblings=False), duration_ms=0, raw=4, scale=Scale.FOUR,
    )  # fmt: skip
    return change.cards_after[0]


def test_new_words_are_stored(file: Path) -> None:
    with store_with(file) as store:
        add_note(store, "basic", "B", (0,))
        change = edit(store, front="F2", back="B2", extra="E2", tags=("relu", "dérivée"))
        assert note(store) == change.note_after
        assert change.note_after == NoteRow(
            1, "c/n", "basic", "F2", "B2", "E2", ("relu", "dérivée"), ("ACT-21",)
        )
        assert change.note_before == NoteRow(1, "c/n", "basic", "F", "B", "", (), ("ACT-21",))
        assert change.kind is ChangeKind.EDIT


def test_tags_can_be_found(file: Path) -> None:
    with store_with(file) as store:
        add_note(store, "basic", "B", (0,))
        edit(store, back="B", tags=("relu", "formule"))
        edit(store, back="B", tags=("relu",))
        with store.reader.begin() as connection:
            names = select(tags.c.name).join_from(note_tags, tags)
            assert column(connection, names) == ["relu"]


def test_the_time_of_the_edit_is_kept(file: Path) -> None:
    with store_with(file) as store:
        add_note(store, "basic", "B", (0,))
        edit(store, back="B2")
        with store.reader.begin() as connection:
            (row,) = run(connection, select(notes))
    assert (row.created_at, row.modified_at) == (0, to_ms(NOON))


def test_an_edit_keeps_the_schedule(file: Path) -> None:
    with store_with(file) as store:
        add_note(store, "basic", "B", (0,))
        graded = grade_card(store, present(store)[0])
        edit(store, back="B2")
        assert present(store) == {0: graded}


def test_a_new_deletion_is_a_new_card(file: Path) -> None:
    with store_with(file) as store:
        add_note(store, "cloze", TWO, (1, 2))
        change = edit(store, back=TWO + " [Jamais](#3) négative.")
        assert sorted(present(store)) == [1, 2, 3]
        assert [row.ordinal for row in change.cards_before] == [1, 2]
        assert [row.ordinal for row in change.cards_after] == [1, 2, 3]
        third = present(store)[3]
        assert (third.position, third.deck_id) == (70, 1)


def test_a_deletion_that_goes_and_returns_keeps_its_schedule(file: Path) -> None:
    with store_with(file) as store:
        add_note(store, "cloze", TWO, (1, 2))
        graded = grade_card(store, present(store)[2])
        edit(store, back="La dérivée vaut [1](#1).")
        assert sorted(present(store)) == [1]
        edit(store, back=TWO)
        assert present(store)[2] == graded


def test_undoing_an_edit_takes_its_cards_back(file: Path) -> None:
    with store_with(file) as store:
        add_note(store, "cloze", TWO, (1, 2))
        words, asked = note(store), present(store)
        change = edit(store, back="[A](#1) et [C](#3)", tags=("t",))
        study.undo(store, change, NOON + minutes(1))
        assert (note(store), present(store)) == (words, asked)
        study.redo(store, change, NOON + minutes(2))
        assert note(store) == change.note_after
        assert tuple(present(store).values()) == change.cards_after


def test_a_note_without_cards_is_refused(file: Path) -> None:
    with store_with(file) as store:
        add_note(store, "cloze", TWO, (1, 2))
        with pytest.raises(NoCardsError) as caught:
            edit(store, back="Plus rien à cacher.")
        assert caught.value.note_id == 1
        assert note(store).back == TWO


def test_a_missing_note_is_a_mistake_of_ours(file: Path) -> None:
    with store_with(file) as store, pytest.raises(KeyError):
        edit(store, back="B")


XOR = '{"name": "xor", "settings": {"width": 4}}'


def test_an_experiment_is_given_and_taken_away(file: Path) -> None:
    with store_with(file) as store:
        add_note(store, "cloze", TWO, (1, 2))
        words, asked = note(store), present(store)
        change = study.attach_experiment(store, 1, XOR, NOON)
        assert change.kind is ChangeKind.EDIT
        assert (change.note_before, change.note_after) == (words, words._replace(experiment=XOR))
        assert note(store) == change.note_after
        assert present(store) == asked
        assert change.cards_before == change.cards_after == tuple(asked.values())
        study.attach_experiment(store, 1, "", NOON)
        assert note(store) == words


def test_giving_an_experiment_can_be_undone(file: Path) -> None:
    with store_with(file) as store:
        add_note(store, "basic", "B", (0,))
        words = note(store)
        change = study.attach_experiment(store, 1, XOR, NOON)
        study.undo(store, change, NOON + minutes(1))
        assert note(store) == words
        assert study.redo(store, change, NOON + minutes(2)) == change
        assert note(store).experiment == XOR


def test_an_edit_keeps_the_experiment(file: Path) -> None:
    with store_with(file) as store:
        add_note(store, "basic", "B", (0,))
        study.attach_experiment(store, 1, XOR, NOON)
        change = edit(store, back="B2")
        assert note(store).experiment == XOR
        study.undo(store, change, NOON + minutes(1))
        assert (note(store).back, note(store).experiment) == ("B", XOR)


def test_an_experiment_that_is_no_json_is_refused(file: Path) -> None:
    with store_with(file) as store:
        add_note(store, "basic", "B", (0,))
        with pytest.raises(ValueError):  # noqa: PT011 - json's own words
            study.attach_experiment(store, 1, "{xor", NOON)
        with pytest.raises(KeyError):
            study.attach_experiment(store, 2, XOR, NOON)
        assert note(store).experiment == ""
