"""The review session on a real collection: what is saved, shown next, and undone."""

import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.collection import Collection
from db.errors import DiskFullError
from db.rows import CardRow, ChangeKind, Counts, Grade, Scale
from qtapp.sessions.acts import How
from qtapp.sessions.desk import Desk, Renewal
from qtapp.sessions.review import ReviewSession
from qtapp.sessions.review_state import Phase, Pile
from qtapp.sessions.stopwatch import Stopwatch
from tests.qtapp.course import CARDS, Clock, facts_of
from tests.qtapp.sessions.later import Later
from tests.qtapp.sessions.listening import Heard


@pytest.fixture
def session(qapp: QApplication, desk: Desk) -> ReviewSession:
    started = ReviewSession(desk)
    started.start()
    return started


def log(collection: Collection, columns: str) -> list[tuple[Any, ...]]:
    """The review log, read by SQLite alone."""
    with sqlite3.connect(collection.path) as connection:
        rows = connection.execute(f"SELECT {columns} FROM reviews ORDER BY id").fetchall()
    connection.close()
    return rows


def answer(session: ReviewSession, raw: int = 3) -> None:
    session.reveal()
    session.grade(raw)


def phase(session: ReviewSession) -> Phase:
    return session.state.phase


def heading(session: ReviewSession) -> str:
    assert session.state.face is not None
    return session.state.face.heading


def test_it_starts_with_the_first_card_of_the_course(session: ReviewSession) -> None:
    state = session.state
    assert state.phase is Phase.QUESTION
    assert heading(session) == "Question 0 ?"
    assert state.face is not None
    assert state.face.deck_path == ("1 · Chapitre d’essai", "Premiers pas")
    assert state.face.tags == ("essai",)
    assert state.pile is Pile.NEW
    assert state.choices == ()


def test_the_answer_comes_with_four_choices(session: ReviewSession) -> None:
    session.reveal()
    assert phase(session) is Phase.ANSWER
    assert [(c.raw, c.grade) for c in session.state.choices] == list(enumerate(Grade, 1))
    # Learning steps of 1 and 10 minutes; Hard is halfway, as FSRS and Anki have it.
    minutes = [c.interval / timedelta(minutes=1) for c in session.state.choices[:3]]
    assert minutes == [1, 5.5, 10]


def test_a_grade_does_what_its_button_said(session: ReviewSession, collection: Collection) -> None:
    session.reveal()
    card_id = session.state.face.card_id if session.state.face else 0
    promised = session.state.choices[3].interval
    session.grade(4)
    after = collection.card_view(card_id).card
    assert after.due_day == collection.calendar().day_of(session._desk.now()) + promised.days


def test_a_grade_is_saved_before_the_next_card_shows(
    session: ReviewSession, collection: Collection
) -> None:
    saved: list[int] = []
    session.changed.connect(lambda _: saved.append(len(log(collection, "id"))))
    session.reveal()
    session.grade(3)
    assert saved == [0, 1]
    assert heading(session) == "Question 1 ?"
    assert session.state.done == 1


def test_a_grade_before_the_answer_does_nothing(
    session: ReviewSession, collection: Collection
) -> None:
    session.grade(3)
    assert log(collection, "id") == []
    assert phase(session) is Phase.QUESTION


def test_five_steps_map_onto_four_grades_and_are_kept_raw(
    session: ReviewSession, collection: Collection
) -> None:
    collection.save_settings(collection.settings()._replace(scale=Scale.FIVE))
    for raw in range(1, 6):
        answer(session, raw)
    # The mapping that the issue asks for: 1 and 2 Again, 3 Hard, 4 Good, 5 Easy.
    assert log(collection, "grade, raw, scale") == [
        (1, 1, "five"),
        (1, 2, "five"),
        (2, 3, "five"),
        (3, 4, "five"),
        (4, 5, "five"),
    ]


@pytest.mark.parametrize(("scale", "raw"), [(Scale.FOUR, 3), (Scale.FIVE, 4)])
def test_enter_is_good_on_either_scale(
    session: ReviewSession, collection: Collection, scale: Scale, raw: int
) -> None:
    collection.save_settings(collection.settings()._replace(scale=scale))
    session.reveal()
    session.grade_good()
    assert log(collection, "grade, raw") == [(int(Grade.GOOD), raw)]


def test_the_time_runs_from_the_painted_question(desk: Desk, qapp: QApplication) -> None:
    seconds = [50.0]
    session = ReviewSession(desk, stopwatch=Stopwatch(seconds=lambda: seconds[0]))
    session.start()
    seconds[0] += 9  # the window was slow to show
    session.question_painted()
    seconds[0] += 4
    session.question_painted()  # painted once more, because something moved over it
    session.reveal()
    session.attend(False)
    seconds[0] += 1000
    session.attend(True)
    seconds[0] += 3
    session.grade(3)
    assert log(desk.collection, "duration_ms") == [(7000,)]


def test_a_card_painted_behind_another_window_is_not_timed(desk: Desk, qapp: QApplication) -> None:
    seconds = [50.0]
    session = ReviewSession(desk, stopwatch=Stopwatch(seconds=lambda: seconds[0]))
    session.start()
    session.attend(False)
    session.question_painted()
    seconds[0] += 30
    answer(session)
    assert log(desk.collection, "duration_ms") == [(0,)]


def test_undo_brings_the_card_back_and_redo_grades_it_again(session: ReviewSession) -> None:
    acts, start = Heard(session.acted), session.state
    answer(session)
    assert session.state.undo is ChangeKind.GRADE
    session.undo()
    assert heading(session) == "Question 0 ?"
    assert phase(session) is Phase.QUESTION
    assert session.state._replace(serial=0) == start._replace(serial=0, redo=ChangeKind.GRADE)
    session.redo()
    assert heading(session) == "Question 1 ?"
    assert session.state.done == 1
    assert [act.how for act in acts.all] == [How.DONE, How.UNDONE, How.REDONE]


def test_every_grade_of_the_sitting_can_be_undone(session: ReviewSession, clock: Clock) -> None:
    before = session.state.counts
    seen = []
    while phase(session) is Phase.QUESTION:
        seen.append(heading(session))
        answer(session, 4)
        clock.pass_(seconds=5)
    assert len(seen) == CARDS - 1  # of the two cloze cards one waits until tomorrow
    for _ in seen:
        session.undo()
    assert session.state.counts == before
    assert heading(session) == "Question 0 ?"
    assert session.state.undo is None


def test_undo_works_after_the_page_was_left(session: ReviewSession, desk: Desk) -> None:
    answer(session)
    desk.forget_queue()
    facts_of(desk)
    session.undo()
    assert heading(session) == "Question 0 ?"


def test_a_new_action_forgets_what_was_undone(session: ReviewSession) -> None:
    answer(session)
    session.undo()
    answer(session, 1)
    assert session.state.redo is None


def test_counts_follow_each_answer(session: ReviewSession) -> None:
    assert session.state.counts == Counts(new=6)
    answer(session, 3)
    assert session.state.counts == Counts(new=5, learning=1)
    answer(session, 4)
    assert session.state.counts == Counts(new=4, learning=1)


def test_a_cloze_card_hides_then_shows_in_its_place(session: ReviewSession) -> None:
    for _ in range(4):
        answer(session, 4)
    face = session.state.face
    assert face is not None
    assert face.is_cloze
    assert face.heading == "Les trois moteurs"
    assert face.question == "Des [[de quoi apprendre]](#hidden) et du calcul."
    assert face.answer == "Des [données](#shown) et du calcul."
    assert face.extra == "Un complément."


def test_waiting_says_when_and_goes_on_by_itself(
    session: ReviewSession, desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    settings = desk.collection.settings()._replace(learn_ahead_min=0)
    desk.collection.save_settings(settings)
    session.renew()
    while phase(session) is Phase.QUESTION:
        answer(session, 3)  # each comes again in ten minutes
    assert phase(session) is Phase.WAITING
    assert session.state.minutes_left == 10
    assert session.state.waiting_until == clock.moment + timedelta(minutes=10)
    clock.pass_(minutes=4, seconds=30)
    session.wake()
    assert session.state.minutes_left == 6
    clock.pass_(minutes=5, seconds=29, milliseconds=900)
    session.wake()
    assert phase(session) is Phase.WAITING
    clock.pass_(milliseconds=200)
    qtbot.waitUntil(lambda: phase(session) is Phase.QUESTION, timeout=3000)
    assert session.state.pile is Pile.LEARNING


def test_the_end_tells_what_was_done(session: ReviewSession) -> None:
    for _ in range(6):
        answer(session, 4)
    assert phase(session) is Phase.FINISHED
    assert session.state.facts is not None
    assert session.state.facts.done_today == 6
    assert session.state.face is None
    session.undo()
    assert phase(session) is Phase.QUESTION


def test_a_new_day_is_noticed_when_the_learner_comes_back(
    session: ReviewSession, clock: Clock
) -> None:
    turned = Heard(session.renewed)
    answer(session, 4)
    clock.pass_(days=1)
    session.wake()
    assert turned.all == [Renewal.NEW_DAY]
    assert phase(session) is Phase.QUESTION
    assert session.state.done == 0


def test_a_clock_set_back_to_another_day_is_no_new_day(
    session: ReviewSession, clock: Clock, collection: Collection
) -> None:
    turned = Heard(session.renewed)
    answer(session, 4)
    clock.pass_(days=-365)
    answer(session, 4)
    assert turned.all == [Renewal.OTHER_CLOCK]
    assert phase(session) is Phase.QUESTION
    assert len(log(collection, "id")) == 2


def test_an_answer_given_across_the_rollover_counts(
    session: ReviewSession, clock: Clock, collection: Collection
) -> None:
    turned = Heard(session.renewed)
    session.reveal()
    clock.pass_(hours=20)  # 5 o'clock the next morning; the day changes at 4
    session.grade(3)
    assert len(log(collection, "id")) == 1
    assert len(turned.all) == 1
    assert phase(session) is Phase.QUESTION


def test_a_traveller_gets_the_queue_of_the_new_zone(
    session: ReviewSession, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Etc/UTC")
    desk.collection.save_settings(desk.collection.settings()._replace(time_zone=""))
    session.renew()
    turned = Heard(session.renewed)
    session.wake()
    assert turned.all == []
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")  # 14 hours ahead
    session.wake()
    assert turned.all == [Renewal.OTHER_CLOCK]
    assert phase(session) is Phase.QUESTION


def full(*_: Any, **__: Any) -> Any:
    raise DiskFullError(Path("collection.epoque"))


Break = Callable[[str], None]


@pytest.fixture
def break_(monkeypatch: pytest.MonkeyPatch, collection: Collection) -> Break:
    """Let a method of the collection fail as on a full disk."""
    return lambda name: monkeypatch.setattr(collection, name, full)


def test_a_grade_that_cannot_be_saved_leaves_the_card(
    session: ReviewSession, break_: Break, monkeypatch: pytest.MonkeyPatch, collection: Collection
) -> None:
    trouble = Heard(session.trouble)
    session.reveal()
    before = session.state
    break_("grade")
    session.grade(3)
    assert isinstance(trouble.last, DiskFullError)
    assert session.state == before
    assert session.state.undo is None
    monkeypatch.undo()
    session.grade(3)
    assert len(log(collection, "id")) == 1


def test_an_undo_that_cannot_be_saved_can_be_tried_again(
    session: ReviewSession, break_: Break, monkeypatch: pytest.MonkeyPatch
) -> None:
    trouble = Heard(session.trouble)
    answer(session)
    break_("undo")
    session.undo()
    assert isinstance(trouble.last, DiskFullError)
    assert session.state.undo is ChangeKind.GRADE
    monkeypatch.undo()
    session.undo()
    assert heading(session) == "Question 0 ?"


def test_a_next_card_that_cannot_be_read_is_never_graded_for_the_last(
    session: ReviewSession, break_: Break, monkeypatch: pytest.MonkeyPatch, collection: Collection
) -> None:
    session.reveal()
    break_("card_view")
    session.grade(3)
    assert phase(session) is Phase.TROUBLE
    session.grade(3)
    assert len(log(collection, "id")) == 1
    monkeypatch.undo()
    session.proceed()
    assert heading(session) == "Question 1 ?"


def test_texts_of_the_next_cards_are_offered_for_rendering(
    session: ReviewSession, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.upcoming, timeout=2000) as texts:
        session.question_painted()
    assert "Question 1 ?" in texts.args[0]
    assert "Réponse **1**." in texts.args[0]


def test_a_deck_alone_is_reviewed_alone(session: ReviewSession, desk: Desk) -> None:
    facts = facts_of(desk)
    second = next(deck for deck in facts.decks if deck.deck.title == "La suite")
    session.start(second.deck.id, scope="La suite")
    assert heading(session) == "Les trois moteurs"
    answer(session, 4)
    answer(session, 4)
    assert phase(session) is Phase.FINISHED
    assert session.state.scope == "La suite"
    assert session.state.facts is not None
    assert session.state.facts.counts == Counts(new=4)  # those of the other section


def test_the_card_graded_twice_is_a_mistake_of_ours(
    session: ReviewSession, collection: Collection, clock: Callable[[], datetime]
) -> None:
    card: CardRow | None = session.card
    assert card is not None
    given = {"duration_ms": 0, "raw": 3, "scale": Scale.FOUR}
    collection.grade(card, Grade.GOOD, clock(), **given)  # type: ignore[arg-type]
    session.reveal()
    with pytest.raises(ValueError, match="graded"):
        session.grade(3)


def finished(collection: Collection, clock: Clock, later: Later) -> ReviewSession:
    """A review whose facts are still being read."""
    session = ReviewSession(Desk(collection, now=clock, run=later))
    session.start()
    later.run()
    while session.card is not None:
        answer(session, 4)
    return session


def test_the_end_is_shown_before_its_facts_are_read(
    qapp: QApplication, collection: Collection, clock: Clock
) -> None:
    later = Later()
    session = finished(collection, clock, later)
    assert phase(session) is Phase.FINISHED
    assert session.state.facts is None
    changed = Heard(session.changed)
    later.run()
    assert [state.facts.done_today for state in changed.all] == [6]


def test_facts_that_come_after_an_undo_are_of_no_use(
    qapp: QApplication, collection: Collection, clock: Clock
) -> None:
    later = Later()
    session = finished(collection, clock, later)
    session.undo()
    later.run()
    assert phase(session) is Phase.QUESTION
    assert session.state.facts is None


def test_facts_that_cannot_be_read_are_trouble(
    qapp: QApplication, collection: Collection, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise DiskFullError(collection.path)

    later = Later()
    monkeypatch.setattr(collection, "today", fail)
    session = finished(collection, clock, later)
    trouble = Heard(session.trouble)
    later.run()
    assert phase(session) is Phase.TROUBLE
    assert isinstance(trouble.last, DiskFullError)


def test_while_the_queue_is_made_there_is_nothing_to_answer(
    qapp: QApplication, collection: Collection, clock: Clock
) -> None:
    later = Later()
    session = ReviewSession(Desk(collection, now=clock, run=later))
    session.start()
    assert phase(session) is Phase.LOADING
    session.reveal()
    session.grade(3)
    session.grade_good()
    assert log(collection, "id") == []
    later.run()
    assert heading(session) == "Question 0 ?"


def test_the_counts_stay_while_another_queue_is_made(
    qapp: QApplication, collection: Collection, clock: Clock
) -> None:
    later = Later()
    session = ReviewSession(Desk(collection, now=clock, run=later))
    session.start()
    later.run()
    before = session.state.counts
    session.renew()
    assert phase(session) is Phase.LOADING
    assert session.state.counts == before


def test_what_is_taken_back_while_the_queue_is_made_is_shown_first(
    qapp: QApplication, collection: Collection, clock: Clock
) -> None:
    later = Later()
    session = ReviewSession(Desk(collection, now=clock, run=later))
    session.start()
    later.run()
    answer(session, 4)
    session.renew()
    session.undo()
    assert phase(session) is Phase.LOADING
    while later.tasks:
        later.run()
    assert heading(session) == "Question 0 ?"
    assert session.state.counts == Counts(new=6)


def test_the_deck_asked_last_is_the_one_reviewed(
    qapp: QApplication, collection: Collection, clock: Clock
) -> None:
    later = Later()
    desk = Desk(collection, now=clock, run=later)
    session = ReviewSession(desk)
    session.start()
    session.start(facts_of(desk).decks[-1].deck.id, scope="La suite")
    later.run(1)
    later.run(0)
    assert heading(session) == "Les trois moteurs"
    assert later.tasks == []


def test_a_queue_that_cannot_be_made_is_trouble_and_can_be_tried_again(
    session: ReviewSession, break_: Break, monkeypatch: pytest.MonkeyPatch
) -> None:
    trouble = Heard(session.trouble)
    break_("day_queue")
    session.renew()
    assert phase(session) is Phase.TROUBLE
    assert isinstance(trouble.last, DiskFullError)
    monkeypatch.undo()
    session.proceed()
    assert heading(session) == "Question 0 ?"


def test_a_tag_is_studied_like_a_deck(desk: Desk) -> None:
    session = ReviewSession(desk)
    session.start("essai", scope="Essais")
    met: list[str] = []
    while session.card is not None and len(met) < 9:
        note = session.note()
        assert note is not None
        met.append(note.uid)
        session.do(lambda collection, card, now: collection.suspend([card.id], now))
    assert met == [f"essai/basic-{n}" for n in range(4)]
    assert session.state.scope == "Essais"
