"""One question of each kind, as a chapter would hold it."""

from dataclasses import replace

from decks.kinds import NoteKind
from decks.questions.bodies import (
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
from qtapp.sessions.question_state import QuestionFace

CHOICES = QuestionFace(
    note_uid="activations/relu-vrai",
    kind=NoteKind.CHOICES,
    heading="Quelles affirmations sur la ReLU sont vraies ?",
    body=Choice(
        (
            Option("Sa sortie n’est jamais négative.", True, "$\\max(0, x) \\ge 0$."),
            Option("Sa sortie est bornée par 1.", False, "Elle n’a pas de borne supérieure."),
            Option("Un taux trop grand peut tuer des neurones.", True, "Vérifiable ci-dessous."),
            Option("Son gradient vaut 1 là où $x > 0$.", True),
        ),
        is_single=False,
    ),
    explanation="Un neurone mort ne reçoit plus de gradient : il le reste.",
    source="Fonctions d’activation › ReLU",
    experiment="ReLU mortes",
)
CHOICE = replace(
    CHOICES,
    kind=NoteKind.CHOICE,
    heading="Que calcule $f(x) = \\max(0, x)$ ?",
    body=Choice(
        (
            Option("La ReLU", True, "C’est sa définition."),
            Option("La sigmoïde", False, "Non : elle vaut $1/(1+e^{-x})$."),
            Option("*Aucune de ces réponses.*", False, is_pinned=True),
        ),
        is_single=True,
    ),
    experiment="",
)
TRUTH = replace(
    CHOICE,
    kind=NoteKind.TRUTH,
    heading="Une tranche de batch plus grande rend le gradient moins bruité.",
    body=Truth(is_true=True),
    explanation="La variance de la moyenne de $n$ exemples décroît comme $1/n$.",
)
NUMBER = replace(
    CHOICE,
    kind=NoteKind.NUMBER,
    heading="Quelle place prennent ces poids en 32 bits ?",
    prompt="```python\nnn.Linear(1000, 1050)\n```",
    body=Number(4.2, tolerance=0.1, unit="Mo"),
    explanation="Environ $1{,}05 \\times 10^6$ poids de 4 octets.",
)
SHORT = replace(
    CHOICE,
    kind=NoteKind.SHORT,
    heading="Quelle activation vaut $\\max(0, x)$ ?",
    body=Short(("ReLU", "unité linéaire rectifiée")),
)
GAPS = replace(
    CHOICE,
    kind=NoteKind.GAPS,
    heading="La ReLU en une phrase",
    body=Gaps(
        ("La ReLU prend le ", " de 0 et de $x$ ; sa dérivée vaut ", " pour $x > 0$."),
        (Gap(("maximum", "max"), hint="le plus grand"), Gap(("1", "un"))),
    ),
)
ORDER = replace(
    CHOICE,
    kind=NoteKind.ORDER,
    heading="Dans quel ordre va un pas d’apprentissage ?",
    body=Order(
        (
            "Calculer la prédiction $\\hat y$",
            "Calculer la perte",
            "Rétropropager",
            "Mettre les poids à jour",
        )
    ),
    positions=(2, 0, 3, 1),
)
MATCH = replace(
    CHOICE,
    kind=NoteKind.MATCH,
    heading="À chaque fonction son image",
    body=Match(
        (("ReLU", "$[0, +\\infty[$"), ("Sigmoïde", "$]0, 1[$"), ("Tanh", "$]-1, 1[$")),
        strays=("$\\mathbb{R}$",),
    ),
    positions=(2, 3, 0, 1),
)
OPEN = replace(
    CHOICE,
    kind=NoteKind.OPEN,
    heading="Pourquoi faut-il une activation non linéaire ?",
    body=Open(
        "Sans elle, des couches empilées se réduisent à **une seule** application affine : "
        "$W_2(W_1x + b_1) + b_2 = W x + b$."
    ),
)
EVERY = (CHOICE, CHOICES, TRUTH, NUMBER, SHORT, GAPS, ORDER, MATCH, OPEN)
