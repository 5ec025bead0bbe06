"""Contrast as WCAG 2.2 defines it (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""

import pytest

from qtapp.tokens import DARK, LIGHT, Tokens

THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
TEXTS = ("ink", "muted", "accent", "good", "warn", "bad")
GROUNDS = ("ground", "surface", "accent_soft", "hover")


def luminance(color: str) -> float:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#000000", "#FFFFFF", 21.0), ("#777777", "#FFFFFF", 4.48)],  # webaim.org/resources/contrast
)
def test_contrast_is_computed_as_others_do(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.005)


@THEMES
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_can_be_read_on_every_ground(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@THEMES
@pytest.mark.parametrize("ground", ["ground", "surface"])
def test_counts_of_new_cards_can_be_read(tokens: Tokens, ground: str) -> None:
    assert contrast(tokens.train, getattr(tokens, ground)) >= 4.5


@THEMES
def test_the_text_of_the_main_button_can_be_read(tokens: Tokens) -> None:
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5


@THEMES
@pytest.mark.parametrize("line", ["edge", "accent", "val"])
@pytest.mark.parametrize("ground", ["ground", "surface"])
def test_borders_focus_and_plots_can_be_seen(tokens: Tokens, line: str, ground: str) -> None:
    """Three to one is enough for what is not text (WCAG 1.4.11)."""
    assert contrast(getattr(tokens, line), getattr(tokens, ground)) >= 3


@THEMES
def test_a_menu_bar_entry_can_be_read_under_the_pointer(tokens: Tokens) -> None:
    assert contrast(tokens.ink, tokens.hover) >= 4.5


def test_the_two_themes_know_which_they_are() -> None:
    assert (LIGHT.is_dark, DARK.is_dark) == (False, True)
    assert luminance(LIGHT.ground) > luminance(DARK.ground)
