"""What the tests of a chapter's content share: its blocks, its typography, whose words it uses.

The file is cut here by hand, without `decks.read`, so that a fault of the reader cannot hide a
fault of the text, nor the other way round.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT.parent / "shared"

NBSP, THIN = "\u00a0", "\u202f"

_FENCE = re.compile(r"^```.*?^```$", re.S | re.M)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_CODE = re.compile(r"`[^`\n]*`")
_MATH = re.compile(r"\$\$(.+?)\$\$|\$([^$]+)\$", re.S)
_TARGET = re.compile(r'\]\(#\d+(?: "([^"]*)")?\)')


@dataclass(frozen=True)
class Block:
    """A section or a note: its heading, its metadata and everything down to the next heading."""

    what: str
    meta: dict[str, Any]
    heading: str
    body: str

    @property
    def id(self) -> str:
        return str(self.meta["id"])

    @property
    def text(self) -> str:
        return f"{self.heading}\n\n{self.body}"

    @cached_property
    def prose(self) -> str:
        """The text without code and formulas, its hints included."""
        return prose(self.text)


def blocks(text: str) -> list[Block]:
    """The sections and notes of a chapter file, in order."""
    found = []
    for part in re.split(r"^(?=###? )", text, flags=re.M)[1:]:
        heading, comment, body = re.split(r"\n<!-- (.*?) -->\n", part, maxsplit=1, flags=re.S)
        ((what, meta),) = yaml.safe_load(comment).items()
        found.append(Block(what, meta, heading.lstrip("# "), body))
    return found


def formulas(text: str) -> list[str]:
    """The LaTeX between dollars, in order."""
    without_code = _CODE.sub("", _COMMENT.sub("", _FENCE.sub("", text)))
    return [(m[1] or m[2]).strip() for m in _MATH.finditer(without_code)]


def prose(text: str) -> str:
    """What a learner reads as sentences, hints last; a formula or code leaves a ``¤``."""
    text = _COMMENT.sub("", _FENCE.sub("\n", text))
    text = _MATH.sub("¤", _CODE.sub("¤", text))
    hints = [match[1] for match in _TARGET.finditer(text) if match[1]]
    return "\n\n".join([_TARGET.sub("]", text), *hints])


TYPOGRAPHY = {
    "straight apostrophe": r".{0,20}'.{0,20}",
    "straight quotes": r'.{0,20}".{0,20}',
    "no no-break space before a high sign": rf".{{0,20}}[^{NBSP}\s:;?!][:;?!](?!-).{{0,5}}",
    "breaking space before a sign": r".{0,20}[ \n][:;?!»,.…].{0,5}",
    "no no-break space after «": rf"«[^{NBSP}].{{0,20}}",
    "no no-break space before »": rf".{{0,20}}[^{NBSP}]»",
    "three dots for an ellipsis": r".{0,20}\.\.\..{0,5}",
    "decimal point": r".{0,20}\d\.\d.{0,5}",
    "thousands without thin space": r".{0,10}(?<!en )(?<!, )(?<![,\d])\d{4,}\b.{0,10}",
    "two spaces": r".{0,20}[^ \n]  +.{0,20}",
    "capital without its accent": r"\b(?:A|Etat|Etape|Epoque|Etiquette|Etage|Ecart) .{0,20}",
    "œ in two letters": r"\b(?:coeur|noeud|oeuvre|coeff?s?\b)\w*",
    "English where French has a word": r"\b(?:batch|epoch|dataset|overfitting)(?!\*| size)\w*",
}


def typography_faults(text: str) -> list[str]:
    """Every breach of French typography, as ``rule: where``."""
    text = prose(text)
    table_rule = re.compile(r"^\|[-|]+\|$", re.M)
    text = table_rule.sub("", text)
    return [
        f"{rule}: {match.group()!r}"
        for rule, pattern in TYPOGRAPHY.items()
        for match in re.finditer(pattern, text)
    ]


def words(text: str) -> list[str]:
    """Bare words: no case, no punctuation, an elided word counted as one."""
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())


def runs(text: str, length: int = 8) -> set[tuple[str, ...]]:
    """Every run of `length` consecutive words, none of which crosses a blank line."""
    found: set[tuple[str, ...]] = set()
    for paragraph in re.split(r"\n\s*\n", text):
        said = words(paragraph)
        found |= {tuple(said[i : i + length]) for i in range(len(said) - length + 1)}
    return found


def shared_runs(ours: str, theirs: str, length: int = 8) -> set[str]:
    """Runs of words of `ours` that also stand in `theirs`, line breaks and all."""
    theirs_in_one = re.sub(r"\s+", " ", theirs)
    return {" ".join(run) for run in runs(ours, length) & runs(theirs_in_one, length)}
