"""What can be wrong with a file of a run, in words."""

from __future__ import annotations

from pathlib import Path

from sim.errors import BadFileError
from sim.words import Words


def unreadable(path: Path, error: OSError) -> BadFileError:
    """The system refuses to read it."""
    why = error.strerror or type(error).__name__
    return BadFileError(str(path), Words(f"lecture impossible ({why})", f"cannot be read ({why})"))


def unwritable(path: Path, error: OSError) -> BadFileError:
    """The system refuses to write it."""
    why = error.strerror or type(error).__name__
    return BadFileError(
        str(path),
        Words(
            f"écriture impossible ({why}) ; choisissez un autre dossier",
            f"cannot be written ({why}); choose another folder",
        ),
    )


def not_ours(path: Path) -> BadFileError:
    """It holds something else, or only a part."""
    return BadFileError(
        str(path),
        Words(
            "ce fichier n’est pas une expérience enregistrée, ou il est abîmé",
            "this file is not a saved run, or it is damaged",
        ),
    )


def older(path: Path) -> BadFileError:
    """A run that cannot go on: parameters lie otherwise by now."""
    return BadFileError(
        str(path),
        Words(
            "commencé avec une version plus ancienne d’Époque ; relancez l’expérience",
            "begun with an older version of Époque; run the experiment anew",
        ),
    )


def newer(path: Path) -> BadFileError:
    """Another version of the app wrote it."""
    return BadFileError(
        str(path),
        Words(
            "écrit par une version plus récente d’Époque ; mettez l’application à jour",
            "written by a newer version of Époque; update the app",
        ),
    )
