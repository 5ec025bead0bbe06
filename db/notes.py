"""Bring a chapter into the collection, as a preview or for good; schedules are never touched.

Notes are known by their uids: an updated course changes words and keeps every schedule.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from db.checking import doubting
from db.delivery import delivery_of
from db.documents import known_again
from db.engine import Store
from db.errors import ImportCancelled
from db.import_plan import Fate, ImportPlan, plan_import
from db.import_writes import ImportWriter
from db.media import missing_pictures, writing_media
from db.records import to_ms
from db.rows import ImportReport
from decks.model import Chapter

Progress = Callable[[int, int], bool]
"""Told how many images and notes are done, and of how many; it returns False to cancel."""

_BATCH = 500


def preview_import(
    store: Store, chapter: Chapter, warnings: Sequence[str] = (), *, retire_missing: bool = False
) -> ImportReport:
    """What `apply_import` would do now.

    Args:
        store: The collection.
        chapter: What to bring in.
        warnings: Of its reader; they go into the report.
        retire_missing: Put aside the notes that the chapter has no more. They come back, with
            their schedules, when it has them again.
    """
    with doubting(store), store.reader.begin() as connection:
        chapter = known_again(connection, chapter)
        plan = plan_import(connection, delivery_of(chapter), retire_missing=retire_missing)
        pictures = missing_pictures(connection, store.path, chapter)
    return _report(chapter, plan, len(pictures), warnings)


def apply_import(
    store: Store,
    chapter: Chapter,
    warnings: Sequence[str] = (),
    *,
    now: datetime,
    retire_missing: bool = False,
    progress: Progress | None = None,
) -> ImportReport:
    """Bring a chapter in, all or nothing; the same one again changes nothing.

    Notes edited by the learner keep the learner's words, whatever the chapter says now.

    Args:
        store: The collection.
        chapter: What to bring in.
        warnings: Of its reader; they go into the report.
        now: When it happens.
        retire_missing: As for `preview_import`.
        progress: Called in this thread, after each image and each batch of notes.

    Raises:
        ImportCancelled: If `progress` said so.
        DeckError: If an image is none any more since the chapter was read.
        CollectionError: If the disk is full or the file damaged.
    """
    now_ms = to_ms(now)
    with doubting(store), writing_media(store.path) as media, store.writer.begin() as connection:
        chapter = known_again(connection, chapter)
        plan = plan_import(connection, delivery_of(chapter), retire_missing=retire_missing)
        pictures = missing_pictures(connection, store.path, chapter)
        total = len(pictures) + len(plan.notes)
        _tell(progress, 0, total)
        for done, picture in enumerate(pictures, start=1):
            media.copy(chapter, picture, now_ms=now_ms)
            _tell(progress, done, total)
        writer = ImportWriter(connection, plan.decks, now_ms=now_ms)
        for first in range(0, len(plan.notes), _BATCH):
            batch = plan.notes[first : first + _BATCH]
            writer.write(batch)
            _tell(progress, len(pictures) + first + len(batch), total)
        media.put_in_place(connection)
    return _report(chapter, plan, len(pictures), warnings)


def _tell(progress: Progress | None, done: int, total: int) -> None:
    if progress is not None and not progress(done, total):
        raise ImportCancelled


def _report(
    chapter: Chapter, plan: ImportPlan, images: int, warnings: Sequence[str]
) -> ImportReport:
    return ImportReport(
        title=chapter.title,
        new=plan.count(Fate.NEW),
        updated=plan.count(Fate.UPDATED),
        unchanged=plan.count(Fate.UNCHANGED),
        kept_edited=plan.count(Fate.KEPT_EDITED),
        retired=plan.count(Fate.RETIRED),
        cards=sum(len(note.cards_added) for note in plan.notes),
        images=images,
        texts=plan.decks.texts,
        warnings=tuple(warnings),
    )
