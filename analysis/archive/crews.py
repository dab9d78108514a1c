"""Who does the work: this process, a pool of processes, or the workers of a Dask cluster."""

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from threading import Thread
from typing import Any, NamedTuple

from ..corpus import Article
from ..inputs.items import Item
from ..threads import one_thread
from .batches import Batch
from .work import annotate_batch

Result = tuple[Batch, dict[str, bytes]]


class Crew(NamedTuple):
    """Workers: how to call them, how many there are, and how it shows that one died."""

    gather: Callable[[], Executor]
    hands: int
    death: tuple[type[BaseException], ...] = (BrokenExecutor,)

    def annotate(self, batches: Iterable[Batch]) -> Iterator[Result]:
        """Annotate batches in whatever order they get done, a few at a time.

        A batch whose worker died is done again, article by article if it must be; an article
        that kills a worker by itself becomes a row of `errors`.
        """
        if self.hands == 1:
            yield from ((batch, annotate_batch(batch)) for batch in batches)
            return
        supply = iter(batches)
        while (failed := (yield from self._until_death(supply))) is not None:
            for batch in failed:
                yield batch, self._carefully(batch)

    def _until_death(self, supply: Iterator[Batch]) -> Any:
        """Yield results until all is done (then None) or a worker dies (then what it left)."""
        running: dict[Future[dict[str, bytes]], Batch] = {}
        with self.gather() as executor:
            for batch in supply:
                try:
                    running[executor.submit(annotate_batch, batch)] = batch
                except self.death:
                    return sorted([batch, *running.values()])
                full = len(running) >= 2 * self.hands
                if full and (failed := (yield from self._collect(running))):
                    return failed
            while running:
                if failed := (yield from self._collect(running)):
                    return failed
        return None

    def _collect(self, running: dict["Future[dict[str, bytes]]", Batch]) -> Any:
        """Yield what is done of `running`; return all that is left when a worker has died."""
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            try:
                result = future.result()
            except self.death:
                return sorted(running.values())
            yield running.pop(future), result
        return None

    def _carefully(self, batch: Batch) -> dict[str, bytes]:
        """Do a batch again that was with a worker that died."""
        if (result := self._alone(batch)) is not None:
            return result
        safe = [
            item if self._alone(batch.only([item])) is not None else _deadly(item)
            for item in batch.items
        ]
        return annotate_batch(batch.only(safe))

    def _alone(self, batch: Batch) -> dict[str, bytes] | None:
        with self.gather() as executor:
            try:
                return executor.submit(annotate_batch, batch).result()
            except self.death:
                return None


def crew_of(workers: int | None = None, client: Any = None) -> Crew:
    """The crew of a Dask client, or else of processes of this machine."""
    return pool(workers) if client is None else cluster(client)


def pool(workers: int | None = None) -> Crew:
    """A crew of processes on this machine, one a core unless told otherwise."""
    hands = workers or _cores()

    def gather() -> Executor:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        one_thread()
        return ProcessPoolExecutor(hands, get_context("spawn"), initializer=_begin)

    return Crew(gather, hands)


def cluster(client: Any) -> Crew:
    """A crew of the workers of a Dask cluster, given its client."""
    from distributed.scheduler import KilledWorker

    hands = max(2, sum(client.nthreads().values()))
    return Crew(lambda: client.get_executor(pure=False), hands, (KilledWorker,))


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _begin() -> None:
    """Start a worker process: it leaves stopping to its parent, and ends when that is gone."""
    from multiprocessing import parent_process

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()

    def follow() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    Thread(target=follow, daemon=True).start()


def _deadly(item: Item | Article) -> Item:
    return Item(item.id, "the process that read it died (out of memory?)", {}, "deadly")
