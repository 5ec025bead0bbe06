"""`python -m sim`: the simulations without a window; `python -m sim --help` tells more."""

import sys

from sim.commands.main import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
