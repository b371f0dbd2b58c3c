"""
The same work on many inputs: in order, in bounded memory, on several processors.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys

import pytest

from dccs_model.cli.batch import processors, run_in_order


# These stand at the top because processes that are spawned find them there by name.
def square(number: int) -> int:
    return number * number


def repeat(number: int) -> str:
    return "x" * number


def die_at_odd(number: int) -> int:
    if number % 2:
        os._exit(3)
    return number


def process_id(_: int) -> int:
    return os.getpid()


def gone(number: int, code: int | None) -> str:
    return f"{number} ended with {code}"


@pytest.mark.parametrize(("count", "jobs"), [(0, 1), (0, 8), (1, 8), (2, 8), (25, 1), (25, 3)])
def test_results_come_in_the_order_of_the_tasks(count: int, jobs: int) -> None:
    with run_in_order(square, range(count), jobs=jobs, lost=gone) as results:
        assert list(results) == [number * number for number in range(count)]


def test_results_may_be_larger_than_any_pipe() -> None:
    with run_in_order(repeat, [1, 5_000_000, 2, 5_000_000], jobs=2, lost=gone) as results:
        assert [len(result) for result in results] == [1, 5_000_000, 2, 5_000_000]


def test_one_job_is_done_here() -> None:
    with run_in_order(process_id, [1, 2], jobs=1, lost=gone) as results:
        assert set(results) == {os.getpid()}


def test_several_jobs_are_done_elsewhere() -> None:
    with run_in_order(process_id, range(4), jobs=2, lost=gone) as results:
        assert os.getpid() not in results


def test_a_process_that_ends_takes_one_task_along() -> None:
    with run_in_order(die_at_odd, range(5), jobs=2, lost=gone) as results:
        assert list(results) == [0, "1 ended with 3", 2, "3 ended with 3", 4]


def test_no_process_is_left() -> None:
    with run_in_order(square, range(100), jobs=2, lost=gone) as results:
        assert next(iter(results)) == 0
        assert len(multiprocessing.active_children()) == 2

    assert multiprocessing.active_children() == []


class Counted(list[int]):
    """
    Tasks that know how many of them were asked for.
    """

    asked = 0

    def __getitem__(self, index: int) -> int:  # type: ignore[override]
        self.asked += 1
        return super().__getitem__(index)


def test_no_more_is_begun_than_is_taken() -> None:
    tasks = Counted(range(1000))
    with run_in_order(square, tasks, jobs=2, lost=gone) as results:
        for _ in zip(range(10), results, strict=False):
            assert tasks.asked <= 10 + 4 * 2


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="the platform holds no signals")
def test_no_interrupt_meets_a_process_before_it_is_ready() -> None:
    # The first process that a program starts is not like the others: another one begins before it.
    code = """if True:
        import functools, signal
        from dccs_model.cli.batch import run_in_order
        held = functools.partial(signal.pthread_sigmask, signal.SIG_BLOCK)
        with run_in_order(held, [(), ()], jobs=2, lost=print) as results:
            print([signal.SIGINT in each for each in results])"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "[True, True]\n"


def test_there_is_a_processor() -> None:
    assert processors() >= 1
