"""A style, spelled out in Qt's formats for characters and paragraphs."""

from enum import IntEnum

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QGuiApplication,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
)

from qtapp.cardtext.highlight import CodeKind
from qtapp.cardtext.style import TextStyle

DECORATION = QTextFormat.Property.UserProperty + 10
"""Block format property: a `Decoration`, painted behind the block by `decorations`."""

QUOTES = QTextFormat.Property.UserProperty + 11
"""Block format property: how many quotes the block stands in."""

MARK = QTextFormat.Property.UserProperty + 12
"""Block format property: what stands before a list item, such as ``2.``."""

GROUND = QTextFormat.Property.UserProperty + 13
"""Character format property: colour behind the characters."""

LANGUAGE = QTextFormat.Property.UserProperty + 14
"""Block format property: of a code block."""

MARKUP = QTextFormat.Property.UserProperty + 15
"""Character format property: the signs that opened what the characters stand in: ``**``, ``*``."""

MARKDOWN = QTextFormat.Property.UserProperty + 16
"""Character format property: what an object or a run of characters is written as."""

BULLET = "•"
CODE_SIZE = 0.9  # monospaced fonts look large beside text


class Decoration(IntEnum):
    """What is painted behind a block."""

    CODE = 1
    RULE = 2


class Formats:
    """The formats of one style; made anew for each document, they cost little."""

    def __init__(self, style: TextStyle) -> None:
        self.style = style
        self.font = QFont(style.family or QGuiApplication.font().family())
        self.font.setPixelSize(round(style.px))
        self.font.setWeight(QFont.Weight(style.weight))
        self.step = round(style.px * 0.7)
        self.indent = round(style.px * 1.7)
        self.quote = round(style.px)
        self.code_pad = round(style.px * 0.7)

    def text(self) -> QTextCharFormat:
        """Running text."""
        result = QTextCharFormat()
        result.setFont(self.font)
        result.setForeground(brush(self.style.ink))
        return result

    def code(self, base: QTextCharFormat) -> QTextCharFormat:
        """Code inside or instead of text in `base`."""
        result = QTextCharFormat(base)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font = QFont(QFontInfo(font).family())
        font.setPixelSize(round(base.font().pixelSize() * CODE_SIZE))
        font.setStyleHint(QFont.StyleHint.Monospace)
        result.setFont(font)
        return result

    def cloze(self, base: QTextCharFormat) -> QTextCharFormat:
        """A deletion, hidden or shown: told by weight and ground too, not by colour alone."""
        result = QTextCharFormat(base)
        result.setFontWeight(QFont.Weight.Bold)
        result.setForeground(brush(self.style.accent))
        result.setProperty(GROUND, self.style.accent_soft)
        return result

    def code_color(self, kind: CodeKind) -> str:
        """Ink of a piece of code."""
        style = self.style
        return {
            CodeKind.PLAIN: style.ink,
            CodeKind.KEYWORD: style.accent,
            CodeKind.STRING: style.string,
            CodeKind.NUMBER: style.number,
            CodeKind.FUNCTION: style.function,
            CodeKind.COMMENT: style.muted,
        }[kind]

    def block(self, *, quotes: int = 0, indent: int = 0) -> QTextBlockFormat:
        """A paragraph."""
        result = QTextBlockFormat()
        least = QTextBlockFormat.LineHeightTypes.MinimumHeight.value
        result.setLineHeight(round(self.style.px * self.style.line_height), least)
        result.setBottomMargin(self.step)
        result.setIndent(indent)
        if quotes:
            result.setLeftMargin(quotes * self.quote)
            result.setProperty(QUOTES, quotes)
        return result

    def code_block(self, *, quotes: int, indent: int) -> QTextBlockFormat:
        """A block of code; what is painted behind it reaches `code_pad` around it."""
        result = self.block(quotes=quotes, indent=indent)
        least = QTextBlockFormat.LineHeightTypes.MinimumHeight.value
        result.setLineHeight(round(self.style.px * CODE_SIZE * 1.45), least)
        result.setLeftMargin(result.leftMargin() + self.code_pad)
        result.setRightMargin(self.code_pad)
        result.setTopMargin(self.step + self.code_pad)
        result.setBottomMargin(self.step + self.code_pad)
        result.setProperty(DECORATION, int(Decoration.CODE))
        return result


def brush(color: str) -> QBrush:
    """A plain brush of ``#RRGGBB``."""
    return QBrush(QColor(color))
