"""What an edited note must have before it can be saved, as sentences."""

from PySide6.QtCore import QCoreApplication

from db.rows import NoteRow
from decks.deletions import find_deletions
from decks.kinds import NoteKind

translate = QCoreApplication.translate


def fault_of(note: NoteRow) -> str:
    """What keeps a note from being saved, and what to do; "" when nothing does."""
    is_cloze = note.kind == NoteKind.CLOZE.value
    if not note.front.strip():
        return translate("edit", "The question is empty: write what the card asks.")
    if not note.back.strip():
        return translate("edit", "The answer is empty: write what is to be remembered.")
    if is_cloze and not find_deletions(note.back):
        return translate("edit", "Nothing is hidden: write [hidden words](#1) where to search.")
    if is_cloze and any(d.label_start == d.label_end for d in find_deletions(note.back)):
        return translate("edit", "A deletion hides nothing: write words between [ and ].")
    return ""


def tags_of(text: str) -> tuple[str, ...]:
    """Tags as typed, separated by blanks or commas, each once."""
    return tuple(dict.fromkeys(text.replace(",", " ").split()))
