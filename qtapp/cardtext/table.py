"""Tables of a card text: light rules between the rows, nothing between the columns."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextTableCell,
    QTextTableCellFormat,
    QTextTableFormat,
)

from qtapp.cardtext.formats import Formats, brush
from qtapp.cardtext.inline import InlineWriter

if TYPE_CHECKING:
    from markdown_it.token import Token

_ALIGNED = {
    "text-align:right": Qt.AlignmentFlag.AlignRight,
    "text-align:center": Qt.AlignmentFlag.AlignHCenter,
}


def write_table(
    tokens: "Sequence[Token]", cursor: QTextCursor, formats: Formats, inline: InlineWriter
) -> None:
    """Write the tokens between ``table_open`` and ``table_close``; the cursor ends behind it."""
    rows = _rows(tokens)
    table = cursor.insertTable(len(rows), max(len(row) for row in rows), _table_format(formats))
    for i, row in enumerate(rows):
        for j, (cell_token, content) in enumerate(row):
            cell = table.cellAt(i, j)
            _rule(cell, formats, is_head=i == 0, is_last=i == len(rows) - 1)
            _fill(cell, cell_token, content, cursor, formats, inline)
    cursor.setPosition(table.lastPosition() + 1)


def _rows(tokens: "Sequence[Token]") -> "list[list[tuple[Token, Token]]]":
    rows: list[list[tuple[Token, Token]]] = []
    for i, token in enumerate(tokens):
        if token.type == "tr_open":
            rows.append([])
        elif token.type in {"th_open", "td_open"}:
            rows[-1].append((token, tokens[i + 1]))
    return rows


def _table_format(formats: Formats) -> QTextTableFormat:
    result = QTextTableFormat()
    result.setBorder(0)
    result.setCellSpacing(0)
    result.setBorderCollapse(True)
    result.setBottomMargin(formats.step)
    result.setTopMargin(formats.step / 2)
    return result


def _rule(cell: QTextTableCell, formats: Formats, *, is_head: bool, is_last: bool) -> None:
    result = QTextTableCellFormat(cell.format().toTableCellFormat())
    side = round(formats.style.px * 0.6)
    result.setLeftPadding(side)
    result.setRightPadding(side)
    result.setTopPadding(side / 3)
    result.setBottomPadding(side / 3)
    if not is_last:
        result.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        result.setBottomBorder(1)
        result.setBottomBorderBrush(brush(formats.style.muted if is_head else formats.style.line))
    result.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    cell.setFormat(result)


def _fill(
    cell: QTextTableCell,
    cell_token: "Token",
    content: "Token",
    cursor: QTextCursor,
    formats: Formats,
    inline: InlineWriter,
) -> None:
    cursor.setPosition(cell.firstPosition())
    block = QTextBlockFormat(formats.block())
    block.setBottomMargin(0)
    block.setAlignment(_ALIGNED.get(str(cell_token.attrGet("style")), Qt.AlignmentFlag.AlignLeft))
    cursor.setBlockFormat(block)
    base = QTextCharFormat(formats.text())
    if cell_token.type == "th_open":
        base.setFontWeight(QFont.Weight.DemiBold)
    inline.write(content.children or (), base)
