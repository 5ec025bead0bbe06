"""Chapters for tests: generated ones, awkward on purpose, and files laid out irregularly."""

from dataclasses import dataclass, replace

from hypothesis import strategies as st

from decks.kinds import NoteKind
from decks.model import Chapter, ExperimentRef, Note, Scalar, Section
from decks.questions.bodies import (
    Body,
    Choice,
    Gap,
    Gaps,
    Match,
    Number,
    Open,
    Option,
    Order,
    Short,
    Truth,
)
from decks.questions.options import is_italic
from decks.questions.split import WHOLE
from decks.questions.write_body import back_of, kind_of

EXAMPLE = """\
---
id: introduction
chapter: 1
title: Introduction
---

# Introduction

Le début.

## ReLU et sa famille
<!-- section: {id: relu} -->

### Que vaut la dérivée de ReLU ?
<!-- card: {id: relu-derivee, facts: [ACT-21], tags: [formule]} -->

Exactement **1**.

### Formule de ReLU
<!-- card: {id: relu-formule, kind: cloze} -->

$r(z) =$ [$\\max(0, z)$](#1 "un maximum"), de dérivée [1](#2).
"""

QUIZ = """\
---
id: quiz
title: Quiz
---

# Quiz

## Section
<!-- section: {id: s} -->

### Laquelle ?
<!-- question: {id: a, kind: choice, facts: [ACT-21]} -->

* une liste

- [x] ReLU
  > Oui.
- [ ]

  ```
  code
  ```

  > Non :
  >
  > car.
- [ ] *Aucune*

### Combien ?
<!-- question: {id: b, kind: number} -->

= 4,2 ± 0,1 Mo

---

Plus.

### Vrai ?
<!-- question: {id: c, kind: truth} -->

Vrai

---

Car.

### Quel mot ?
<!-- question: {id: d, kind: short} -->

- ReLU
- relu

### Complétez.
<!-- question: {id: e, kind: gaps} -->

| a |
|---|
| [un\\|deux](#1 "b") |

Le [max](#2).

### Ordonnez.
<!-- question: {id: f, kind: order} -->

1. un
2. deux
3. trois

### Associez.
<!-- question: {id: g, kind: match} -->

| a | b |
|---|---|
| 1 | $\\|x\\|$ |
| 3 | 4 |
|   | 5 |

### Pourquoi ?
<!-- question: {id: h, kind: open} -->

Parce que.
"""

slugs = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)
tags = st.from_regex(r"[a-zéèàœß0-9]{1,6}(-[a-zé0-9]{1,4}){0,2}", fullmatch=True)
facts = st.from_regex(r"[A-Z]{2,5}-[0-9]{1,4}", fullmatch=True)
identifiers = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
# what YAML 1.1, YAML 1.2 or a comment around would take for something else
hazards = st.one_of(
    st.sampled_from(["no", "True", "1e-3", "0x1F", "0o7", "+1", "1_000", ".inf", "null", "~", "y"]),
    st.sampled_from(["", " a", "a ", "a: b", "a:b", "- a", "-", "?", "a #b", "#a", "a, b", "a\nb"]),
    st.sampled_from(["-->", "<!-- a", "{a}", "[", "&a", "*a", "!a", "%", "@", "|", ">", "'", '"']),
    st.sampled_from(["2024-01-01", "12:30", "\\n", "\x85", "\u2028", "\ufeff", "\x00\x7f", "é😀"]),
)
values: st.SearchStrategy[Scalar] = st.one_of(
    hazards,
    st.text(max_size=8),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
)
titles = st.one_of(
    st.text(min_size=1, max_size=20),
    st.sampled_from(
        ["C #", "# A", "1. Un", "*a*", "a_b_c", "$x$ et `y`", "Titre : suite", "[a](b)", "&amp;"]
    ),
    st.sampled_from(
        ["---", "no", "Époque\u00a0: été", "<!-- a -->", "a\\", "~", "12", "a | b", "> a"]
    ),
).filter(lambda t: t == t.strip() and t.isprintable() and t != "")

# Blocks that may stand anywhere in a text; none holds a deletion, a comment of ours or ``---``
BLOCKS = [
    "Une phrase, avec *accent* et `code`.",
    "Deux\nlignes",
    "Une coupure\\\nforcée",
    "```python\n### pas une question\n---\n<!-- card: {id: x} -->\n-->\n```",
    "~~~\n## rien\n\n\n```\n~~~",
    "    du code\n\n    ---",
    "$$\na\n---\n### b\n$$",
    "$$x = [1](#1)$$",
    "Soit $a < b$, `$c` et `[x](#1)`, puis \\[x](#1) et 3 \\$.",
    "#### Sous-titre",
    "***",
    "> ### Citation\n> ---\n> fin",
    "- un\n\n  ---\n\n- deux\n  1. trois",
    "| a | b |\n|---|:-:|\n| 1 | `x\\|y` |",
    "<div>\n\n<script>alert(1)</script>",
    "<!-- un mot à soi --> suite",
    "<!-- ouvert",
    '![courbe](images/courbe.png "titre")',
    "[lien](https://example.org/a?b#c) et <https://example.org>",
    "[réf]\n\n[réf]: https://example.org",
    "\u00a0insécable, 日本語, \U0001f600 et \u2028 séparateur",
    "-5 < x",
    "1\\. Pas une liste",
    "\\### pas une question",
    "trop   d'espaces  \nà la fin  ",
    "id: x\ntitle: 'y",
]
blocks = st.sampled_from(BLOCKS)
texts = st.lists(blocks, min_size=1, max_size=3).map("\n\n".join)
maybe_texts = st.one_of(st.just(""), texts)
lines = st.one_of(
    st.sampled_from(
        ["Que vaut $x$ ?", "C #", "### trois", "a\\", "**gras** ##", "\\- moins", "a | b", "$$x$$"]
    ),
    st.from_regex(r"[A-Za-zé][A-Za-zé ,'’#?!$]{0,10}[a-z?]", fullmatch=True).filter(
        lambda line: "$" not in line
    ),
).filter(lambda line: not line.startswith("#"))
cloze_bodies = st.sampled_from(
    [
        "[un](#1)",
        'Le [signe](#1 "indice : « x »") de $[0, 1[$ et [$\\frac{a}{[b]}$](#2).',
        "- [a](#2)\n- `[x](#9)` [b](#1)\n\n> [c](#1)",
        "| [a](#1) | b |\n|---|---|\n| [$\\|x\\|$](#2) | [*e*](#3) |",
        "[deux\nlignes](#1)\n\n```\n[non](#7)\n```",
    ]
)


# Bodies of questions, whose texts are awkward too
option_texts = st.one_of(
    lines.filter(lambda line: not line.startswith("$$")),
    texts.filter(lambda text: "\n> " not in f"\n{text}"),
    st.sampled_from(
        ["*Aucune de ces réponses.*", "_Aucune_", "*a* ou *b*", "- une liste", "[x] a"]
    ),
    st.sampled_from(["1. a", "| a | b |\n|---|---|\n| 1 | 2 |", "= 3", "a\n===="]),
)
options = st.builds(
    lambda text, is_right, feedback: Option(text, is_right, feedback, is_italic(text)),
    option_texts,
    st.booleans(),
    st.one_of(st.just(""), texts, lines),
)
option_lists = st.lists(
    options, min_size=2, max_size=5, unique_by=lambda o: " ".join(o.text.split())
)
choices = st.one_of(
    option_lists.filter(lambda found: any(o.is_right for o in found)).map(
        lambda found: Choice(tuple(found), is_single=False)
    ),
    st.builds(
        lambda found, place: Choice(
            tuple(replace(o, is_right=n == place % len(found)) for n, o in enumerate(found)),
            is_single=True,
        ),
        option_lists,
        st.integers(0, 4),
    ),
)
finite = st.floats(allow_nan=False, allow_infinity=False)
numbers = st.builds(
    Number,
    finite | st.integers(-9999, 9999).map(float),
    st.sampled_from([0.0, 0.1, 0.02, 0.005, 1e-9, 50.0]) | finite.map(abs),
    st.booleans(),
    st.sampled_from(["", "Mo", "%", "µs", "époques", "m/s", "°C", "$", "a_b*", "points de %"]),
).filter(lambda number: number.tolerance < 1e300)
plain_texts = st.one_of(
    st.from_regex(r"[A-Za-zé$|_*`\\\[\]()#&~<>:-]{1,8}", fullmatch=True),
    st.sampled_from(["ReLU", "sur-apprentissage", "10 Mo", "l’époque", "1. a", "+", "=", "a | b"]),
    st.sampled_from(["&amp;", "$x$", "**gras**", "[a](#1)", "https://x.org", "---", "œ", "日本"]),
)
answer_lists = st.lists(plain_texts, min_size=1, max_size=3, unique=True).map(tuple)
gap_texts = st.sampled_from([" est ", " (", ") ", ",\n", "\n\n- puis ", " *et* ", " $x$ "])


@st.composite
def gaps(draw: st.DrawFn) -> Gaps:
    """Gaps of a text, or of a table's cells."""
    found = draw(
        st.lists(
            st.builds(
                Gap, answer_lists, st.sampled_from(["", "indice", "« a »", 'b "c" \\ &amp; |'])
            ),
            min_size=1,
            max_size=3,
        )
    )
    if len(found) == 2 and all("|" not in "".join((*g.answers, g.hint)) for g in found):
        return Gaps(("| a | b |\n|---|---|\n| ", " | ", " |"), tuple(found))
    inner = [draw(gap_texts) for _ in found[1:]]
    return Gaps(("Le ", *inner, draw(st.sampled_from([".", "", "\n\nFin"]))), tuple(found))


items = st.one_of(
    lines, st.sampled_from(["**Lire** un lot", "`loss.backward()`", "$|x|$", "a | b"])
)
orders = st.lists(
    items.filter(lambda item: item != "$$x$$"), min_size=3, max_size=6, unique=True
).map(lambda found: Order(tuple(found)))
sides = st.lists(items, min_size=2, max_size=4, unique=True)


@st.composite
def matches(draw: st.DrawFn) -> Match:
    """Pairs, and strays when there are more right sides than left ones."""
    lefts, rights = draw(sides), draw(sides)
    rights += [f"{right} {n}" for n, right in enumerate(lefts[len(rights) :])]
    titles = draw(st.sampled_from([("", ""), ("Fonction", "Dérivée de $f$"), ("", "a \\| b")]))
    return Match(tuple(zip(lefts, rights, strict=False)), tuple(rights[len(lefts) :]), titles)


bodies: st.SearchStrategy[Body] = st.one_of(
    choices,
    st.builds(Truth, st.booleans()),
    numbers,
    st.builds(Short, answer_lists),
    gaps(),
    orders,
    matches(),
    st.builds(Open, texts),
)


@st.composite
def notes(draw: st.DrawFn, name: str) -> Note:
    """A flashcard or a question that the format can hold."""
    return draw(draw(st.sampled_from([cards, questions]))(name))


@st.composite
def cards(draw: st.DrawFn, name: str) -> Note:
    """A flashcard."""
    kind = draw(st.sampled_from([kind for kind in NoteKind if not kind.is_question]))
    is_basic = kind is NoteKind.BASIC
    return Note(
        id=name,
        kind=kind,
        front=draw(st.one_of(lines, texts) if is_basic else lines),
        back=draw(cloze_bodies if kind is NoteKind.CLOZE else texts),
        extra="" if is_basic else draw(maybe_texts),
        tags=tuple(draw(st.lists(tags, max_size=2, unique=True))),
        facts=tuple(draw(st.lists(facts, max_size=2, unique=True))),
        experiment=draw(st.none() | experiments),
    )


@st.composite
def questions(draw: st.DrawFn, name: str) -> Note:
    """A quiz question, which asks by a line, or by a line and more below it."""
    body = draw(bodies)
    kind, back = kind_of(body), back_of(body)
    lists = st.sampled_from(["- a\n- b", "- [ ] a", "1. a", "Vrai", "= 3", "| a | b |\n|---|---|"])
    longer = st.builds("{}\n\n{}".format, lines, texts | lists)
    return Note(
        id=name,
        kind=kind,
        front=draw(lines if kind in WHOLE else st.one_of(lines, longer)),
        back=back,
        extra=draw(texts if kind is NoteKind.TRUTH else maybe_texts),
        tags=tuple(draw(st.lists(tags, max_size=2, unique=True))),
        facts=tuple(draw(st.lists(facts, max_size=2, unique=True))),
        experiment=draw(st.none() | experiments),
    )


experiments = st.builds(
    ExperimentRef,
    identifiers,
    st.dictionaries(identifiers, values, max_size=3).map(lambda d: tuple(d.items())),
    st.sampled_from(("", "outcome")) | identifiers,
)


@st.composite
def chapters(draw: st.DrawFn) -> Chapter:
    """A chapter that the format can hold, made by hand."""
    names = iter(draw(st.lists(slugs, min_size=9, max_size=9, unique=True)))
    sections = tuple(
        Section(
            id=next(names),
            title=draw(titles),
            text=draw(maybe_texts),
            notes=tuple(draw(notes(next(names))) for _ in range(draw(st.integers(0, 2)))),
        )
        for _ in range(draw(st.integers(0, 3)))
    )
    return Chapter(
        id=draw(slugs),
        title=draw(titles),
        number=draw(st.integers(0, 99)),
        language=draw(st.sampled_from(["fr", "en-GB"])),
        text=draw(maybe_texts),
        sections=sections,
        tags=tuple(draw(st.lists(tags, max_size=2, unique=True))),
    )


@dataclass(frozen=True)
class Layout:
    """How a file differs from the canonical text that says the same."""

    blank_lines: int
    line_end: str
    has_mark: bool
    has_last_end: bool
    indent: int


layouts = st.builds(
    Layout,
    st.integers(0, 3),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans(),
    st.booleans(),
    st.integers(0, 3),
)


def laid_out(text: str, layout: Layout) -> str:
    """Canonical text, with more blank lines around its headings, other line ends and so on."""
    out: list[str] = []
    is_code = False
    for line in text.removesuffix("\n").split("\n"):
        is_code ^= line.startswith(("```", "~~~", "$$"))
        if line.startswith(("# ", "## ", "### ")) and not is_code:
            out += ["  "] * layout.blank_lines
            line = " " * layout.indent + line + " " * layout.blank_lines
        out.append(line)
    mark = "\ufeff" if layout.has_mark else ""
    return mark + layout.line_end.join([*out, ""] if layout.has_last_end else out)
