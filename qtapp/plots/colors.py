"""Colours and strokes of plots: Okabe and Ito's, which colour-blind eyes tell apart.

Source: Okabe and Ito 2008, « Color Universal Design ». The first two are the design's `train` and
`val`, which differ between light and dark; a stroke of its own tells each line without its colour.
"""

from __future__ import annotations

from qtapp.tokens import Tokens

_OTHERS = ("#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#999999")
_OTHERS_DARK = ("#2BC194", "#D89ABD", "#E69F00", "#0C8DD6", "#B5B5B5")
STROKES: tuple[object, ...] = ("-", (0, (6, 2)), (0, (2, 1.5)), (0, (8, 2, 2, 2)), "-")


def line_color(tokens: Tokens, index: int) -> str:
    """The colour of the line of that index, from 0; after the last the first comes again."""
    cycle = (tokens.train, tokens.val, *(_OTHERS_DARK if tokens.is_dark else _OTHERS))
    return cycle[index % len(cycle)]


def stroke(index: int) -> object:
    """Matplotlib's line style of that index."""
    return STROKES[index % len(STROKES)]
