"""Background work that waits until a test lets it run."""

from qtapp.background import Task


class Later:
    """Takes tasks, and runs them when told."""

    def __init__(self) -> None:
        self.tasks: list[Task] = []

    def __call__(self, task: Task) -> None:
        self.tasks.append(task)

    def run(self, which: int = 0) -> None:
        """Do one of them, the oldest unless told otherwise."""
        self.tasks.pop(which).run()
