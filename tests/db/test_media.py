"""Images of chapters in the collection: copied once, replaced when changed, never lost."""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

import pytest

from db.collection import Collection
from db.errors import DiskFullError, ImportCancelled, UnwritableCollectionError
from db.media import MediaWriter
from db.media_folder import chapter_folder, media_folder
from db.rows import ImportReport
from decks.errors import DeckError
from decks.model import Chapter, Picture
from decks.rules import Rule
from tests.db.chapters import chapter_of, note
from tests.decks.pictures import png, put

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
RED, BLUE = png(255, 0, 0), png(0, 0, 255)
NAME = "images/a.png"


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    with closing(Collection.open(tmp_path / "a.sqlite3", clock=lambda: NOW)) as collection:
        yield collection


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Of the chapter's file."""
    return tmp_path / "cours"


def illustrated(folder: Path, *names: str, name: str = "intro") -> Chapter:
    """A chapter with these images beside it."""
    pictures = []
    for path in names or (NAME,):
        data = (folder / path).read_bytes()
        sha256 = hashlib.sha256(data).hexdigest()
        pictures.append(Picture(PurePosixPath(path), folder, sha256, len(data)))
    chapter = chapter_of(note("a", back=f"![]({NAME})"), name=name)
    return replace(chapter, pictures=tuple(pictures))


def stored(collection: Collection) -> dict[str, bytes]:
    """Every file of the media folder, hidden ones included."""
    root = media_folder(collection.path)
    files = sorted(path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def rows(collection: Collection) -> list[tuple[object, ...]]:
    with collection._store.reader.begin() as connection:
        found = connection.execute("SELECT path, sha256, size FROM media ORDER BY path")
        return [tuple(row) for row in found]


def row_of(path: str, data: bytes) -> tuple[object, ...]:
    return (path, hashlib.sha256(data).hexdigest(), len(data))


def test_an_import_copies_the_images(collection: Collection, folder: Path) -> None:
    put(folder / NAME, RED)
    put(folder / "b.png", BLUE)
    chapter = illustrated(folder, NAME, "b.png")
    expected = ImportReport("Introduction", new=1, cards=1, images=2)
    assert collection.preview_import(chapter) == expected
    assert stored(collection) == {}
    assert collection.apply_import(chapter) == expected
    assert stored(collection) == {f"intro/{NAME}": RED, "intro/b.png": BLUE}
    assert rows(collection) == [row_of("intro/b.png", BLUE), row_of(f"intro/{NAME}", RED)]


def test_a_chapter_without_images_makes_no_folder(collection: Collection) -> None:
    collection.apply_import(chapter_of(note("a")))
    assert not media_folder(collection.path).exists()


def test_the_same_images_again_are_not_copied(collection: Collection, folder: Path) -> None:
    put(folder / NAME, RED)
    collection.apply_import(illustrated(folder))
    copy = media_folder(collection.path) / "intro" / NAME
    before = copy.stat().st_mtime_ns
    assert collection.apply_import(illustrated(folder)) == ImportReport("Introduction", unchanged=1)
    assert copy.stat().st_mtime_ns == before
    assert len(rows(collection)) == 1


def test_a_changed_image_is_replaced(collection: Collection, folder: Path) -> None:
    put(folder / NAME, RED)
    collection.apply_import(illustrated(folder))
    put(folder / NAME, BLUE)
    report = collection.apply_import(illustrated(folder))
    assert report == ImportReport("Introduction", unchanged=1, images=1)
    assert stored(collection) == {f"intro/{NAME}": BLUE}
    assert rows(collection) == [row_of(f"intro/{NAME}", BLUE)]


def test_an_image_that_was_deleted_comes_back(collection: Collection, folder: Path) -> None:
    put(folder / NAME, RED)
    collection.apply_import(illustrated(folder))
    shutil.rmtree(media_folder(collection.path))
    assert collection.apply_import(illustrated(folder)).images == 1
    assert stored(collection) == {f"intro/{NAME}": RED}


def test_an_image_that_the_chapter_shows_no_more_stays(
    collection: Collection, folder: Path
) -> None:
    put(folder / NAME, RED)
    collection.apply_import(illustrated(folder))
    collection.apply_import(chapter_of(note("b")), retire_missing=True)
    assert stored(collection) == {f"intro/{NAME}": RED}


def test_two_chapters_may_use_one_name(collection: Collection, tmp_path: Path) -> None:
    put(tmp_path / "un" / NAME, RED)
    put(tmp_path / "deux" / NAME, BLUE)
    collection.apply_import(illustrated(tmp_path / "un", name="intro"))
    report = collection.apply_import(illustrated(tmp_path / "deux", name="intro-2"))
    assert report.images == 1
    assert stored(collection) == {f"intro/{NAME}": RED, f"intro-2/{NAME}": BLUE}
    assert collection.preview_import(illustrated(tmp_path / "un", name="intro")).images == 0


def stop_at(step: int) -> Callable[[int, int], bool]:
    return lambda done, _total: done < step


@pytest.mark.parametrize("step", [0, 1, 2, 3])
def test_a_cancelled_import_leaves_the_images_as_they_were(
    collection: Collection, folder: Path, step: int
) -> None:
    put(folder / NAME, RED)
    collection.apply_import(illustrated(folder))
    before = stored(collection), rows(collection)
    put(folder / NAME, BLUE)
    put(folder / "b.png", BLUE)
    with pytest.raises(ImportCancelled):
        collection.apply_import(illustrated(folder, NAME, "b.png"), progress=stop_at(step))
    assert (stored(collection), rows(collection)) == before


def test_progress_counts_images_and_notes(collection: Collection, folder: Path) -> None:
    put(folder / NAME, RED)
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    collection.apply_import(illustrated(folder), progress=progress)
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_an_import_that_fails_at_its_very_end_puts_the_images_back(
    collection: Collection, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rows cannot be committed after the files are in place."""
    put(folder / NAME, RED)
    collection.apply_import(illustrated(folder))
    before = stored(collection), rows(collection)
    put(folder / NAME, BLUE)
    put(folder / "b.png", BLUE)
    put_in_place = MediaWriter.put_in_place

    def then_fail(writer: MediaWriter, connection: object) -> None:
        put_in_place(writer, connection)  # type: ignore[arg-type]
        assert f"intro/{NAME}" in stored(collection)
        assert stored(collection)[f"intro/{NAME}"] == BLUE
        raise DiskFullError(collection.path)

    monkeypatch.setattr(MediaWriter, "put_in_place", then_fail)
    with pytest.raises(DiskFullError):
        collection.apply_import(illustrated(folder, NAME, "b.png"))
    assert (stored(collection), rows(collection)) == before


def test_what_a_killed_import_left_is_cleared_away(collection: Collection, folder: Path) -> None:
    put(media_folder(collection.path) / ".incoming" / "0", BLUE)
    put(folder / NAME, RED)
    collection.apply_import(illustrated(folder))
    assert stored(collection) == {f"intro/{NAME}": RED}


def test_a_kill_between_file_and_row_is_set_right_by_the_next_import(
    collection: Collection, folder: Path
) -> None:
    put(folder / NAME, RED)
    collection.apply_import(illustrated(folder))
    put(folder / NAME, BLUE)
    put(media_folder(collection.path) / "intro" / NAME, BLUE)
    assert collection.apply_import(illustrated(folder)).images == 1
    assert rows(collection) == [row_of(f"intro/{NAME}", BLUE)]


def test_an_image_that_vanished_since_it_was_read_stops_the_import(
    collection: Collection, folder: Path
) -> None:
    put(folder / NAME, RED)
    chapter = illustrated(folder)
    (folder / NAME).unlink()
    with pytest.raises(DeckError) as caught:
        collection.apply_import(chapter)
    assert [problem.rule for problem in caught.value.problems] == [Rule.IMAGE_MISSING]
    assert collection.find_cards() == []


def test_an_image_that_became_another_meanwhile_is_stored_as_it_is(
    collection: Collection, folder: Path
) -> None:
    put(folder / NAME, RED)
    chapter = illustrated(folder)
    put(folder / NAME, BLUE)
    collection.apply_import(chapter)
    assert stored(collection) == {f"intro/{NAME}": BLUE}
    assert rows(collection) == [row_of(f"intro/{NAME}", BLUE)]


@pytest.mark.parametrize(
    ("code", "kind"), [(28, DiskFullError), (13, UnwritableCollectionError)]
)  # ENOSPC and EACCES of errno.h
def test_a_disk_that_takes_no_image_is_told_and_nothing_changes(
    collection: Collection,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    kind: type[Exception],
) -> None:
    put(folder / NAME, RED)

    def refuse(_file: int) -> None:
        raise OSError(code, "no")

    with monkeypatch.context() as patched:
        patched.setattr("db.media.os.fsync", refuse)
        with pytest.raises(kind):
            collection.apply_import(illustrated(folder))
    assert (stored(collection), rows(collection), collection.find_cards()) == ({}, [], [])
    assert collection.apply_import(illustrated(folder)).images == 1


def test_a_file_where_the_folder_should_be_is_told(collection: Collection, folder: Path) -> None:
    put(folder / NAME, RED)
    media_folder(collection.path).write_text("a letter")
    with pytest.raises(UnwritableCollectionError):
        collection.apply_import(illustrated(folder))
    assert collection.find_cards() == []


def test_each_collection_has_a_media_folder_of_its_own(tmp_path: Path) -> None:
    names = ["a.sqlite3", "a.epoque", "a.media"]
    folders = {media_folder(tmp_path / name) for name in names}
    assert len(folders) == len(names)
    assert not folders & {tmp_path / name for name in names}


def test_a_uid_names_the_folder_of_its_chapter(tmp_path: Path) -> None:
    for uid in ("intro", "intro/relu", "intro/relu#0"):
        assert chapter_folder(tmp_path, uid) == tmp_path / "intro"


@pytest.mark.parametrize("uid", ["", "../a", "/a", "./a", ".incoming/a", "A/a", "c:/a", "..\\a"])
def test_a_uid_that_no_chapter_has_names_no_folder(tmp_path: Path, uid: str) -> None:
    assert chapter_folder(tmp_path, uid) is None
