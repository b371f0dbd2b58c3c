"""
A process that is killed at any moment leaves whole files or none.
"""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from dccs_model.testing import write_article

if sys.platform == "win32":
    pytest.skip("a process is killed as POSIX does", allow_module_level=True)

Start = Callable[..., "subprocess.Popen[bytes]"]
Run = Callable[..., "subprocess.CompletedProcess[bytes]"]

#: Documents of some ten kilobytes, so that there is something to tear.
TEXTS = {
    f"t{number:02}": "\n\n".join(write_article(seed).text for seed in range(number, number + 4)) for number in range(30)
}
TEXTS_AS_JSON = [f"{name}.json" for name in TEXTS]


class Kills:
    """
    Kills the command at random moments, and looks at what it has left.
    """

    def __init__(self, folder: Path, run: Run, start: Start, jobs: str) -> None:
        self.folder, self.run, self.start, self.jobs = folder, run, start, jobs
        (folder / "in").mkdir()
        for name, text in TEXTS.items():
            (folder / "in" / f"{name}.txt").write_text(text, encoding="utf-8")
        self.whole = self.files_of("whole") | self.lines_of("whole.jsonl")

    def files_of(self, output: str) -> dict[str, bytes]:
        assert self.run("convert", "in", "-o", f"{output}/").returncode == 0
        return self.left(output)

    def lines_of(self, output: str) -> dict[str, bytes]:
        assert self.run("convert", "in", "-o", output).returncode == 0
        return {"all.jsonl": (self.folder / output).read_bytes()}

    def left(self, output: str) -> dict[str, bytes]:
        """
        What stands under the names that people look for; a killed process leaves its hidden parts behind.
        """
        return {path.name: path.read_bytes() for path in (self.folder / output).glob("[!.]*")}

    def kill(self, number: int, patience: float) -> bool:
        """
        Start over what an older run left, kill within *patience* seconds, and check; tell whether it was in time.
        """
        folder = self.folder / f"out{number}"
        old = {"t00.json": b"old", "t29.json": b"old", "all.jsonl": b"old"}
        folder.mkdir()
        for name, content in old.items():
            (folder / name).write_bytes(content)
        output = folder / "all.jsonl" if number % 3 == 0 else folder
        with self.start("convert", "in", "-o", output, "-j", self.jobs) as process:
            with suppress(subprocess.TimeoutExpired):
                process.wait(patience)
            process.kill()
            process.communicate()
        for name, content in self.left(folder.name).items():
            assert content in (old.get(name), self.whole[name]), f"{name} is torn after {patience} seconds"
        return process.returncode == -9


def kill(count: int, seed: int, kills: Kills) -> None:
    chance = random.Random(seed)
    # A whole run tells how long there is something to interrupt.
    patience, in_time, number = 0.2, 0, 0
    while kills.kill(number, patience):
        patience, number = 2 * patience, number + 1
    while in_time < count:
        number += 1
        in_time += kills.kill(number, chance.uniform(0, patience))
    # What was left behind is in nobody's way.
    done = kills.files_of(f"out{number}")
    assert {name: done[name] for name in TEXTS_AS_JSON} == {name: kills.whole[name] for name in TEXTS_AS_JSON}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_few_kills(jobs: str, tmp_path: Path, run: Run, start: Start) -> None:
    kill(5, 7, Kills(tmp_path, run, start, jobs))


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_hundred_kills(jobs: str, tmp_path: Path, run: Run, start: Start) -> None:
    kill(100, 11, Kills(tmp_path, run, start, jobs))
