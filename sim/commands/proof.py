"""What was found out about one claim, and pages made of it; no torch here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sim import contents
from sim.commands.listing import THEMES
from sim.declaration import Theme
from sim.words import Language, Words, number

TARGET = 0.95
USUAL_MEMBERS = 16

HEADS = (
    Words("expérience", "experiment"),
    Words("tenu", "held"),
    Words("réseaux", "networks"),
    Words("s CPU", "CPU s"),
    Words("s CPU à 16", "CPU s at 16"),
    Words("verdict", "verdict"),
)
_HOLDS = Words("tient", "holds")
_FAILS = Words("ne tient pas", "fails")

_PAGE = """# The claims, measured

Each experiment of `sim/experiments/` is a claim with a criterion, measured here in {members}
networks that were never used to find its settings (seeds {seed} to {last}). A claim stands when it
holds in at least {target:.0%} of them; computations without chance are done once. CPU seconds are
those of one thread on {machine}, for all {members} networks and for {usual}.

Made by `python -m sim verify --members {members} --seed {seed} --write docs/experiments.md`.
"""


@dataclass(frozen=True, slots=True)
class Proof:
    """One claim on fresh seeds.

    Attributes:
        name: Of the experiment.
        met: Share of networks in which it held, from 0 to 1; 0 where the run failed.
        members: How many networks a case.
        cpu_s: CPU seconds of that run; None where it failed.
        usual_cpu_s: CPU seconds with `USUAL_MEMBERS` networks a case.
        device: Where it was computed.
        trouble: Why there is no result; empty where there is.
    """

    name: str
    met: float
    members: int
    cpu_s: float | None
    usual_cpu_s: float | None
    device: str
    trouble: str = ""

    @property
    def holds(self) -> bool:
        """Whether the claim stands."""
        return not self.trouble and self.met >= TARGET


def cells(proof: Proof, language: Language) -> list[str]:
    """A row under `HEADS`."""
    verdict = (_HOLDS if proof.holds else _FAILS).in_language(language)
    return [
        proof.name,
        _share(proof.met, language),
        str(proof.members),
        _seconds(proof.cpu_s, language),
        _seconds(proof.usual_cpu_s, language),
        proof.trouble or verdict,
    ]


def _share(met: float, language: Language) -> str:
    """With a decimal only where it tells something."""
    is_whole = abs(100 * met - round(100 * met)) < 1e-9
    return number(met, "%" if is_whole else ".1%", language)


def _seconds(value: float | None, language: Language) -> str:
    return "–" if value is None else number(value, ".2f", language)


def page(found: Sequence[Proof], *, seed: int, members: int) -> str:
    """All claims by theme, as Markdown in English."""
    machine = " and ".join(dict.fromkeys(p.device for p in found if p.device)) or "none"
    head = _PAGE.format(
        members=members,
        seed=seed,
        last=seed + members - 1,
        target=TARGET,
        machine=machine,
        usual=USUAL_MEMBERS,
    )
    return head + "".join(_section(theme, found) for theme in Theme)


def _section(theme: Theme, found: Sequence[Proof]) -> str:
    mine = [proof for proof in found if contents.entry(proof.name).theme is theme]
    if not mine:
        return ""
    lines = ["| Experiment | Claim | Held | CPU s | at 16 |", "|---|---|---|---|---|"]
    for proof in mine:
        entry = contents.entry(proof.name)
        name, held, _, cpu, usual, verdict = cells(proof, "en")
        held = held if proof.holds else f"**{held}: {verdict}**"
        lines.append(f"| `{name}` | {entry.claim.en} | {held} | {cpu} | {usual} |")
    return "\n".join(["", f"## {THEMES[theme].en}", "", *lines, ""])
