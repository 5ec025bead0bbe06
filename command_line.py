"""What can be asked of Époque from a terminal; no Qt here.

Exit codes: 0 done; 1 the file or the collection could not be used, and nothing was changed;
2 asked wrongly, or there is no display to show a window on.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from qtapp import folders
from qtapp.folders import Folders
from qtapp.version import VERSION

DONE, UNUSABLE, WRONG_USE = 0, 1, 2

EXIT_CODES = """\
exit codes: 0 done; 1 the file or the collection could not be used, and nothing was changed;
2 asked wrongly, or there is no display to show a window on.
"""
NO_DISPLAY = """\
Époque has no display to open its window on (neither DISPLAY nor WAYLAND_DISPLAY is set).
Type  make demo  to see the same app play a session offscreen and save its screenshots,
or set QT_QPA_PLATFORM=offscreen to run without a screen."""


class Options(NamedTuple):
    """What was asked.

    Attributes:
        folders: Where the app's files go.
        collection: The collection's file.
        language: Of the interface in this sitting: "fr", "en" or None for the usual one.
        theme: In this sitting: "light", "dark", "system" or None for the usual one.
        is_review_asked: Go to the review at once.
        file: To import, and then end; None to show the window.
        is_json_asked: Report the import as JSON.
    """

    folders: Folders
    collection: Path
    language: str | None = None
    theme: str | None = None
    is_review_asked: bool = False
    file: Path | None = None
    is_json_asked: bool = False


def parse(arguments: Sequence[str]) -> Options:
    """Read a command line.

    Raises:
        SystemExit: With code 2 and a usage message when it is wrong; with 0 after --help and
            --version.
    """
    if not arguments:  # a parser takes 3 ms, for nothing
        places = folders.of_user()
        return Options(places, places.collection)
    asked = _parser().parse_args(arguments)
    root = asked.profile_folder
    places = folders.of_user() if root is None else folders.under(root.absolute())
    collection = places.collection if asked.collection is None else asked.collection.absolute()
    return Options(
        folders=places,
        collection=collection,
        language=asked.lang,
        theme=asked.theme,
        is_review_asked=asked.review,
        file=getattr(asked, "file", None),
        is_json_asked=getattr(asked, "json", False),
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="main.py",
        description="Review a deep-learning course every day.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"Époque {VERSION}")
    parser.add_argument("--collection", type=Path, metavar="PATH", help="another collection")
    parser.add_argument(
        "--profile-folder",
        type=Path,
        metavar="PATH",
        help="keep settings, cache, log and the collection in this folder",
    )
    parser.add_argument("--review", action="store_true", help="go to the review at once")
    parser.add_argument("--lang", choices=("fr", "en"), help="language, for this time")
    parser.add_argument("--theme", choices=("light", "dark", "system"), help="theme, for this time")
    commands = parser.add_subparsers(title="commands", metavar="import")
    importing = commands.add_parser(
        "import", help="import a chapter, a deck or a document, without a window", epilog=EXIT_CODES
    )
    importing.add_argument("file", type=Path, metavar="FILE")
    importing.add_argument("--json", action="store_true", help="report as a JSON object")
    return parser


def missing_display(platform: str, environment: Mapping[str, str]) -> str | None:
    """What to tell when no window can be opened; None when one can.

    Args:
        platform: `sys.platform`.
        environment: `os.environ`.
    """
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if not platform.startswith("linux") or any(environment.get(name) for name in names):
        return None
    return NO_DISPLAY
