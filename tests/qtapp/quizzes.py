"""A chapter of questions, one of each kind, and hands to take a quiz with."""

from decks.kinds import NoteKind
from decks.model import Chapter, ExperimentRef, Note, Section

CHOICE = Note(
    "relu",
    NoteKind.CHOICE,
    "Que calcule $\\max(0, x)$ ?",
    "- [x] La ReLU\n\n  > C’est sa définition.\n- [ ] La sigmoïde\n- [ ] *Aucune de ces réponses.*",
    "Voir le chapitre.",
    tags=("activation",),
    facts=("ACT-21",),
)
TRUTH = Note(
    "bruit",
    NoteKind.TRUTH,
    "Plus d’exemples, moins de bruit.",
    "Vrai",
    "En $1/n$.",
    experiment=ExperimentRef("overfitting"),
)
NUMBER = Note("memoire", NoteKind.NUMBER, "Quelle place ?", "= 4,2 ± 0,1 Mo")
SHORT = Note("nom", NoteKind.SHORT, "Quelle activation ?", "- ReLU", tags=("activation",))
OPEN = Note("pourquoi", NoteKind.OPEN, "Pourquoi non linéaire ?", "Sinon tout reste **affine**.")
QUESTIONS = (CHOICE, TRUTH, NUMBER, SHORT, OPEN)


def chapter() -> Chapter:
    """Five questions in two sections, and a card that teaches what the first one asks."""
    card = Note("carte", NoteKind.BASIC, "La ReLU ?", "$\\max(0, x)$", facts=("ACT-21",))
    first = Section("premiere", "Première", notes=(CHOICE, TRUTH, NUMBER))
    second = Section("seconde", "Seconde", notes=(SHORT, OPEN, card))
    return Chapter("questions", "Questions", number=3, sections=(first, second))
