"""`python -m biblionet_reg.documents.foreman FD`: the warm parent that forks a limited child for each document."""

import gc
import multiprocessing
import resource
import signal
import sys
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from biblionet_reg.documents import renderer
from biblionet_reg.documents.order import Failure, Limits, Order, Outcome

_FORK = multiprocessing.get_context("fork")
_MEGABYTE = 1024 * 1024


def main(descriptor: int) -> None:
    """Answer orders until whoever gave them is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    line = Connection(descriptor)
    renderer.faces()
    gc.collect()
    gc.freeze()
    while True:
        try:
            line.send(fulfil(line.recv()))
        except (EOFError, OSError):
            return


def fulfil(order: Order) -> Outcome:
    """Have a child make the document; whatever becomes of the child, there is an answer."""
    receiver, sender = _FORK.Pipe(duplex=False)
    child = _FORK.Process(target=_work, args=(sender, order), daemon=True)
    child.start()
    sender.close()
    try:
        return _await(receiver, child, order.limits)
    finally:
        child.kill()
        child.join()
        child.close()
        receiver.close()


def _await(receiver: Connection, child: BaseProcess, limits: Limits) -> Outcome:
    if not receiver.poll(limits.wall_seconds):
        return Outcome(failure=Failure.WALL_TIME, detail=f"{limits.wall_seconds} s")
    try:
        outcome: Outcome = receiver.recv()
    except EOFError:
        child.join()
        killed_by_clock = child.exitcode in {-signal.SIGXCPU, -signal.SIGKILL}
        return Outcome(failure=Failure.CPU_TIME if killed_by_clock else Failure.CRASHED, detail=f"exit {child.exitcode}")
    return outcome


def _work(sender: Connection, order: Order) -> None:
    limits = order.limits
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_mb * _MEGABYTE,) * 2)
    sender.send(attempt(order))


def attempt(order: Order) -> Outcome:
    """Make the document in this process and name what stopped it."""
    try:
        return Outcome(renderer.render(order.chunks, variant=order.variant, max_pages=order.limits.max_pages, pictures=order.pictures))
    except renderer.TooManyPages:
        return Outcome(failure=Failure.TOO_MANY_PAGES, detail=f"over {order.limits.max_pages}")
    except MemoryError:
        return Outcome(failure=Failure.MEMORY, detail=f"{order.limits.memory_mb} MB")
    except RecursionError:
        return Outcome(failure=Failure.TOO_DEEP)
    except Exception as error:  # noqa: BLE001 - whatever broke is told by name
        return Outcome(failure=Failure.BROKEN, detail=f"{type(error).__name__}: {error}"[:500])


if __name__ == "__main__":
    main(int(sys.argv[1]))
