"""What the Card menu does, each action saved and undone on a real collection."""

import pytest
from PySide6.QtWidgets import QApplication

from db.collection import Collection
from db.rows import ChangeKind, NoteRow
from qtapp.commands import Command
from qtapp.sessions.card_actions import CardActions
from qtapp.sessions.desk import Desk
from qtapp.sessions.review import ReviewSession
from qtapp.sessions.review_state import Phase
from tests.qtapp.sessions.listening import Heard


@pytest.fixture
def session(qapp: QApplication, desk: Desk) -> ReviewSession:
    started = ReviewSession(desk)
    started.start()
    return started


@pytest.fixture
def actions(session: ReviewSession) -> CardActions:
    return CardActions(session)


def heading(session: ReviewSession) -> str:
    return session.state.face.heading if session.state.face else ""


@pytest.mark.parametrize("command", [Command.SUSPEND, Command.BURY])
def test_a_card_put_aside_makes_room_for_the_next_until_undone(
    session: ReviewSession, actions: CardActions, command: Command
) -> None:
    actions.run(command)
    assert heading(session) == "Question 1 ?"
    assert session.state.undo == ChangeKind(command.value)
    actions.run(Command.UNDO)
    assert heading(session) == "Question 0 ?"
    actions.run(Command.REDO)
    assert heading(session) == "Question 1 ?"


def test_a_suspended_card_is_found_among_those_put_aside(
    actions: CardActions, collection: Collection
) -> None:
    actions.run(Command.SUSPEND)
    assert [v.note.front for v in collection.find_cards(suspended=True)] == ["Question 0 ?"]


def test_a_flag_leaves_the_answer_in_view(session: ReviewSession, actions: CardActions) -> None:
    session.reveal()
    serial = session.state.serial
    actions.run(Command.FLAG_GREEN)
    assert session.state.face is not None
    assert session.state.face.flag == 3
    assert (session.state.phase, session.state.serial) == (Phase.ANSWER, serial)


def test_the_same_flag_again_takes_it_off(session: ReviewSession, actions: CardActions) -> None:
    actions.run(Command.FLAG_RED)
    actions.run(Command.FLAG_RED)
    assert session.state.face is not None
    assert session.state.face.flag == 0


def test_a_flagged_card_can_still_be_graded(session: ReviewSession, actions: CardActions) -> None:
    actions.run(Command.FLAG_BLUE)
    session.reveal()
    session.grade(3)
    assert heading(session) == "Question 1 ?"


def test_an_edit_shows_at_once_and_can_be_undone(
    session: ReviewSession, actions: CardActions
) -> None:
    asked = Heard(actions.edit_asked)
    session.reveal()
    actions.run(Command.EDIT)
    note: NoteRow = asked.last
    assert note.front == "Question 0 ?"
    assert actions.save_note(note._replace(front="Autrement ?", tags=("neuf",)))
    assert heading(session) == "Autrement ?"
    assert session.state.face is not None
    assert session.state.face.tags == ("neuf",)
    assert session.state.phase is Phase.ANSWER
    actions.run(Command.UNDO)
    assert heading(session) == "Question 0 ?"
    actions.run(Command.REDO)
    assert heading(session) == "Autrement ?"


def test_a_deletion_edited_away_takes_its_card_along(
    session: ReviewSession, actions: CardActions
) -> None:
    for _ in range(4):
        session.reveal()
        session.grade(4)
    note = session.note()
    assert note is not None
    assert actions.save_note(note._replace(back="Des données et du [calcul](#2)."))
    assert session.state.face is not None
    assert session.state.face.question == "Des données et du [[…]](#hidden)."


def test_nothing_is_done_without_a_card(session: ReviewSession, actions: CardActions) -> None:
    asked = Heard(actions.edit_asked)
    for _ in range(6):
        session.reveal()
        session.grade(4)
    before = session.state
    for command in (Command.SUSPEND, Command.BURY, Command.FLAG_RED, Command.EDIT):
        actions.run(command)
    assert session.state == before
    assert asked.all == []
