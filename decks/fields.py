"""Values taken from a mapping key by key; what is missing, wrong or left over is a problem."""

from collections.abc import Callable

from decks.metadata import Entry, Mapping
from decks.model import Scalar
from decks.problems import Problems
from decks.rules import Rule

Test = Callable[[str], bool]


class Fields:
    """A mapping being read.

    Args:
        mapping: Read from YAML.
        line: To report a missing key at.
        problems: Takes what is wrong.
    """

    def __init__(self, mapping: Mapping, line: int, problems: Problems) -> None:
        self._left = dict(mapping)
        self._known: list[str] = []
        self._line = line
        self._problems = problems

    def text(self, key: str, test: Test, expected: str, *, default: str | None = None) -> str:
        """A text that passes `test`; without a default it is required. "" when it is wrong."""
        entry = self._take(key)
        if entry is None:
            if default is None:
                self._problems.add(self._line, Rule.KEY_MISSING, "", f"{key}: {expected}")
            return default or ""
        if isinstance(entry.value, str) and test(entry.value):
            return entry.value
        self._refuse(key, entry, expected)
        return ""

    def texts(self, key: str, test: Test, expected: str) -> tuple[str, ...]:
        """A list of different texts that all pass `test`; () when it is absent."""
        entry = self._take(key)
        if entry is None:
            return ()
        if not isinstance(entry.value, list):
            self._refuse(key, entry, f"a list of {expected}")
            return ()
        texts: list[str] = []
        for item in entry.value:
            if not isinstance(item.value, str) or not test(item.value):
                self._refuse(key, item, expected)
            elif item.value in texts:
                self._refuse(key, item, "each one once")
            else:
                texts.append(item.value)
        return tuple(texts)

    def count(self, key: str, *, default: int) -> int:
        """A whole number from 1."""
        entry = self._take(key)
        if entry is None:
            return default
        if type(entry.value) is int and 0 < entry.value < 1000:
            return entry.value
        self._refuse(key, entry, "a whole number from 1")
        return default

    def fields(self, key: str, expected: str) -> "Fields | None":
        """A mapping inside; None when it is absent or wrong."""
        entry = self._take(key)
        if entry is None:
            return None
        if isinstance(entry.value, dict):
            return Fields(entry.value, entry.line, self._problems)
        self._refuse(key, entry, expected)
        return None

    def scalars(self, test: Test, expected: str) -> tuple[tuple[str, Scalar], ...]:
        """All that is left, as pairs of a key that passes `test` and a plain value."""
        pairs: list[tuple[str, Scalar]] = []
        for key, entry in self._left.items():
            if not test(key):
                self._problems.add(entry.line, Rule.VALUE_INVALID, key, expected)
            elif entry.value is None or isinstance(entry.value, list | dict):
                self._refuse(key, entry, "a number, a text, true or false")
            else:
                pairs.append((key, entry.value))
        self._left.clear()
        return tuple(pairs)

    def finish(self) -> None:
        """Report the keys that nobody took."""
        for key, entry in self._left.items():
            self._problems.add(entry.line, Rule.KEY_UNKNOWN, key, ", ".join(self._known))

    def _take(self, key: str) -> Entry | None:
        self._known.append(key)
        return self._left.pop(key, None)

    def _refuse(self, key: str, entry: Entry, expected: str) -> None:
        found = f"{key}: {_shown(entry)}"
        self._problems.add(entry.line, Rule.VALUE_INVALID, found, expected)


def _shown(entry: Entry) -> str:
    if isinstance(entry.value, list):
        return "a list"
    if isinstance(entry.value, dict):
        return "a mapping"
    return "nothing" if entry.value is None else str(entry.value)
