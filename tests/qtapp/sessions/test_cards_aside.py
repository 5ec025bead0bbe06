import pytest
from PySide6.QtWidgets import QApplication

from qtapp.commands import Command
from qtapp.sessions.card_actions import CardActions
from qtapp.sessions.cards_aside import SUSPENDED, AsideSession
from qtapp.sessions.desk import Desk
from qtapp.sessions.review import ReviewSession
from tests.qtapp.course import queue_on


@pytest.fixture
def review(qapp: QApplication, desk: Desk) -> ReviewSession:
    session = ReviewSession(desk)
    session.start()
    return session


def test_a_suspended_card_taken_back_is_due_again(review: ReviewSession, desk: Desk) -> None:
    CardActions(review).run(Command.SUSPEND)
    assert queue_on(desk).counts().new == 5
    session = AsideSession(desk)
    session.show(SUSPENDED)
    assert [view.note.front for view in session.state.cards] == ["Question 0 ?"]
    session.take_back([session.state.cards[0].card.id])
    assert session.state.cards == ()
    assert queue_on(desk).counts().new == 6


def test_taking_back_can_be_undone(review: ReviewSession, desk: Desk) -> None:
    CardActions(review).run(Command.SUSPEND)
    session = AsideSession(desk)
    session.show(SUSPENDED)
    session.take_back([view.card.id for view in session.state.cards])
    review.undo()
    session.show(SUSPENDED)
    assert len(session.state.cards) == 1


def test_a_flagged_card_loses_its_flag(review: ReviewSession, desk: Desk) -> None:
    CardActions(review).run(Command.FLAG_ORANGE)
    session = AsideSession(desk)
    session.show(2)
    assert [view.card.flag for view in session.state.cards] == [2]
    session.take_back([session.state.cards[0].card.id])
    assert session.state.cards == ()
