"""How card text looks, as plain data: the same style always draws the same text."""

from typing import NamedTuple, Self

from qtapp.tokens import Tokens


class TextStyle(NamedTuple):
    """Colours (``#RRGGBB``) and sizes of one card text.

    Attributes:
        ink: Text and formulas.
        muted: Captions, comments in code, formulas not drawn yet.
        accent: Cloze deletions, keywords in code.
        accent_soft: Behind a cloze deletion.
        line: Rules of tables and quotes.
        code_ground: Behind code.
        string: In code, as the next two; all reach 4.5:1 on `code_ground`.
        number: Numbers and constants.
        function: Names of functions and classes.
        warn: Under a formula that cannot be drawn.
        on_accent: Selected text.
        px: Height of the font, in logical pixels.
        weight: Of running text: 400 is regular, 600 suits a question.
        line_height: Least distance of lines, as a multiple of `px`.
        family: Font family; "" for the application's font.
    """

    ink: str
    muted: str
    accent: str
    accent_soft: str
    line: str
    code_ground: str
    string: str
    number: str
    function: str
    warn: str
    on_accent: str
    px: float = 16.0
    weight: int = 400
    line_height: float = 1.5
    family: str = ""

    @classmethod
    def from_tokens(
        cls, tokens: Tokens, *, px: float, weight: int = 400, line_height: float = 1.5
    ) -> Self:
        """The style of a theme's tokens, at a font height in logical pixels."""
        return cls(
            ink=tokens.ink,
            muted=tokens.muted,
            accent=tokens.accent,
            accent_soft=tokens.accent_soft,
            line=tokens.line,
            code_ground=tokens.ground,
            string=tokens.good,
            number=tokens.warn,
            function=tokens.train,
            warn=tokens.warn,
            on_accent=tokens.on_accent,
            px=px,
            weight=weight,
            line_height=line_height,
        )

    def heading(self, level: int) -> "TextStyle":
        """Of a heading inside a text; `level` is 1 to 6."""
        factor = {1: 1.45, 2: 1.3, 3: 1.15}.get(level, 1.05)
        return self._replace(px=round(self.px * factor), weight=600, line_height=1.35)
