"""What the Review page says when there is no card to show."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from db.rows import TodayFacts
from qtapp import formats
from qtapp.pages import today_words
from qtapp.sessions.review_state import Phase, ReviewState

translate = QCoreApplication.translate


class RestWords(NamedTuple):
    """A title, some lines, and the captions of one or two buttons."""

    title: str
    text: str
    next_step: str
    other: str = ""


def rest_words(state: ReviewState) -> RestWords:
    """What to say of a state without a card: waiting, finished, in trouble or idle."""
    if state.phase is Phase.WAITING:
        return _waiting(state)
    if state.phase is Phase.TROUBLE:
        return _trouble()
    if is_being_read(state):
        return _reading()
    if state.phase is Phase.FINISHED and state.facts is not None:
        return _finished(state, state.facts)
    return RestWords(translate("review", "No review is going on."), "", _back())


def is_being_read(state: ReviewState) -> bool:
    """Whether it is not known yet what to show: the queue or the facts of the day are read."""
    is_end_unknown = state.phase is Phase.FINISHED and state.facts is None
    return state.phase is Phase.LOADING or is_end_unknown


def goes_on_elsewhere(state: ReviewState) -> bool:
    """Whether the deck reviewed is done while others still have cards."""
    is_one_deck = bool(state.scope) and state.phase is Phase.FINISHED
    return is_one_deck and state.facts is not None and state.facts.counts.total > 0


def _waiting(state: ReviewState) -> RestWords:
    title = translate("review", "The next card comes in %n minute(s).", "", state.minutes_left)
    text = ""
    if state.waiting_until is not None:
        text = translate("review", "It will appear here at %1. You can leave: it will wait.")
        text = text.replace("%1", formats.clock_time(state.waiting_until))
    return RestWords(title, text, _back())


def _reading() -> RestWords:
    return RestWords(
        translate("review", "One moment…"),
        translate("review", "Your collection is being read. All that you answered is saved."),
        _back(),
    )


def _trouble() -> RestWords:
    return RestWords(
        translate("review", "The next card cannot be read."),
        translate("review", "All that you answered is saved."),
        translate("review", "Try again"),
        _back(),
    )


def _finished(state: ReviewState, facts: TodayFacts) -> RestWords:
    if goes_on_elsewhere(state):
        title = translate("review", "“%1” is done for today.").replace("%1", state.scope)
        text = translate("review", "%Ln card(s) wait in the other decks.", "", facts.counts.total)
        onward = translate("review", "Continue")
        return RestWords(title, text, onward, _back())
    title = translate("review", "Done for today.")
    if not facts.done_today:
        title = translate("review", "Nothing to review today.")
    lines = (today_words.done(facts), today_words.sentence(today_words.to_come(facts)))
    return RestWords(title, "\n".join(filter(None, lines)), _back())


def _back() -> str:
    return translate("review", "Back to Today")
