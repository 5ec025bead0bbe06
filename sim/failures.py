"""Each way a run can end without a result, as a message that says what to do now."""

from __future__ import annotations

from sim.errors import SimError
from sim.protocol import Failed, FailureKind
from sim.settings import Scalar
from sim.words import Words

KILL = 9
OTHER_VERSION_EXIT = 3
"""How a worker ends that speaks another `sim.protocol.VERSION` than the app."""


def refused(job_id: int, error: SimError) -> Failed:
    """What was asked cannot be."""
    facts = {name: _plain(value) for name, value in vars(error).items() if name != "words"}
    return Failed(job_id, FailureKind.REFUSED, error.words, facts)


def _plain(value: object) -> Scalar:
    if isinstance(value, Words):
        return value.en
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return value if isinstance(value, str | int | float | bool) else str(value)


def out_of_memory(job_id: int, members: int, details: str) -> Failed:
    """The machine refused memory to a run."""
    return Failed(
        job_id,
        FailureKind.MEMORY,
        Words(
            f"La mémoire n’a pas suffi pour {members} réseaux par cas ; demandez-en moins, "
            "ou fermez d’autres programmes",
            f"There was not enough memory for {members} networks per case; ask for fewer, "
            "or close other programs",
        ),
        {"members": members},
        details,
    )


def no_torch(job_id: int, details: str) -> Failed:
    """PyTorch cannot be loaded here; the last of the details' lines says why."""
    why = details.strip().rpartition("\n")[2]
    return Failed(
        job_id,
        FailureKind.NO_TORCH,
        Words(
            f"PyTorch, dont les expériences ont besoin, ne se charge pas ici ({why}). Supprimez "
            "le dossier .venv et relancez « make run », qui le réinstalle ; en attendant, "
            "le reste de l’application s’en passe",
            f"PyTorch, which experiments need, does not load here ({why}). Delete the folder .venv "
            "and start “make run” again, which installs it anew; meanwhile, the rest of the app "
            "does without",
        ),
        {"why": why},
        details,
    )


def bug(job_id: int, details: str) -> Failed:
    """Something that should not happen did."""
    return Failed(
        job_id,
        FailureKind.BUG,
        Words(
            "L’expérience s’est arrêtée sur une erreur de l’application ; les autres ne sont pas "
            "touchées. Vous pouvez copier le rapport",
            "The experiment stopped on an error of the app; others are not affected. "
            "You can copy the report",
        ),
        details=details,
    )


def ended(job_id: int, exit_code: int, details: str, *, was_ready: bool) -> Failed:
    """The process ended by itself; `was_ready` once it had loaded torch."""
    if exit_code == -KILL:
        return killed(job_id, details)
    if exit_code == OTHER_VERSION_EXIT:
        return other_version(job_id)
    if was_ready or exit_code < 0:
        return crashed(job_id, exit_code, details)
    return not_started(job_id, details)


def crashed(job_id: int, exit_code: int, details: str) -> Failed:
    """The process broke down."""
    return Failed(
        job_id,
        FailureKind.CRASHED,
        Words(
            f"Le processus de calcul s’est arrêté brutalement (code {exit_code}) ; un autre a pris "
            "sa place, vous pouvez relancer",
            f"The process that computes broke down (code {exit_code}); another has taken its "
            "place, you can run again",
        ),
        {"exit_code": exit_code},
        details,
    )


def killed(job_id: int, details: str) -> Failed:
    """The process was killed: where nobody did it, the system did, for want of memory."""
    return Failed(
        job_id,
        FailureKind.KILLED,
        Words(
            "Le système a tué le processus de calcul, sans doute faute de mémoire ; un autre a "
            "pris sa place. Relancez avec moins de réseaux",
            "The system killed the process that computes, probably for want of memory; another "
            "has taken its place. Run again with fewer networks",
        ),
        details=details,
    )


def hung(job_id: int, seconds: float, details: str) -> Failed:
    """The process gave no sign of life."""
    return Failed(
        job_id,
        FailureKind.HUNG,
        Words(
            f"Le calcul n’a plus donné signe de vie pendant {seconds:.0f} s ; il a été arrêté, et "
            "un autre processus a pris sa place. Relancez, ou demandez moins de réseaux",
            f"The run gave no sign of life for {seconds:.0f} s; it was stopped, and another "
            "process has taken its place. Run again, or ask for fewer networks",
        ),
        {"seconds": seconds},
        details,
    )


def not_started(job_id: int, details: str) -> Failed:
    """No process could be started, or it ended before it could be asked anything."""
    return Failed(
        job_id,
        FailureKind.NOT_STARTED,
        Words(
            "Le processus de calcul ne démarre pas ; relancez, et si cela dure, redémarrez "
            "l’application",
            "The process that computes does not start; run again, and if it lasts, restart the app",
        ),
        details=details,
    )


def other_version(job_id: int) -> Failed:
    """The app's files changed while it ran."""
    return Failed(
        job_id,
        FailureKind.OTHER_VERSION,
        Words(
            "L’application a été mise à jour pendant qu’elle tournait ; redémarrez-la",
            "The app was updated while it ran; restart it",
        ),
    )
