"""The card itself: where it comes from, its question, a thin line, its answer.

Everything is made once and filled again for each card. The question stays where it was when the
answer appears: what appears, appears below it.
"""

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from db.media_folder import chapter_folder
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.cardtext.style import TextStyle
from qtapp.cardtext.view import CardText
from qtapp.sessions.review_state import CardFace
from qtapp.theme import Theme, set_role
from qtapp.tokens import Role
from qtapp.widgets.chips import Chip, Chips
from qtapp.widgets.quiet_scroll import BAR_WIDTH, QuietScrollArea, scroll_by_key

HEADING_PX, TEXT_PX = 21, 16
_LEAST_SEEN = 60  # of the answer
_ALL_THE_ROOM = 1000
_PATH_SEPARATOR = " › "


class CardSheet(QFrame):
    """One card, its answer hidden or shown.

    Signals:
        painted: What was shown last is on the screen.
    """

    painted = Signal()

    def __init__(
        self,
        theme: Theme,
        renderer: FormulaRenderer,
        media: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty sheet.

        Args:
            theme: Of the app.
            renderer: Draws formulas.
            media: The folder of all the collection's images (`db.media_folder`).
            parent: Of the widget.
        """
        super().__init__(parent)
        self._theme = theme
        self._media = media
        self._folder: Path | None = None
        self._face: CardFace | None = None
        self._is_answer_shown = False
        self._is_compact = False
        set_role(self, Role.CARD)
        self.setObjectName("card")
        self._make_widgets(renderer)
        self._lay_out()
        theme.changed.connect(self._take_theme)
        self._take_theme()

    def _make_widgets(self, renderer: FormulaRenderer) -> None:
        self._chips = Chips()
        self._heading = _text(renderer, "card-heading")
        self._question = _text(renderer, "card-question")
        self._answer = _text(renderer, "card-answer")
        self._extra = _text(renderer, "card-extra")
        self._answer_rule, self._extra_rule = _rule(), _rule()

    def _lay_out(self) -> None:
        self._area = QuietScrollArea(self._theme, self)
        content = QWidget()
        self._column = QVBoxLayout(content)
        for widget in (
            self._chips,
            self._heading,
            self._question,
            self._answer_rule,
            self._answer,
            self._extra_rule,
            self._extra,
        ):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._area.setWidget(content)
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 10, 3, 10)
        around.addWidget(self._area)

    def carry(self, widget: QWidget) -> None:
        """Let something lie below the card's texts, which takes the room that they leave."""
        self._column.insertWidget(self._column.count() - 1, widget, _ALL_THE_ROOM)

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll to a widget carried, as far as it takes to see all of it or its top."""
        bar, content = self._area.verticalScrollBar(), self._area.widget()
        top = 0 if content is None else widget.mapTo(content, QPoint(0, 0)).y()
        past = top + widget.height() - self._area.viewport().height()
        bar.setValue(max(bar.value(), min(top, past)))

    def show_face(self, face: CardFace, *, is_answer_shown: bool) -> None:
        """Draw a card; the same card keeps its place in the scroll area."""
        is_same = self._face is not None and self._face.card_id == face.card_id
        was_answer_shown, self._is_answer_shown = self._is_answer_shown, is_answer_shown
        self._face = face
        self.setUpdatesEnabled(False)
        self._fill(face, is_answer_shown=is_answer_shown)
        if not is_same or (was_answer_shown and not is_answer_shown):
            self._area.verticalScrollBar().setValue(0)
        elif not was_answer_shown and is_answer_shown:
            QTimer.singleShot(0, self, self.bring_answer_into_view)  # once it is laid out
        self.setUpdatesEnabled(True)

    @Slot()
    def bring_question_into_view(self) -> None:
        """Scroll to where the card begins."""
        self._area.verticalScrollBar().setValue(0)

    @Slot()
    def bring_answer_into_view(self) -> None:
        """Scroll only where the answer would begin out of sight, below a long question."""
        bar = self._area.verticalScrollBar()
        top = self._answer_rule.y()
        seen_to = bar.value() + self._area.viewport().height()
        if self._answer_rule.isVisible() and top + self._theme.px(_LEAST_SEEN) > seen_to:
            bar.setValue(top - self._column.spacing())

    def set_compact(self, is_compact: bool) -> None:
        """Do without the chips and most of the margins, where there is little room."""
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self._chips.setVisible(not is_compact)
            self._take_margins()

    def scroll_by_key(self, key: int) -> bool:
        """Scroll as an arrow or page key asks; tell whether it was one."""
        return scroll_by_key(self._area.verticalScrollBar(), key, line=self._theme.px(48))

    def _fill(self, face: CardFace, *, is_answer_shown: bool) -> None:
        self._show_chips(face)
        question = face.question
        answer, extra = (face.answer, face.extra) if is_answer_shown else ("", "")
        if face.is_cloze and is_answer_shown:
            question, answer = answer, ""
        has_heading = bool(face.heading)
        self._folder = self._media and chapter_folder(self._media, face.note_uid)
        self._put(self._heading, face.heading, self._heading_style)
        self._put(self._question, question, self._text_style)
        self._put(self._answer, answer, self._text_style)
        self._put(self._extra, extra, self._text_style)
        self._answer_rule.setVisible(bool(answer) and (has_heading or bool(question)))
        self._extra_rule.setVisible(bool(extra))

    def _put(self, view: CardText, text: str, style: TextStyle) -> None:
        if text:
            view.show_markdown(text, style=style, media=self._folder)
        view.setVisible(bool(text))

    def _show_chips(self, face: CardFace) -> None:
        tokens = self._theme.tokens
        colors = {1: tokens.bad, 2: tokens.warn, 3: tokens.good, 4: tokens.train}
        path = _PATH_SEPARATOR.join(face.deck_path)
        chips = [Chip(title, path) for title in face.deck_path[-1:]]
        if face.flag:
            chips.append(Chip(self._flag_name(face.flag), color=colors.get(face.flag, "")))
        chips += [Chip(tag) for tag in face.tags]
        self._chips.show_chips(chips)

    def _flag_name(self, flag: int) -> str:
        return {
            1: self.tr("Red flag"),
            2: self.tr("Orange flag"),
            3: self.tr("Green flag"),
            4: self.tr("Blue flag"),
        }.get(flag, self.tr("Flag %1").replace("%1", str(flag)))

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._face is not None:
            self._show_chips(self._face)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell the page, which times answers."""
        super().paintEvent(event)
        self.painted.emit()

    def _take_margins(self) -> None:
        px = self._theme.px
        side = min(px(34), 24 if self._is_compact else 56)
        above = px(4) if self._is_compact else px(16)
        self._column.setContentsMargins(side, above, max(0, side - BAR_WIDTH), above)
        self._column.setSpacing(px(10) if self._is_compact else px(14))

    @Slot()
    def _take_theme(self) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        self._heading_style = TextStyle.from_tokens(
            tokens, px=px(HEADING_PX), weight=600, line_height=1.3
        )
        self._text_style = TextStyle.from_tokens(tokens, px=px(TEXT_PX))
        self._take_margins()
        if self._face is not None:
            self._fill(self._face, is_answer_shown=self._is_answer_shown)


def _text(renderer: FormulaRenderer, name: str) -> CardText:
    view = CardText(renderer)
    view.setObjectName(name)
    return view


def _rule() -> QFrame:
    rule = QFrame()
    set_role(rule, Role.RULE)
    return rule
