"""Where the app keeps its files. No Qt here: the command line needs the collection's place."""

from pathlib import Path
from typing import NamedTuple

import platformdirs

APP = "Epoque"
COLLECTION = "collection.epoque"


class Folders(NamedTuple):
    """Where each kind of file goes; a folder may not exist yet.

    Attributes:
        data: The collection and its backups, unless the learner names another file.
        config: What was chosen for this computer.
        cache: What can be made again, such as formulas.
        log: The log file.
    """

    data: Path
    config: Path
    cache: Path
    log: Path

    @property
    def collection(self) -> Path:
        """The collection that opens when none is named."""
        return self.data / COLLECTION

    @property
    def settings_file(self) -> Path:
        """What was chosen for this computer."""
        return self.config / "epoque.ini"


def of_user() -> Folders:
    """The system's own places."""
    dirs = platformdirs.PlatformDirs(APP, appauthor=False)
    return Folders(
        dirs.user_data_path, dirs.user_config_path, dirs.user_cache_path, dirs.user_log_path
    )


def under(root: Path) -> Folders:
    """All in one folder, for tests and demonstrations."""
    return Folders(root / "data", root / "config", root / "cache", root / "log")
