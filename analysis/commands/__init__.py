"""What the commands of the command line do; `analysis.__main__` says how to call them."""

from typing import NamedTuple

from ..threads import one_thread

one_thread()  # before a command imports numpy


class Outcome(NamedTuple):
    """What a command has to say at its end, and its exit status."""

    words: str
    status: int = 0
