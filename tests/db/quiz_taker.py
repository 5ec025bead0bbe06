"""Takes quizzes at full speed until it is killed: ``python -m tests.db.quiz_taker PATH SEED``.

Each answer is announced on a line of its own once it is said to be on the disk.
"""

import json
import sys
from itertools import count
from pathlib import Path
from random import Random

from db.collection import Collection
from db.quiz_rows import Answer, QuizMode
from decks.questions.responses import Certainty, SelfGrade
from tests.db.quiz_maker import MINUTE, NOW, card_of

NAMES = ("q1", "q2", "q3", "q4")


def take_quizzes(path: Path, seed: int) -> None:
    """Answer at full speed, quiz after quiz, from where the last process was killed."""
    chance = Random(seed)
    collection = Collection.open(path)
    quizzes = collection.quizzes
    for n in count():
        now = NOW + (seed * 1000 + n) * MINUTE
        attempt = quizzes.current() or quizzes.start(
            [card_of(collection, name).id for name in NAMES], now, mode=QuizMode.PRACTICE, seed=n
        )
        for answer in attempt.answers[attempt.row.place :]:
            following = min(answer.place + 1, len(NAMES) - 1)
            if answer.is_locked:  # killed before it went on
                quizzes.go_to(attempt.row.id, following)
                continue
            for _draft in range(3):
                text = str(chance.randrange(10**6))
                quizzes.save_answer(attempt.row.id, answer.place, Answer(text), spent_ms=1)
                tell(attempt.row.id, answer.place, text, None)
            grade = chance.choice(list(SelfGrade))
            certainty = chance.choice(list(Certainty))
            quizzes.lock(
                *(attempt.row.id, answer.place, Answer(text, certainty), now),
                spent_ms=1,
                self_grade=grade,
            )
            tell(attempt.row.id, answer.place, text, int(grade))
            quizzes.go_to(attempt.row.id, following)
        quizzes.finish(attempt.row.id, now)


def tell(*what: object) -> None:
    """Announce attempt, place, response, and the grade if the answer is locked."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    take_quizzes(Path(sys.argv[1]), int(sys.argv[2]))
