"""What every form draws with."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from db.media_folder import chapter_folder
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.cardtext.style import TextStyle
from qtapp.cardtext.view import CardText
from qtapp.theme import Theme
from qtapp.widgets.card_sheet import HEADING_PX, TEXT_PX

SMALL_PX = 14


class Means(NamedTuple):
    """Of one page.

    Attributes:
        theme: Of the app.
        renderer: Draws formulas.
        media: The folder of all the collection's images; None for none.
    """

    theme: Theme
    renderer: FormulaRenderer
    media: Path | None = None

    def text(self, name: str) -> CardText:
        """A text of Markdown, empty and hidden for now."""
        view = CardText(self.renderer)
        view.setObjectName(name)
        view.hide()
        return view

    def prepare(self, view: CardText, text: str, style: TextStyle, note_uid: str) -> None:
        """Write a text that is shown later: then only its place is still to be found."""
        view.hide()
        folder = self.media and chapter_folder(self.media, note_uid)
        view.show_markdown(text, style=style, media=folder)

    def put(self, view: CardText, text: str, style: TextStyle, note_uid: str) -> None:
        """Show a text, or hide its place where there is none."""
        if text:
            folder = self.media and chapter_folder(self.media, note_uid)
            view.show_markdown(text, style=style, media=folder)
        view.setVisible(bool(text))

    @property
    def heading_style(self) -> TextStyle:
        """Of what asks."""
        px = self.theme.px(HEADING_PX)
        return TextStyle.from_tokens(self.theme.tokens, px=px, weight=600, line_height=1.3)

    @property
    def text_style(self) -> TextStyle:
        """Of running text."""
        return TextStyle.from_tokens(self.theme.tokens, px=self.theme.px(TEXT_PX))

    @property
    def small_style(self) -> TextStyle:
        """Of what is told about an answer."""
        tokens = self.theme.tokens
        style = TextStyle.from_tokens(tokens, px=self.theme.px(SMALL_PX), line_height=1.4)
        return style._replace(ink=tokens.muted)
