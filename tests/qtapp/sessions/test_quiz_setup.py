"""Choosing a quiz: what fits, how many, how long."""

import json

import pytest
from PySide6.QtWidgets import QApplication

from db.collection import Collection
from db.quiz_rows import QuizMode, Which
from decks.kinds import NoteKind
from decks.questions.responses import Picked, SelfGrade
from qtapp.sessions.desk import Desk
from qtapp.sessions.quiz import QuizSession
from qtapp.sessions.quiz_setup import QuizSetup
from tests.qtapp.course import Clock
from tests.qtapp.quizzes import chapter
from tests.qtapp.sessions.listening import Heard


@pytest.fixture
def desk(qapp: QApplication, collection: Collection, clock: Clock) -> Desk:
    collection.apply_import(chapter())
    return Desk(collection, now=clock)


@pytest.fixture
def setup(desk: Desk) -> QuizSetup:
    made = QuizSetup(desk, new_seed=lambda: 3)
    made.read()
    return made


def test_at_first_every_question_may_be_asked(setup: QuizSetup) -> None:
    assert (setup.state.fitting, setup.state.asked) == (5, 5)
    assert [deck.title for deck in setup.state.chapters] == ["3 · Questions"]


def test_a_chapter_opens_its_sections(setup: QuizSetup) -> None:
    (top,) = setup.state.chapters
    setup.toggle_deck(top.id)
    titles = [deck.title for deck in setup.state.chapters]
    assert titles == ["3 · Questions", "Première", "Seconde"]
    setup.toggle_deck(top.id)
    setup_again = setup.state
    assert setup_again.chapters == (top,)


def test_a_section_alone_keeps_its_sisters_in_view(setup: QuizSetup) -> None:
    (top,) = setup.state.chapters
    setup.toggle_deck(top.id)
    second = setup.state.chapters[2]
    setup.toggle_deck(top.id)
    setup.toggle_deck(second.id)
    assert setup.state.fitting == 2
    assert len(setup.state.chapters) == 3


def test_tags_and_kinds_narrow_what_is_asked(setup: QuizSetup) -> None:
    setup.toggle_tag("activation")
    assert setup.state.fitting == 2
    setup.toggle_kind(NoteKind.SHORT)
    assert setup.state.fitting == 1
    setup.toggle_tag("activation")
    setup.toggle_kind(NoteKind.SHORT)
    assert setup.state.fitting == 5


def test_no_more_is_asked_than_there_is(setup: QuizSetup) -> None:
    setup.choose_number(3)
    assert setup.state.asked == 3
    setup.toggle_kind(NoteKind.OPEN)
    assert setup.state.asked == 1


def test_an_exam_takes_a_minute_a_question_until_told_otherwise(setup: QuizSetup) -> None:
    setup.choose_number(3)
    setup.choose_mode(QuizMode.EXAM)
    heard = Heard(setup.ordered)
    setup.order()
    assert heard.last.time_limit_s == 180
    setup.choose_minutes(0)
    setup.order()
    assert heard.last.time_limit_s is None


def test_practice_has_no_clock(setup: QuizSetup) -> None:
    heard = Heard(setup.ordered)
    setup.order()
    assert heard.last.time_limit_s is None
    assert setup.state.pool is not None
    assert sorted(heard.last.card_ids) == sorted(q.card_id for q in setup.state.pool.questions)
    assert json.loads(heard.last.chosen)["which"] == "all"


def test_the_missed_ones_are_those_answered_wrong(desk: Desk, setup: QuizSetup) -> None:
    setup.toggle_kind(NoteKind.CHOICE)
    heard = Heard(setup.ordered)
    setup.order()
    session = QuizSession(desk)
    session.start(heard.last)
    session.respond(Picked((1,)))
    session.answer()
    session.grade(SelfGrade.WRONG)
    setup.read()
    setup.choose_which(Which.MISSED)
    assert setup.state.fitting == 1
    setup.choose_which(Which.NEW)
    assert setup.state.fitting == 0
    assert not setup.state.is_startable


def test_while_a_quiz_waits_no_other_begins(desk: Desk, setup: QuizSetup) -> None:
    heard = Heard(setup.ordered)
    setup.order()
    QuizSession(desk).start(heard.last)
    setup.read()
    assert setup.state.waiting is not None
    setup.order()
    assert len(heard.all) == 1
