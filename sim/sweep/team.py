"""Who computes a sweep: Dask workers, of this machine or of a cluster.

Dask keeps its own counsel here: what it logs is for its developers, what a learner needs to know is
raised or returned.
"""

from __future__ import annotations

import asyncio
import logging
import queue
import signal
import tempfile
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from distributed import Client, Future, LocalCluster
from distributed.comm.core import connect

from sim.errors import SimError
from sim.sweep.plan import Part, Task
from sim.words import Words

CONNECT_S = 5


class NoSchedulerError(SimError):
    """Nobody answers at an address."""

    def __init__(self, address: str) -> None:
        self.address = address
        super().__init__(
            Words(
                f"aucun ordonnanceur Dask ne répond à {address} ; il faut l’adresse d’un "
                "« dask scheduler » qui tourne, telle tcp://hôte:8786",
                f"no Dask scheduler answers at {address}; it takes the address of a running "
                "“dask scheduler”, such as tcp://host:8786",
            )
        )


@contextmanager
def local(workers: int) -> Iterator[Client]:
    """Processes of this machine, one thread each, gone at the end."""
    with _quiet(), tempfile.TemporaryDirectory() as folder:
        with _deaf_to_ctrl_c():
            cluster = LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                processes=True,
                dashboard_address=None,
                memory_limit=0,
                local_directory=folder,
                silence_logs=logging.CRITICAL,
            )
        with cluster, Client(cluster) as client:
            yield client


@contextmanager
def at(address: str) -> Iterator[Client]:
    """The workers of a scheduler that runs elsewhere; they outlive the sweep.

    Raises:
        NoSchedulerError: If nobody answers within `CONNECT_S` seconds.
    """
    with _quiet():
        try:
            _knock(address)
            client = Client(address, timeout=CONNECT_S, set_as_default=False)
        except (OSError, ValueError, ImportError) as error:
            raise NoSchedulerError(address) from error
        with client:
            yield client


def _knock(address: str) -> None:
    """See that Dask answers, or raise: a client that never met anyone does not end quietly."""

    async def greet() -> None:
        (await connect(address, timeout=CONNECT_S)).abort()

    asyncio.run(asyncio.wait_for(greet(), CONNECT_S))


def parts(client: Client, work: Callable[[Task], Part], tasks: Sequence[Task]) -> Iterator[Part]:
    """What comes of the tasks, as it comes.

    A worker that is lost costs what it was computing, which another one begins anew.
    """
    futures = client.map(work, tasks, pure=False)
    done: queue.SimpleQueue[Future[Part]] = queue.SimpleQueue()
    for future in futures:
        future.add_done_callback(done.put)
    try:
        for _ in futures:
            # Ctrl-C may come at any moment: wait where no lock of Dask's is held.
            yield done.get().result()
    finally:
        client.cancel(futures)


@contextmanager
def _quiet() -> Iterator[None]:
    """No log line and no warning of Dask's on our output."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Children begun here inherit it: Ctrl-C in a terminal reaches them too, and we end them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
