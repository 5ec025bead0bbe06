import sqlite3
from contextlib import closing
from pathlib import Path

from bench.make_collection import NOW, make_collection
from db.collection import Collection


def rows(path: Path) -> list[object]:
    with closing(sqlite3.connect(path)) as database:
        return [
            database.execute(f"SELECT * FROM {table}").fetchall()
            for table in ("decks", "notes", "cards", "reviews", "review_cancellations")
        ]


def test_it_makes_so_many_cards_and_reviews_and_always_the_same(tmp_path: Path) -> None:
    for name in ("one", "two"):
        make_collection(tmp_path / name, cards=500, reviews=4000)
    one = rows(tmp_path / "one")
    assert [len(table) for table in one[2:4]] == [500, 4000]  # type: ignore[arg-type]
    assert rows(tmp_path / "two") == one


def test_what_it_makes_is_sound_and_gives_work(tmp_path: Path) -> None:
    make_collection(tmp_path / "one", cards=2000, reviews=9000)
    with closing(Collection.open(tmp_path / "one", clock=lambda: NOW)) as collection:
        assert collection.notices == ()
        collection.check()
        queue = collection.day_queue(NOW)
        today = collection.today(queue.todo(), NOW)
        assert queue.counts().review > 10
        assert queue.counts().new == 20
        assert today.done_today == 0
        assert sum(deck.cards for deck in today.decks if deck.depth == 0) == 2000
