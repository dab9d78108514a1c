"""One thread for the matrix products of a process: they are small, and processes share the cores.

On a busy machine, threads that wait for each other in such products take three times the processor
time of all the rest. The libraries of products read these variables when numpy is first imported,
so they are set before that; whoever has set them already is left alone.
"""

import os

VARIABLES = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS")


def one_thread() -> None:
    """Let numpy, where it is not imported yet, and processes begun from here use one thread."""
    for name in VARIABLES:
        os.environ.setdefault(name, "1")
