"""A run of an experiment: asked, followed, held, stopped. A card and the Lab use it alike."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from qtapp.sessions.run_state import RunOrder, RunPhase, RunState
from qtapp.sessions.speed import Speed
from qtapp.sim_client import SimClient
from sim.protocol import (
    Cancelled,
    Event,
    Failed,
    Finished,
    Paused,
    Progress,
    Resumed,
    RunRequest,
    Started,
)
from sim.result import RunResult


class RunSession(QObject):
    """Follows one run at a time; a new one takes the place of the last.

    Signals:
        changed: A `RunState`.
        finished: A `sim.result.RunResult`, once a run came to its end.
    """

    changed = Signal(object)
    finished = Signal(object)

    def __init__(self, client: SimClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = RunState()
        self._client = client
        self._speed = Speed.FULL
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._show_next)
        client.reported.connect(self._hear)

    def start(self, order: RunOrder) -> None:
        """Run, in place of what runs now."""
        self.stop()
        job_id = self._client.new_job()
        self._become(RunState(phase=RunPhase.PREPARING, job_id=job_id, order=order))
        asked = RunRequest(job_id, order.experiment, order.settings, order.members, order.seed)
        self._client.start(replace(asked, is_by_step=bool(self._speed)))

    @Slot()
    def stop(self) -> None:
        """Stop the run, without waiting for the process; what it has shown so far stays."""
        self._next.stop()
        if self.state.is_going:
            self._client.cancel(self.state.job_id)
            self._become(replace(self.state, phase=RunPhase.STOPPED))

    @Slot()
    def step(self) -> None:
        """Let a run that is held go on to what is seen next."""
        if self.state.phase is RunPhase.PAUSED:
            self._client.resume(self.state.job_id, to_next=True)

    @Slot()
    def toggle_pause(self) -> None:
        """Hold the run, or let it go on."""
        if self.state.phase is RunPhase.RUNNING:
            self._client.pause(self.state.job_id)
            if self._speed:  # it is held between two moments anyway: no event will tell
                self._next.stop()
                self._become(replace(self.state, phase=RunPhase.PAUSED))
        elif self.state.phase is RunPhase.PAUSED:
            self._client.resume(self.state.job_id, to_next=bool(self._speed))
            if self._speed:
                self._become(replace(self.state, phase=RunPhase.RUNNING))

    def set_speed(self, speed: Speed) -> None:
        """Let this run and those to come go by as fast as that.

        A slower run is one that is held at each moment and goes on to the next one in time.
        """
        before, self._speed = self._speed, speed
        if self.state.phase is not RunPhase.RUNNING:
            return
        if not speed:
            self._next.stop()
            self._client.resume(self.state.job_id)
        elif not before:
            self._client.pause(self.state.job_id)

    @Slot()
    def _show_next(self) -> None:
        if self.state.phase is RunPhase.RUNNING:
            self._client.resume(self.state.job_id, to_next=True)

    def _take_hold(self) -> None:
        if self._speed and self.state.phase is RunPhase.RUNNING:
            self._next.start(self._speed.interval_ms)
        else:
            self._become(replace(self.state, phase=RunPhase.PAUSED))

    def show(self, order: RunOrder, result: RunResult) -> None:
        """Show a run that came to its end elsewhere, as if it had run here."""
        self.stop()
        self._become(_ended(RunState(job_id=self._client.new_job(), order=order), result))

    def forget(self) -> None:
        """Stop, and show nothing of it any more."""
        self.stop()
        if self.state.phase is not RunPhase.IDLE:
            self._become(RunState())

    @Slot(object)
    def _hear(self, event: Event) -> None:
        if getattr(event, "job_id", None) != self.state.job_id or not self.state.is_going:
            return  # of another run, or of one that was stopped already
        match event:
            case Started(device=device):
                self._become(replace(self.state, phase=RunPhase.RUNNING, device=device))
            case Progress(progress=progress, pictures=pictures):
                self._become(replace(self.state, progress=progress, pictures=pictures))
            case Paused():
                self._take_hold()
            case Resumed():
                self._become(replace(self.state, phase=RunPhase.RUNNING))
            case Cancelled():
                self._become(replace(self.state, phase=RunPhase.STOPPED))
            case Failed(words=words, details=details):
                self._become(
                    replace(self.state, phase=RunPhase.FAILED, trouble=words, details=details)
                )
            case Finished(result=result):
                self._become(_ended(self.state, result))
                self.finished.emit(result)

    def _become(self, state: RunState) -> None:
        self.state = state
        self.changed.emit(state)


def _ended(state: RunState, result: RunResult) -> RunState:
    return replace(
        state,
        phase=RunPhase.FINISHED,
        progress=1.0,
        pictures=result.pictures,
        device=result.device,
        result=result,
    )
