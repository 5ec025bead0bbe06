"""A text in one line of a list: formulas as the signs that stand in them, « η = 2 » for LaTeX."""

from __future__ import annotations

import re

from qtapp.cardtext.latex import simplified
from qtapp.cardtext.markdown import plain_text

_AROUND = re.compile(r"\s*([=<>≤≥≈∈→⇔])\s*")


def one_line(text: str) -> str:
    """What a Markdown text says, without its marks and breaks."""
    return " ".join(plain_text(text, formula=in_signs).split())


def in_signs(latex: str) -> str:
    """The signs of a formula from left to right; its LaTeX where it cannot be read.

    A fraction or an index looks like its parts side by side: enough to know a card again.
    """
    from xml.etree import ElementTree

    from latex2mathml.converter import convert  # late on purpose: a first card does without

    try:
        signs = "".join(ElementTree.fromstring(convert(simplified(latex))).itertext())
    except Exception:  # the converter raises whatever its parser stumbles over
        return latex
    return _AROUND.sub(r" \1 ", signs).strip()
