"""How the time of a computation grows with its input, as steadily as a busy machine allows."""

import gc
import time
from collections.abc import Callable


def ratio(prepare: Callable[[int], Callable[[], object]], size: int, times: int = 5) -> float:
    """How many times longer `times` the size takes: about `times` if linear, its square if not.

    `prepare(size)` makes the input and returns the computation. The best of three runs counts,
    in processor time and without the garbage collector; less than 10 ms counts as 10 ms.
    """
    return seconds(prepare(size * times)) / max(seconds(prepare(size)), 0.01)


def seconds(run: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    try:
        return min(_once(run) for _ in range(3))
    finally:
        gc.enable()


def _once(run: Callable[[], object]) -> float:
    begin = time.process_time()
    run()
    return time.process_time() - begin
