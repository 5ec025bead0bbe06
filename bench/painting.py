"""From the key that grades to the next card on the screen, in the real window."""

import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest

from bench.measure import Line, Times
from db.collection import Collection
from qtapp import folders
from qtapp.sitting import Sitting
from qtapp.start import Start, Starter, make_application

REVIEWS = 300
_KEYS = (Qt.Key.Key_3, Qt.Key.Key_3, Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_1)


class Reviewer:
    """Presses the learner's keys and waits for paint."""

    def __init__(self, collection_file: Path, profile: Path) -> None:
        self.app = make_application()
        self.painted = 0
        places = folders.under(profile)
        self.starter = Starter(
            self.app, Start(places, collection=collection_file, is_review_asked=True)
        )
        self.starter.window.show()
        self._wait(lambda: self._sitting is not None)
        assert self._sitting is not None
        self.page = self._sitting.review_page
        self.page.question_painted.connect(self._count)
        self.page.update()
        QTest.qWait(200)

    @property
    def _sitting(self) -> Sitting | None:
        return self.starter.shell.sitting if self.starter.shell else None

    def _count(self) -> None:
        self.painted += 1

    def _wait(self, is_done: Callable[[], bool]) -> None:
        limit = time.monotonic() + 30
        while not is_done():
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
            if time.monotonic() > limit:
                raise TimeoutError("the window did not get there")

    def review(self, key: Qt.Key) -> float:
        """Reveal, grade by a key, and see the next card: milliseconds since the grade's key."""
        window = self.starter.window.windowHandle()  # where the system hands its keys in
        QTest.keyClick(window, Qt.Key.Key_Space)
        self.app.processEvents()
        before = self.painted
        start = time.perf_counter()
        QTest.keyClick(window, key)
        self._wait(lambda: self.painted > before)
        return (time.perf_counter() - start) * 1000

    def close(self) -> None:
        """End the app as its learner would."""
        self.starter.window.close()
        self.starter.end()


def measure(collection_file: Path, profile: Path) -> Line:
    """A few hundred reviews by key."""
    with closing(
        Collection.open(collection_file)
    ) as collection:  # in the evening, today's are done
        collection.save_settings(collection.settings()._replace(reviews_per_day=9999))
    with closing(Reviewer(collection_file, profile)) as reviewer:
        times = Times(tuple(reviewer.review(_KEYS[i % len(_KEYS)]) for i in range(REVIEWS)))
    return Line("grade by key, next card painted", times, None, "p99 ≤ 33 ms", times.p99 <= 33)
