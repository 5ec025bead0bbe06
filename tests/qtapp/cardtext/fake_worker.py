"""Stands in for `qtapp.cardtext.formula_worker`: same protocol, other manners.

Its first argument says how it behaves, its last one is the cache's folder, as for the real one.
"""

import json
import sys
import time
from base64 import b64encode
from pathlib import Path

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -32 64 48" fill="currentColor">{}</svg>'
SQUARE = {
    "width": 1.0,
    "height": 0.5,
    "depth": 0.25,
    "svg": SVG.format('<rect x="0" y="-32" width="64" height="48"/>'),
}


def main() -> None:
    """Answer each line in the way asked for."""
    import zlib  # as late as everything here: the tests wait for this process

    manner, folder = sys.argv[1], Path(sys.argv[-1])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "started").write_text("")
    for line in sys.stdin:
        request = json.loads(line)
        with (folder / "asked").open("a") as asked:
            asked.write(request["latex"] + "\n")
        if manner == "crash" or (manner == "crash-on-bad" and "bad" in request["latex"]):
            sys.exit(3)
        if manner == "hang":
            time.sleep(60)
        if manner == "garbage":
            print("\x00 not json {", flush=True)
            print(json.dumps({"key": "unknown", "entry": "?"}), flush=True)
            print(json.dumps(["key"]), flush=True)
        entry = b64encode(zlib.compress(json.dumps(SQUARE).encode())).decode()
        print(json.dumps({"key": request["key"], "entry": entry}), flush=True)
    (folder / "ended").write_text("")


if __name__ == "__main__":
    main()
