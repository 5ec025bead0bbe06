"""Start Époque: read the command line, then show the window or import a file without one."""

import gc
import os
import sys

import command_line


def main(arguments: list[str]) -> int:
    """Run the app, or the one command asked for.

    Returns:
        The exit code, see `command_line`.
    """
    gc.disable()  # until the collection is open: start-up makes nothing but what stays (a tenth)
    options = command_line.parse(arguments)
    if options.file is not None:
        gc.enable()
        from import_command import import_file  # late on purpose: the window does without

        return import_file(options.collection, options.file, as_json=options.is_json_asked)
    if (hint := command_line.missing_display(sys.platform, os.environ)) is not None:
        print(hint, file=sys.stderr)
        return command_line.WRONG_USE
    from qtapp import plain_imports  # late on purpose: importing a file needs no Qt

    plain_imports.restore()  # before anything else of ours is loaded
    from qtapp.start import Start, start

    return start(
        Start(
            folders=options.folders,
            collection=options.collection,
            language=options.language,
            theme=options.theme,
            is_review_asked=options.is_review_asked,
        )
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
