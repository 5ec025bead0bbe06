"""The part of `db.collection` that brings chapters in: seldom, and never before the first card."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from db.deck_paths import PathsKept
from db.engine import Store
from db.rows import ImportReport

if TYPE_CHECKING:
    from db.notes import Progress
    from decks.model import Chapter


class ChapterImports:
    """What a `Collection` takes from a course; every method may raise a `CollectionError`."""

    _store: Store
    _clock: Callable[[], datetime]
    _paths: PathsKept

    def preview_import(
        self, chapter: Chapter, warnings: Sequence[str] = (), *, retire_missing: bool = False
    ) -> ImportReport:
        """What `apply_import` would do now."""
        from db import notes  # late on purpose: 11 ms that the first card does without

        return notes.preview_import(self._store, chapter, warnings, retire_missing=retire_missing)

    def apply_import(
        self,
        chapter: Chapter,
        warnings: Sequence[str] = (),
        *,
        retire_missing: bool = False,
        progress: Progress | None = None,
    ) -> ImportReport:
        """Bring a chapter in, all or nothing; the same one again changes nothing.

        Raises:
            ImportCancelled: If `progress` returned False.
        """
        from db import notes  # late, as above

        report = notes.apply_import(
            self._store,
            chapter,
            warnings,
            now=self._clock(),
            retire_missing=retire_missing,
            progress=progress,
        )
        self._paths.forget()
        return report
