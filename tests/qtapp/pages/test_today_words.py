import pytest

from db.rows import Counts, TodayFacts
from qtapp.pages import today_words
from qtapp.sessions.today import Situation, TodayState
from tests.qtapp.facts import DAY, DUE, FACTS, SOON

DONE = TodayState(Situation.DONE, FACTS._replace(counts=Counts()))


@pytest.mark.parametrize(
    ("state", "title"),
    [
        (TodayState(), "Hello."),
        (DUE, "Hello. 21 card(s) are waiting for you."),
        (SOON, "The next card comes in 12 minute(s)."),
        (DONE, "Done for today."),
        (DUE._replace(situation=Situation.WELCOME), "Welcome. 21 card(s) to begin with."),
        (TodayState(Situation.EMPTY, TodayFacts(DAY)), "No cards yet."),
        (TodayState(Situation.NOTHING_DUE, FACTS), "Nothing to review today."),
    ],
)
def test_the_title_says_what_now(state: TodayState, title: str) -> None:
    assert today_words.title(state) == title


def test_the_line_below_says_how_long_and_how_well() -> None:
    assert today_words.subtitle(DUE) == (
        "About 9 minute(s) · target retention 90% · 12 day(s) in a row"
    )


def test_a_streak_of_no_day_is_not_mentioned() -> None:
    state = DUE._replace(facts=FACTS._replace(streak_days=0))
    assert today_words.subtitle(state) == "About 9 minute(s) · target retention 90%"


def test_a_finished_day_says_what_was_done_and_what_comes() -> None:
    assert today_words.subtitle(DONE) == (
        "3 review(s) · 2 minute(s) · 93% remembered · tomorrow: 23 card(s)"
    )


def test_only_new_cards_were_seen_so_nothing_was_remembered() -> None:
    facts = FACTS._replace(remembered_today=None, seconds_today=10)
    assert today_words.done(facts) == "3 review(s) · less than a minute"


def test_the_next_day_with_cards_is_named() -> None:
    facts = FACTS._replace(forecast=(0, 0, 5, 0, 0, 0, 0))
    assert today_words.to_come(facts) == "next cards on Tuesday, November 24, 2026: 5 card(s)"


def test_while_a_card_is_waited_for_no_week_is_called_empty() -> None:
    state = SOON._replace(facts=FACTS._replace(forecast=(0,) * 7))
    assert today_words.subtitle(state) == "3 review(s) · 2 minute(s) · 93% remembered"
    assert today_words.subtitle(SOON).endswith("tomorrow: 23 card(s)")


def test_an_empty_week_is_said_to_be_so() -> None:
    facts = FACTS._replace(forecast=(0,) * 7)
    assert today_words.to_come(facts) == "nothing falls due in the coming week"
