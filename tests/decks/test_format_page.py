import re
from pathlib import Path

from decks.kinds import NoteKind
from decks.rules import Rule

PAGE = Path(__file__).resolve().parents[2] / "docs" / "course-format.md"


def test_the_page_lists_every_rule() -> None:
    listed = re.findall(r"^\| `([a-z0-9-]+)` \| ", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(Rule) <= set(listed)
    keys_of_the_grammar = {"id", "kind", "tags", "facts", "experiment", *NoteKind}
    assert set(listed) <= set(Rule) | keys_of_the_grammar
