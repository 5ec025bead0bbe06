"""Copies of the images that chapters show, beside the collection: the files first, then their rows.

An image is written under another name and then put in place whole. Until the rows are committed,
what it replaces is kept, and comes back if they are not. Nothing is ever deleted: a note that the
learner edited may still show it.
"""

import errno
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from db.driver import Connection
from db.errors import DiskFullError, UnwritableCollectionError
from db.media_folder import chapter_folder, media_folder
from db.sql import course as sql
from decks.model import Chapter, Picture
from decks.picture_files import read_picture

_WAITING_ROOM = ".incoming"  # no chapter has this name
_FULL = (errno.ENOSPC, errno.EDQUOT)
_one_at_a_time = Lock()


def missing_pictures(
    connection: Connection, collection: Path, chapter: Chapter
) -> tuple[Picture, ...]:
    """The images of a chapter that the collection has not, or has with other bytes."""
    folder = chapter_folder(media_folder(collection), chapter.id)
    if folder is None or not chapter.pictures:
        return ()
    below = {"first": f"{chapter.id}/", "last": f"{chapter.id}0"}  # "0" is next to "/"
    known: dict[str, str] = dict(sql.PICTURES.rows(connection, **below))
    return tuple(
        picture
        for picture in chapter.pictures
        if known.get(_name(chapter, picture)) != picture.sha256
        or _size(folder / picture.path) != picture.size
    )


@dataclass(frozen=True, slots=True)
class _Copy:
    """An image on its way; `row` is of the media table."""

    waiting: Path
    target: Path
    row: dict[str, str | int]

    @property
    def former(self) -> Path:
        """Where the image that it replaces is kept meanwhile."""
        return self.waiting.with_suffix(".former")


class MediaWriter:
    """Copies images in two steps; made by `writing_media`."""

    def __init__(self, collection: Path) -> None:
        self._collection = collection
        self._folder = media_folder(collection)
        self._room = self._folder / _WAITING_ROOM
        self._copies: list[_Copy] = []
        self._replaced: list[_Copy] = []

    def copy(self, chapter: Chapter, picture: Picture, *, now_ms: int) -> None:
        """Copy an image beside the place where it will be.

        Raises:
            DeckError: It was changed since the chapter was read, and is no image any more.
            CollectionError: There is no room, or no right to.
        """
        data = read_picture(picture.folder, picture.path)
        name = _name(chapter, picture)
        row = {"path": name, "sha256": hashlib.sha256(data).hexdigest()}
        with self._faults_told():
            if not self._copies:
                shutil.rmtree(self._room, ignore_errors=True)  # of an import that was killed
                self._room.mkdir(parents=True)
            waiting = self._room / str(len(self._copies))
            with waiting.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        added = {"size": len(data), "added_at": now_ms}
        self._copies.append(_Copy(waiting, self._folder / name, row | added))

    def put_in_place(self, connection: Connection) -> None:
        """Put the copies where cards find them, and write their rows: the last of an import.

        Raises:
            CollectionError: There is no room, or no right to.
        """
        for copy in self._copies:
            with self._faults_told():
                copy.target.parent.mkdir(parents=True, exist_ok=True)
                if copy.target.exists():
                    shutil.copyfile(copy.target, copy.former)
                self._replaced.append(copy)
                copy.waiting.replace(copy.target)
        sql.PUT_PICTURE.run_many(connection, [copy.row for copy in self._copies])

    def take_back(self) -> None:
        """Put the images that were replaced where they were."""
        for copy in self._replaced:
            with suppress(OSError):
                if copy.former.exists():
                    copy.former.replace(copy.target)
                elif not copy.waiting.exists():
                    copy.target.unlink()

    def clean_up(self) -> None:
        """Leave nothing on the way."""
        shutil.rmtree(self._room, ignore_errors=True)

    @contextmanager
    def _faults_told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            kind = DiskFullError if error.errno in _FULL else UnwritableCollectionError
            raise kind(self._collection, str(error)) from error


@contextmanager
def writing_media(collection: Path) -> Iterator[MediaWriter]:
    """For a block that holds a whole write transaction: without its commit, no image changes."""
    with _one_at_a_time:
        writer = MediaWriter(collection)
        try:
            yield writer
        except BaseException:
            writer.take_back()
            raise
        finally:
            writer.clean_up()


def _name(chapter: Chapter, picture: Picture) -> str:
    return f"{chapter.id}/{picture.path.as_posix()}"


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None
