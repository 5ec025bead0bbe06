"""What is said of a run: how far it is, what it has shown, in how many networks."""

from __future__ import annotations

from dataclasses import dataclass
from string import Formatter

from PySide6.QtCore import QCoreApplication

from qtapp import formats
from qtapp.said import filled, language, said
from qtapp.sessions.lab_state import KeptRun, differences
from qtapp.sessions.run_state import RunPhase, RunState
from sim import contents
from sim.contents import Entry
from sim.pictures import Curve
from sim.result import RunResult
from sim.settings import Choice, Scalar
from sim.words import number

translate = QCoreApplication.translate

_LONGEST_IN_LEGEND = 28  # letters


@dataclass(frozen=True, slots=True)
class Shown:
    """What an experiment has shown, in words.

    Attributes:
        text: With the numbers of this run.
        verdict: In how many networks the claim held.
        is_met: Whether in all but a few.
    """

    text: str
    verdict: str
    is_met: bool


MET = 0.95
TIMES = ("epoch", "step")
"""What the axes of plots count training in; the first is told where there are both."""


def status(run: RunState) -> str:
    """How far a run is, in a few words."""
    match run.phase:
        case RunPhase.PREPARING:
            return translate("Experiment", "Getting ready…")
        case RunPhase.RUNNING:
            return _so_far("%1", run)
        case RunPhase.PAUSED:
            return _so_far(translate("Experiment", "Paused at %1"), run)
        case RunPhase.STOPPED:
            return _so_far(translate("Experiment", "Stopped at %1"), run)
        case RunPhase.FINISHED if run.result is not None:
            return _ended(run.result)
        case RunPhase.FAILED:
            return translate("Experiment", "The run has failed")
        case _:
            return ""


def _so_far(text: str, run: RunState) -> str:
    """« En pause à 72 % · époque 144 »."""
    told = text.replace("%1", formats.percent(run.progress))
    return " · ".join(part for part in (told, _time(run)) if part)


def _time(run: RunState) -> str:
    """The epoch or step that the curves have come to; "" where no axis counts any."""
    known = contents.entries().get(run.order.experiment) if run.order is not None else None
    plots = known.plots if known is not None else ()
    for counted in TIMES:
        keys = {plot.key: plot.x.label for plot in plots if plot.x.label.en == counted}
        curves = [p for p in run.pictures if isinstance(p, Curve) and p.plot in keys and p.x]
        if curves:
            last = max(curves, key=lambda curve: curve.x[-1])
            return f"{said(keys[last.plot])}\N{NO-BREAK SPACE}{formats.number(last.x[-1])}"
    return ""


def _ended(result: RunResult) -> str:
    text = translate("Experiment", "%1 s on the %2")
    seconds = formats.number(result.seconds, decimals=1)
    return text.replace("%1", seconds).replace("%2", said(result.device.words))


def score(result: RunResult) -> str:
    """The verdict at a glance: in how many networks of all, with a check mark where in nearly all.

    What was computed once has a mark alone.
    """
    is_met = result.met_share >= MET
    if result.members == 1:
        return "✓" if is_met else "✗"
    counted = f"{formats.number(sum(result.met))}/{formats.number(result.members)}"
    return f"✓ {counted}" if is_met else counted


def shown(entry: Entry, result: RunResult) -> Shown:
    """What a finished run has shown."""
    return Shown(
        filled(entry.shows, _spoken(entry, result)),
        _verdict(entry, result),
        result.met_share >= MET,
    )


def can_be_told(entry: Entry, result: RunResult) -> bool:
    """Whether a run measured all that its experiment tells; one of an earlier version may not."""
    fields = {field for _, field, _, _ in Formatter().parse(said(entry.shows)) if field}
    return fields <= result.values.keys()


def _spoken(entry: Entry, result: RunResult) -> dict[str, float | str]:
    """Values for the text; a choice is told by its words, not by its key."""
    return {name: _spoken_value(entry, name, value) for name, value in result.values.items()}


def _spoken_value(entry: Entry, name: str, value: Scalar) -> float | str:
    setting = entry.settings.get(name)
    if setting is not None and isinstance(setting.takes, Choice):
        words = dict(setting.takes.options).get(str(value))
        return str(value) if words is None else said(words)  # an option of an earlier version
    return value


def _verdict(entry: Entry, result: RunResult) -> str:
    met = sum(result.met)
    if entry.kind == "exact":
        held = translate("Experiment", "The claim holds.")
        return held if met else translate("Experiment", "The claim does not hold here.")
    text = translate("Experiment", "The claim holds in %1 of %n network(s).", "", result.members)
    words = [text.replace("%1", formats.number(met))]
    if result.diverged:
        words.append(translate("Experiment", "%n diverged.", "", result.diverged))
    return " ".join((*words, *(said(note.words) for note in result.notes)))


def difference(entry: Entry, kept: KeptRun, now: KeptRun) -> str:
    """How an earlier run was asked otherwise than another, such as « η = 0,3 »."""
    parts = [
        setting_in_words(entry, name, value)
        for name, value in differences(kept.order, now.order).items()
    ]
    return ", ".join(parts) or translate("Experiment", "the same settings")


def name_of_run(entry: Entry, kept: KeptRun, now: KeptRun) -> str:
    """The same where a legend has room for it; else the run's number, which the list explains."""
    words = difference(entry, kept, now)
    if len(words) <= _LONGEST_IN_LEGEND:
        return words
    return translate("Experiment", "run %1").replace("%1", str(kept.number))


def setting_in_words(entry: Entry, name: str, value: Scalar) -> str:
    """A setting and its value, such as « η = 0,3 »."""
    return f"{_label(entry, name)} = {_value(entry, name, value)}"


def _label(entry: Entry, name: str) -> str:
    if name in entry.settings:
        return said(entry.settings[name].takes.label)
    if name == "members":
        return translate("Experiment", "networks")
    return translate("Experiment", "seed") if name == "seed" else name


def _value(entry: Entry, name: str, value: Scalar) -> str:
    spoken = _spoken_value(entry, name, value)
    if isinstance(spoken, bool):
        return translate("Experiment", "yes") if spoken else translate("Experiment", "no")
    return spoken if isinstance(spoken, str) else number(spoken, "", language())
