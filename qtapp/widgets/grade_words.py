"""The words of the answer buttons, on either scale."""

from PySide6.QtCore import QCoreApplication

from db.rows import Grade, Scale
from qtapp.tokens import Role

translate = QCoreApplication.translate

ROLES = {
    Grade.AGAIN: Role.AGAIN,
    Grade.HARD: Role.HARD,
    Grade.GOOD: Role.GOOD,
    Grade.EASY: Role.EASY,
}


def captions(scale: Scale) -> tuple[str, ...]:
    """One caption for each step of a scale, first step first."""
    if scale is Scale.FIVE:
        return (
            translate("grades", "Not at all", "confidence, 1 of 5"),
            translate("grades", "A little", "confidence, 2 of 5"),
            translate("grades", "Moderately", "confidence, 3 of 5"),
            translate("grades", "Well", "confidence, 4 of 5"),
            translate("grades", "Perfectly", "confidence, 5 of 5"),
        )
    return (
        translate("grades", "Again", "a grade"),
        translate("grades", "Hard", "a grade"),
        translate("grades", "Good", "a grade"),
        translate("grades", "Easy", "a grade"),
    )
