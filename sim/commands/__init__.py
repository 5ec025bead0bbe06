"""`python -m sim …`: the simulations without a window, one module a command.

`main` reads the command line and loads the module of the command asked for, and no other. Each has
one function ``run(asked, console)`` that returns an exit code; what is asked wrongly is found
before torch is loaded.
"""
