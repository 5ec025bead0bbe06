"""What Moodle gets; its own filter (``question/format/gift/format.php``) says how it reads that."""

import pytest

from decks.gift.writer import write_gift
from decks.kinds import NoteKind
from decks.model import Chapter, Note, Section
from decks.rules import Rule


def entry(note: Note) -> str:
    """The question's text, from its title on."""
    section = Section("s", "ReLU", notes=(note,))
    return write_gift(Chapter("c", "Réseaux", sections=(section,))).text.partition("]\n")[2]


def lost(note: Note) -> list[str]:
    section = Section("s", "ReLU", notes=(note,))
    warnings = write_gift(Chapter("c", "Réseaux", sections=(section,))).warnings
    assert all(warning.rule == Rule.GIFT_LOST for warning in warnings)
    return [warning.found for warning in warnings]


def note(kind: NoteKind, back: str, front: str = "Quoi ?", extra: str = "") -> Note:
    return Note("q", kind, front, back, extra)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (
            note(NoteKind.CHOICE, "- [x] a = 1\n  > Oui : *a*.\n- [ ] [b] {c}", extra="Car."),
            "::q::[markdown]Quoi ?{\n    =a \\= 1#Oui \\: *a*.\n    ~[markdown][b] \\{c\\}"
            "\n    ####Car.}\n",
        ),
        (
            note(NoteKind.CHOICES, "- [x] a\n- [x] b\n- [x] c\n- [ ] d"),
            "::q::[markdown]Quoi ?{\n    ~%33.33333%a\n    ~%33.33333%b\n    ~%33.33333%c"
            "\n    ~%-33.33333%d}\n",
        ),
        (
            note(NoteKind.TRUTH, "Faux", extra="Un.\n\nDeux."),
            "::q::[markdown]Quoi ?{FALSE\n    ####Un.\\n\\nDeux.}\n",
        ),
        (note(NoteKind.NUMBER, "= -0,5 ± 2 %"), "::q::[markdown]Quoi ?{#-0.5:0.01}\n"),
        (
            note(NoteKind.SHORT, "- ReLU\n- a\\*b"),
            "::q::[markdown]Quoi ?{\n    =%100%ReLU\n    =%100%a\\\\*b}\n",
        ),
        (
            note(NoteKind.MATCH, "|n|f|\n|-|-|\n|$x$|a|\n|b -> c|$y_1$|\n||d|"),
            "::q::[markdown]Quoi ?{\n    =\\\\\\\\(x\\\\\\\\) -> a"
            "\n    =b -&gt; c -> \\\\(y_1\\\\)\n    = -> d}\n",
        ),
        (note(NoteKind.OPEN, "Modèle."), "::q::[markdown]Quoi ?{\n    ####Modèle.}\n"),
        (
            note(NoteKind.TRUTH, "Vrai", "Soit $x_1 \\to 2$, `$y` et 3 \\$", "Car."),
            "::q::[markdown]Soit \\\\\\\\(x\\\\_1 \\\\\\\\to 2\\\\\\\\), `$y` et 3 $"
            "{TRUE\n    ####Car.}\n",
        ),
    ],
    ids=lambda value: getattr(value, "kind", ""),
)
def test_questions_are_written_as_moodle_reads_them(written: Note, text: str) -> None:
    assert entry(written) == text
    assert lost(written) == []


@pytest.mark.parametrize(
    ("written", "text", "told"),
    [
        (
            note(NoteKind.ORDER, "1. un\n2. deux\n3. trois"),
            "::q::[markdown]Quoi ?{\n    =un -> 1\n    =deux -> 2\n    =trois -> 3}\n",
            "q: an order",
        ),
        (
            note(NoteKind.GAPS, "Le [max|maximum](#1) de 0.", extra="Car."),
            "::q::[markdown]Quoi ?\\n\\nLe {\n    =%100%max\n    =%100%maximum\n    ####Car.}"
            " de 0.\n",
            "q: 1 gap",
        ),
        (note(NoteKind.GAPS, "Le [max](#1) de [z](#2)."), "", "q: 2 gaps"),
        (note(NoteKind.NUMBER, "= 4,2 ± 0,1 Mo"), "::q::[markdown]Quoi ?{#4.2:0.1}\n", "q: Mo"),
        (
            note(NoteKind.SHORT, "- a->b"),
            "::q::[markdown]Quoi ?{\n    =%100%a→b}\n",
            "q: a->b",
        ),
        (
            note(NoteKind.MATCH, "|n|f|\n|-|-|\n|a|*b*|\n|c|d|"),
            "::q::[markdown]Quoi ?{\n    =a -> *b*\n    =c -> d}\n",
            "q: *b*",
        ),
        (
            note(NoteKind.TRUTH, "Vrai", "![courbe](a.png)", "Car."),
            "::q::[markdown]![courbe](a.png){TRUE\n    ####Car.}\n",
            "q: ![…](…)",
        ),
    ],
)
def test_what_gift_lacks_is_told(written: Note, text: str, told: str) -> None:
    assert entry(written) == text
    assert lost(written) == [told]


def test_cards_are_left_out_and_sections_are_categories() -> None:
    card = Note("n", NoteKind.BASIC, "Q", "R")
    truth = Note("q", NoteKind.TRUTH, "Q", "Vrai", "Car.", tags=("relu", "été"))
    chapter = Chapter(
        "c",
        "A/B",
        sections=(Section("s", "Un", notes=(card, truth)), Section("t", "Deux", notes=(card,))),
    )
    export = write_gift(chapter)
    assert export.questions == 1
    assert export.text == (
        "$CATEGORY: $course$/top/A//B/Un\n\n// [id:q] [tag:relu] [tag:été]\n"
        "::q::[markdown]Q{TRUE\n    ####Car.}\n"
    )
