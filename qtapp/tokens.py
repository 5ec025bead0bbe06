"""The colours of the app, light and dark: the only place where a colour is written down.

They come from the design's tokens.css. Four of its light colours were darkened so that text in
them reaches 4.5:1 on every ground it stands on: muted (was #6B6F76), good (#1B7F5C), warn
(#B7791F) and, for borders that a hand must find, the new `edge` (3:1).
"""

from enum import StrEnum
from typing import NamedTuple


class Tokens(NamedTuple):
    """One theme's colours, each as ``#RRGGBB``.

    Attributes:
        is_dark: Which of the two it is.
        ground: Behind everything.
        surface: Of cards, fields and buttons.
        hover: Of a plain control under the pointer.
        line: Thin rules and the borders of cards; decoration only.
        edge: Borders by which a control is found (3:1 on `ground` and `surface`).
        ink: Text.
        muted: Secondary text.
        accent: The one thing to do next, links, focus.
        accent_soft: Ground of what is selected.
        on_accent: Text on `accent`.
        train: First plot colour; new cards; Easy.
        val: Second plot colour; for lines and fills, not for small text.
        good: Well; cards to review; Good.
        warn: Careful; Hard.
        bad: Wrong; cards in learning; Again.
        shadow: Under cards, at `shadow_strength` of 255.
    """

    is_dark: bool
    ground: str
    surface: str
    hover: str
    line: str
    edge: str
    ink: str
    muted: str
    accent: str
    accent_soft: str
    on_accent: str
    train: str
    val: str
    good: str
    warn: str
    bad: str
    shadow: str
    shadow_strength: int


LIGHT = Tokens(
    is_dark=False,
    ground="#F6F5F2",
    surface="#FFFFFF",
    hover="#EFEDE8",
    line="#E4E1DA",
    edge="#84888F",
    ink="#1F2328",
    muted="#63676E",
    accent="#2F5D8A",
    accent_soft="#E3EDF6",
    on_accent="#FFFFFF",
    train="#0072B2",
    val="#D55E00",
    good="#18775A",
    warn="#8F5E14",
    bad="#B3382C",
    shadow="#1E1E1E",
    shadow_strength=11,
)

DARK = Tokens(
    is_dark=True,
    ground="#17191C",
    surface="#1F2226",
    hover="#262A2F",
    line="#2E3238",
    edge="#70767F",
    ink="#E8E6E1",
    muted="#9AA0A8",
    accent="#7FB2E0",
    accent_soft="#24364A",
    on_accent="#10161C",
    train="#56B4E9",
    val="#F0904A",
    good="#58C39B",
    warn="#E0B050",
    bad="#EE7B6E",
    shadow="#000000",
    shadow_strength=60,
)


class Role(StrEnum):
    """What a widget is for; `qtapp.stylesheet` draws each, `qtapp.theme.set_role` gives it."""

    CARD = "card"  # QFrame: a sheet with round corners
    INSET = "inset"  # QFrame: a part of a card that is a thing of its own
    BRAND = "brand"  # QLabel: the app's name
    TITLE = "title"  # QLabel: the page's one heading
    HEADING = "heading"  # QLabel: heading inside a card
    COUNT = "count"  # QLabel: how many wait at a place
    KEYCAP = "keycap"  # QLabel: a key
    MUTED = "muted"  # QLabel: secondary text
    SMALL = "small"  # QLabel: secondary text, small (table heads, hints)
    WARNING = "warning"  # QLabel: what is wrong with the field above
    CHIP = "chip"  # QLabel: a tag
    PRIMARY = "primary"  # QPushButton: the one thing to do next
    PLAIN = "plain"  # QPushButton without a border, as in a banner
    AGAIN = "again"  # QPushButton: the grades, with a coloured bottom edge
    HARD = "hard"
    GOOD = "good"
    EASY = "easy"
    SEGMENT = "segment"  # QPushButton (checkable): one of a few that exclude each other
    TILE = "tile"  # QPushButton: a card that can be pressed
    NAVIGATION = "navigation"  # QPushButton (checkable) of the sidebar
    SIDEBAR = "sidebar"  # QFrame
    BANNER = "banner"  # QFrame; property "level" is info, warn or error
    RULE = "rule"  # QFrame: a thin line across, one pixel high
