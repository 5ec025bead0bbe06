"""Markdown tokens, written into a document block by block.

Text goes in through a cursor, never through HTML: what a card holds cannot become markup.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)

from qtapp.cardtext.document import LINE_SEPARATOR, CardDocument
from qtapp.cardtext.formats import (
    BULLET,
    DECORATION,
    LANGUAGE,
    MARK,
    Decoration,
    Formats,
    brush,
)
from qtapp.cardtext.formula import Formula
from qtapp.cardtext.highlight import highlighted
from qtapp.cardtext.inline import FormulaSource, InlineWriter
from qtapp.cardtext.markdown import formula_of, language_of, parsed
from qtapp.cardtext.style import TextStyle
from qtapp.cardtext.table import write_table

if TYPE_CHECKING:
    from markdown_it.token import Token


def write_markdown(
    document: CardDocument,
    text: str,
    *,
    style: TextStyle,
    source: FormulaSource,
    media: Path | None = None,
) -> list[Formula]:
    """Make a document say a text.

    Args:
        document: Whatever it held is gone.
        text: Markdown.
        style: Colours and sizes.
        source: Of formulas.
        media: Folder that images may come from.

    Returns:
        Formulas that are not drawn yet and stand there as their source.
    """
    document.clear()
    document.objects.drawings.clear()
    document.objects.images.clear()
    formats = Formats(style)
    document.setDefaultFont(formats.font)
    document.setIndentWidth(formats.indent)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    writer = _BlockWriter(document, cursor, formats, source, media)
    writer.write(parsed(text))
    cursor.endEditBlock()
    return writer.inline.missing


class _BlockWriter:
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
        self.inline = InlineWriter(document, cursor, formats, source, media)
        self._base = formats.text()
        self._lists: list[_List] = []
        self._mark = ""  # of the list item that the next block begins
        self._is_fresh = True  # the cursor stands in a block that nothing was written to
        self._quotes = 0

    def write(self, tokens: "Sequence[Token]") -> None:
        i = 0
        while i < len(tokens):
            if tokens[i].type == "table_open":
                end = next(j for j in range(i, len(tokens)) if tokens[j].type == "table_close")
                self._table(tokens[i + 1 : end])
                i = end
            else:
                _BLOCKS.get(tokens[i].type, _BlockWriter._ignored)(self, tokens[i])
            i += 1
        self._end()

    def _end(self) -> None:
        """Qt leaves out the margins of the first and last block: give code room for its ground."""
        if self._is_fresh:
            self._shrink()
        root, margin = self._document.rootFrame(), self._document.documentMargin()
        frame = root.frameFormat()
        frame.setTopMargin(margin + self._ground(self._document.firstBlock().blockFormat()))
        frame.setBottomMargin(margin + self._ground(self._document.lastBlock().blockFormat()))
        root.setFrameFormat(frame)

    def _ground(self, block: QTextBlockFormat) -> int:
        is_code = block.intProperty(DECORATION) == Decoration.CODE
        return self._formats.code_pad if is_code else 0

    # -- blocks ------------------------------------------------------------------------------

    def _begin(self, block: QTextBlockFormat) -> None:
        """Open a block; the first one of a list item gets its mark."""
        if self._mark:
            block.setProperty(MARK, self._mark)
        if self._is_fresh:
            self._cursor.setBlockFormat(block)
            self._cursor.setBlockCharFormat(self._base)
        else:
            self._cursor.insertBlock(block, self._base)
        self._is_fresh = False
        self._mark = ""

    def _block(self) -> QTextBlockFormat:
        return self._formats.block(quotes=self._quotes, indent=len(self._lists))

    def _ignored(self, token: "Token") -> None:
        """What has no look of its own, such as a paragraph's end."""

    def _open_paragraph(self, token: "Token") -> None:
        block = self._block()
        if token.hidden:  # in a tight list
            block.setBottomMargin(self._formats.step / 3)
        self._base = self._formats.text()
        self._begin(block)

    def _open_heading(self, token: "Token") -> None:
        formats = Formats(self._formats.style.heading(int(token.tag[1:])))
        block = formats.block(quotes=self._quotes, indent=len(self._lists))
        block.setBottomMargin(self._formats.step * 0.6)
        if not self._is_fresh:
            block.setTopMargin(self._formats.step * 0.6)
        block.setHeadingLevel(int(token.tag[1:]))
        self._base = formats.text()
        self._begin(block)

    def _inline(self, token: "Token") -> None:
        """A paragraph; a displayed formula inside it gets a line of its own."""
        run: list[Token] = []
        for child in token.children or ():
            formula = formula_of(child) if child.type == "math_inline_double" else None
            if formula is None:
                run.append(child)
                continue
            self._run(run)
            self._display(formula)
            run = []
        self._run(run)

    def _run(self, tokens: "list[Token]") -> None:
        run = _trimmed(tokens)
        if not run:
            return
        if self._cursor.blockFormat().alignment() == Qt.AlignmentFlag.AlignHCenter:
            self._begin(self._block())
        self.inline.write(run, self._base)

    def _display(self, formula: Formula) -> None:
        block = self._block()
        block.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        block.setTopMargin(self._formats.step * 0.3)
        block.setBottomMargin(self._formats.step * 1.3)
        self._is_fresh = self._is_fresh or not self._cursor.block().text()
        self._begin(block)
        self.inline.display(formula, self._base)

    def _math_block(self, token: "Token") -> None:
        if (formula := formula_of(token)) is not None:
            self._base = self._formats.text()
            self._display(formula)

    def _code(self, token: "Token") -> None:
        base = self._formats.code(self._formats.text())
        self._base = base
        language = language_of(token.info)
        block = self._formats.code_block(quotes=self._quotes, indent=len(self._lists))
        block.setProperty(LANGUAGE, language)
        self._begin(block)
        for text, kind in highlighted(token.content.rstrip("\n"), language):
            span = QTextCharFormat(base)
            span.setForeground(brush(self._formats.code_color(kind)))
            self._cursor.insertText(text.replace("\n", LINE_SEPARATOR), span)

    def _rule(self, token: "Token") -> None:
        block = self._block()
        block.setProperty(DECORATION, int(Decoration.RULE))
        self._base = self._formats.text()
        self._begin(block)

    def _table(self, tokens: "Sequence[Token]") -> None:
        if self._is_fresh:
            self._shrink()
        write_table(tokens, self._cursor, self._formats, self.inline)
        self._is_fresh = True

    def _shrink(self) -> None:
        """Qt wants a block on both sides of a table: make an empty one as good as none."""
        block = QTextBlockFormat()
        block.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self._cursor.setBlockFormat(block)

    # -- containers --------------------------------------------------------------------------

    def _open_quote(self, token: "Token") -> None:
        self._quotes += 1

    def _close_quote(self, token: "Token") -> None:
        self._quotes -= 1

    def _open_list(self, token: "Token") -> None:
        is_ordered = token.type == "ordered_list_open"
        self._lists.append(_List(is_ordered, int(token.attrGet("start") or 1)))

    def _close_list(self, token: "Token") -> None:
        self._lists.pop()
        if not self._lists and not self._is_fresh:
            last = self._cursor.blockFormat()
            last.setBottomMargin(max(last.bottomMargin(), self._formats.step))
            self._cursor.setBlockFormat(last)

    def _open_item(self, token: "Token") -> None:
        self._mark = self._lists[-1].next_mark()

    def _close_item(self, token: "Token") -> None:
        if self._mark:  # an item without a word
            self._begin(self._block())


@dataclass(slots=True)
class _List:
    is_ordered: bool
    number: int

    def next_mark(self) -> str:
        mark = f"{self.number}." if self.is_ordered else BULLET
        self.number += 1
        return mark


def _trimmed(tokens: "list[Token]") -> "list[Token]":
    """Without the line breaks and blanks that part a displayed formula from its paragraph."""
    start, end = 0, len(tokens)
    while start < end and _is_blank(tokens[start]):
        start += 1
    while end > start and _is_blank(tokens[end - 1]):
        end -= 1
    return tokens[start:end]


def _is_blank(token: "Token") -> bool:
    return token.type == "softbreak" or (token.type == "text" and not token.content.strip())


_BLOCKS: "dict[str, Callable[[_BlockWriter, Token], None]]" = {
    "paragraph_open": _BlockWriter._open_paragraph,
    "heading_open": _BlockWriter._open_heading,
    "inline": _BlockWriter._inline,
    "math_block": _BlockWriter._math_block,
    "fence": _BlockWriter._code,
    "code_block": _BlockWriter._code,
    "hr": _BlockWriter._rule,
    "blockquote_open": _BlockWriter._open_quote,
    "blockquote_close": _BlockWriter._close_quote,
    "bullet_list_open": _BlockWriter._open_list,
    "ordered_list_open": _BlockWriter._open_list,
    "bullet_list_close": _BlockWriter._close_list,
    "ordered_list_close": _BlockWriter._close_list,
    "list_item_open": _BlockWriter._open_item,
    "list_item_close": _BlockWriter._close_item,
}
