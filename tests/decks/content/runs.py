"""The experiments that notes carry: which, and what one measures with the note's settings."""

from collections.abc import Hashable, Mapping
from typing import Any

from sim.declaration import Measures
from tests.decks.content.course_text import Block
from tests.sim.measured import measured, outcome

KINDS = ("outcome", "number", "curve")
"""What a note may ask to predict without naming it."""


def carried(notes: Mapping[str, Block]) -> dict[str, dict[str, Any]]:
    """What each note that carries an experiment asks of it, by the note's id."""
    return {
        id_: note.meta["experiment"] for id_, note in notes.items() if "experiment" in note.meta
    }


def names_carried(notes: Mapping[str, Block]) -> set[str]:
    """The experiments that these notes carry."""
    return {asked["name"] for asked in carried(notes).values()}


def ran(note: Block, members: int = 8, **other: Hashable) -> Measures:
    """What the experiment of a note measures, with the note's settings but for `other` ones."""
    asked = note.meta["experiment"]
    return measured(asked["name"], members, **{**asked.get("settings", {}), **other})


def came_true(note: Block, members: int = 8) -> str:
    """The option that came true, of the choice that a note names, else of the experiment's own."""
    asked = note.meta["experiment"]
    guess = asked.get("guess", "")
    return outcome(asked["name"], ran(note, members), "" if guess in KINDS else guess)
