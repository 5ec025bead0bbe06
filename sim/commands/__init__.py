"""`python -m sim …`: the simulations without a window, one module a command."""
