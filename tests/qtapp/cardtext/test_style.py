"""Contrast by WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""

import pytest

from qtapp.cardtext.style import TextStyle
from qtapp.tokens import DARK, LIGHT, Tokens


def luminance(color: str) -> float:
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_of_black_and_white_is_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_ink_can_be_read(tokens: Tokens) -> None:
    style = TextStyle.from_tokens(tokens, px=16)
    on_code = (style.ink, style.muted, style.accent, style.string, style.number, style.function)
    pairs = [(ink, style.code_ground) for ink in on_code]
    pairs += [(style.accent, style.accent_soft), (style.on_accent, style.accent)]
    pairs += [(ink, tokens.surface) for ink in (style.ink, style.muted)]
    too_low = [pair for pair in pairs if contrast(*pair) < 4.5]
    assert too_low == []
