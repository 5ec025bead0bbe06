"""`verify`: the share of fresh seeds in which each claim holds, and what that costs."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence

from sim import contents
from sim.commands.asking import run_request
from sim.commands.console import DONE, FAILED, INTERRUPTED, Console, table
from sim.commands.outputs import file_to_write, write_text
from sim.commands.proof import HEADS, TARGET, Proof, cells, page
from sim.plain import to_plain
from sim.words import Words

_HELD = Words(
    "{held:d} affirmations sur {count:d} tiennent dans au moins {target:%} des graines.",
    "{held:d} of {count:d} claims hold in at least {target:%} of seeds.",
)
_BELOW = Words("En dessous : {names}.", "Below: {names}.")
_STOPPED = Words(
    "Interrompu après {done:d} sur {count:d} ; voici ce qui a été mesuré.",
    "Interrupted after {done:d} of {count:d}; this is what was measured.",
)


def run(asked: argparse.Namespace, console: Console) -> int:
    """Measure, and say it as a table, as JSON or as a page; 1 if a claim is below the target."""
    names = list(dict.fromkeys(asked.names)) or list(contents.entries())
    requests = [
        run_request(name, members=asked.members, seed=asked.seed, device=asked.device)
        for name in names
    ]
    path = file_to_write(asked.write)
    # Late on purpose: a wrong request is answered before torch is loaded.
    from sim.commands.proving import proofs

    found: list[Proof] = []
    for proof in proofs(requests, console):
        found.append(proof)
    is_whole = len(found) == len(names)
    _show(found, asked.json, console)
    if not is_whole:
        console.tell(_STOPPED, {"done": len(found), "count": len(names)})
        return INTERRUPTED
    if path:
        seed, members = int(asked.seed), int(asked.members)
        write_text(path, page(found, seed=seed, members=members))
    return _verdict(found, console)


def _show(found: Sequence[Proof], is_json: bool, console: Console) -> None:
    if is_json:
        console.write(
            json.dumps([to_plain(proof) for proof in found], ensure_ascii=False, indent=1)
        )
    elif found:
        heads = [console.in_words(head) for head in HEADS]
        console.write(table([heads, *(cells(proof, console.language) for proof in found)]))


def _verdict(found: Sequence[Proof], console: Console) -> int:
    failing = [proof.name for proof in found if not proof.holds]
    counts = {"held": len(found) - len(failing), "count": len(found), "target": TARGET}
    console.tell(_HELD, counts)
    if failing:
        console.tell(_BELOW, {"names": ", ".join(failing)})
    return FAILED if failing else DONE
