"""A chapter's file cut into blocks, and its sentences: no code, no formulas, no markup.

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
OPENING = "opening"  # in place of an id, for what stands before the first section

ITALICS = re.compile(r"(?<!\*)\*([^*]+)\*(?!\*)")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # in C where the wheel has it
_FENCE = re.compile(r"^```.*?^```$", re.S | re.M)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_CODE = re.compile(r"`[^`\n]*`")
_MATH = re.compile(r"(?<!\\)\$\$(.+?)\$\$|(?<!\\)\$([^$]+)\$", re.S)
_TARGET = re.compile(r'\]\(#\d+(?: "([^"]*)")?\)')


@dataclass(frozen=True)
class Block:
    """A section, a note or the opening: its metadata and all down to the next heading."""

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

    @property
    def said(self) -> str:
        """The text less the accepted answers of a `short` question.

        A learner may type those in English, as code or with a decimal point (``0.75``).
        """
        if self.kind != "short":
            return self.text
        asked, line, reason = self.text.partition("\n---\n")
        return re.sub(r"^- .*$", "", asked, flags=re.M) + line + reason

    @property
    def kind(self) -> str:
        return str(self.meta.get("kind", "basic"))

    @property
    def question(self) -> str:
        """What a `basic` note asks: its heading, and what stands above the answer line."""
        above, line, _ = self.body.partition("\n---\n")
        return f"{self.heading}\n\n{above}" if line else self.heading

    @property
    def answer(self) -> str:
        """What a `basic` note answers, and what is shown below the answer line of others."""
        _, line, below = self.body.partition("\n---\n")
        return below if line or self.kind != "basic" else self.body

    @cached_property
    def prose(self) -> str:
        """The text without code and formulas, its hints included."""
        return prose(self.text)


def blocks(text: str) -> list[Block]:
    """The sections and notes of a chapter file, in order."""
    found = []
    for part in re.split(r"^(?=###? )", text, flags=re.M)[1:]:
        heading, comment, body = re.split(r"\n<!-- (.*?) -->\n", part, maxsplit=1, flags=re.S)
        ((what, meta),) = yaml.load(comment, Loader=_Loader).items()
        found.append(Block(what, meta, heading.lstrip("# "), body))
    return found


def without_fences(text: str) -> str:
    """The text without its blocks of code."""
    return _FENCE.sub("", text)


def fences(text: str) -> list[tuple[str, str]]:
    """The language and the lines of each block of code, in order."""
    return [(m[1], m[2]) for m in re.finditer(r"^```(.*?)\n(.*?)^```$", text, re.S | re.M)]


def formulas(text: str) -> list[str]:
    """The LaTeX between dollars, in order."""
    without_code = _CODE.sub("", _COMMENT.sub("", without_fences(text)))
    return [(m[1] or m[2]).strip() for m in _MATH.finditer(without_code)]


def prose(text: str) -> str:
    """What a learner reads as sentences, hints last; a formula or code leaves a ``¤``."""
    text = _COMMENT.sub("", _FENCE.sub("\n", text))
    text = _MATH.sub("¤", _CODE.sub("¤", text))
    hints = [match[1] for match in _TARGET.finditer(text) if match[1]]
    return "\n\n".join([_TARGET.sub("]", text), *hints])


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


def runs_anywhere(text: str, length: int = 8) -> set[tuple[str, ...]]:
    """Every run of `length` consecutive words, line breaks and blank lines and all."""
    return runs(re.sub(r"\s+", " ", text), length)
