"""A chapter with the images beside its file that it shows."""

import hashlib
from dataclasses import replace
from pathlib import Path

from decks.errors import DeckError
from decks.media import media_lines
from decks.model import Chapter, Picture
from decks.picture_files import read_picture
from decks.problems import Problems


def with_pictures(chapter: Chapter, path: Path, problems: Problems) -> Chapter:
    """The chapter with the images that it shows.

    Args:
        chapter: As read from `path`.
        path: Its file.
        problems: Takes each image that cannot be had, with its line.
    """
    folder = path.parent.absolute()
    pictures = []
    for image, line in media_lines(chapter).items():
        try:
            data = read_picture(folder, image)
        except DeckError as error:
            problems.items += [problem._replace(line=line) for problem in error.problems]
        else:
            sha256 = hashlib.sha256(data).hexdigest()
            pictures.append(Picture(image, folder, sha256, len(data)))
    return replace(chapter, pictures=tuple(pictures))
