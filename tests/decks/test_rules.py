"""Every rule of the format: what breaks it, and on which line it is told."""

from pathlib import Path

import pytest

from decks.errors import DeckError, Problem
from decks.read import parse_chapter
from decks.rules import Rule
from tests.decks.chapters import EXAMPLE

HEAD = """\
---
id: c
title: Titre
---

# Titre

## Section
<!-- section: {id: s} -->

"""
CARD = "### Question ?\n<!-- card: {id: n} -->\n\n"  # at line 11


def note(comment: str, body: str = "Réponse.") -> str:
    return f"{HEAD}### Question ?\n<!-- {comment} -->\n\n{body}\n"


def cloze(body: str) -> str:
    return note("card: {id: n, kind: cloze}", body)


def basic(body: str) -> str:
    return note("card: {id: n}", body)


def quiz(kind: str, body: str, extra: str = "") -> str:
    """A question whose body starts at line 14."""
    below = f"\n\n---\n\n{extra}" if extra else ""
    return note(f"question: {{id: n, kind: {kind}}}", body + below)


def asked(question: str) -> str:
    return f"{HEAD}### {question}\n<!-- card: {{id: n}} -->\n\nRéponse.\n"


BROKEN: list[tuple[str, Rule, int]] = [
    # front matter
    ("# Titre\n", Rule.FRONT_MATTER_MISSING, 1),
    ("", Rule.FRONT_MATTER_MISSING, 1),
    ("\n" + HEAD, Rule.FRONT_MATTER_MISSING, 1),
    ("---\nid: c\n\n# Titre\n", Rule.FRONT_MATTER_UNCLOSED, 1),
    (HEAD.replace("title: Titre", "title: Un: deux"), Rule.YAML_INVALID, 3),
    (HEAD.replace("title: Titre", "title: [a"), Rule.YAML_INVALID, 3),
    (HEAD.replace("title: Titre", "title: \x07"), Rule.YAML_INVALID, 3),
    (HEAD.replace("title: Titre", "title: &a b"), Rule.YAML_INVALID, 3),
    (HEAD.replace("title: Titre", "title: *a"), Rule.YAML_INVALID, 3),
    (HEAD.replace("title: Titre", "title: !!str b"), Rule.YAML_INVALID, 3),
    (HEAD.replace("title: Titre", "title: " + "[" * 5000), Rule.YAML_INVALID, 3),
    (HEAD.replace("title: Titre", "title: " + "a" * 20_000), Rule.YAML_INVALID, 2),
    (HEAD.replace("id: c\ntitle: Titre", "Titre"), Rule.YAML_INVALID, 2),
    (HEAD.replace("id: c\ntitle: Titre\n", ""), Rule.YAML_INVALID, 2),
    (HEAD.replace("id: c\n", ""), Rule.KEY_MISSING, 1),
    (HEAD.replace("title: Titre\n", ""), Rule.KEY_MISSING, 1),
    (HEAD.replace("id: c\n", "id: c\nid: d\n"), Rule.KEY_REPEATED, 3),
    (HEAD.replace("id: c\n", "id: c\nauthor: moi\n"), Rule.KEY_UNKNOWN, 3),
    (HEAD.replace("id: c", "id: C"), Rule.VALUE_INVALID, 2),
    (HEAD.replace("id: c", "id: 12"), Rule.VALUE_INVALID, 2),
    (HEAD.replace("id: c", "id: a--b"), Rule.VALUE_INVALID, 2),
    (HEAD.replace("id: c\n", "id: c\nchapter: 0\n"), Rule.VALUE_INVALID, 3),
    (HEAD.replace("id: c\n", "id: c\nchapter: un\n"), Rule.VALUE_INVALID, 3),
    (HEAD.replace("id: c\n", "id: c\nchapter: true\n"), Rule.VALUE_INVALID, 3),
    (HEAD.replace("id: c\n", "id: c\nlanguage: français\n"), Rule.VALUE_INVALID, 3),
    (HEAD.replace("id: c\n", "id: c\ntags: relu\n"), Rule.VALUE_INVALID, 3),
    (HEAD.replace("id: c\n", "id: c\ntags: [a, b, a]\n"), Rule.VALUE_INVALID, 3),
    (HEAD.replace("id: c\n", "id: c\ntags:\n- a\n- Été\n"), Rule.VALUE_INVALID, 5),
    # headings
    (HEAD.replace("# Titre\n\n", "", 1), Rule.TITLE_MISSING, 5),
    (HEAD.replace("\n# Titre\n", "\n# Autre\n"), Rule.TITLE_DIFFERENT, 6),
    (HEAD.replace("\n# Titre\n", "\n# *Titre*\n"), Rule.TITLE_NOT_PLAIN, 6),
    (HEAD.replace("## Section", "## `Section`"), Rule.TITLE_NOT_PLAIN, 8),
    (HEAD.replace("## Section", "##"), Rule.TITLE_MISSING, 8),
    (HEAD.replace("# Titre\n", "Avant\n\n# Titre\n", 1), Rule.TEXT_BEFORE_TITLE, 6),
    (HEAD + "# Titre\n", Rule.TITLE_REPEATED, 11),
    (HEAD + "Texte\n---\n", Rule.HEADING_UNDERLINED, 12),
    (HEAD + "Texte\n===\n", Rule.HEADING_UNDERLINED, 12),
    (basic("```python\nx\n"), Rule.FENCE_UNCLOSED, 14),
    (basic("> ~~~\n> x"), Rule.FENCE_UNCLOSED, 14),
    # comments
    (HEAD.replace("<!-- section: {id: s} -->\n", ""), Rule.COMMENT_MISSING, 8),
    (HEAD + "### Question ?\n\nRéponse.\n", Rule.COMMENT_MISSING, 11),
    (HEAD + "### Question ?", Rule.COMMENT_MISSING, 11),
    (HEAD + "### Question ?\n<!-- card: {id: n}\n\nRéponse.\n", Rule.COMMENT_UNCLOSED, 12),
    (HEAD + CARD.replace("} -->", "}") + "a\n\n" + CARD + "b", Rule.COMMENT_UNCLOSED, 12),
    (HEAD + CARD.replace("-->", "--> suite") + "Réponse.", Rule.COMMENT_NOT_ALONE, 12),
    (basic("Réponse.\n\n<!-- card: {id: m} -->"), Rule.COMMENT_MISPLACED, 16),
    (HEAD + "### Q\n\n<!-- card: {id: n} -->\n\nR\n", Rule.COMMENT_MISPLACED, 13),
    (HEAD.replace("# Titre\n", "# Titre\n<!-- card: {id: c} -->\n"), Rule.COMMENT_MISPLACED, 7),
    (note("quiz: {id: n}"), Rule.KIND_UNKNOWN, 12),
    (note("\n\nsection: {id: n}"), Rule.KIND_MISPLACED, 14),
    (HEAD.replace("section:", "card:"), Rule.KIND_MISPLACED, 9),
    (note("card: n"), Rule.VALUE_INVALID, 12),
    (note("card: {id: n}\nquestion: {}"), Rule.KEY_UNKNOWN, 13),
    (note("card"), Rule.YAML_INVALID, 12),
    (note("card: {id: n"), Rule.YAML_INVALID, 12),
    (note("card: {}"), Rule.KEY_MISSING, 12),
    (note("card: {id: n, color: red}"), Rule.KEY_UNKNOWN, 12),
    (note("card: {id: n,\n kind: triple}"), Rule.VALUE_INVALID, 13),
    (note("card: {id: n, facts: [21]}"), Rule.VALUE_INVALID, 12),
    (note("card: {id: n, experiment: relu}"), Rule.VALUE_INVALID, 12),
    (note("card: {id: n, experiment: {settings: {}}}"), Rule.KEY_MISSING, 12),
    (note("card: {id: n, experiment: {name: a b}}"), Rule.VALUE_INVALID, 12),
    (note("card: {id: n, experiment: {name: a, settings: {b: }}}"), Rule.VALUE_INVALID, 12),
    (note("card: {id: n, experiment: {name: a, settings: {B: 1}}}"), Rule.VALUE_INVALID, 12),
    (note("card: {id: n, experiment: {name: a, lr: 1}}"), Rule.KEY_UNKNOWN, 12),
    (note("card: {id: n, experiment: {name: a, guess: A curve}}"), Rule.VALUE_INVALID, 12),
    (HEAD + HEAD.partition("## ")[1] + HEAD.partition("## ")[2], Rule.SECTION_ID_REPEATED, 11),
    (basic("R\n\n" + CARD + "R"), Rule.NOTE_ID_REPEATED, 16),
    (HEAD.partition("##")[0] + CARD + "R", Rule.NOTE_OUTSIDE_SECTION, 8),
    # a note's parts
    (asked(""), Rule.QUESTION_EMPTY, 11),
    (asked("- Vrai ?"), Rule.QUESTION_NOT_A_LINE, 11),
    (asked("1. Vrai ?"), Rule.QUESTION_NOT_A_LINE, 11),
    (asked("> Vrai ?"), Rule.QUESTION_NOT_A_LINE, 11),
    (HEAD + CARD, Rule.ANSWER_EMPTY, 11),
    (basic("Avant\n\n---\n"), Rule.ANSWER_EMPTY, 11),
    (cloze(""), Rule.ANSWER_EMPTY, 11),
    (note("card: {id: n, kind: both}", "R\n\n---\n"), Rule.BELOW_EMPTY, 11),
    (cloze("[a](#1)\n\n---\n"), Rule.BELOW_EMPTY, 11),
    (basic("a\n\n---\n\nb\n\n---\n\nc"), Rule.ANSWER_LINE_REPEATED, 20),
    (basic("a\n\n---\nb"), Rule.ANSWER_LINE_NOT_ALONE, 16),
    (HEAD + CARD.rstrip() + "\n---\n\nb", Rule.ANSWER_LINE_NOT_ALONE, 13),
    # questions
    (note("question: {id: n}"), Rule.KEY_MISSING, 12),
    (note("question: {id: n, kind: basic}"), Rule.VALUE_INVALID, 12),
    (note("card: {id: n, kind: choice}"), Rule.VALUE_INVALID, 12),
    (note("card: {id: n}\nquestion: {id: n, kind: open}"), Rule.KEY_UNKNOWN, 13),
    (HEAD.replace("section:", "question:"), Rule.KIND_MISPLACED, 9),
    (quiz("open", "R") + "\n" + CARD + "R", Rule.NOTE_ID_REPEATED, 16),
    (HEAD + "###\n<!-- question: {id: n, kind: open} -->\n\nR", Rule.QUESTION_EMPTY, 11),
    (quiz("open", "R\n\n---\n"), Rule.BELOW_EMPTY, 11),
    (quiz("open", "R $ x"), Rule.DOLLAR_STRAY, 14),
    (quiz("choice", "R $ x\n\n- [x] a\n- [ ] b"), Rule.DOLLAR_STRAY, 14),
    (quiz("choice", "- [x] a\n- [ ] b $"), Rule.DOLLAR_STRAY, 15),
    (quiz("choice", "- [x] [a](#1)\n- [ ] b"), Rule.DELETION_MISPLACED, 14),
    *(
        (quiz(kind, "Un texte.", "Raison."), Rule.BODY_MISSING, 11)
        for kind in ("choice", "choices", "truth", "number", "short", "order", "match")
    ),
    *((quiz(kind, "", "Raison."), Rule.BODY_MISSING, 11) for kind in ("open", "gaps", "truth")),
    (quiz("choice", "* [x] a\n* [ ] b"), Rule.BODY_MISSING, 11),
    (quiz("choice", "- a\n- b"), Rule.BODY_MISSING, 11),
    (quiz("order", "1) a\n2) b\n3) c"), Rule.BODY_MISSING, 11),
    (quiz("match", "| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |"), Rule.BODY_MISSING, 11),
    (quiz("truth", "Vrai.", "Raison."), Rule.BODY_MISSING, 11),
    (quiz("choice", "- [x] a\n- [ ] b\n\nCar."), Rule.BODY_NOT_ALONE, 17),
    (quiz("truth", "Vrai\n\nFaux", "Raison."), Rule.BODY_NOT_ALONE, 16),
    (quiz("number", "= 3\n\n= 4"), Rule.BODY_NOT_ALONE, 16),
    (quiz("choice", "- [x] a\n- b\n- [ ] c"), Rule.OPTION_MALFORMED, 15),
    (quiz("choice", "- [x] a\n- [ ]c\n- [ ] c"), Rule.OPTION_MALFORMED, 15),
    (quiz("choice", "- [x] a\n- [ ]\n- [ ] c"), Rule.OPTION_MALFORMED, 15),
    (quiz("choice", "- [x] a\n- [ ] b\n  > c\n\n  d"), Rule.OPTION_MALFORMED, 18),
    (quiz("choice", "- [x] a"), Rule.OPTIONS_TOO_FEW, 14),
    (quiz("choices", "Lire :\n\n- [x] a"), Rule.OPTIONS_TOO_FEW, 16),
    (quiz("choice", "- [x] a  b\n- [ ] c\n- [ ] a b"), Rule.OPTION_REPEATED, 16),
    (quiz("choice", "- [ ] a\n- [ ] b"), Rule.RIGHT_OPTION_MISSING, 14),
    (quiz("choices", "- [ ] a\n- [ ] b"), Rule.RIGHT_OPTION_MISSING, 14),
    (quiz("choice", "- [x] a\n- [ ] b\n- [X] c"), Rule.RIGHT_OPTION_REPEATED, 16),
    (quiz("truth", "Vrai"), Rule.REASON_MISSING, 11),
    *(
        (quiz("number", f"= {line}"), Rule.NUMBER_MALFORMED, 14)
        for line in [
            *("douze", "1,2,3", "1e999", "nan", "3 ± ", "3 ± 1 ± 2", "3 ± x", "3 Mo ± 1", "1/0"),
            *("61 %", "3 2", "3 $x$", "3 *Mo*", "1e9999", "3 ± 1 % %", "3\nMo", "9" * 101),
        ]
    ),
    (quiz("number", "= 3 ± -0,1"), Rule.TOLERANCE_NEGATIVE, 14),
    (quiz("number", "= 3 ± −2 %"), Rule.TOLERANCE_NEGATIVE, 14),
    (quiz("short", "- a\n- `b`"), Rule.ANSWER_NOT_PLAIN, 15),
    (quiz("short", "- a\n- $b$"), Rule.ANSWER_NOT_PLAIN, 15),
    (quiz("short", "- a\n-\n- c"), Rule.ANSWER_NOT_PLAIN, 15),
    (quiz("short", "- a\n- b\n\n  c"), Rule.ANSWER_NOT_PLAIN, 15),
    (quiz("short", "- a\n- b\n- a"), Rule.ITEM_REPEATED, 16),
    (quiz("gaps", "Rien."), Rule.DELETION_MISSING, 14),
    (quiz("gaps", "Un\n\n[$a$](#1)"), Rule.ANSWER_NOT_PLAIN, 16),
    (quiz("gaps", "[`a`](#1)"), Rule.ANSWER_NOT_PLAIN, 14),
    (quiz("gaps", "[a|](#1)"), Rule.ANSWER_NOT_PLAIN, 14),
    (quiz("gaps", "[a|a](#1)"), Rule.ITEM_REPEATED, 14),
    (quiz("gaps", "[](#1)"), Rule.DELETION_EMPTY, 14),
    (quiz("gaps", "[a](#1) [b](#1)"), Rule.DELETION_NUMBERS, 14),
    (quiz("gaps", "[a](#2) [b](#1)"), Rule.DELETION_NUMBERS, 14),
    (quiz("gaps", "[a](#1) [b](#3)"), Rule.DELETION_NUMBERS, 14),
    (quiz("order", "1. a\n2. b"), Rule.ITEMS_TOO_FEW, 14),
    (quiz("order", "1. a\n2. b\n3. a"), Rule.ITEM_REPEATED, 16),
    (quiz("order", "1. a\n2. b\n   c\n3. d"), Rule.ITEM_MALFORMED, 15),
    (quiz("order", "1. a\n2. b\n3. - d\n4. e"), Rule.ITEM_MALFORMED, 16),
    (quiz("match", "|a|b|\n|-|-|\n|1|2|"), Rule.ITEMS_TOO_FEW, 14),
    (quiz("match", "|a|b|\n|-|-|\n|1|2|\n|1|3|"), Rule.ITEM_REPEATED, 17),
    (quiz("match", "|a|b|\n|-|-|\n|1|2|\n|2|3|\n| |3|"), Rule.ITEM_REPEATED, 18),
    (quiz("match", "|a|b|\n|-|-|\n|1|2|\n|2||\n|3|4|"), Rule.ITEM_MALFORMED, 17),
    (quiz("match", "|a|b|\n|-|-|\n|1|2|\n|- 2|3|"), Rule.ITEM_MALFORMED, 17),
    # texts
    (cloze("Rien."), Rule.DELETION_MISSING, 14),
    (cloze("Texte.\n\n---\n\n[a](#1)"), Rule.DELETION_MISSING, 14),
    (cloze("[a](#1)\n\n---\n\nb\n[c](#2)"), Rule.DELETION_MISPLACED, 18),
    (basic("Un\n\n[a](#1)"), Rule.DELETION_MISPLACED, 16),
    (asked("[a](#1) ?"), Rule.DELETION_MISPLACED, 11),
    (HEAD + "Le [a](#1)\n", Rule.DELETION_MISPLACED, 11),
    (cloze("a [](#1)"), Rule.DELETION_EMPTY, 14),
    (cloze("[a [b](#2)](#1)"), Rule.DELETION_MALFORMED, 14),
    (cloze("[a](#1) et [b](#2 indice)"), Rule.DELETION_MALFORMED, 14),
    (cloze("[a](#2)"), Rule.DELETION_NUMBERS, 14),
    (cloze("[a](#1) [b](#3)"), Rule.DELETION_NUMBERS, 14),
    (cloze("[a](#0) [b](#1)"), Rule.DELETION_NUMBERS, 14),
    (cloze("[*a](#1) b*"), Rule.DELETION_GLUED, 14),
    (cloze("a[_b_](#1)c"), Rule.DELETION_GLUED, 14),
    (cloze("![[a](#1)](b.png)"), Rule.DELETION_MISSING, 14),
    (cloze("[a](#1) [b](#hidden)"), Rule.LINK_RESERVED, 14),
    (basic("un\ndeux $x\n"), Rule.DOLLAR_STRAY, 15),
    (basic("$$\nx\n\n$$"), Rule.DOLLAR_STRAY, 14),
    (basic("de 5 $ à 10 $"), Rule.DOLLAR_STRAY, 14),
    (asked("Combien de $ ?"), Rule.DOLLAR_STRAY, 11),
    (HEAD.replace("## Section", "Un $\n\n## Section"), Rule.DOLLAR_STRAY, 8),
    *(
        (basic(f"![courbe](<{path}>)"), Rule.IMAGE_PATH, 14)
        for path in [
            "http://example.org/a.png",
            "//example.org/a.png",
            "file:/etc/passwd",
            "data:image/png;base64,AA",
            "javascript:alert(1)",
            "/etc/passwd",
            "../a.png",
            "a/%2e%2e/%2E./../b.png",
            "a\\b.png",
            "C:/a.png",
            "a.png?b",
            "a.png#b",
            "",
            "a%00.png",
        ]
    ),
]


def problems_in(text: str) -> tuple[Problem, ...]:
    with pytest.raises(DeckError) as caught:
        parse_chapter(text, Path("chapter.md"))
    return caught.value.problems


def told(text: str) -> list[tuple[str, int]]:
    return [(problem.rule, problem.line) for problem in problems_in(text)]


@pytest.mark.parametrize(
    ("text", "rule", "line"), BROKEN, ids=[f"{rule}-{n}" for n, (_, rule, _) in enumerate(BROKEN)]
)
def test_a_broken_rule_is_named_with_its_line(text: str, rule: Rule, line: int) -> None:
    assert (rule, line) in told(text)


ALONE = [
    Rule.BODY_MISSING,
    Rule.BODY_NOT_ALONE,
    Rule.OPTION_REPEATED,
    Rule.RIGHT_OPTION_MISSING,
    Rule.RIGHT_OPTION_REPEATED,
    Rule.REASON_MISSING,
    Rule.NUMBER_MALFORMED,
    Rule.TOLERANCE_NEGATIVE,
    Rule.ANSWER_NOT_PLAIN,
    Rule.ITEM_REPEATED,
    Rule.COMMENT_UNCLOSED,
    Rule.DELETION_GLUED,
    Rule.DELETION_MISPLACED,
    Rule.DELETION_NUMBERS,
    Rule.IMAGE_PATH,
    Rule.KEY_UNKNOWN,
    Rule.NOTE_ID_REPEATED,
    Rule.TITLE_DIFFERENT,
    Rule.VALUE_INVALID,
    Rule.YAML_INVALID,
]


@pytest.mark.parametrize("rule", ALONE)
def test_one_fault_is_told_once(rule: Rule) -> None:
    text, line = next((text, line) for text, found, line in BROKEN if found is rule)
    assert told(text) == [(rule, line)]


OTHER_RULES = {
    *(rule for rule in Rule if rule.startswith(("file-", "course-", "chapter-"))),  # test_sources…
    *(rule for rule in Rule if rule.startswith("gift-")),
    Rule.FORMAT_UNKNOWN,
    Rule.TEXT_MENDED,
    Rule.CARDS_MISSING,
    Rule.IMAGE_MISSING,
    Rule.IMAGE_UNREADABLE,
    Rule.IMAGE_TOO_LARGE,
    Rule.IMAGE_KIND,
    Rule.NUMBER_UNEXPECTED,
    Rule.CARD_REPEATED,
    Rule.ANSWER_MISSING,
    Rule.RATING_UNKNOWN,
    Rule.NOT_WRITABLE,
}


def test_every_rule_of_a_chapter_has_an_example_here() -> None:
    assert {rule for _, rule, _ in BROKEN} | OTHER_RULES == set(Rule)
    assert not {rule for _, rule, _ in BROKEN} & OTHER_RULES


def test_a_question_s_fault_leaves_the_rest_to_be_read() -> None:
    text = quiz("choice", "- [ ] a\n- [ ] a") + "\n" + CARD.replace("id: n", "id: m") + "de 5 $\n"
    assert told(text) == [
        (Rule.RIGHT_OPTION_MISSING, 14),
        (Rule.OPTION_REPEATED, 15),
        (Rule.DOLLAR_STRAY, 20),
    ]


def test_a_problem_quotes_what_stands_there_and_what_would_be_right() -> None:
    (problem,) = problems_in(EXAMPLE.replace("facts: [ACT-21]", "facts: [act21]"))
    assert problem.found == "facts: act21"
    assert problem.expected == "an id of the inventory, such as ACT-21"


def test_a_long_find_is_shortened() -> None:
    (problem,) = problems_in(basic("un\n" + "mot " * 50 + "$"))
    assert len(problem.found) <= 60
    assert problem.found.endswith("…")


@pytest.mark.parametrize(
    "body",
    [
        r"Il coûte 3 \$ et `$x` ou ``` `$` ```",
        "[lien](https://example.org) et [ancre](#suite)",
        "![a](images/courbe%20%C3%A9t%C3%A9.svg) ![b](<deux mots.png>)",
        "Un crochet [seul, un autre] et \\[x](#1), `[y](#2)`, $[z](#3)$",
        "<!-- un commentaire --> <b>gras</b> &eacute;",
        "$$x$$ dans $y$ la ligne",
        "***\n\n- - -\n\n___",
        "#### Titre\n\n##### Autre",
        "    ```\n    pas une clôture",
        "> ```\n> x\n> ```\n\n- ~~~\n  y\n  ~~~",
    ],
)
def test_what_is_allowed_is_not_refused(body: str) -> None:
    (only,) = parse_chapter(basic(body), Path("chapter.md")).notes()
    assert only.back == body


@pytest.mark.parametrize(
    "body",
    [
        "[$a$](#1)[$b$](#2)",
        "[**a**](#1), *[b](#2)*",
        "[a](#1)b et [$x$](#1)2",
        "| [a](#1) | [b](#2) |\n|---|---|\n| [$\\|x\\|$](#3) | - |",
        "![](a.png) [![b](b.png)](#1)",
        "[ref][a]\n\n[a]: #1",
    ],
)
def test_deletions_that_read_the_same_are_not_glued(body: str) -> None:
    (only,) = parse_chapter(cloze(body), Path("chapter.md")).notes()
    assert only.back == body
