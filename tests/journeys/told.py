"""What the learner is told of trouble, in both languages of the app, word for word."""

import pytest

from qtapp.languages import Language

FULL = {
    Language.FRENCH: "Le disque est plein\u00a0: la dernière action n’a pas été enregistrée.",
    Language.ENGLISH: "The disk is full: the last action was not saved.",
}
UNWRITABLE = {
    Language.FRENCH: "Cette collection ne peut pas être écrite.",
    Language.ENGLISH: "This collection cannot be written.",
}
DAMAGED = {
    Language.FRENCH: "Cette collection est endommagée.",
    Language.ENGLISH: "This collection is damaged.",
}
NOT_OURS = {
    Language.FRENCH: "Ce fichier n’est pas une collection d’Époque.",
    Language.ENGLISH: "This file is not an Époque collection.",
}
NEWER = {
    Language.FRENCH: "Cette collection vient d’une version plus récente d’Époque.",
    Language.ENGLISH: "This collection was written by a later version of Époque.",
}
IN_USE = {
    Language.FRENCH: "Cette collection est déjà ouverte dans une autre fenêtre d’Époque.",
    Language.ENGLISH: "This collection is already open in another window of Époque.",
}
OTHER_CLOCK = {
    Language.FRENCH: "Votre horloge ou votre fuseau horaire a changé\u00a0: voici les cartes de",
    Language.ENGLISH: "Your clock or time zone changed: these are the cards of now.",
}
NEW_DAY = {
    Language.FRENCH: "Un nouveau jour a commencé\u00a0: voici ses cartes.",
    Language.ENGLISH: "A new day has begun: these are its cards.",
}
BEHIND = {
    Language.FRENCH: "L’horloge de l’ordinateur est en retard sur votre dernière révision.",
    Language.ENGLISH: "The computer’s clock is behind your last review.",
}
BOTH = pytest.mark.parametrize("language", [Language.FRENCH, Language.ENGLISH])
