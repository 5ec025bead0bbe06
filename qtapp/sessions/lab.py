"""The Lab: choose an experiment, change its settings, run it, compare with the runs before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from qtapp.sessions.lab_state import MOST_KEPT, KeptRun, LabState
from qtapp.sessions.run import RunSession
from qtapp.sessions.run_state import RunOrder, RunState
from sim.contents import entry
from sim.result import RunResult, different
from sim.settings import Scalar

MOST_MEMBERS = 256


class LabSession(QObject):
    """What may be done in the Lab.

    Signals:
        changed: A `LabState`.
        ran: The `RunOrder` and the `RunResult` of a run that came to its end here.
        replayed: Whether a run that was done again measured the same, bit for bit.
    """

    changed = Signal(object)
    ran = Signal(object, object)
    replayed = Signal(bool)

    def __init__(self, run: RunSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = LabState()
        self._run = run
        self._again: tuple[int, KeptRun] | None = None  # the job that does a kept run again
        self._counts: dict[str, int] = {}
        self._kept: dict[str, tuple[KeptRun, ...]] = {}
        run.changed.connect(self._take_run)
        run.finished.connect(self._take_result)

    @Slot(str)
    def choose(self, name: str, settings: Mapping[str, Scalar] | None = None) -> None:
        """Look at an experiment, with settings of its own or as it is declared.

        Raises:
            SimError: If there is no such experiment or setting, as in a card written by hand.
        """
        chosen = entry(name)
        values = chosen.checked(settings or {})
        self._run.forget()
        kept, speed = self._kept.get(name, ()), self.state.speed
        self._become(LabState(chosen, values, chosen.members, 0, self._run.state, kept, speed))

    @Slot()
    def leave(self) -> None:
        """Back to the list; a run that goes on is stopped."""
        self._run.forget()
        self._become(LabState(speed=self.state.speed))

    @Slot(str, object)
    def change(self, name: str, value: object) -> None:
        """Give a setting another value; one that it does not take changes nothing."""
        chosen = self.state.entry
        if chosen is None:
            return
        parsed = chosen.settings[name].takes.parse(value)
        if parsed is not None:
            self._become(replace(self.state, values={**self.state.values, name: parsed}))

    @Slot(int)
    def choose_members(self, members: int) -> None:
        """Train so many networks a case."""
        self._become(replace(self.state, members=min(max(1, members), MOST_MEMBERS)))

    @Slot(int)
    def choose_seed(self, seed: int) -> None:
        """Start from another seed: other networks, other examples."""
        self._become(replace(self.state, seed=max(0, seed)))

    @Slot(object)
    def take_preset(self, number: int) -> None:
        """Settings that are worth a look, the rest as declared."""
        if (chosen := self.state.entry) is not None:
            preset = chosen.presets[number]
            values = chosen.checked(preset.settings)
            self._become(replace(self.state, values=values))

    @Slot()
    def reset(self) -> None:
        """All as the experiment declares it."""
        if (chosen := self.state.entry) is not None:
            self._become(
                replace(self.state, values=chosen.defaults, members=chosen.members, seed=0)
            )

    @Slot()
    def start(self) -> None:
        """Run with what is set now."""
        if self.state.entry is not None:
            self._run.start(self.state.order)

    @Slot(int)
    def replay(self, number: int) -> None:
        """Do a kept run again: from its seed come the weights that its networks began with."""
        kept = next((k for k in self.state.kept if k.number == number), None)
        if kept is None:
            return
        order = kept.order
        self._become(
            replace(self.state, values=dict(order.settings), members=order.members, seed=order.seed)
        )
        self._run.start(order)
        self._again = self._run.state.job_id, kept

    def take(self, order: RunOrder, result: RunResult) -> None:
        """Show a run that came to its end elsewhere, as if it had run here."""
        self._become(replace(self.state, members=order.members, seed=order.seed))
        self._run.show(order, result)
        self._keep(result)

    @Slot()
    def stop(self) -> None:
        """Stop the run; what it has shown stays."""
        self._run.stop()

    @Slot()
    def step(self) -> None:
        """Let a run that is held go on to what is seen next."""
        self._run.step()

    @Slot()
    def toggle_pause(self) -> None:
        """Hold the run, or let it go on."""
        self._run.toggle_pause()

    @Slot()
    def change_speed(self) -> None:
        """Let runs go by slower, so that eyes can follow, or as fast as they can again."""
        speed = self.state.speed.next
        self._run.set_speed(speed)
        self._become(replace(self.state, speed=speed))

    @Slot()
    def clear(self) -> None:
        """Compare with no earlier run any more."""
        if self.state.entry is not None:
            self._kept.pop(self.state.entry.name, None)
            self._become(replace(self.state, kept=()))

    @Slot(object)
    def _take_run(self, run: RunState) -> None:
        if self.state.entry is not None:
            self._become(replace(self.state, run=run))

    @Slot(object)
    def _take_result(self, result: RunResult) -> None:
        if not self._is_same_again(result):
            self._keep(result)
        if self._run.state.order is not None:
            self.ran.emit(self._run.state.order, result)

    def _is_same_again(self, result: RunResult) -> bool:
        """Whether a kept run was done again and is the same; then it takes the old one's place."""
        job_id, before = self._again or (0, None)
        if before is None or job_id != self._run.state.job_id:
            return False
        is_same = not different(before.result, result)
        if is_same:
            now = replace(before, result=result)
            kept = tuple(now if k.number == before.number else k for k in self.state.kept)
            self._kept[before.order.experiment] = kept
            self._become(replace(self.state, kept=kept))
        self.replayed.emit(is_same)
        return is_same

    def _keep(self, result: RunResult) -> None:
        order, chosen = self._run.state.order, self.state.entry
        if order is None or chosen is None or chosen.name != order.experiment:
            return
        number = self._counts[chosen.name] = self._counts.get(chosen.name, 0) + 1
        kept = (*self._kept.get(chosen.name, ()), KeptRun(number, order, result))[-MOST_KEPT:]
        self._kept[chosen.name] = kept
        self._become(replace(self.state, kept=kept))

    def _become(self, state: LabState) -> None:
        self.state = state
        self.changed.emit(state)
