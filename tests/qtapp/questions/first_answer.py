"""A process that shows one question and tells its answer: which enums of Qt are first made then.

PySide makes an enum of Qt when it is first met, which takes up to 16 ms for those of `QStyle`.
"""

import enum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from decks.questions.marks import Mark
from decks.questions.responses import Picked, SelfGrade
from qtapp.cardtext.formula_cache import FormulaCache
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.questions.means import Means
from qtapp.theme import Theme, ThemeChoice
from tests.qtapp.questions.conftest import Desk
from tests.qtapp.questions.samples import CHOICES


def main() -> None:
    app = QApplication([])
    theme = Theme(app, choice=ThemeChoice.LIGHT)
    with TemporaryDirectory() as folder:
        renderer = FormulaRenderer(FormulaCache(Path(folder)))
        desk = Desk(Means(theme, renderer))
        desk.show()
        desk.ask(CHOICES)
        QTest.qWait(100)
        made: list[str] = []
        make: Any = enum.EnumType.__call__

        def noted(cls: Any, value: Any, *names: Any, **options: Any) -> Any:
            if names:
                made.append(str(value))
            return make(cls, value, *names, **options)

        enum.EnumType.__call__ = noted  # type: ignore[method-assign]
        desk.tell(Picked((0,)), Mark(0.0, (False, False)), SelfGrade.WRONG)
        desk.repaint()
        enum.EnumType.__call__ = make  # type: ignore[method-assign]
        renderer.close()
    print(made)


if __name__ == "__main__":
    main()
