"""A process that trains nothing: tests say what it reports, and see what it was asked."""

from queue import SimpleQueue

from sim.protocol import Event, Load, RunRequest, WriteLog


class FakeRunner:
    """In place of a `sim.supervisor.Supervisor`."""

    def __init__(self) -> None:
        self.asked: list[RunRequest | Load] = []
        self.said: list[tuple[str, int]] = []
        self.logs: list[WriteLog] = []
        self.warmed_on = ""
        self._events: SimpleQueue[Event | None] = SimpleQueue()

    def tell(self, event: Event) -> None:
        """Report something."""
        self._events.put(event)

    def warm(self, device: str = "auto") -> None:
        self.said.append(("warm", 0))
        self.warmed_on = device

    def start(self, asked: RunRequest | Load) -> None:
        self.asked.append(asked)

    def cancel(self, job_id: int) -> None:
        self.said.append(("cancel", job_id))

    def pause(self, job_id: int) -> None:
        self.said.append(("pause", job_id))

    def resume(self, job_id: int, *, to_next: bool = False) -> None:
        self.said.append(("step" if to_next else "resume", job_id))

    def write_log(self, asked: WriteLog) -> None:
        self.logs.append(asked)

    def receive(self, timeout_s: float | None = None) -> Event | None:
        return self._events.get()

    def close(self) -> None:
        self._events.put(None)
