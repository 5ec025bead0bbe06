"""Card text: Markdown with LaTeX, shown as crisp rich text. Nothing is loaded from elsewhere.

Who reads what: `markdown` parses; `view.CardText` is the widget; `renderer.FormulaRenderer` sets
formulas in a child process (`formula_worker`), which alone imports the typesetting library.
"""
