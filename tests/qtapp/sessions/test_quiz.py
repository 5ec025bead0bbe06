"""Taking a quiz: what is asked, told, graded and kept, in practice and in an exam."""

from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.collection import Collection
from db.errors import DiskFullError
from db.quiz_rows import AttemptState, QuizMode
from db.rows import Grade
from decks.kinds import NoteKind
from decks.model import Chapter, Note, Section
from decks.questions.responses import Certainty, Judged, Picked, SelfGrade, Typed
from qtapp.sessions.desk import Desk
from qtapp.sessions.quiz import QuizSession
from qtapp.sessions.quiz_state import QuizOrder, QuizPhase
from tests.qtapp.course import Clock
from tests.qtapp.quizzes import chapter
from tests.qtapp.sessions.listening import Heard


@dataclass
class Seconds:
    """A clock that a test moves."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Candidate:
    """Somebody taking a quiz of the five questions, in teaching order."""

    session: QuizSession
    seconds: Seconds
    collection: Collection
    cards: tuple[int, ...] = field(default=())

    def begin(self, mode: QuizMode = QuizMode.PRACTICE, *, limit: int | None = None) -> None:
        self.session.start(QuizOrder(self.cards, mode, seed=7, time_limit_s=limit))

    @property
    def kind(self) -> str:
        face = self.session.state.question.face
        return face.kind.value if face is not None else ""


@pytest.fixture
def candidate(qtbot: QtBot, collection: Collection, clock: Clock) -> Candidate:
    collection.apply_import(chapter())
    seconds = Seconds()
    session = QuizSession(Desk(collection, now=clock), seconds=seconds)
    cards = tuple(question.card_id for question in collection.quizzes.pool().questions)
    return Candidate(session, seconds, collection, cards)


def right_option(candidate: Candidate) -> Picked:
    return Picked((0,))  # as written: La ReLU


def test_a_quiz_begins_with_its_first_question(candidate: Candidate) -> None:
    candidate.begin()
    state = candidate.session.state
    assert (state.phase, state.at, len(state.order)) == (QuizPhase.TAKING, 0, 5)
    assert candidate.kind == "choice"
    assert state.headings[1] == "Plus d’exemples, moins de bruit."
    assert not state.question.is_answered


def test_what_comes_is_told_at_the_start_so_that_formulas_can_be_drawn(
    candidate: Candidate,
) -> None:
    heard = Heard(candidate.session.upcoming)
    candidate.begin()
    (texts,) = heard.all
    fronts = [candidate.collection.card_view(card).note.front for card in candidate.cards]
    assert [text for text in texts if text in fronts] == fronts


def test_a_quiz_that_goes_on_tells_first_what_comes_next(candidate: Candidate) -> None:
    candidate.begin()
    candidate.session.next()
    heard = Heard(candidate.session.upcoming)
    assert candidate.session.resume()
    assert heard.all[0][0] == candidate.collection.card_view(candidate.cards[1]).note.front


def test_the_pinned_option_stays_last_and_the_order_is_that_of_the_seed(
    candidate: Candidate,
) -> None:
    candidate.begin()
    face = candidate.session.state.question.face
    assert face is not None
    assert face.shown[-1] == 2
    candidate.session.leave()
    candidate.session.resume()
    assert candidate.session.state.question.face == face


def test_in_practice_an_answer_is_told_at_once(candidate: Candidate) -> None:
    candidate.begin()
    candidate.session.respond(Picked((1,)))
    candidate.session.be(Certainty.SURE)
    candidate.session.answer()
    question = candidate.session.state.question
    assert question.is_answered
    assert question.mark is not None
    assert question.mark.score == 0
    assert question.suggestion is SelfGrade.WRONG
    kept = candidate.collection.quizzes.current()
    assert kept is not None
    assert kept.answers[0].is_locked
    assert kept.answers[0].answer.certainty is Certainty.SURE


def test_what_is_told_cannot_be_changed(candidate: Candidate) -> None:
    candidate.begin()
    candidate.session.respond(Picked((1,)))
    candidate.session.answer()
    candidate.session.respond(Picked((0,)))
    candidate.session.be(Certainty.GUESS)
    assert candidate.session.state.question.response == Picked((1,))
    assert candidate.session.state.question.certainty is Certainty.LIKELY


def test_a_grade_goes_on_and_reviews_the_card(candidate: Candidate, clock: Clock) -> None:
    heard = Heard(candidate.session.cards_changed)
    card = candidate.collection.card_view(candidate.cards[0]).card
    outcomes = candidate.collection.previews(card, clock())
    candidate.begin()
    candidate.session.respond(Picked((0,)))
    candidate.session.answer()
    candidate.session.grade(SelfGrade.RIGHT)
    assert candidate.kind == "truth"
    assert len(heard.all) == 1
    after = candidate.collection.card_view(candidate.cards[0]).card
    assert after.memory == outcomes[Grade.GOOD].memory


def test_nothing_answered_nothing_stands(candidate: Candidate) -> None:
    candidate.begin()
    candidate.session.answer()
    assert not candidate.session.state.question.is_answered


def test_one_may_not_know(candidate: Candidate) -> None:
    candidate.begin()
    candidate.session.answer_blank()
    question = candidate.session.state.question
    assert (question.response, question.suggestion) == (Picked(()), SelfGrade.WRONG)


def test_after_the_last_grade_the_practice_is_over(candidate: Candidate) -> None:
    candidate.begin()
    answers = (Picked((0,)), Judged(False, "?"), Typed("4,2 Mo"), Typed("relu"), Typed("Voilà."))
    for response in answers:
        candidate.session.respond(response)
        candidate.session.answer()
        suggestion = candidate.session.state.question.suggestion
        candidate.session.grade(SelfGrade.PARTLY if suggestion is None else suggestion)
    state = candidate.session.state
    assert state.phase is QuizPhase.SUMMARY
    assert state.attempt is not None
    assert state.attempt.state is AttemptState.FINISHED
    assert state.attempt.score == 3.5  # right, wrong, right, right, half of it by its learner
    assert [given.self_grade for given in state.answers] == [2, 0, 2, 2, 1]


def test_a_question_passed_over_is_asked_before_the_end(candidate: Candidate) -> None:
    candidate.begin()
    candidate.session.next()
    for _ in range(4):
        candidate.session.respond(Judged(True) if candidate.kind == "truth" else Typed("x"))
        candidate.session.answer()
        candidate.session.grade(SelfGrade.WRONG)
    assert (candidate.session.state.phase, candidate.kind) == (QuizPhase.TAKING, "choice")


def test_an_exam_tells_nothing_before_its_end(candidate: Candidate) -> None:
    candidate.begin(QuizMode.EXAM)
    candidate.session.respond(Picked((1,)))
    candidate.session.answer()
    assert candidate.kind == "truth"
    candidate.session.back()
    state = candidate.session.state
    assert state.question.response == Picked((1,))
    assert not state.question.is_answered
    assert state.question.mark is None
    candidate.session.respond(Picked((0,)))
    assert candidate.session.state.question.response == Picked((0,))


def test_an_exam_ends_after_a_look_at_all_of_it(candidate: Candidate) -> None:
    candidate.begin(QuizMode.EXAM)
    candidate.session.go_to_place(4)
    candidate.session.flag()
    candidate.session.respond(Typed("Sinon tout est affine."))
    candidate.session.answer()
    state = candidate.session.state
    assert (state.phase, state.answered) == (QuizPhase.OVERVIEW, 1)
    assert [given.is_flagged for given in state.answers] == [False] * 4 + [True]
    candidate.session.go_to_place(0)
    candidate.session.respond(Picked((0,)))
    candidate.session.look_over()
    candidate.session.finish()
    state = candidate.session.state
    assert state.phase is QuizPhase.SUMMARY
    grades = [given.self_grade for given in state.answers]
    assert grades == [SelfGrade.RIGHT, None, None, None, None]  # the open one is the learner's


def test_errors_made_with_certainty_come_first_in_the_review(candidate: Candidate) -> None:
    candidate.begin(QuizMode.EXAM)
    for response, certainty in (
        (Picked((0,)), Certainty.SURE),
        (Judged(False), Certainty.GUESS),
        (Typed("4,2 Mo"), Certainty.GUESS),
        (Typed("sigmoïde"), Certainty.SURE),
    ):
        candidate.session.respond(response)
        candidate.session.be(certainty)
        candidate.session.answer()
    candidate.session.finish()
    order = candidate.session.state.order
    assert order[0] == 3
    assert order.index(1) < order.index(0)


def test_a_grade_can_be_changed_in_the_review(candidate: Candidate) -> None:
    candidate.begin(QuizMode.EXAM)
    candidate.session.respond(Picked((1,)))
    candidate.session.finish()
    candidate.session.go_to_place(0)
    assert candidate.session.state.question.grade is SelfGrade.WRONG
    candidate.session.grade(SelfGrade.PARTLY)
    attempt = candidate.session.state.attempt
    assert attempt is not None
    assert attempt.score == 0.5
    reread = candidate.collection.quizzes.attempt(attempt.id)
    assert reread.answers[0].self_grade is SelfGrade.PARTLY


def test_a_quiz_survives_a_crash_to_the_question(
    candidate: Candidate, clock: Clock, tmp_path: Path
) -> None:
    """The file is opened anew, as after the app was killed: nothing was said to end it."""
    candidate.begin(QuizMode.EXAM)
    candidate.session.go_to_place(2)
    candidate.session.flag()
    candidate.session.respond(Typed("4,1"))
    candidate.session.be(Certainty.GUESS)
    candidate.session.save()
    candidate.collection.close()
    opened = Collection.open(tmp_path / "collection.epoque", clock=clock)
    try:
        session = QuizSession(Desk(opened, now=clock))
        assert session.resume()
        state = session.state
        assert (state.place, state.is_flagged) == (2, True)
        assert state.question.response == Typed("4,1")
        assert state.question.certainty is Certainty.GUESS
    finally:
        opened.close()


def test_a_draft_is_saved_after_a_moment(candidate: Candidate, qtbot: QtBot) -> None:
    candidate.begin()
    candidate.session.respond(Picked((1,)))

    def is_kept() -> bool:
        kept = candidate.collection.quizzes.current()
        return kept is not None and kept.answers[0].answer.response is not None

    assert not is_kept()
    qtbot.waitUntil(is_kept)


def test_the_time_is_counted_for_each_question(candidate: Candidate) -> None:
    candidate.begin()
    candidate.seconds.now = 5
    candidate.session.next()
    candidate.seconds.now = 7
    candidate.session.back()
    candidate.seconds.now = 8
    candidate.session.save()
    assert [given.spent_ms for given in candidate.session.state.answers[:2]] == [6000, 2000]


def test_a_timed_exam_ends_when_no_time_is_left(candidate: Candidate) -> None:
    heard = Heard(candidate.session.ticked)
    candidate.begin(QuizMode.EXAM, limit=60)
    assert candidate.session.state.time_left_s == 60
    candidate.session.respond(Picked((0,)))
    candidate.seconds.now = 59
    candidate.session.look_at_clock()
    assert heard.all == [1]
    candidate.seconds.now = 60
    candidate.session.look_at_clock()
    assert candidate.session.state.phase is QuizPhase.SUMMARY
    assert candidate.session.state.answers[0].self_grade is SelfGrade.RIGHT


def test_a_look_at_all_questions_costs_an_exam_its_time(candidate: Candidate) -> None:
    candidate.begin(QuizMode.EXAM, limit=60)
    candidate.seconds.now = 10
    candidate.session.look_over()
    candidate.seconds.now = 35
    candidate.session.go_to_place(3)
    assert candidate.session.state.time_left_s == 25
    candidate.session.look_over()
    candidate.seconds.now = 60
    candidate.session.look_at_clock()
    attempt = candidate.session.state.attempt
    assert attempt is not None
    assert (attempt.state, attempt.spent_ms) == (AttemptState.FINISHED, 60_000)


def test_the_time_left_does_not_come_back_with_the_app(candidate: Candidate) -> None:
    candidate.begin(QuizMode.EXAM, limit=60)
    candidate.seconds.now = 20
    candidate.session.leave()
    candidate.seconds.now = 500  # the app was closed for a while
    candidate.session.resume()
    assert candidate.session.state.time_left_s == 40


def test_who_looks_elsewhere_is_not_timed_in_practice(candidate: Candidate) -> None:
    candidate.begin()
    candidate.session.attend(False)
    candidate.seconds.now = 100
    candidate.session.attend(True)
    candidate.seconds.now = 103
    candidate.session.save()
    assert candidate.session.state.answers[0].spent_ms == 3000


def test_a_quiz_given_up_is_no_longer_resumed(candidate: Candidate) -> None:
    candidate.begin()
    candidate.session.abandon()
    assert candidate.session.state.phase is QuizPhase.IDLE
    assert not candidate.session.resume()
    assert candidate.collection.quizzes.attempts()[0].state is AttemptState.ABANDONED


def test_an_answer_to_another_body_is_no_answer(candidate: Candidate, clock: Clock) -> None:
    candidate.begin()
    candidate.session.respond(Picked((1,)))
    candidate.session.leave()
    changed = chapter()
    section = changed.sections[0]
    other = replace(section.notes[0], back="- [x] ReLU\n- [ ] Tanh\n- [ ] Sigmoïde\n- [ ] Rien")
    notes = (other, *section.notes[1:])
    sections = (replace(section, notes=notes), *changed.sections[1:])
    candidate.collection.apply_import(replace(changed, sections=sections))
    candidate.session.resume()
    assert candidate.session.state.question.response is None


def test_trouble_is_told_and_what_was_answered_is_still_there(
    candidate: Candidate, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise DiskFullError(candidate.collection.path)

    monkeypatch.setattr(candidate.collection.quizzes, "lock", fail)
    heard = Heard(candidate.session.trouble)
    candidate.begin()
    candidate.session.respond(Picked((0,)))
    candidate.session.answer()
    assert isinstance(heard.last, DiskFullError)
    question = candidate.session.state.question
    assert (question.response, question.is_answered) == (Picked((0,)), False)


def test_an_order_that_was_only_looked_at_is_not_answered(
    candidate: Candidate, collection: Collection
) -> None:
    order = Note("ordre", NoteKind.ORDER, "Dans quel ordre ?", "1. un\n2. deux\n3. trois")
    section = Section("s", "S", notes=(order,))
    collection.apply_import(Chapter("suite", "Suite", number=9, sections=(section,)))
    pool = collection.quizzes.pool()
    candidate.cards = tuple(q.card_id for q in pool.questions if q.kind is NoteKind.ORDER)
    candidate.begin(QuizMode.EXAM)
    candidate.session.next()
    assert candidate.session.state.answered == 0
    candidate.session.go_to_place(0)
    candidate.session.answer()  # as it stands
    assert candidate.session.state.answered == 1
    candidate.session.go_to_place(0)
    candidate.session.next()
    assert candidate.session.state.answered == 1
