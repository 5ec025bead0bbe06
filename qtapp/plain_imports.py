"""Takes PySide's hook off Python's imports: it reads the whole source of every module loaded.

PySide looks for its own name in them, for the sake of ``from __feature__ import snake_case``, which
we do not use: a fifth of the time from the command to the first card. It does so since PYSIDE-2029
(https://bugreports.qt.io/browse/PYSIDE-2029), by putting a function of its own in the place of
`builtins.__import__`, and Python's beside it.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - puts the hook there


def restore() -> None:
    """Let imports be Python's own again."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
