"""What cards may ask about three logits, and about what a lone neuron's first answer costs."""

from __future__ import annotations

from sim.declaration import NumberGuess
from sim.words import Words

LOGITS_GUESSES = (
    NumberGuess(
        Words(
            "Les trois logits sont (2 ; 1 ; 0,1), sauf réglage. Quelle probabilité "
            "softmax donne-t-elle à la première classe ?",
            "The three logits are (2; 1; 0.1) unless set. What probability does softmax give "
            "the first class?",
        ),
        "share_first",
        low=0,
        high=1,
        name="share_first",
        plot="logits",
    ),
    NumberGuess(
        Words(
            "Les trois logits sont (2 ; 1 ; 0,1), sauf réglage. Que vaut leur entropie "
            "croisée, avec la bonne classe choisie ?",
            "The three logits are (2; 1; 0.1) unless set. What is their cross-entropy, with "
            "the right class chosen?",
        ),
        "loss_logits",
        low=0.01,
        high=100,
        is_log=True,
        name="loss_logits",
        plot="logits",
    ),
    NumberGuess(
        Words(
            "Les trois logits sont (2 ; 1 ; 0,1), sauf réglage. Que vaut la dérivée de "
            "leur entropie croisée par rapport au logit de la bonne classe ?",
            "The three logits are (2; 1; 0.1) unless set. What is the derivative of their "
            "cross-entropy by the logit of the right class?",
        ),
        "slope_right",
        low=-1,
        high=1,
        name="slope_right",
        plot="logits",
    ),
    NumberGuess(
        Words(
            "On applique softmax aux logits (2 ; 1 ; 0,1), sauf réglage, puis l’on donne par "
            "erreur ces probabilités à nn.CrossEntropyLoss. Que vaut la perte ?",
            "Softmax is applied to the logits (2; 1; 0.1), unless set, then these probabilities "
            "are given by mistake to nn.CrossEntropyLoss. What is the loss?",
        ),
        "loss_twice",
        low=0,
        high=2,
        name="loss_twice",
        plot="logits",
    ),
    NumberGuess(
        Words(
            "Que coûte au départ, en entropie croisée (BCE), la réponse du neurone seul, dont la "
            "cible est 1 ?",
            "What does the lone neuron’s first answer cost in cross-entropy (BCE), its target "
            "being 1?",
        ),
        "neuron_cost",
        low=0.01,
        high=100,
        is_log=True,
        name="neuron_cost",
        plot="cost",
    ),
)
"""Course inventory ACT-36 to ACT-38, LOS-07 to LOS-11 and TOR-23."""
