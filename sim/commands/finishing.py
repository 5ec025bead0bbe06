"""A run carried to its end, and everything that is made of its result."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sim import contents, runfile
from sim.board import write_log
from sim.commands.console import DONE, FAILED, Console
from sim.commands.driving import Drive, Ended
from sim.commands.report import report, verdict
from sim.commands.running import Outputs
from sim.contents import Entry
from sim.plotting import Sheet, figure, save
from sim.plotting.style import Mode
from sim.protocol import RunRequest
from sim.result import RunResult, different
from sim.runfile import RunFile
from sim.training import checkpoint
from sim.training.checkpoint import Checkpoint
from sim.words import Words, same

_SAME = Words("Rejoué : les mêmes nombres, bit à bit.", "Replayed: the same numbers, bit for bit.")
_OTHER = Words(
    "Rejoué : d’autres nombres pour {names} ; l’essai gardé vient de {device}, PyTorch {torch}.",
    "Replayed: other numbers for {names}; the kept run came from {device}, PyTorch {torch}.",
)
_WRITTEN = Words("Écrit : {file}", "Written: {file}")


def finish(
    request: RunRequest, outputs: Outputs, console: Console, begun: Checkpoint | None = None
) -> int:
    """Do a run and write what is asked of it."""
    try:
        _deliver(request, _done(request, outputs, console, begun), outputs, console)
    except Ended as end:
        return end.code
    return DONE


def resume(path: Path, device: str | None, outputs: Outputs, console: Console) -> int:
    """Go on with a run that was interrupted."""
    begun = checkpoint.load(path)
    request = replace(begun.request, device=device or begun.request.device)
    kept = outputs if outputs.checkpoint else replace(outputs, checkpoint=path)
    return finish(request, kept, console, begun)


def replay(request: RunRequest, before: RunResult, outputs: Outputs, console: Console) -> int:
    """Do a kept run again; its numbers must be those it had."""
    try:
        result = _done(request, outputs, console)
    except Ended as end:
        return end.code
    _deliver(request, result, outputs, console)
    others = different(before, result)
    values: dict[str, float | str] = {
        "names": ", ".join(others),
        "device": console.in_words(before.device.words),
        "torch": before.torch,
    }
    console.tell(_OTHER if others else _SAME, values)
    return FAILED if others else DONE


def _done(
    request: RunRequest, outputs: Outputs, console: Console, begun: Checkpoint | None = None
) -> RunResult:
    title = console.in_words(contents.entry(request.experiment).title)
    drive = Drive(console, title, keep=outputs.checkpoint, checkpoint=begun)
    return drive.result(request)


def _deliver(request: RunRequest, result: RunResult, outputs: Outputs, console: Console) -> None:
    entry = contents.entry(request.experiment)
    run = RunFile(request, result)
    console.write(runfile.text_of(run) if outputs.is_json else report(entry, result, console))
    if outputs.save:
        runfile.write(outputs.save, run)
    if outputs.plot:
        _plot(entry, result, outputs, console)
    if outputs.tensorboard:
        write_log(outputs.tensorboard, result, console.language)
    for path in (outputs.save, outputs.plot, outputs.tensorboard):
        if path:
            console.tell(_WRITTEN, {"file": str(path)})


def _plot(entry: Entry, result: RunResult, outputs: Outputs, console: Console) -> None:
    assert outputs.plot is not None
    note = same(f"{console.in_words(entry.question)}\n{verdict(entry, result, console)}")
    sheet = Sheet(entry.title, entry.plots, result.pictures, note)
    mode: Mode = "dark" if outputs.is_dark else "light"
    save(figure(sheet, language=console.language, mode=mode), outputs.plot)
