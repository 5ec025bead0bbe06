"""LaTeX that authors write, as LaTeX that the converter to MathML understands.

Each step answers something seen with latex2mathml 3.81:

* ``\\operatorname{arg\\,max}`` is torn apart unless it holds letters only;
* ``align`` numbers its lines, ``\\tag`` widens the drawing to a page, ``\\label`` is printed;
* ``\\not=`` draws a stroke beside the sign.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_LENGTH = 4000
MAX_DEPTH = 60

_OPERATOR = re.compile(r"\\operatorname(\*?)\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
_IN_OPERATOR = re.compile(r"\\(?:math|text)(?:rm|up|normal)?\b|\\[,;:! ]|[~{}\s]")
_DROPPED = re.compile(r"\\(?:label|tag\*?)\s*\{[^{}]*\}|\\(?:nonumber|notag)(?![A-Za-z])")
_ENVIRONMENT = re.compile(r"\\(begin|end)\{(align|alignat|eqnarray|flalign)\*?\}")
_NOT_IN = re.compile(r"\\not\\in(?![A-Za-z])")


def simplified(latex: str) -> str:
    """The same formula in the converter's dialect.

    Args:
        latex: Without the dollars.

    Raises:
        ValueError: If it is empty, or too long or too deeply nested to be a formula.
    """
    text = latex.strip()
    if not text:
        raise ValueError("empty formula")
    if len(text) > MAX_LENGTH or _depth(text) > MAX_DEPTH:
        raise ValueError(f"formula too large ({len(text)} characters)")
    text = _DROPPED.sub("", text)
    text = _ENVIRONMENT.sub(r"\\\1{align*}", text)
    text = _NOT_IN.sub(r"\\notin ", text).replace(r"\not=", r"\neq ")
    return _OPERATOR.sub(_operator, text)


def unknown_command(math: Element) -> str:
    """What the converter printed since it did not know it: a command, a brace too many; or "".

    Args:
        math: Its MathML, without namespace.
    """
    for element in math.iter():
        text = (element.text or "").strip()
        is_command = len(text) > 1 and text.startswith("\\")
        if is_command or (element.tag == "mi" and text in {"{", "}"}):
            return text
    return ""


def _operator(match: re.Match[str]) -> str:
    """``\\operatorname*{arg\\,max}`` with a no-break space for whatever blank it holds."""
    star, name = match.groups()
    words = [w for w in _IN_OPERATOR.sub(" ", name).split(" ") if w]
    joined = "\u00a0".join(words)
    return rf"\operatorname{star}{{{joined}}}"


def _depth(text: str) -> int:
    depth = deepest = 0
    for character in text:
        depth += (character == "{") - (character == "}")
        deepest = max(deepest, depth)
    return deepest
