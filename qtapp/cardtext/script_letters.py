"""Sub- and superscripts, and accents, as far as Unicode has signs for them."""

import unicodedata

_RAISED = str.maketrans(
    "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ",
)
_LOWERED = str.maketrans("0123456789+−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
_HIGH_ALREADY = {"′": "′", "″": "″", "*": "*", "∗": "*", "⊤": "ᵀ"}
_ACCENTS = {
    "^": "\u0302",
    "~": "\u0303",
    "¯": "\u0304",
    "―": "\u0305",
    "˙": "\u0307",
    "¨": "\u0308",
    "ˇ": "\u030c",
    "→": "\u20d7",
}
_LINES = {"\u0305"}
_PAIRS = {"(": ")", "[": "]", "{": "}"}


def raised(text: str) -> str:
    """A superscript: ``⁻ᶻ`` of ``−z``, ``^[l]ᵀ`` of ``[l]⊤`` since brackets have no such sign."""
    body = text.rstrip("".join(_HIGH_ALREADY))
    tail = "".join(_HIGH_ALREADY[sign] for sign in text[len(body) :])
    return _moved(body, _RAISED, "^") + tail


def lowered(text: str) -> str:
    """A subscript: ``ᵢ`` of ``i``, ``_(i,j)`` of ``i,j`` since a comma has no such sign."""
    return _moved(text, _LOWERED, "_")


def accented(text: str, accent: str) -> str | None:
    """The text under this accent, as MathML names it; None if Unicode knows no such accent.

    A line lies over every letter, anything else over the first.
    """
    if (mark := _ACCENTS.get(accent)) is None or not text:
        return None
    end = len(text) if mark in _LINES else 1
    marked = "".join(letter + mark for letter in text[:end]) + text[end:]
    return unicodedata.normalize("NFC", marked)


def _moved(text: str, letters: dict[int, int], mark: str) -> str:
    if all(ord(letter) in letters for letter in text):
        return text.translate(letters)
    is_one = text.isalnum() or _is_bracketed(text)
    return mark + (text if is_one else f"({text})")


def _is_bracketed(text: str) -> bool:
    """Whether one pair of brackets holds the whole text."""
    return _PAIRS.get(text[:1]) == text[-1:] and not any(sign in "()[]{}" for sign in text[1:-1])
