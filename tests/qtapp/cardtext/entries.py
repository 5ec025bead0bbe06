"""Formulas drawn in the test's own process, as the child process would."""

from functools import cache

from qtapp.cardtext.formula import Entry, Failure, Formula
from qtapp.cardtext.typeset import FormulaError, typeset


@cache
def entry_of(formula: Formula) -> Entry:
    """What the child process answers."""
    try:
        return typeset(formula)
    except FormulaError as error:
        return Failure(str(error))
