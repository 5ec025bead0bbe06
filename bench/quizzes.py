"""From the key that answers to the feedback on the screen, and the opening of a large pool.

Beside them, as floors: the same window painting a sheet anew, and one bare `SELECT` of the pool.
"""

import gc
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest

from bench.measure import Line, Times, timed
from db.collection import Collection
from db.quiz_rows import QuizMode
from decks.kinds import NoteKind
from decks.model import Chapter, Note, Section
from qtapp import folders, opening
from qtapp.cardtext.view import CardText
from qtapp.sessions.quiz_state import QuizOrder
from qtapp.start import Start, Starter, make_application

QUESTIONS, ANSWERS, OPENINGS = 10_000, 120, 15
ANSWER_MS, POOL_MS = 33.0, 200.0
_CARDS_OF_POOL = (
    "SELECT cards.id, cards.note_id, cards.deck_id, notes.kind, notes.tags, notes.facts"
    " FROM cards JOIN notes ON notes.id = cards.note_id WHERE cards.is_question"
    " ORDER BY cards.position"
)
_KEYS = {
    NoteKind.CHOICE: Qt.Key.Key_A,
    NoteKind.CHOICES: Qt.Key.Key_B,
    NoteKind.TRUTH: Qt.Key.Key_1,
}


def notes(count: int) -> Iterator[Note]:
    """Choices with formulas and feedback, truths with reasons, and numbers."""
    for n in range(count):
        formula = f"$f(x) = \\max({n % 40}, x)$"
        tags, facts = (f"tag-{n % 30}",), (f"ACT-{n % 340}",)
        if n % 4 == 2:
            reason = f"La variance décroît comme $1/n$, ici $n = {n % 40}$."
            yield Note(f"q{n}", NoteKind.TRUTH, f"Vrai de {formula} ? ({n})", "Vrai", reason, tags)
        elif n % 4 == 3:
            yield Note(f"q{n}", NoteKind.NUMBER, f"Combien ? ({n})", f"= {n} ± 1 Mo", formula, tags)
        else:
            kind = NoteKind.CHOICE if n % 4 else NoteKind.CHOICES
            yield Note(
                f"q{n}", kind, f"Que dire de {formula} ? ({n})", _options(formula), "", tags, facts
            )


def _options(formula: str) -> str:
    told = f"\n\n  > Car {formula}, ce qui se voit sur la courbe **bleue** du cours."
    wrong = "".join(f"\n- [ ] Elle vaut {word}{told}" for word in ("moins", "le double", "zéro"))
    return f"- [x] Elle vaut cela{told}{wrong}"


def make_pool(file: Path, count: int) -> None:
    """A collection of so many questions, ten sections of each hundred."""
    made = list(notes(count))
    step = max(1, count // 100)
    sections = tuple(
        Section(f"s{at}", f"Section {at}", notes=tuple(made[at : at + step]))
        for at in range(0, count, step)
    )
    with closing(Collection.open(file)) as collection:
        collection.apply_import(Chapter("bench", "Banc", number=1, sections=sections))


class Candidate:
    """Takes a practice by keys, in the real window."""

    def __init__(self, file: Path, profile: Path) -> None:
        opening.begin_course = lambda collection: ((), None)  # the questions are those of the bench
        self.app = make_application()
        self.painted = 0
        self.starter = Starter(self.app, Start(folders.under(profile), collection=file))
        self.starter.window.show()
        self.starter.window.resize(1280, 800)
        self._wait(lambda: self.starter.shell is not None)
        shell = self.starter.shell
        assert shell is not None
        self._wait(lambda: shell.sitting is not None)
        assert shell.sitting is not None
        self.collection = shell.sitting.desk.collection
        self.quizzes = shell.the_quizzes(shell.sitting)
        self.page, self.session = self.quizzes.question_page, self.quizzes.session
        self.page.sheet.painted.connect(self._count)

    def begin(self, count: int) -> None:
        """Ask so many questions, the same each time."""
        QTest.qWait(500)  # the app looks for a quiz left open
        cards = [question.card_id for question in self.collection.quizzes.pool().questions]
        drawn = tuple(random.Random(1).sample(cards, count))
        self.session.start(QuizOrder(drawn, QuizMode.PRACTICE, seed=1))
        self.settle()

    def _count(self) -> None:
        self.painted += 1

    def _wait(self, is_done: Callable[[], bool]) -> None:
        limit = time.monotonic() + 60
        while not is_done():
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
            if time.monotonic() > limit:
                raise TimeoutError("the window did not get there")

    def settle(self) -> None:
        """Think, as a learner does: what is made ahead of need, formulas too, is made now."""
        QTest.qWait(60)
        texts = self.page.findChildren(CardText)
        self._wait(lambda: not any(text.is_waiting for text in texts))

    def answer(self) -> float:
        """Answer, and see what is told of it: milliseconds since the key."""
        face = self.session.state.question.face
        assert face is not None
        window = self.starter.window.windowHandle()  # where the system hands its keys in
        if face.kind in _KEYS:
            QTest.keyClick(window, _KEYS[face.kind])
        else:
            for key in (Qt.Key.Key_1, Qt.Key.Key_2):
                QTest.keyClick(window, key)
        self.settle()
        before, start = self.painted, time.perf_counter()
        QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self._wait(lambda: self.painted > before)
        took = (time.perf_counter() - start) * 1000
        assert self.session.state.question.is_answered
        return took

    def paint(self) -> float:
        """Paint what is told once more: milliseconds."""
        self.settle()
        return timed(self.page.sheet.repaint)

    def go_on(self) -> None:
        """Grade as suggested, and see the next question."""
        QTest.keyClick(self.starter.window.windowHandle(), Qt.Key.Key_1)
        self.settle()

    def close(self) -> None:
        """End the app as its learner would."""
        self.starter.window.close()
        self.starter.end()


def measure() -> tuple[Line, Line]:
    """Answers by key, then openings of the whole pool."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "pool.epoque"
        make_pool(file, QUESTIONS)
        return _pool_line(file), _answer_line(file, folder / "profile")


def _answer_line(file: Path, profile: Path) -> Line:
    ours, floor = [], []
    with closing(Candidate(file, profile)) as candidate:
        candidate.begin(ANSWERS)
        for _ in range(ANSWERS - 1):
            ours.append(candidate.answer())
            floor.append(candidate.paint())
            candidate.go_on()
    times = Times(tuple(ours))
    return Line(
        "answer by key, feedback painted",
        times,
        Times(tuple(floor)),
        f"p99 ≤ {ANSWER_MS:g} ms",
        times.p99 <= ANSWER_MS,
    )


def _pool_line(file: Path) -> Line:
    ours, floor = [], []
    gc.collect()  # what the import left is not the pool's; the app keeps its own garbage, too
    gc.freeze()
    with closing(Collection.open(file)) as collection, closing(sqlite3.connect(file)) as bare:
        for _ in range(OPENINGS):
            ours.append(timed(collection.quizzes.pool))
            floor.append(timed(lambda: bare.execute(_CARDS_OF_POOL).fetchall()))
    times = Times(tuple(ours))
    return Line(
        f"a pool of {QUESTIONS:,} questions",
        times,
        Times(tuple(floor)),
        f"≤ {POOL_MS:g} ms",
        times.median <= POOL_MS,
    )
