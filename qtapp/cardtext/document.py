"""The document of a card text: what it holds, and the certainty that it opens nothing itself."""

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QTextDocument, QTextFormat, QTextOption

from qtapp.cardtext.formats import MARK
from qtapp.cardtext.objects import OBJECT, SOURCE, TAIL, InlineObjects

WORD_JOINER = "\u2060"
LINE_SEPARATOR = "\u2028"
PLACEHOLDER = "\ufffc"


class CardDocument(QTextDocument):
    """A rich text with formulas and images as `InlineObjects`.

    Attributes:
        objects: Its formulas and images.
        decorated: Of which revision it is known what blocks have grounds, bars or marks, and
            those blocks' numbers; see `decorations`.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(2)  # italics reach a little outside their width
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setDefaultTextOption(option)
        self.objects = InlineObjects(self)
        self.decorated: tuple[int, list[int]] = (-1, [])

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing: whatever Qt would fetch by an address, it does not get."""
        return None

    def text_between(self, start: int, end: int) -> str:
        """What is copied from one position to another: formulas as they are written."""
        parts = []
        block = self.findBlock(start)
        while block.isValid() and block.position() < end:
            if start <= block.position() and block.blockFormat().hasProperty(MARK):
                parts.append(f"{block.blockFormat().property(MARK)} ")
            iterator = block.begin()
            while not iterator.atEnd():
                fragment = iterator.fragment()
                first = max(start, fragment.position()) - fragment.position()
                last = min(end, fragment.position() + fragment.length()) - fragment.position()
                if first < last:
                    parts.append(_written(fragment.text()[first:last], fragment.charFormat()))
                iterator += 1
            block = block.next()
            parts.append("\n")
        return "".join(parts).rstrip("\n")


def _written(text: str, text_format: QTextFormat) -> str:
    if text_format.objectType() == OBJECT:
        return f"{text_format.property(SOURCE) or ''}{text_format.property(TAIL) or ''}"
    return text.replace(WORD_JOINER, "").replace(LINE_SEPARATOR, "\n")
