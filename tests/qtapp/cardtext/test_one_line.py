"""Texts in one line of a list."""

from qtapp.cardtext.one_line import one_line


def test_marks_and_breaks_are_gone() -> None:
    text = "Que vaut **ReLU** pour $z < 0$,\net `relu(-1)` ?\n\n- un\n- deux"
    assert one_line(text) == "Que vaut ReLU pour z < 0, et relu(-1) ? un deux"


def test_formulas_become_signs_within_a_sentence_and_on_lines_of_their_own() -> None:
    text = "Que vaut $\\frac12$ de\n\n$$x^2$$\n\net de $$\\sqrt n$$ ?"
    assert one_line(text) == "Que vaut 1/2 de x² et de √n ?"


def test_a_mark_stays_on_the_line_of_its_word() -> None:
    """« ? » stood alone on a line below what is asked of the cards on an experiment's page."""
    assert one_line("et\u00a0pourquoi\u202f?\n\n- oui") == "et\u00a0pourquoi\u202f? oui"
