"""What cards may ask about images of four pixels and about the one neuron computed beside them."""

from __future__ import annotations

from sim.declaration import NumberGuess
from sim.words import Words

NEURON_GUESSES = (
    NumberGuess(
        Words(
            "Un neurone seul a les entrées (0,5 ; 0 ; −0,75 ; 0,75), les poids "
            "(−0,2 ; 0 ; 0,8 ; −0,5) et le biais choisi (0, sauf réglage). Que vaut sa somme z ?",
            "A lone neuron has the inputs (0.5; 0; −0.75; 0.75), the weights "
            "(−0.2; 0; 0.8; −0.5) and the bias chosen (0 unless set). What is its sum z?",
        ),
        "sum",
        low=-4,
        high=4,
        name="weighted_sum",
        plot="neuron",
    ),
    NumberGuess(
        Words(
            "Un neurone seul a les entrées (0,5 ; 0 ; −0,75 ; 0,75), les poids "
            "(−0,2 ; 0 ; 0,8 ; −0,5), le biais et l’activation choisis. Que répond-il ?",
            "A lone neuron has the inputs (0.5; 0; −0.75; 0.75), the weights "
            "(−0.2; 0; 0.8; −0.5), and the bias and activation chosen. What does it answer?",
        ),
        "answer",
        low=-1,
        high=1,
        name="answer",
        plot="neuron",
    ),
    NumberGuess(
        Words(
            "Parmi les 160 images d’entraînement, combien y en a-t-il de différentes ?",
            "Of the 160 training images, how many different ones are there?",
        ),
        "images",
        low=1,
        high=160,
        is_log=True,
        name="images",
    ),
)
"""Course inventory NEU-01, NEU-40 to NEU-42; seed 002, slides 72 to 88."""
