"""What `decks` expects in a file, in the learner's language.

`decks` speaks English. Words of the format itself, such as ``{id: relu}``, are the same in every
language and are left alone; so is whatever is not listed here.
"""

import re

from PySide6.QtCore import QCoreApplication

from qtapp.languages import QT_TRANSLATE_NOOP


def phrase(text: str) -> str:
    """A phrase of `decks` in the learner's language; the text itself when it is none."""
    if text in PHRASES:
        return _told(text)
    for pattern, source in PATTERNS:
        if found := re.fullmatch(pattern, text):
            text = _told(source)
            for place, group in enumerate(found.groups(), 1):
                text = text.replace(f"%{place}", phrase(group))
            return text
    key, colon, rest = text.partition(": ")
    return f"{key}{colon}{_told(rest)}" if rest in PHRASES else text


def _told(source: str) -> str:
    return QCoreApplication.translate("expectations", source)


PHRASES = frozenset(
    {
        QT_TRANSLATE_NOOP("expectations", "one line of text"),
        QT_TRANSLATE_NOOP("expectations", "each one once"),
        QT_TRANSLATE_NOOP("expectations", "nothing"),
        QT_TRANSLATE_NOOP("expectations", "a list"),
        QT_TRANSLATE_NOOP("expectations", "a mapping"),
        QT_TRANSLATE_NOOP("expectations", "a whole number from 1"),
        QT_TRANSLATE_NOOP("expectations", "a number, a text, true or false"),
        QT_TRANSLATE_NOOP("expectations", "a language, such as fr"),
        QT_TRANSLATE_NOOP(
            "expectations", "a slug of a-z, 0-9 and single hyphens, such as relu-derivee"
        ),
        QT_TRANSLATE_NOOP(
            "expectations",
            "small letters and digits, with single hyphens between, such as sur-apprentissage",
        ),
        QT_TRANSLATE_NOOP("expectations", "small letters, digits and _, such as dead_relu"),
        QT_TRANSLATE_NOOP("expectations", "an id of the inventory, such as ACT-21"),
        QT_TRANSLATE_NOOP(
            "expectations",
            "YAML; a text that holds ': ' or ' #' or starts with a sign wants quotes",
        ),
        QT_TRANSLATE_NOOP("expectations", "one YAML document"),
        QT_TRANSLATE_NOOP("expectations", "no & and no * before a value"),
        QT_TRANSLATE_NOOP("expectations", "no ! before a value"),
        QT_TRANSLATE_NOOP("expectations", "a word as key"),
        # the bodies of questions
        QT_TRANSLATE_NOOP("expectations", "a list of - [x] right and - [ ] wrong options"),
        QT_TRANSLATE_NOOP("expectations", "a list of accepted answers: - ReLU"),
        QT_TRANSLATE_NOOP("expectations", "a text with gaps: [max](#1)"),
        QT_TRANSLATE_NOOP("expectations", "a numbered list in the right order: 1. …"),
        QT_TRANSLATE_NOOP("expectations", "a table with two columns"),
        QT_TRANSLATE_NOOP("expectations", "a model answer"),
        # what stands for what GIFT or we lack
        QT_TRANSLATE_NOOP("expectations", "plain text"),
        QT_TRANSLATE_NOOP("expectations", "the answer itself, without *"),
        QT_TRANSLATE_NOOP("expectations", "the picture's description"),
        QT_TRANSLATE_NOOP("expectations", "a number without unit"),
        QT_TRANSLATE_NOOP("expectations", "→ for ->"),
        QT_TRANSLATE_NOOP("expectations", "a short answer"),
        QT_TRANSLATE_NOOP("expectations", "pairs with the place of each item"),
        QT_TRANSLATE_NOOP("expectations", "another encoding"),
    }
)
PATTERNS = (
    (
        r"(.+), mended \(UTF-8 had been read as (.+)\)",
        QT_TRANSLATE_NOOP("expectations", "%1, mended (UTF-8 had been read as %2)"),
    ),
    (r"card ([0-9]+)", QT_TRANSLATE_NOOP("expectations", "card %1")),
    (r"([0-9]+) MB", QT_TRANSLATE_NOOP("expectations", "%1 MB")),
    (r"at most ([0-9]+) levels", QT_TRANSLATE_NOOP("expectations", "at most %1 levels")),
    (r"at most (.+)", QT_TRANSLATE_NOOP("expectations", "at most %1")),
    (r"a list of (.+)", QT_TRANSLATE_NOOP("expectations", "a list of %1")),
    (r"a mapping, such as (.+)", QT_TRANSLATE_NOOP("expectations", "a mapping, such as %1")),
    (r"(.+), not nested", QT_TRANSLATE_NOOP("expectations", "%1, not nested")),
    (
        r"(.+) on the line right below its heading",
        QT_TRANSLATE_NOOP("expectations", "%1 on the line right below its heading"),
    ),
)
