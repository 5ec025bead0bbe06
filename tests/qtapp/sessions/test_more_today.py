"""More cards than today's limit allows, asked for when the day's are done."""

import pytest
from PySide6.QtWidgets import QApplication

from db.collection import Collection
from db.errors import DiskFullError
from db.rows import Counts
from qtapp.commands import Command
from qtapp.sessions.card_actions import CardActions
from qtapp.sessions.desk import Desk
from qtapp.sessions.more_today import more_commands
from qtapp.sessions.review import ReviewSession
from qtapp.sessions.review_state import Phase
from qtapp.sessions.today import Situation, TodaySession
from tests.qtapp.course import Clock, facts_of
from tests.qtapp.facts import FACTS
from tests.qtapp.sessions.listening import Heard


@pytest.fixture
def session(qapp: QApplication, desk: Desk) -> ReviewSession:
    """A review that is finished: of six new cards the day allowed two."""
    study = desk.collection.settings()
    desk.collection.save_settings(study._replace(new_per_day=2))
    made = ReviewSession(desk)
    made.start()
    review_all(made)
    return made


def review_all(session: ReviewSession) -> int:
    done = 0
    while session.card is not None:
        session.reveal()
        session.grade(4)
        done += 1
    return done


def test_the_end_tells_what_waits_behind_the_limit(session: ReviewSession) -> None:
    assert session.state.phase is Phase.FINISHED
    assert session.state.facts is not None
    assert session.state.facts.held_back == Counts(new=4)
    assert more_commands(session.state.facts) == {Command.MORE_NEW}


def test_more_come_at_once_and_today_says_so_too(session: ReviewSession, desk: Desk) -> None:
    CardActions(session).run(Command.MORE_NEW)
    assert session.state.phase is Phase.QUESTION
    assert session.state.counts == Counts(new=4)
    today = TodaySession(desk)
    today.refresh()
    assert today.state.situation is Situation.DUE
    assert review_all(session) == 4
    assert session.state.facts is not None
    assert session.state.facts.held_back == Counts()


def test_they_come_of_all_decks_whichever_was_reviewed(session: ReviewSession, desk: Desk) -> None:
    first = facts_of(desk).decks[1]
    session.start(first.deck.id, scope=first.deck.title)
    CardActions(session).run(Command.MORE_NEW)
    assert (desk.deck_id, session.state.scope) == (None, "")
    assert review_all(session) == 4


def test_the_next_day_has_its_own_limit_again(session: ReviewSession, clock: Clock) -> None:
    session.raise_limits(new=1)
    clock.pass_(days=1)
    session.wake()
    assert session.state.counts.new == 2


def test_what_cannot_be_saved_is_told_and_changes_nothing(
    session: ReviewSession, collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFullError(collection.path)

    trouble, before = Heard(session.trouble), session.state
    monkeypatch.setattr(collection, "raise_limits", full)
    session.raise_limits(new=1)
    assert isinstance(trouble.last, DiskFullError)
    assert session.state == before


@pytest.mark.parametrize(
    ("held", "possible"),
    [
        (Counts(), set()),
        (Counts(new=1), {Command.MORE_NEW}),
        (Counts(review=9), {Command.MORE_REVIEWS}),
        (Counts(new=3, review=9), {Command.MORE_NEW, Command.MORE_REVIEWS}),
    ],
)
def test_only_what_waits_can_be_asked_for(held: Counts, possible: set[Command]) -> None:
    assert more_commands(FACTS._replace(held_back=held)) == possible
    assert more_commands(None) == frozenset()
