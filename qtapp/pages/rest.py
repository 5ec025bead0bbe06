"""The Review page where there is no card to show: words, the days to come, what to do next."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from db.rows import Counts
from qtapp.pages.rest_words import goes_on_elsewhere, is_being_read, rest_words
from qtapp.sessions.review_state import ReviewState
from qtapp.theme import Theme
from qtapp.widgets.forecast import Forecast
from qtapp.widgets.more_today import MoreToday
from qtapp.widgets.rest_panel import RestPanel


class Rest(RestPanel):
    """Draws a `ReviewState` without a card.

    Signals:
        command_asked: A `Command`: more cards today.
    """

    command_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._sizes = theme
        self._forecast = Forecast(theme)
        self._more = MoreToday(is_centred=True)
        self._more.asked.connect(self.command_asked)
        self.body.addWidget(self._more)
        self.body.addWidget(self._forecast)
        theme.changed.connect(self._take_height)
        self._take_height()

    def show_state(self, state: ReviewState) -> None:
        """Draw a state: waiting, finished, being read, in trouble or idle."""
        words, facts = rest_words(state), state.facts
        self.say(
            words.title,
            words.text,
            next_step=words.next_step,
            other=words.other,
            is_done=facts is not None and facts.done_today > 0,
        )
        is_over = facts is not None and not is_being_read(state) and not goes_on_elsewhere(state)
        self._more.show_held(facts.held_back if facts is not None and is_over else Counts())
        self._forecast.setVisible(facts is not None and any(facts.forecast))
        if facts is not None:
            self._forecast.show_days(facts.day, facts.forecast)

    @Slot()
    def _take_height(self) -> None:
        self._forecast.setFixedHeight(self._sizes.px(104))
