"""The inside of a paragraph, written at a cursor: words, emphasis, code, formulas, images."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor

from decks.escape import escape_inline
from qtapp.cardtext.document import LINE_SEPARATOR, PLACEHOLDER, WORD_JOINER, CardDocument
from qtapp.cardtext.formats import GROUND, MARKDOWN, MARKUP, Formats, brush
from qtapp.cardtext.formula import Drawing, Entry, Failure, Formula
from qtapp.cardtext.markdown import formula_of
from qtapp.cardtext.media import loaded_image, media_path
from qtapp.cardtext.objects import (
    IS_STRUT,
    NAME,
    OBJECT,
    SOURCE,
    TAIL,
    TAIL_INK,
    TAIL_WEIGHT,
)

if TYPE_CHECKING:
    from markdown_it.token import Token

_TAIL = re.compile(r"(?:[\u00a0\u202f]?[,.;:!?…)\]}»’”-])+")


class FormulaSource(Protocol):
    """Where drawings come from."""

    def drawing(self, formula: Formula) -> Entry | None:
        """The drawing, why there is none, or None while it is not made yet."""


class InlineWriter:
    """Writes inline tokens.

    Args:
        document: What the cursor writes in; formulas and images are given to its objects.
        cursor: Moves on as text goes in; the caller moves it between blocks.
        formats: Of the style.
        source: Of formulas.
        media: Folder of images, if any.

    Attributes:
        missing: Formulas shown as their source because they are not drawn yet.
    """

    def __init__(
        self,
        document: CardDocument,
        cursor: QTextCursor,
        formats: Formats,
        source: FormulaSource,
        media: Path | None,
    ) -> None:
        self._document = document
        self._cursor = cursor
        self._formats = formats
        self._source = source
        self._media = media
        self._stack: list[QTextCharFormat] = []
        self._hook: int | None = None  # behind a formula that punctuation can hang on
        self._previous = ""  # the last character of this block
        self.missing: list[Formula] = []

    def write(self, tokens: "Iterable[Token]", base: QTextCharFormat) -> None:
        """Write the children of one inline token, in a base format."""
        self._stack = [base]
        self._start()
        for token in tokens:
            self._write(token)

    def display(self, formula: Formula, base: QTextCharFormat) -> None:
        """Write a formula, or its source, in a block of its own."""
        self._start()
        self._formula(formula, base)

    def _start(self) -> None:
        self._hook, self._previous = None, ""

    def _formula(self, formula: Formula, base: QTextCharFormat) -> None:
        entry = self._source.drawing(formula)
        source = f"$${formula.latex}$$" if formula.is_display else f"${formula.latex}$"
        if isinstance(entry, Drawing):
            self._document.objects.drawings[formula.key] = entry
            self._insert_object(formula.key, source, base)
            self._insert_strut(formula.key, base)
        else:
            undrawn = self._undrawn(base, entry)
            undrawn.setProperty(MARKDOWN, source)
            self._insert(formula.latex, undrawn)
            if entry is None:
                self.missing.append(formula)

    def _undrawn(self, base: QTextCharFormat, failure: Failure | None) -> QTextCharFormat:
        result = self._formats.code(base)
        result.setForeground(brush(self._formats.style.muted))
        if failure is not None:
            result.setForeground(brush(self._formats.style.ink))
            result.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            result.setUnderlineColor(brush(self._formats.style.warn).color())
            words = QCoreApplication.translate("CardText", "This formula cannot be drawn: %1")
            result.setToolTip(words.replace("%1", failure.reason))
        return result

    def _write(self, token: "Token") -> None:
        if (formula := formula_of(token)) is not None:
            self._formula(formula, self._stack[-1])
        elif token.nesting > 0:
            self._stack.append(self._opened(token))
        elif token.nesting < 0:
            self._stack.pop()
        else:
            _LEAVES.get(token.type, InlineWriter._text)(self, token)

    def _opened(self, token: "Token") -> QTextCharFormat:
        result = QTextCharFormat(self._stack[-1])
        if token.type == "strong_open":
            is_bold = result.fontWeight() >= QFont.Weight.DemiBold
            result.setFontWeight(QFont.Weight.Black if is_bold else QFont.Weight.Bold)
            result.setProperty(MARKUP, f"{result.property(MARKUP) or ''}**")
        elif token.type == "em_open":
            result.setFontItalic(not result.fontItalic())
            result.setProperty(MARKUP, f"{result.property(MARKUP) or ''}*")
        elif token.type == "link_open":
            result = self._link(result, str(token.attrGet("href") or ""))
        return result

    def _link(self, base: QTextCharFormat, address: str) -> QTextCharFormat:
        """A cloze deletion, or words whose address is told but never followed."""
        if address.startswith("#"):
            return self._formats.cloze(base)
        base.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        base.setToolTip(address)
        return base

    def _text(self, token: "Token") -> None:
        self._insert(token.content, self._stack[-1])

    def _code(self, token: "Token") -> None:
        code = self._formats.code(self._stack[-1])
        if not code.hasProperty(GROUND):
            code.setProperty(GROUND, self._formats.style.code_ground)
        code.setProperty(MARKDOWN, _code_span(token.content))
        self._insert(token.content, code)

    def _soft_break(self, token: "Token") -> None:
        self._insert(" ", self._stack[-1])

    def _hard_break(self, token: "Token") -> None:
        self._insert(LINE_SEPARATOR, self._stack[-1])

    def _image(self, token: "Token") -> None:
        source = str(token.attrGet("src") or "")
        written = f"![{escape_inline(token.content)}](<{source}>)"
        path = media_path(source, self._media)
        image = None if path is None else loaded_image(path)
        if image is None:
            words = QTextCharFormat(self._stack[-1])
            words.setForeground(brush(self._formats.style.muted))
            words.setFontItalic(True)
            words.setToolTip(source)
            words.setProperty(MARKDOWN, written)
            self._insert(f"[{token.content or source}]", words)
            return
        self._document.objects.images[str(path)] = image
        described = QTextCharFormat(self._stack[-1])
        described.setToolTip(token.content)
        described.setProperty(MARKDOWN, written)
        self._insert_object(str(path), token.content, described)

    def _insert(self, text: str, text_format: QTextCharFormat) -> None:
        if self._hook is not None and (tail := _TAIL.match(text)):
            self._hang(tail[0], text_format)
            text = text[tail.end() :]
        self._hook = None
        if text:
            self._cursor.insertText(text, text_format)
            self._previous = text[-1]

    def _insert_object(self, name: str, source: str, base: QTextCharFormat) -> None:
        if self._previous and not self._previous.isspace():
            self._cursor.insertText(WORD_JOINER, base)  # no line break after "("
        result = QTextCharFormat(base)
        result.setObjectType(OBJECT)
        result.setProperty(NAME, name)
        result.setProperty(SOURCE, source)
        if not result.hasProperty(MARKDOWN):
            result.setProperty(MARKDOWN, source)
        self._cursor.insertText(PLACEHOLDER, result)
        self._hook = self._cursor.position()
        self._previous = PLACEHOLDER

    def _hang(self, tail: str, text_format: QTextCharFormat) -> None:
        """Give punctuation to the formula before it."""
        cursor = QTextCursor(self._cursor)
        cursor.setPosition(self._hook or 0)
        cursor.movePosition(
            QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor
        )
        hung = QTextCharFormat()
        hung.setProperty(TAIL, tail)
        hung.setProperty(TAIL_INK, text_format.foreground().color().name())
        hung.setProperty(TAIL_WEIGHT, text_format.fontWeight())
        cursor.mergeCharFormat(hung)

    def _insert_strut(self, name: str, base: QTextCharFormat) -> None:
        """Behind its formula: having no width, it always stays on the same line."""
        result = QTextCharFormat(base)
        result.setObjectType(OBJECT)
        result.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        result.setProperty(NAME, name)
        result.setProperty(IS_STRUT, True)
        self._cursor.insertText(PLACEHOLDER, result)


def _code_span(text: str) -> str:
    """Between as many backticks as it takes; blanks part it from its own."""
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    room = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{room}{text}{room}{fence}"


_LEAVES: "dict[str, Callable[[InlineWriter, Token], None]]" = {
    "code_inline": InlineWriter._code,
    "softbreak": InlineWriter._soft_break,
    "hardbreak": InlineWriter._hard_break,
    "image": InlineWriter._image,
}
