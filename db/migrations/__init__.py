"""How old collections become new ones: one file a change, with the reason in its docstring."""
