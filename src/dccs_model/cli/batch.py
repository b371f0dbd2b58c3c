"""
The same work on many inputs: in order, in bounded memory, on several processors where asked for.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
from collections.abc import Callable, Generator, Iterator, Sequence
from multiprocessing.connection import wait
from typing import Any, TypeVar

__all__ = ["processors", "run_in_order"]

T = TypeVar("T")
R = TypeVar("R")

# Windows waits for no more than 63 things at once.
_MOST_JOBS = 60

# How many tasks for each process may be begun before the first of them has been taken.
_AHEAD = 4


def processors() -> int:
    """
    How many processors this process may use.
    """
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_in_order(
    work: Callable[[T], R], tasks: Sequence[T], *, jobs: int, lost: Callable[[T, int | None], R]
) -> contextlib.closing[Generator[R]]:
    """
    Return what *work* gives for each of *tasks*, in their order, however many processes do it.

    What is returned is a context manager; its end ends the processes, whatever they are doing.

    Args:
        work: what is done; with several jobs it is pickled, and so are the tasks and what it gives.
        tasks: what it is done to.
        jobs: how many processes do it; with 1 this one does.
        lost: what a task gives whose process ended in the middle of it, with what exit code.
    """
    jobs = min(jobs, len(tasks), _MOST_JOBS)
    if jobs > 1:
        return contextlib.closing(_in_processes(work, tasks, jobs, lost))
    return contextlib.closing(work(task) for task in tasks)


class _Worker:
    """
    A process that does one task after another.
    """

    def __init__(self, work: Callable[[Any], Any]) -> None:
        # A process that is forked would take locks along that threads of this one hold.
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(work, theirs), daemon=True)
        with _interrupts_held():
            self.process.start()
        # The only other end is now the worker's own, so that either side sees the other one end.
        theirs.close()
        self.index = -1

    def give(self, index: int, task: object) -> None:
        self.index = index
        # A worker that has ended is noticed when its answer is read.
        with contextlib.suppress(OSError):
            self.pipe.send(task)

    def end(self) -> int | None:
        self.process.terminate()
        self.process.join()
        self.pipe.close()
        return self.process.exitcode


def _in_processes(
    work: Callable[[T], R], tasks: Sequence[T], jobs: int, lost: Callable[[T, int | None], R]
) -> Generator[R]:
    idle: list[_Worker] = []
    busy: dict[Any, _Worker] = {}
    done: dict[int, R] = {}
    given = 0
    try:
        for due in range(len(tasks)):
            while True:
                # No worker runs so far ahead of the task that is due that what waits for it fills the memory.
                while given < min(len(tasks), due + _AHEAD * jobs) and len(busy) < jobs:
                    worker = idle.pop() if idle else _Worker(work)
                    busy[worker.pipe] = worker
                    worker.give(given, tasks[given])
                    given += 1
                if due in done:
                    break
                for pipe in wait(list(busy)):
                    worker = busy.pop(pipe)
                    try:
                        done[worker.index] = worker.pipe.recv()
                        idle.append(worker)
                    except (EOFError, OSError):
                        done[worker.index] = lost(tasks[worker.index], worker.end())
            yield done.pop(due)
    finally:
        for worker in (*busy.values(), *idle):
            worker.end()


def _serve(work: Callable[[Any], Any], pipe: Any) -> None:
    # An interrupt at the terminal goes to every process; the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(EOFError, OSError):
        while True:
            pipe.send(work(pipe.recv()))


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    # What is started meanwhile inherits this, and so an interrupt cannot meet it before it is ready.
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker

    # This lets interrupts in when it has begun, as it would do in the middle of the first start.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
