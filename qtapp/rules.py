"""What each rule of the course format asks, in the learner's language.

`decks` names the rule that is broken and what it found there; a rule without words of its own
is told with what `decks` expected, in English.
"""

from PySide6.QtCore import QCoreApplication

from decks.errors import Problem
from qtapp.languages import QT_TRANSLATE_NOOP


def sentence(fact: Problem) -> str:
    """What is wrong: what stands there, and what would be right."""
    expected = EXPECTED.get(fact.rule)
    right = fact.expected if expected is None else QCoreApplication.translate("rules", expected)
    if not fact.found:
        return QCoreApplication.translate("rules", "expected: %1").replace("%1", right)
    text = QCoreApplication.translate("rules", "found “%1”; expected: %2")
    return text.replace("%2", right).replace("%1", fact.found)


EXPECTED: dict[str, str] = {
    "note-id-repeated": QT_TRANSLATE_NOOP("rules", "an identifier used only once in the chapter"),
}
