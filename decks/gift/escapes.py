r"""Signs that mean something to GIFT, and what stands for them in a text, as ``\=`` and ``\n``."""

import re

BLANK = "\U000f0000"  # where the answers of a missing word stood
BLANKS = " \t\r\n\0\v"  # those that Moodle trims: a no-break space is none
_SHIFT = 0xF0000  # escaped signs wait in a plane of Unicode for private use
_ESCAPED = re.compile(r"\\(?P<sign>[\\:#={}~n])")
_HIDDEN = re.compile(f"[{chr(_SHIFT + 1)}-{chr(_SHIFT + 0x7F)}]")
_SPECIAL = re.compile(r"[\\:#={}~]")


def hidden(text: str) -> str:
    r"""A text whose escaped signs are no signs any more; other backslashes stay: ``\(x\)``."""
    return _ESCAPED.sub(_hide, text)


def shown(text: str) -> str:
    """The same text with what its escapes stand for."""
    return _HIDDEN.sub(lambda match: chr(ord(match[0]) - _SHIFT), text)


def escaped(text: str) -> str:
    """Any text as it may stand in GIFT, on one line."""
    return _SPECIAL.sub(r"\\\g<0>", text).replace("\n", r"\n")


def _hide(match: re.Match[str]) -> str:
    return chr(_SHIFT + ord("\n" if match["sign"] == "n" else match["sign"]))
