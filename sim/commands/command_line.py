"""Every command of `python -m sim`, and what it takes."""

from __future__ import annotations

from functools import partial
from typing import Any

from sim.commands.console import Console
from sim.commands.outputs import PICTURES, SWEEPS
from sim.commands.parser import Parser
from sim.words import Words

MODULES = {
    "list": "listing",
    "run": "running",
    "verify": "verifying",
    "sweep": "sweeping",
    "contents": "contents",
}
"""Where each command lives, beside this module."""

VERIFY_MEMBERS, VERIFY_SEED = 100, 5000

_DESCRIPTION = Words(
    "De petits réseaux qui s’entraînent sous vos yeux : chaque expérience est une affirmation "
    "qui peut échouer.",
    "Small networks that train before your eyes: each experiment is a claim that can fail.",
)
_EXIT_CODES = Words(
    "codes de sortie : 0 fait ; 1 une affirmation n’a pas tenu, ou le calcul a échoué ;\n"
    "2 demande mal faite, rien n’a été écrit ; 130 interrompu",
    "exit codes: 0 done; 1 a claim did not hold, or computing failed;\n"
    "2 asked wrongly, nothing was written; 130 interrupted",
)
_JSON = Words("tout en JSON, sur la sortie standard", "everything as JSON, on standard output")
_NAME = Words("l’expérience ; « list » les montre", "the experiment; “list” shows them")
_SET = Words(
    "un réglage, tel lr=3 (lr : learning_rate) ; plusieurs fois si besoin",
    "a setting, such as lr=3 (lr: learning_rate); more than once if need be",
)
_MEMBERS = Words("combien de réseaux par cas, de 1 à 10000", "networks per case, from 1 to 10000")
_SEED = Words("graine du premier ; les autres suivent", "seed of the first; the others follow")
_DEVICE = Words(
    "où calculer : auto, cpu, cuda, cuda:1, mps", "where to compute: auto, cpu, cuda, cuda:1, mps"
)


def parser(console: Console) -> Parser:
    """The whole command line."""
    say = console.in_words
    whole = Parser(
        console, prog="python -m sim", description=say(_DESCRIPTION), epilog=say(_EXIT_CODES)
    )
    subparser: Any = partial(Parser, console)
    commands = whole.add_subparsers(
        title=say(Words("commandes", "commands")),
        dest="command",
        metavar="|".join(MODULES),
        required=True,
        parser_class=subparser,
    )
    for name, (words, fill_in) in _COMMANDS.items():
        fill_in(commands.add_parser(name, help=say(words), description=say(words)))
    return whole


def _fill_list(command: Parser) -> None:
    command.takes("--json", _JSON, action="store_true")


def _fill_run(command: Parser) -> None:
    command.takes("name", _NAME, metavar="NAME", nargs="?")
    command.takes("--set", _SET, metavar="NAME=VALUE", action="append", dest="settings", default=[])
    command.takes("--members", _MEMBERS, metavar="N")
    command.takes("--seed", _SEED, metavar="N")
    command.takes("--device", _DEVICE, metavar="WHERE")
    command.takes("--json", _JSON, action="store_true")
    endings = ", ".join(PICTURES)
    picture = Words(f"dessine ce qu’on voit ({endings})", f"draw what is seen ({endings})")
    command.takes("--plot", picture, metavar="FILE")
    dark = Words("dessine sur fond sombre", "draw on a dark ground")
    command.takes("--dark", dark, action="store_true")
    save = Words("garde l’essai, pour le rejouer", "keep the run, to be replayed")
    command.takes("--save", save, metavar="FILE")
    board = Words("journal pour TensorBoard", "log for TensorBoard")
    command.takes("--tensorboard", board, metavar="FOLDER")
    kept = Words(
        "y garde l’essai en cours, chaque minute et si vous l’interrompez",
        "keep the unfinished run there, every minute and when you interrupt it",
    )
    command.takes("--checkpoint", kept, metavar="FILE")
    resume = Words("reprend un essai interrompu", "go on with an interrupted run")
    command.takes("--resume", resume, metavar="FILE")
    replay = Words(
        "refait un essai gardé, et compare les nombres bit à bit",
        "do a kept run again, and compare its numbers bit for bit",
    )
    command.takes("--replay", replay, metavar="FILE")


def _fill_verify(command: Parser) -> None:
    names = Words("les expériences ; sinon, toutes", "the experiments; by default, all")
    command.takes("names", names, metavar="NAME", nargs="*")
    command.takes("--members", _MEMBERS, metavar="N", default=str(VERIFY_MEMBERS))
    command.takes("--seed", _SEED, metavar="N", default=str(VERIFY_SEED))
    command.takes("--device", _DEVICE, metavar="WHERE")
    command.takes("--json", _JSON, action="store_true")
    page = Words("écrit le tableau en Markdown", "write the table as Markdown")
    command.takes("--write", page, metavar="FILE")


def _fill_sweep(command: Parser) -> None:
    command.takes("name", _NAME, metavar="NAME")
    over = Words(
        "réglage=bas:haut:logN, =bas:haut:linN ou =x,y,z ; plusieurs fois pour un produit",
        "setting=low:high:logN, =low:high:linN or =x,y,z; more than once for a product",
    )
    command.takes("--over", over, metavar="RANGE", action="append", required=True)
    command.takes("--set", _SET, metavar="NAME=VALUE", action="append", dest="settings", default=[])
    command.takes("--members", _MEMBERS, metavar="N")
    command.takes("--seed", _SEED, metavar="N")
    scheduler = Words(
        "ordonnanceur Dask, tel tcp://hôte:8786 ; sinon, des processus de cette machine",
        "Dask scheduler, such as tcp://host:8786; by default, processes of this machine",
    )
    command.takes("--scheduler", scheduler, metavar="ADDRESS")
    workers = Words("combien de processus de cette machine", "how many processes of this machine")
    command.takes("--workers", workers, metavar="N")
    endings = ", ".join(SWEEPS)
    save = Words(f"garde chaque mesure ({endings})", f"keep every measure ({endings})")
    command.takes("--save", save, metavar="FILE")
    command.takes("--json", _JSON, action="store_true")


def _fill_contents(command: Parser) -> None:
    write = Words(
        "met à jour le catalogue que l’application lit",
        "bring the catalogue that the app reads up to date",
    )
    command.takes("--write", write, action="store_true")


_COMMANDS = {
    "list": (Words("les expériences", "the experiments"), _fill_list),
    "run": (Words("fait une expérience", "run an experiment"), _fill_run),
    "verify": (
        Words(
            "mesure la part des graines où chaque affirmation tient",
            "measure the share of seeds in which each claim holds",
        ),
        _fill_verify,
    ),
    "sweep": (
        Words(
            "fait une expérience pour bien des réglages, sur plusieurs processus ou machines",
            "run an experiment for many settings, on several processes or machines",
        ),
        _fill_sweep,
    ),
    "contents": (
        Words("le catalogue en JSON, tel que déclaré", "the catalogue as JSON, as declared"),
        _fill_contents,
    ),
}
