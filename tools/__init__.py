"""What the Makefile calls: set-up, pins, licences. Only set-up runs without `.venv`."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python reads this line and stops here
    raise SystemExit(
        "Époque needs Python 3.11, 3.12, 3.13 or 3.14; this is %d.%d. Install one of them from "  # noqa: UP031
        "python.org or your system's packages, then try again." % sys.version_info[:2]
    )
