"""French typography: what is wrong in a text, told by rule."""

import re

from tests.decks.content.course_text import NBSP, prose

TYPOGRAPHY = {
    "straight apostrophe": r".{0,20}'.{0,20}",
    "straight quotes": r'.{0,20}".{0,20}',
    "no no-break space before a high sign": rf".{{0,20}}[^{NBSP}\s:;?!][:;?!](?!-).{{0,5}}",
    "breaking space before a sign": r".{0,20}[ \n][:;?!»,.…].{0,5}",
    "no no-break space after «": rf"«[^{NBSP}].{{0,20}}",
    "no no-break space before »": rf".{{0,20}}[^{NBSP}]»",
    "three dots for an ellipsis": r".{0,20}\.\.\..{0,5}",
    "decimal point": r".{0,20}\d\.\d.{0,5}",
    "thousands without thin space": (
        r".{0,10}(?<!en\s)(?<!depuis\s)(?<!,\s)(?<!\()(?<![,\d])\d{4,}\b.{0,10}"
    ),
    "two spaces": r".{0,20}[^ \n]  +.{0,20}",
    "capital without its accent": (
        r"(?:(?:^|[.!?…]\s)A|\b(?:Etat|Etape|Epoque|Etiquette|Etage|Ecart)) .{0,20}"
    ),
    "œ in two letters": r"\b(?:coeur|noeud|oeuvre|coeff?s?\b)\w*",
}
FOREIGN = r"\b(?:batch|epoch|dataset|overfitting)(?! size)\w*"

_TABLE_RULE = re.compile(r"^\|[-:|]+\|$", re.M)
_EMPHASIS = re.compile(r"(?<!\*)\*[^*]+\*(?!\*)")


def typography_faults(text: str) -> list[str]:
    """Every breach of French typography, as ``rule: where``; English stands in *italics*."""
    said = _TABLE_RULE.sub("", prose(text))
    faults = [
        f"{rule}: {match.group()!r}"
        for rule, pattern in TYPOGRAPHY.items()
        for match in re.finditer(pattern, said, re.M)
    ]
    in_roman = _EMPHASIS.sub("", said.replace("**", ""))
    return faults + [
        f"English where French has a word: {word}" for word in re.findall(FOREIGN, in_roman)
    ]
