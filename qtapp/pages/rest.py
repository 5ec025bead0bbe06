"""The Review page where there is no card to show: words, the days to come, what to do next."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from qtapp.pages.rest_words import rest_words
from qtapp.sessions.review_state import ReviewState
from qtapp.theme import Theme
from qtapp.widgets.forecast import Forecast
from qtapp.widgets.rest_panel import RestPanel


class Rest(RestPanel):
    """Draws a `ReviewState` without a card."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._sizes = theme
        self._forecast = Forecast(theme)
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
        self._forecast.setVisible(facts is not None and any(facts.forecast))
        if facts is not None:
            self._forecast.show_days(facts.day, facts.forecast)

    @Slot()
    def _take_height(self) -> None:
        self._forecast.setFixedHeight(self._sizes.px(104))
