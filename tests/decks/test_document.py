"""Documents in Markdown: what they are told by, their titles, their sections."""

from dataclasses import replace
from pathlib import Path

import pytest

from decks.document import LARGEST, is_document, read_document
from decks.document_names import chapter_id, section_ids
from decks.errors import DeckError
from decks.model import Chapter
from decks.problems import Problems
from decks.rules import Rule
from decks.sources import SourceFormat, read_source
from tests.decks.chapters import EXAMPLE

NOTES = """\
# Cours 5

Avant tout.

## Coûts

L’erreur $J$.

### Quadratique

```python
# pas un titre
loss = (y - a) ** 2
```

## ReLU

- zéro
"""
SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"


def document(text: str, name: str = "notes") -> Chapter:
    return read_document(text, name, Problems())


def written(folder: Path, text: str, name: str = "notes.md") -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def parts(chapter: Chapter) -> list[tuple[str, str]]:
    return [(section.title, section.text) for section in chapter.sections]


def test_headings_of_the_highest_level_open_sections() -> None:
    chapter = document(NOTES)
    assert (chapter.title, chapter.text) == ("Cours 5", "Avant tout.")
    assert [title for title, _ in parts(chapter)] == ["Coûts", "ReLU"]
    assert chapter.sections[0].text.startswith(
        "L’erreur $J$.\n\n### Quadratique\n\n```python\n# pas"
    )
    assert list(chapter.notes()) == []


def test_no_word_is_lost() -> None:
    chapter = document(NOTES)
    rebuilt = [f"# {chapter.title}", chapter.text]
    for section in chapter.sections:
        rebuilt += [f"## {section.title}", section.text]
    assert "\n\n".join(rebuilt) + "\n" == NOTES


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark_do_not_matter(end: str) -> None:
    text = "\ufeff" + NOTES.replace("\n", end)
    assert document(text) == document(NOTES)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "---\ntitle: Un\n  titre long\ntags:\n- name: a\n---\n\nTexte\n\n# Partie\n",
            "Un titre long",
        ),
        ("Avant\n\n# Seul\n\nAprès\n", "Seul"),
        ("Avant\n\n# Un\n\n# Deux\n", "mon cours"),
        ("## Partie\n\nTexte\n", "mon cours"),
        ("# **Gras** et `code`\n\nTexte\n", "Gras et code"),
        ("Souligné\n========\n\nTexte\n", "Souligné"),
        ("---\n- une liste\n---\n\n# Titre\n\nTexte\n", "Titre"),
    ],
)
def test_the_title_is_the_best_there_is(text: str, title: str) -> None:
    assert document(text, "mon  cours").title == title


def test_a_title_said_twice_is_shown_once() -> None:
    chapter = document("---\ntitle: Cours\n---\n\n# Cours\n\nTexte\n\n## Un\n\nA\n")
    assert (chapter.text, parts(chapter)) == ("Texte", [("Un", "A")])


def test_several_parts_of_the_first_level_are_sections() -> None:
    chapter = document("# Cours\n\nIntro\n\n# Un\n\nA\n\n## Dans un\n\nB\n\n# Deux\n\nC\n")
    assert chapter.title == "Cours"
    assert parts(chapter) == [("Un", "A\n\n## Dans un\n\nB"), ("Deux", "C")]


def test_front_matter_that_cannot_be_read_is_told_and_the_rest_is_read() -> None:
    problems = Problems()
    chapter = read_document("---\ntitle: [a\n---\n\n# Vrai\n\nTexte\n", "x", problems)
    assert chapter.title == "Vrai"
    assert [(p.rule, p.line) for p in problems.items] == [(Rule.YAML_INVALID, 2)]


def test_a_document_is_known_again_by_its_title_and_file_and_sections_by_theirs() -> None:
    again = document(NOTES.replace("L’erreur", "Cette erreur"))
    assert again.id == document(NOTES).id
    assert [s.id for s in again.sections] == [s.id for s in document(NOTES).sections]
    assert document(NOTES, "autre nom").id != document(NOTES).id


def test_titles_that_begin_alike_are_other_documents() -> None:
    long = "Les réseaux de neurones récurrents et leurs variantes "
    assert chapter_id(long + "1", "f") != chapter_id(long + "2", "f")
    assert chapter_id("É", "f") != chapter_id("E", "f")
    assert chapter_id("a b", "c") != chapter_id("a", "b c")


def test_sections_alike_have_names_of_their_own() -> None:
    assert section_ids(["Exemple", "??", "Exemple", "EXEMPLE"]) == [
        "exemple",
        "section",
        "exemple.2",
        "exemple.3",
    ]


# What is a document, and what is not


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.MARKDOWN"])
def test_a_document_is_told_by_a_heading_and_a_text(tmp_path: Path, name: str) -> None:
    source = read_source(written(tmp_path, NOTES, name))
    assert (source.format, source.warnings) == (SourceFormat.DOCUMENT, ())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bonjour", "a.md"),
        ("# Titre\n\n## Section\n", "a.md"),
        ("```\n# un commentaire\n```\n", "a.md"),
        ("# un commentaire\nimport os\n", "a.py"),
        ("#nom;note\na;b\n", "a.txt"),
        ("q ?\n{\n=oui\n# Bravo\n~non\n# Hélas\n}\n", "a.txt"),
    ],
)
def test_what_is_none(tmp_path: Path, text: str, name: str) -> None:
    assert not is_document(text, Path(name))


def test_feedback_of_gift_is_no_heading(tmp_path: Path) -> None:
    gift = "Combien ?{\n=deux\n# Bravo\n~trois\n# Non\n}\n"
    assert read_source(written(tmp_path, gift, "quiz.txt")).format is SourceFormat.GIFT


@pytest.mark.parametrize(
    "text",
    [
        "# Titre {#ancre}\n\nUn texte.\n",
        "# Poids\n\n$W^{T}$ et $\\frac{=1}{2}$\n",
        "# Code\n\n```c\nint f() {=x}\n```\n",
    ],
)
def test_braces_of_a_document_are_no_gift(tmp_path: Path, text: str) -> None:
    assert read_source(written(tmp_path, text)).format is SourceFormat.DOCUMENT


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (EXAMPLE.replace("---\n", "", 1), Rule.FRONT_MATTER_MISSING),
        (EXAMPLE.replace("\n---\n", "\n", 1), Rule.FRONT_MATTER_UNCLOSED),
        (EXAMPLE.partition("---\n\n")[2], Rule.FRONT_MATTER_MISSING),
        ("---\nid: a\nchapter: 1\ntitle: A\n---\n\n# A\n\n## B\n\nTexte\n", Rule.COMMENT_MISSING),
    ],
)
def test_a_chapter_with_a_broken_head_is_told_so(tmp_path: Path, text: str, rule: Rule) -> None:
    with pytest.raises(DeckError) as caught:
        read_source(written(tmp_path, text))
    assert rule in {problem.rule for problem in caught.value.problems}


def test_a_document_may_show_our_comments_in_its_code(tmp_path: Path) -> None:
    text = "# Écrire des cartes\n\nAinsi :\n\n```\n## R\n<!-- section: {id: r} -->\n```\n"
    assert read_source(written(tmp_path, text)).format is SourceFormat.DOCUMENT


def test_a_document_too_large_to_read_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "# Titre\n\n" + "mot " * (LARGEST // 4))
    with pytest.raises(DeckError) as caught:
        read_source(path)
    assert caught.value.problems[0].rule == Rule.FILE_TOO_LARGE


def test_wrong_letters_are_mended_and_told(tmp_path: Path) -> None:
    text = "# L’entraînement\n\nUne époque après l’autre.\n"
    source = read_source(written(tmp_path, text.encode().decode("mac_roman")))
    assert source.chapter.title == "L’entraînement"
    assert source.chapter.text == "Une époque après l’autre."
    [told] = source.warnings
    assert (told.rule, told.line) == (Rule.TEXT_MENDED, 1)
    assert told.found == "L’entraînement".encode().decode("mac_roman")
    assert told.expected == "L’entraînement, mended (UTF-8 had been read as Mac Roman)"


def test_the_mended_document_is_the_sound_one(tmp_path: Path) -> None:
    wrong = read_source(written(tmp_path, NOTES.encode().decode("mac_roman"))).chapter
    assert wrong == read_source(written(tmp_path, NOTES)).chapter


def test_a_picture_that_is_missing_is_told_with_its_line(tmp_path: Path) -> None:
    source = read_source(written(tmp_path, "# T\n\nTexte\n\n## U\n\n![a](absente.png)\n"))
    assert [(w.rule, w.line) for w in source.warnings] == [(Rule.IMAGE_MISSING, 7)]


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the course's documents are not here")
def test_the_course_s_own_documents_are_read() -> None:
    notes = read_source(next(SEEDS.glob("000_*.txt")))
    assert (notes.format, notes.warnings) == (SourceFormat.DOCUMENT, ())
    assert notes.chapter.title == "Cours 5 - 6 Février 2024"
    [handbook] = [p for p in SEEDS.glob("001_*.txt") if "decoded" not in p.name]
    [decoded] = SEEDS.glob("001_*.decoded.txt")
    source = read_source(handbook)
    named = read_source(decoded).chapter
    assert source.chapter == replace(named, id=source.chapter.id)
    assert [w.rule for w in source.warnings] == [Rule.TEXT_MENDED]
    assert len(source.chapter.sections) == 13  # lines that begin with "## ", counted by grep
