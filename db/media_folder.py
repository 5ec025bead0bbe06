"""Where the images of a collection lie: `NAME.media/CHAPTER/PATH`, PATH as the chapter writes it.

So two chapters may use one name for two images, and a text's paths mean what they mean in its file.
"""

from pathlib import Path

from decks.names import is_slug


def media_folder(collection: Path) -> Path:
    """The folder beside a collection's file that holds the images of all its chapters."""
    return collection.with_name(collection.name + ".media")


def chapter_folder(media: Path, uid: str) -> Path | None:
    """The part of it that belongs to the chapter of a deck, note or card.

    Args:
        media: As `media_folder` tells.
        uid: Such as ``introduction/relu#1``.

    Returns:
        None if no chapter can have that name, so that no other folder is ever meant.
    """
    chapter = uid.partition("/")[0]
    return media / chapter if is_slug(chapter) else None
