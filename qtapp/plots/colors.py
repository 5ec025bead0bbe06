"""Colours and strokes of plots: Okabe and Ito's, which colour-blind eyes tell apart.

Source: Okabe and Ito 2008, « Color Universal Design ». The first two are the design's `train` and
`val`, which differ between light and dark; a stroke of its own tells each line without its colour.
"""

from __future__ import annotations

from typing import Any

from qtapp.tokens import Tokens

_OTHERS = ("#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#999999")
_OTHERS_DARK = ("#2BC194", "#D89ABD", "#E69F00", "#0C8DD6", "#B5B5B5")
Stroke = tuple[float, ...]
"""Lengths of dashes and of what lies between them, in a line's own widths; none for a whole one."""

STROKES: tuple[Stroke, ...] = ((), (6, 2), (2, 1.5), (8, 2, 2, 2), ())


def line_color(tokens: Tokens, index: int) -> str:
    """The colour of the line of that index, from 0; after the last the first comes again."""
    cycle = (tokens.train, tokens.val, *(_OTHERS_DARK if tokens.is_dark else _OTHERS))
    return cycle[index % len(cycle)]


def stroke(index: int) -> Stroke:
    """How the line of that index is broken."""
    return STROKES[index % len(STROKES)]


def line_style(stroke: Stroke) -> Any:
    """The same as Matplotlib says it."""
    return (0, stroke) if stroke else "-"
