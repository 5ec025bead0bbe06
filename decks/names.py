"""What ids, tags and other names may look like."""

import re
import unicodedata

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TAG = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_FACT = re.compile(r"[A-Z]{2,5}-[0-9]{1,4}")
_IDENTIFIER = re.compile(r"[a-z][a-z0-9_]*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_LONGEST = 100


def is_slug(text: str) -> bool:
    """Whether it can be an id: ``a-z 0-9``, single hyphens between."""
    return len(text) <= _LONGEST and _SLUG.fullmatch(text) is not None


def is_tag(text: str) -> bool:
    """The same, but letters of any language without capitals."""
    return len(text) <= _LONGEST and _TAG.fullmatch(text) is not None and text == text.lower()


def is_fact(text: str) -> bool:
    """Whether it can be an id of the inventory, such as ``ACT-21``."""
    return _FACT.fullmatch(text) is not None


def is_identifier(text: str) -> bool:
    """Whether it can name an experiment or one of its settings, such as ``dead_relu``."""
    return len(text) <= _LONGEST and _IDENTIFIER.fullmatch(text) is not None


def is_language(text: str) -> bool:
    """Whether it looks like a BCP 47 tag, such as ``fr`` or ``fr-CA``."""
    return _LANGUAGE.fullmatch(text) is not None


def is_title(text: str) -> bool:
    """Whether it is one line of printable text without blanks at its ends."""
    return bool(text) and text == text.strip() and not _CONTROL.search(text)


def slug_of(text: str) -> str:
    """A slug of its letters and digits without accents; "" when none is left."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", bare))
